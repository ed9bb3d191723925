import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../src/core/annotation/merge';
import { copyId, json, mergeAnnotationValue, mergeFrameValue } from '../../../src/core/annotation/mergeItem';
import { resolveMergeMarkers, splitMergeMarkers } from '../../../src/core/annotation/mergeMarkers';
import { readSidecar } from '../../../src/core/annotation/sidecar';
import type { YamlMap, YamlValue } from '../../../src/core/yaml/value';

type Field = YamlValue | undefined;
const field = (key: string, value: Field): YamlMap => (value === undefined ? {} : { [key]: value });

/** What a key comes to, whoever merges; `[kept, other]` where nobody can decide. */
function merged(key: string, base: Field, ours: Field, theirs: Field): unknown {
  const results = [
    [ours, theirs],
    [theirs, ours],
  ].map(([a, b]) => mergeAnnotationValue(field(key, base), field(key, a), field(key, b)));
  const [one, other] = results.map(({ value, conflicts }) =>
    Object.hasOwn(conflicts, key) ? { undecided: [value[key], conflicts[key]] } : value[key],
  );
  assert.deepEqual(one, other, 'it makes no difference which side is ours');
  return one;
}

const span = (start: number, quote: string): YamlMap => ({ start, end: start + quote.length, quote });

describe('a key of an annotation', () => {
  const decisions: readonly (readonly [string, string, Field, Field, Field, unknown])[] = [
    ['that nobody changed stays', 'note', 'old', 'old', 'old', 'old'],
    ['that one changed is as that one wrote it', 'note', 'old', 'old', 'new', 'new'],
    ['that both changed alike is so', 'note', 'old', 'new', 'new', 'new'],
    ['that one took away is gone', 'note', 'old', 'old', undefined, undefined],
    ['that one took away and the other changed stays, changed', 'note', 'old', 'new', undefined, 'new'],
    ['that both added, differently, is undecided', 'note', undefined, 'b', 'a', { undecided: ['a', 'b'] }],
    ['that both changed, differently, is undecided', 'note', 'old', 'b', 'a', { undecided: ['a', 'b'] }],
    [
      '`codes` has what either added, not what either took out, the old ones first, the new ones by name',
      'codes',
      ['z', 'b', 'c'],
      ['z', 'b', 'x'],
      ['z', 'c', 'a', 'x'],
      ['z', 'a', 'x'],
    ],
    ['`codes` of two who tagged anew', 'codes', undefined, ['b'], ['a'], ['a', 'b']],
    [
      '`codes` that is no list of codes on one side is undecided',
      'codes',
      ['a'],
      'b',
      ['c'],
      { undecided: ['b', ['c']] },
    ],
    [
      '`codes` with something else in it is undecided',
      'codes',
      ['a'],
      ['b', 1],
      ['c'],
      { undecided: [['b', 1], ['c']] },
    ],
    ['`codes` whose base is no list has what either side has', 'codes', 'a', ['b'], ['c'], ['b', 'c']],
    [
      '`target` with the same quotes is the same passage in two versions of the text',
      'target',
      [span(10, 'q')],
      [span(14, 'q')],
      [span(12, 'q')],
      [span(12, 'q')],
    ],
    [
      '`target` with other quotes is undecided',
      'target',
      [span(10, 'q')],
      [span(10, 'qu')],
      [span(10, 'quo')],
      { undecided: [[span(10, 'qu')], [span(10, 'quo')]] },
    ],
    ['`created` is the earlier one', 'created', undefined, '2026-02-01', '2026-01-01', '2026-01-01'],
    ['`modified` is the later one', 'modified', '2025-01-01', '2026-02-01', '2026-01-01', '2026-02-01'],
    ['`conflict` is either', 'conflict', undefined, 'b', 'a', 'a'],
    ['that is a map is merged key by key', 'mine', { a: 1 }, { a: 1, b: 2 }, { a: 3 }, { a: 3, b: 2 }],
    [
      'that is a map with an undecided key is undecided as a whole',
      'mine',
      { a: 1 },
      { a: 2, b: 2 },
      { a: 3 },
      { undecided: [{ a: 2, b: 2 }, { a: 3 }] },
    ],
    [
      'that is a map on one side only is undecided',
      'mine',
      undefined,
      { a: 1 },
      'text',
      { undecided: ['text', { a: 1 }] },
    ],
    ['that is called like a member of every object is a key like others', 'constructor', 'a', 'b', 'a', 'b'],
  ];
  for (const [name, key, base, ours, theirs, expected] of decisions) {
    it(name, () => assert.deepEqual(merged(key, base, ours, theirs), expected));
  }

  it('of several undecided ones is kept of one side, together', () => {
    const { value, conflicts } = mergeAnnotationValue(
      {},
      { note: 'b', entity: 'a' },
      { note: 'a', entity: 'b' },
    );
    assert.deepEqual(
      [value, conflicts],
      [
        { note: 'b', entity: 'a' },
        { note: 'a', entity: 'b' },
      ],
    );
  });

  it('is merged without a base too, or with one that is no map', () => {
    for (const base of [undefined, 'text'])
      assert.deepEqual(mergeAnnotationValue(base, { note: 'a' }, { note: 'a' }).value, { note: 'a' });
  });
});

