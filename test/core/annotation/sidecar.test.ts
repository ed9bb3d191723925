import assert from 'node:assert/strict';
import { editSidecar, newAnnotationId, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { applyEdits, invertSidecarEdits, type SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import type { Annotation } from '../../../src/core/annotation/annotation';

const source = `# Coded by Ana
version: 1
release: 2024-01-21-visit.txt
text: {length: 5199, sha256: ${'9e'.repeat(32)}}  # as of Sunday
reviewed: true
annotations:
  # the core of it
  - id: k7m2qp4d
    codes: [gratitude, 'solidarity']   # both?
    target:
      - start: 3412
        end: 3611
        quote: The guests expressed deep thanks
        prefix: "fair order.\\n\\n"
        suffix: "\\n\\nBoth sides"
        page: 2
    confidence: {level: high}
    note: Compare with June.
    author: ana
  - id: w3x9a1bz
    entity: alexander-novak
    target: [{start: 3812, end: 3826, quote: Alexandr Nobak}]
`;

const passage: Annotation = {
  id: 'm5m5m5m5',
  codes: ['stance'],
  target: [{ start: 3700, end: 3704, quote: 'side', prefix: 'Both ', suffix: ' of' }],
};

function linesChanged(before: string, after: string): { removed: string[]; added: string[] } {
  const a = before.split('\n');
  const b = after.split('\n');
  return { removed: a.filter((line) => !b.includes(line)), added: b.filter((line) => !a.includes(line)) };
}

describe('A sidecar', () => {
  it('is read into annotations, unknown keys and comments aside', () => {
    const { sidecar, problems, writable } = readSidecar(source);
    assert.deepEqual(problems, []);
    assert.equal(writable, true);
    assert.equal(sidecar?.release, '2024-01-21-visit.txt');
    assert.equal(sidecar.text?.length, 5199);
    assert.deepEqual(sidecar.annotations[1], {
      id: 'w3x9a1bz',
      codes: [],
      entity: 'alexander-novak',
      target: [{ start: 3812, end: 3826, quote: 'Alexandr Nobak' }],
    });
    assert.deepEqual(sidecar.annotations[0]?.codes, ['gratitude', 'solidarity']);
  });

  it('tells where an annotation and its parts stand', () => {
    const file = readSidecar(source);
    const quote = file.locate('w3x9a1bz', ['target', 0, 'quote']);
    assert.equal(source.slice(quote?.start, quote?.end), 'Alexandr Nobak');
    const id = file.locate('k7m2qp4d', ['id']);
    assert.equal(source.slice(id?.start, id?.end), 'k7m2qp4d');
  });

  it('changes one line for one changed field', () => {
    const { sidecar } = readSidecar(source);
    const [first] = sidecar!.annotations;
    const after = editSidecar(source, [
      { kind: 'put', annotation: { ...first!, note: 'Compare with: May.' } },
    ]);
    assert.deepEqual(linesChanged(source, after), {
      removed: ['    note: Compare with June.'],
      added: ['    note: "Compare with: May."'],
    });
  });

  it('keeps comments and the quoting of what it doesn’t change within a changed line', () => {
    const [first] = readSidecar(source).sidecar!.annotations;
    const after = editSidecar(source, [
      { kind: 'put', annotation: { ...first!, codes: ['thanks', 'solidarity'] } },
    ]);
    assert.ok(after.includes("codes: [thanks, 'solidarity']   # both?"));
    assert.equal(after.replace('thanks,', 'gratitude,'), source);
  });

  it('puts a new annotation between its neighbours and leaves every other byte', () => {
    const after = editSidecar(source, [{ kind: 'put', annotation: passage }]);
    const lines = `  - id: m5m5m5m5
    codes: [stance]
    target:
      - start: 3700
        end: 3704
        quote: side
        prefix: "Both "
        suffix: " of"
`;
    assert.equal(after.replace(lines, ''), source);
    assert.ok(
      after.indexOf('k7m2qp4d') < after.indexOf('m5m5m5m5') &&
        after.indexOf('m5m5m5m5') < after.indexOf('w3x9a1bz'),
    );
    assert.equal(editSidecar(after, [{ kind: 'remove', id: passage.id }]), source);
  });

  it('brings a removed annotation back with its comments, unknown keys and quoting', () => {
    const before = readSidecar(source);
    const edits: SidecarEdit[] = [{ kind: 'remove', id: 'k7m2qp4d' }];
    const removed = applyEdits(before, edits);
    assert.ok(!removed.source.includes('k7m2qp4d') && removed.source.includes('# the core of it'));
    const back = applyEdits(removed, invertSidecarEdits(before, edits));
    assert.ok(back.source.includes("codes: [gratitude, 'solidarity']   # both?"));
    assert.deepEqual(back.sidecar, before.sidecar);
  });

  it('writes its first annotation into `annotations: []`, and `[]` again after its last', () => {
    const empty = newSidecar('2024-01-21-visit.txt', { length: 7, sha256: 'ab'.repeat(32) });
    assert.deepEqual(readSidecar(empty).problems, []);
    const one = editSidecar(empty, [{ kind: 'put', annotation: passage }]);
    assert.deepEqual(readSidecar(one).sidecar?.annotations, [passage]);
    assert.equal(editSidecar(one, [{ kind: 'remove', id: passage.id }]), empty);
  });

  for (const count of [10, 10_000]) {
    it(`of ${count.toLocaleString('en')} annotations changes only the lines of the one that is edited`, () => {
      const idOf = (i: number): string => `k${String(i).padStart(7, '0')}`;
      const item = (i: number): string =>
        `  - id: ${idOf(i)}  # ${i}\n    codes: [stance]\n    target: [{start: ${9 * i}, end: ${9 * i + 5}, quote: "words"}]\n    mine: {a: ${i}}\n    note: of ${i}\n`;
      const items = Array.from({ length: count }, (_, i) => item(i));
      const before = readSidecar(`version: 1\nrelease: a.txt\nannotations:\n${items.join('')}`);
      const middle = count >> 1;
      const held = before.sidecar!.annotations[middle]!;
      const start = before.source.indexOf(items[middle]!);
      const end = start + items[middle]!.length;
      const changed = (edit: SidecarEdit): string => {
        const after = applyEdits(before, [edit]).source;
        const tail = before.source.slice(end);
        assert.ok(
          after.startsWith(before.source.slice(0, start)) && after.endsWith(tail),
          'not a byte elsewhere',
        );
        return after.slice(start, after.length - tail.length);
      };
      const lines = items[middle]!;
      const put = (annotation: Annotation): string => changed({ kind: 'put', annotation });
      assert.equal(put({ ...held, note: 'new' }), lines.replace(`of ${middle}`, 'new'));
      assert.equal(
        put({ ...held, codes: ['stance', 'plans'] }),
        lines.replace('[stance]', '[stance, plans]'),
      );
      assert.equal(
        put({ ...held, target: [{ ...held.target[0]!, end: 9 * middle + 6 }] }),
        lines.replace(`end: ${9 * middle + 5}`, `end: ${9 * middle + 6}`),
      );
      assert.equal(changed({ kind: 'remove', id: idOf(middle) }), '');
      const added = put({
        ...passage,
        target: [{ start: 9 * middle + 1, end: 9 * middle + 5, quote: 'ords' }],
      });
      assert.ok(added.startsWith(lines));
      assert.equal(added.slice(lines.length).match(/^ {2}- id: /gm)?.length, 1);
    });
  }

  it('keeps CRLF', () => {
    const windows = source.replaceAll('\n', '\r\n');
    const after = editSidecar(windows, [{ kind: 'put', annotation: { ...passage, note: 'one\ntwo' } }]);
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
    assert.equal(readSidecar(after).sidecar?.annotations[1]?.note, 'one\ntwo');
  });

  it('is never written to when it can’t be read', () => {
    const broken = [
      source.replace('version: 1', 'version: 2'),
      source.replace('  - id: w3', '<<<<<<< HEAD\n  - id: w3') + '=======\n>>>>>>> theirs\n',
      source.replace('[gratitude', '[[gratitude'),
      'annotations: 5',
      '',
    ];
    for (const bad of broken) {
      const file = readSidecar(bad);
      assert.equal(file.sidecar, undefined, bad);
      assert.equal(file.writable, false);
      assert.notEqual(file.problems.length, 0);
      assert.throws(() => editSidecar(bad, [{ kind: 'put', annotation: passage }]));
    }
  });

  it('loses no annotation to another one’s fault', () => {
    const bad = source
      .replace('start: 3412', 'start: "3412"')
      .replace('  - id: w3x9a1bz', '  - hello\n  - id: w3x9a1bz');
    const { sidecar, problems, writable } = readSidecar(bad);
    assert.deepEqual(
      sidecar?.annotations.map((annotation) => annotation.id),
      ['w3x9a1bz'],
    );
    assert.equal(writable, true);
    assert.deepEqual(
      problems.map((problem) => [problem.rule, bad.slice(problem.span.start, problem.span.end)]),
      [
        ['sidecar/format', '"3412"'],
        ['sidecar/format', 'hello'],
      ],
    );
  });
});

describe('An annotation’s id', () => {
  it('is eight of [a-z0-9], new, and never looks like a number', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 2000; i++) {
      const id = newAnnotationId(taken);
      assert.match(id, /^[a-z][a-z0-9]{7}$/);
      assert.ok(!taken.has(id));
      taken.add(id);
    }
  });
});
