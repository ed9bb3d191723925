import assert from 'node:assert/strict';
import type { Code } from '../../../src/core/annotation/codebook';
import {
  codeWithKey,
  isOnlyKey,
  recentFirst,
  searchCodes,
  usedLately,
} from '../../../src/core/annotation/codeSearch';
import { codeColors, codeNamed } from '../../../src/core/annotation/newCode';

const code = (id: string, name: string, more: Partial<Code> = {}): Code => ({
  id,
  name,
  examples: [],
  codes: [],
  ...more,
});

const codes = [
  code('solidarity', 'Solidarity and support', { key: '1' }),
  code('gratitude', 'Gratitude', { key: 'g', definition: 'Somebody is thanked for a deed.' }),
  code('leader-praise', 'Praise of a leader', { key: '4' }),
  code('partner-praise', 'Praise of the partner', { key: 'P' }),
  code('world-order', 'World order', { examples: ['equal and indivisible security'] }),
  code('protocol', 'Protocol and courtesy', { key: 'p' }),
  code('economie', 'Économie'),
];

describe('searching a codebook', () => {
  const search = (typed: string): readonly string[] => searchCodes(codes, typed).map(({ id }) => id);

  it('finds beginnings first, then words, then initials', () => {
    assert.deepEqual(search('p').slice(0, 3), ['leader-praise', 'partner-praise', 'protocol']);
    assert.equal(search('prot')[0], 'protocol');
    assert.equal(search('support')[0], 'solidarity');
    assert.equal(search('wo')[0], 'world-order');
    assert.equal(search('sas')[0], 'solidarity');
    assert.equal(search('pr lea')[0], 'leader-praise');
  });

  it('finds by id, definition and example', () => {
    assert.equal(search('partner-p')[0], 'partner-praise');
    assert.deepEqual(search('thanked'), ['gratitude']);
    assert.deepEqual(search('indivisible'), ['world-order']);
  });

  it('finds other forms of a word; what a code means before what is only said in an example', () => {
    const examples = ['thanks to her personal efforts'];
    const book = [code('leader-praise', 'Praise of a leader', { examples }), ...codes];
    assert.deepEqual(
      searchCodes(book, 'thanks').map(({ id }) => id),
      ['gratitude', 'leader-praise'],
    );
    assert.deepEqual(search('thanking'), ['gratitude']);
    assert.deepEqual(search('thankless'), []);
  });

  it('forgives letters left out, and accents', () => {
    assert.equal(search('grtd')[0], 'gratitude');
    assert.equal(search('eco')[0], 'economie');
  });

  it('gives everything for nothing, and nothing for nonsense', () => {
    assert.equal(search(' ').length, codes.length);
    assert.deepEqual(search('zzz'), []);
  });

  it('tells a key from the beginning of a name', () => {
    assert.equal(isOnlyKey(codes, '1'), true);
    assert.equal(isOnlyKey(codes, 'g'), true);
    assert.equal(isOnlyKey(codes, 'p'), false);
  });

  it('takes a key of another case where no code has this one, and no retired code', () => {
    assert.equal(codeWithKey(codes, 'p')?.id, 'protocol');
    assert.equal(codeWithKey(codes, 'P')?.id, 'partner-praise');
    assert.equal(codeWithKey(codes, 'G')?.id, 'gratitude');
    assert.equal(codeWithKey([code('old', 'Old', { key: 'o', retired: true })], 'o'), undefined);
  });
});

describe('codes used lately', () => {
  it('come first, the last one before all', () => {
    const recent = usedLately(usedLately([], ['gratitude']), ['protocol', 'world-order']);
    assert.deepEqual(recent, ['protocol', 'world-order', 'gratitude']);
    const ordered = recentFirst(codes, ['gone', ...recent]);
    assert.deepEqual(
      ordered.recent.map(({ id }) => id),
      ['protocol', 'world-order', 'gratitude'],
    );
    assert.equal(ordered.others.length, codes.length - 3);
  });

  it('are remembered once, and not for ever', () => {
    assert.deepEqual(usedLately(['a', 'b'], ['b']), ['b', 'a']);
    const many = Array.from({ length: 30 }, (_, i) => `c${i}`);
    assert.ok(usedLately(many, ['x']).length < 12);
  });
});

describe('a code made of what was typed', () => {
  it('gets an id, a colour and a key that are free', () => {
    const made = codeNamed(' Call for   Dialogue ', [
      { id: 'call-for-dialogue', color: codeColors[0]!, key: '1' },
    ]);
    assert.deepEqual(made, {
      id: 'call-for-dialogue-2',
      name: 'Call for Dialogue',
      color: codeColors[1],
      key: '2',
    });
  });

  it('gets a letter of its name when the digits are taken', () => {
    const taken = [...'123456789c'].map((key) => ({ id: `x${key}`, key }));
    assert.equal(codeNamed('Call', taken).key, 'a');
  });

  it('gets an id in any script, and never a number', () => {
    assert.equal(codeNamed('감사', []).id, 'code');
    assert.equal(codeNamed('감사', [{ id: 'code' }]).id, 'code-2');
    assert.equal(codeNamed('1991', []).id, 'code-1991');
  });
});
