import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { mergeSidecars } from '../../../src/core/annotation/merge';
import { resolveMergeMarkers, splitMergeMarkers } from '../../../src/core/annotation/mergeMarkers';
import { editSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import type { SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import type { YamlValue } from '../../../src/core/yaml/value';
import { anEdit, annotations, handWritten, sidecarOf } from './sidecars';

const passage = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({
  id,
  codes: ['stance'],
  target: [{ start, end: start + 4, quote: `text ${id}` }],
  ...more,
});
const put = (annotation: Annotation): SidecarEdit => ({ kind: 'put', annotation });
const base = sidecarOf([
  passage('aaaaaaa1', 10),
  passage('bbbbbbb2', 20, { note: 'old' }),
  passage('ccccccc3', 30),
]);
const noted = (note: string): string => editSidecar(base, [put(passage('bbbbbbb2', 20, { note }))]);
const ids = (source: string | undefined): string[] =>
  readSidecar(source ?? '').sidecar?.annotations.map((one) => one.id) ?? [];
const one = (source: string | undefined, id: string): Annotation | undefined =>
  readSidecar(source ?? '').sidecar?.annotations.find((annotation) => annotation.id === id);

describe('Two versions of a sidecar', () => {
  it('with passages added on both sides have them all, each line as its side wrote it', () => {
    const ours = editSidecar(base, [put(passage('ddddddd4', 21))]);
    const theirs = editSidecar(base, [put(passage('eeeeeee5', 22)), put(passage('fffffff6', 5))]);
    const { source, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(ids(source), ['fffffff6', 'aaaaaaa1', 'bbbbbbb2', 'ddddddd4', 'eeeeeee5', 'ccccccc3']);
    assert.equal(
      editSidecar(
        source!,
        ['ddddddd4', 'eeeeeee5', 'fffffff6'].map((id) => ({ kind: 'remove', id })),
      ),
      base,
    );
  });

  it('that changed different fields of one annotation have both changes', () => {
    const theirs = editSidecar(base, [
      put(passage('bbbbbbb2', 20, { note: 'old', codes: ['stance', 'threat'] })),
    ]);
    const { source, conflicts } = mergeSidecars(base, noted('new'), theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      one(source, 'bbbbbbb2'),
      passage('bbbbbbb2', 20, { note: 'new', codes: ['stance', 'threat'] }),
    );
  });

  it('that changed one field to different things keep both, flagged', () => {
    const { source, conflicts } = mergeSidecars(base, noted('ours'), noted('theirs'));
    assert.equal(conflicts.length, 1);
    const [conflict] = conflicts;
    assert.ok(conflict?.kind === 'annotation');
    assert.deepEqual([conflict.id, conflict.keys], ['bbbbbbb2', ['note']]);
    assert.equal(one(source, 'bbbbbbb2')?.note, 'ours');
    assert.equal(one(source, conflict.copy)?.note, 'theirs');
    assert.equal(one(source, conflict.copy)?.conflict, 'bbbbbbb2');
    assert.deepEqual(readSidecar(source!).problems, []);
    assert.equal(ids(source).length, 4);
  });

  it('keep an annotation that one changed and the other deleted', () => {
    const gone = editSidecar(base, [{ kind: 'remove', id: 'bbbbbbb2' }]);
    for (const [ours, theirs] of [
      [gone, noted('new')],
      [noted('new'), gone],
    ] as const) {
      const { source, conflicts } = mergeSidecars(base, ours, theirs);
      assert.deepEqual(conflicts, []);
      assert.equal(one(source, 'bbbbbbb2')?.note, 'new');
    }
    assert.deepEqual(ids(mergeSidecars(base, gone, base).source), ['aaaaaaa1', 'ccccccc3']);
    assert.deepEqual(ids(mergeSidecars(base, base, gone).source), ['aaaaaaa1', 'ccccccc3']);
  });

  it('add up the codes each added or took away', () => {
    const coded = (codes: string[]): string => editSidecar(base, [put(passage('aaaaaaa1', 10, { codes }))]);
    const { source, conflicts } = mergeSidecars(base, coded(['stance', 'threat']), coded(['praise']));
    assert.deepEqual(conflicts, []);
    assert.deepEqual(one(source, 'aaaaaaa1')?.codes, ['praise', 'threat']);
  });

  it('agree on a passage that both found again in their own version of the release', () => {
    const moved = (by: number): string =>
      editSidecar(base, [put(passage('aaaaaaa1', 10 + by)), put(passage('ccccccc3', 30 + by))]);
    const { source, conflicts } = mergeSidecars(base, moved(3), moved(7));
    assert.deepEqual(conflicts, []);
    assert.equal(ids(source).length, 3);
  });

  it('merge unknown keys and comments, of annotations and of the file', () => {
    const ours = base
      .replace('release:', 'project: {name: x}\nrelease:')
      .replace('  - id: bbbbbbb2', '  # look\n  - id: bbbbbbb2\n    weight: 2');
    const theirs = base
      .replace('annotations:', 'reviewed: true\nannotations:')
      .replace('  - id: bbbbbbb2', '  - id: bbbbbbb2\n    seen: [ana]');
    const { source, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(conflicts, []);
    for (const text of [
      'project: {name: x}',
      'reviewed: true',
      '  # look\n',
      '    weight: 2\n',
      '    seen: [ana]\n',
    ])
      assert.ok(source?.includes(text), text);
  });

  it('keep unknown keys of different kinds, one of them in a copy', () => {
    const rated = (value: string): string =>
      base.replace('  - id: bbbbbbb2', `  - id: bbbbbbb2\n    rating: ${value}`);
    const { source, conflicts } = mergeSidecars(base, rated('{ana: 3}'), rated('good'));
    assert.equal(conflicts.length, 1);
    for (const text of ['rating:\n      ana: 3\n', 'rating: good\n'])
      assert.ok(source?.includes(text), source);
    assert.deepEqual(mergeSidecars(base, source!, rated('good')).source, source, 'once is enough');
  });

  it('have the comments of both above an annotation', () => {
    const said = (comment: string): string => base.replace('  - id: bbbbbbb2', `${comment}  - id: bbbbbbb2`);
    const [old, added] = ['  # as in June\n', '  # see the draft\n'];
    for (const [before, ours, theirs] of [
      ['', old, added],
      [old, old, old + added],
      [old, added + old, old],
    ] as const) {
      const { source } = mergeSidecars(said(before), said(ours), said(theirs));
      for (const comment of [old, added]) assert.equal(source?.split(comment).length, 2, source);
    }
    assert.ok(!mergeSidecars(said(old), said(''), said(old)).source?.includes(old));
    assert.ok(!mergeSidecars(said(old), said(old), said('')).source?.includes(old));
  });

  it('are left alone when one can’t be read', () => {
    const { source, problems } = mergeSidecars(base, base + '\tbad', noted('x'));
    assert.equal(source, undefined);
    assert.equal(problems[0]?.severity, 'error');
    assert.equal(mergeSidecars(base, '', noted('x')).source, noted('x'));
    assert.equal(mergeSidecars('', base, noted('old')).source, base);
  });
});

describe('A sidecar with merge markers', () => {
  const marked = (middle: string): string =>
    base.replace(
      '  - id: ccccccc3',
      `<<<<<<< HEAD\n  - id: ddddddd4\n    target: [{start: 25, end: 26, quote: d}]\n${middle}=======\n  - id: eeeeeee5\n    target: [{start: 26, end: 27, quote: e}]\n>>>>>>> theirs\n  - id: ccccccc3`,
    );

  it('is merged by id', () => {
    for (const source of [marked(''), marked('||||||| 1234567\n'), marked('').replaceAll('\n', '\r\n')]) {
      assert.equal(readSidecar(source).problems[0]?.rule, 'sidecar/merge-markers');
      const merged = resolveMergeMarkers(source);
      assert.deepEqual(merged.problems, []);
      assert.deepEqual(ids(merged.source), ['aaaaaaa1', 'bbbbbbb2', 'ddddddd4', 'eeeeeee5', 'ccccccc3']);
    }
  });

  it('is taken apart, with its base where every conflict has one', () => {
    const hunk = (base: string): string => `<<<<<<< a\nours\n${base}=======\ntheirs\n>>>>>>> b\nsame\n`;
    const based = '||||||| c\nold\n';
    assert.deepEqual(splitMergeMarkers(hunk(based) + hunk(based)), {
      ours: 'ours\nsame\nours\nsame\n',
      base: 'old\nsame\nold\nsame\n',
      theirs: 'theirs\nsame\ntheirs\nsame\n',
    });
    assert.deepEqual(splitMergeMarkers(hunk(based) + hunk('')), {
      ours: 'ours\nsame\nours\nsame\n',
      theirs: 'theirs\nsame\ntheirs\nsame\n',
    });
  });

  it('is left to a person where the markers don’t fit together', () => {
    for (const source of [
      base + '<<<<<<< a\n',
      base + '>>>>>>> a\n',
      base,
      '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n',
    ]) {
      assert.equal(splitMergeMarkers(source), undefined);
      assert.notEqual(resolveMergeMarkers(source).problems.length, 0);
    }
  });
});

describe('Any merge', () => {
  const versions = fc
    .tuple(
      annotations,
      fc.array(anEdit, { maxLength: 3 }),
      fc.array(anEdit, { maxLength: 3 }),
      fc.nat(),
      fc.boolean(),
    )
    .map(([list, ours, theirs, seed, based]) => {
      const source = handWritten(sidecarOf(list), seed);
      return {
        base: based ? source : '',
        ours: editSidecar(source, ours),
        theirs: editSidecar(source, theirs),
      };
    });

  const values = (source: string | undefined): Map<string, YamlValue> => {
    const file = readSidecar(source ?? '');
    assert.deepEqual(
      file.problems.filter((problem) => problem.rule !== 'sidecar/format'),
      [],
      source,
    );
    return new Map(file.items.map((item) => [item.id ?? '', item.value]));
  };

  it('says the same whoever merges', () => {
    fc.assert(
      fc.property(versions, ({ base: b, ours, theirs }) => {
        const one = mergeSidecars(b, ours, theirs);
        const other = mergeSidecars(b, theirs, ours);
        assert.deepEqual(values(one.source), values(other.source));
        assert.deepEqual(ids(one.source), ids(other.source), 'in one order');
        assert.deepEqual(
          new Set(one.conflicts.map((c) => JSON.stringify(c))),
          new Set(other.conflicts.map((c) => JSON.stringify(c))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is done once: merging either side again changes nothing', () => {
    fc.assert(
      fc.property(versions, ({ base: b, ours, theirs }) => {
        const merged = mergeSidecars(b, ours, theirs).source!;
        assert.equal(mergeSidecars(b, merged, merged).source, merged);
        assert.deepEqual(values(mergeSidecars(b, merged, theirs).source), values(merged));
        assert.deepEqual(values(mergeSidecars(b, merged, ours).source), values(merged));
        assert.equal(mergeSidecars(b, ours, ours).source, ours);
        assert.equal(mergeSidecars(ours, ours, theirs).source, theirs);
        assert.equal(mergeSidecars(theirs, ours, theirs).source, ours);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing that either side added or changed, and doubles nothing', () => {
    fc.assert(
      fc.property(versions, ({ base: b, ours, theirs }) => {
        const [before, own, other] = [values(b || sidecarOf([])), values(ours), values(theirs)];
        const { source, conflicts } = mergeSidecars(b, ours, theirs);
        const merged = values(source);
        for (const [id, value] of [...own, ...other]) {
          const unchanged = JSON.stringify(before.get(id)) === JSON.stringify(value);
          const deleted = !(own.has(id) && other.has(id));
          if (!(unchanged && deleted)) assert.ok(merged.has(id), `${id} lost`);
        }
        const copies = new Set(
          conflicts.map((conflict) => (conflict.kind === 'annotation' ? conflict.copy : '')),
        );
        for (const id of merged.keys())
          assert.ok(own.has(id) || other.has(id) || copies.has(id), `${id} doubled`);
        const notes = (map: Map<string, YamlValue>): string[] =>
          [...map].map(([, value]) => (value as Record<string, string>)['note'] ?? '');
        const kept = notes(merged);
        for (const [id, value] of own) {
          const note = (value as Record<string, string>)['note'];
          const was = (before.get(id) as Record<string, string> | undefined)?.['note'];
          if (note !== undefined && note !== was && merged.has(id))
            assert.ok(kept.includes(note), 'a changed note lost');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves annotations that one or no side changed byte for byte', () => {
    fc.assert(
      fc.property(versions, ({ base: b, ours, theirs }) => {
        const lines = (source: string): Map<string, string> =>
          new Map(readSidecar(source).items.map((item) => [item.id ?? '', item.text.trimEnd()]));
        const [before, own, other, merged] = [
          lines(b || sidecarOf([])),
          lines(ours),
          lines(theirs),
          lines(mergeSidecars(b, ours, theirs).source!),
        ];
        for (const [id, text] of merged) {
          if (own.get(id) === other.get(id) || other.get(id) === before.get(id))
            assert.equal(text, own.get(id) ?? text);
          else if (own.get(id) === before.get(id)) assert.equal(text, other.get(id) ?? text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