describe('a key of the file', () => {
  it('that tells the fingerprint is of either side', () => {
    const [a, b] = [{ text: { length: 1, sha256: 'a' } }, { text: { length: 2, sha256: 'b' } }];
    assert.deepEqual(mergeFrameValue({}, b, a), { value: a, conflicts: {} });
  });

  it('that is undecided is lost on one side, and that is told', () => {
    const file = (project: string): string =>
      `version: 1\nrelease: a.txt\nproject: ${project}\nannotations: []\n`;
    const { source, conflicts } = mergeSidecars(file('x'), file('b'), file('a'));
    assert.equal(source, file('a'));
    assert.deepEqual(conflicts, [{ kind: 'key', key: 'project', lost: '"b"' }]);
  });
});

describe('the id of the copy that holds the other value', () => {
  it('is an id, the same whoever merges, another one at every attempt', () => {
    const ids = [0, 1, 2].map((attempt) => copyId('k7m2qp4d', { note: 'b' }, attempt));
    assert.deepEqual(ids, [copyId('k7m2qp4d', { note: 'b' }), ...ids.slice(1)]);
    assert.equal(new Set(ids).size, 3);
    for (let n = 0; n < 200; n++) assert.match(copyId('k7m2qp4d', { note: `${n}` }), /^[a-z][a-z0-9]{7}$/);
    assert.notEqual(copyId('other', { note: 'b' }), ids[0]);
  });

  it('does not depend on the order of keys', () => {
    assert.equal(json({ b: [1, { d: null, c: 'x' }], a: true }), '{"a":true,"b":[1,{"c":"x","d":null}]}');
    assert.equal(copyId('a', { x: 1, y: 2 }), copyId('a', { y: 2, x: 1 }));
  });

  const item = (id: string, note: string, more = ''): string =>
    `  - id: ${id}\n    note: ${note}\n${more}    target: [{start: 1, end: 2, quote: q}]\n`;
  const file = (...items: string[]): string => `version: 1\nrelease: a.txt\nannotations:\n${items.join('')}`;
  const copy = copyId('k7m2qp4d', { note: 'b' });

  it('is another one where an annotation has it already', () => {
    const taken = item(copy, 'mine');
    const { conflicts } = mergeSidecars(
      file(item('k7m2qp4d', 'o'), taken),
      file(item('k7m2qp4d', 'b'), taken),
      file(item('k7m2qp4d', 'a'), taken),
    );
    assert.deepEqual(conflicts, [
      { kind: 'annotation', id: 'k7m2qp4d', copy: copyId('k7m2qp4d', { note: 'b' }, 1), keys: ['note'] },
    ]);
  });

  it('is the same one where the copy has been made before, and nothing is made twice', () => {
    const sides = [
      file(item('k7m2qp4d', 'o')),
      file(item('k7m2qp4d', 'b')),
      file(item('k7m2qp4d', 'a')),
    ] as const;
    const first = mergeSidecars(...sides).source!;
    assert.deepEqual(
      readSidecar(first).items.map(({ id }) => id),
      ['k7m2qp4d', copy].sort(),
    );
    assert.equal(mergeSidecars(sides[0], first, sides[1]).source, first);
  });
});

