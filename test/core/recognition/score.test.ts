import assert from 'node:assert/strict';
import type { Mention } from '../../../src/core/recognition/mention';
import { addTallies, scoreOf, scoresOf, tally } from '../../../src/core/recognition/score';
import type { GoldMention } from '../../../src/core/recognition/score';

const gold = (start: number, end: number, type: string, more: Partial<GoldMention> = {}): GoldMention => ({
  start,
  end,
  type,
  level: 'core',
  nested: false,
  ...more,
});
const predicted = (start: number, end: number, type: string, more: Partial<Mention> = {}): Mention => ({
  start,
  end,
  type,
  certain: true,
  reason: 'name',
  ...more,
});

describe('scoring', () => {
  it('wants start, end and type', () => {
    const { all } = tally({ mentions: [gold(0, 5, 'person')], ignored: [] }, [
      predicted(0, 5, 'place'),
      predicted(0, 4, 'person'),
    ]);
    assert.deepEqual(all.get('person'), { right: 0, wrong: 1, missed: 1 });
    assert.deepEqual(all.get('place'), { right: 0, wrong: 1, missed: 0 });
  });

  it('leaves out predictions equal to an optional mention or inside an ignored stretch', () => {
    const { all } = tally(
      { mentions: [gold(0, 5, 'event', { level: 'optional' })], ignored: [{ start: 10, end: 20 }] },
      [predicted(0, 5, 'event'), predicted(12, 14, 'place')],
    );
    assert.equal(all.size, 0);
  });

  it('counts flat mentions apart', () => {
    const parent = { start: 0, end: 9 };
    const { all, flat } = tally(
      { mentions: [gold(0, 9, 'role'), gold(0, 4, 'place', { nested: true })], ignored: [] },
      [predicted(0, 9, 'role'), predicted(0, 4, 'place', { parent })],
    );
    assert.equal(all.get('place')?.right, 1);
    assert.equal(flat.get('place'), undefined);
  });

  it('compares links by Wikidata item where both have one', () => {
    const mentions = [
      gold(0, 5, 'person', { entity: 'a', wikidata: 'Q1' }),
      gold(6, 9, 'person', { entity: 'b' }),
      gold(10, 12, 'person'),
    ];
    const { links } = tally(
      { mentions, ignored: [] },
      [
        predicted(0, 5, 'person', { entity: 'other-id' }),
        predicted(6, 9, 'person', { entity: 'c' }),
        predicted(10, 12, 'person', { entity: 'd' }),
      ],
      (id) => (id === 'other-id' ? 'Q1' : undefined),
    );
    assert.deepEqual(links, { right: 1, wrong: 1 });
  });

  it('adds up over releases', () => {
    const one = tally({ mentions: [gold(0, 5, 'person')], ignored: [] }, [predicted(0, 5, 'person')]);
    const other = tally({ mentions: [gold(0, 5, 'person'), gold(6, 8, 'date')], ignored: [] }, []);
    const { total, types, meanF1 } = scoresOf(addTallies(one, other).all);
    assert.equal(total.recall, 1 / 3);
    assert.equal(types['person']?.f1, 2 / 3);
    assert.equal(meanF1, 1 / 3);
    assert.equal(scoreOf({ right: 0, wrong: 0, missed: 0 }).f1, 0);
  });

  it('takes an id for the same that is one of the entity’s names in kebab case', () => {
    const marked = { mentions: [gold(0, 5, 'place', { entity: 'kiev' })], ignored: [] };
    const found = [predicted(0, 5, 'place', { entity: 'kyiv' })];
    assert.deepEqual(tally(marked, found).links, { right: 0, wrong: 1 });
    const isNamed = (entity: string, id: string): boolean => entity === 'kyiv' && id === 'kiev';
    assert.deepEqual(tally(marked, found, undefined, isNamed).links, { right: 1, wrong: 0 });
  });
});