describe('lines of a merged sidecar', () => {
  const base =
    'version: 1\nrelease: a.txt\nannotations:\n  - id: aaaaaaa1\n    target: [{start: 1, end: 2, quote: q}]\n';
  const added = '  - id: bbbbbbb2\n    target: [{start: 3, end: 4, quote: r}]\n';
  const crlf = (text: string): string => text.replace(/\n/g, '\r\n');

  it('of the other side get our line ends and indentation', () => {
    const flat = (base + added).replace(/^ {2}/gm, '');
    assert.equal(mergeSidecars(base, base, base + added).source, base + added);
    assert.equal(mergeSidecars(base, base + '# end\n', flat).source, base + added + '# end\n');
    assert.equal(
      mergeSidecars(base, crlf(base + '# end\n'), base + added).source,
      crlf(base + added + '# end\n'),
    );
  });

  it('are those of the side that changed the head of the file, in whatever line ends ours has', () => {
    const headed = base.replace('version: 1', '# our corpus\nversion: 1\nproject: x');
    assert.equal(mergeSidecars(base, base + added, headed).source, headed + added);
    const ours = crlf(base + added);
    const { source } = mergeSidecars(base, ours, headed);
    assert.equal(source?.replace(/\r\n/g, ''), source?.replace(/\r?\n/g, ''), 'no line end without CR');
    assert.match(source ?? '', /project: x\r\n/);
  });

  it('without a line end at the end of the file get one before the next', () => {
    const open = base + added.trimEnd();
    const other = base + added.replace('bbbbbbb2', 'ccccccc3');
    assert.deepEqual(
      readSidecar(mergeSidecars(base, open, other).source!).items.map(({ id }) => id),
      ['aaaaaaa1', 'bbbbbbb2', 'ccccccc3'],
    );
  });
});

describe('merge markers', () => {
  const sides = { ours: 'a\nb\nz\n', theirs: 'a\nc\nz\n' };

  it('enclose what either side has; before and behind them is what both have', () =>
    assert.deepEqual(splitMergeMarkers('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nz\n'), sides));

  it('may be the last line, without a line end', () =>
    assert.deepEqual(splitMergeMarkers('<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x'), {
      ours: 'b\n',
      theirs: 'c\n',
    }));

  it('are of seven signs, alone or before a blank', () => {
    assert.equal(splitMergeMarkers('<<<<<< a\nb\n=======\nc\n>>>>>> x\n'), undefined);
    assert.deepEqual(splitMergeMarkers('<<<<<<<\nb\n========\n=======\nc\n>>>>>>>\n'), {
      ours: 'b\n========\n',
      theirs: 'c\n',
    });
  });

  it('tell the base where every conflict has one; signs outside of conflicts are text', () => {
    assert.deepEqual(
      splitMergeMarkers('=======\n<<<<<<< a\nb\n||||||| o\nold\n=======\nc\n>>>>>>> x\n||||||| text\n'),
      {
        ours: '=======\nb\n||||||| text\n',
        base: '=======\nold\n||||||| text\n',
        theirs: '=======\nc\n||||||| text\n',
      },
    );
  });

  it('that are nested, or never closed, or out of order are left to a person', () => {
    for (const source of [
      '',
      'text\n',
      '<<<<<<< a\nb\n',
      '<<<<<<< a\nb\n=======\nc\n',
      '<<<<<<< a\nb\n>>>>>>> x\n',
      '>>>>>>> x\n',
      '<<<<<<< a\n=======\n<<<<<<< b\n>>>>>>> x\n',
    ]) {
      assert.equal(splitMergeMarkers(source), undefined, source);
      const { problems, source: resolved } = resolveMergeMarkers(source);
      assert.deepEqual(
        problems.map(({ rule, severity, span: { start, end } }) => [rule, severity, start, end]),
        [['sidecar/merge-markers', 'error', 0, 0]],
      );
      assert.equal(resolved, undefined);
    }
  });

  it('are merged with the ancestor that git has, else with the base in the file, else without', () => {
    const head = 'version: 1\nrelease: a.txt\nannotations:\n';
    const item = (note: string): string =>
      `  - id: aaaaaaa1\n    note: ${note}\n    target: [{start: 1, end: 2, quote: q}]\n`;
    const marked = (base: string): string =>
      `${head}<<<<<<< a\n${item('new')}${base}=======\n${item('old')}>>>>>>> b\n`;
    const notes = (source: string, ancestor?: string): (string | undefined)[] =>
      readSidecar(resolveMergeMarkers(source, ancestor).source!).items.map(
        ({ annotation }) => annotation?.note,
      );
    assert.deepEqual(notes(marked(''), head + item('old')), ['new']);
    assert.deepEqual(notes(marked(`||||||| o\n${item('old')}`)), ['new']);
    assert.deepEqual(notes(marked('')).sort(), ['new', 'old']);
  });
});
