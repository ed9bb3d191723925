import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { applyEdits, invertSidecarEdits, type SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import { isList, isMapValue } from '../../../src/core/yaml/render';
import { damaged, plainYaml } from '../yaml/yamlTexts';
import { anEdit, annotations, handWritten, sidecarOf } from './sidecars';

const byId = (list: readonly Annotation[]): Map<string, Annotation> =>
  new Map(list.map((one) => [one.id, one]));

/** What a list of edits is to lead to. */
function expected(before: readonly Annotation[], edits: readonly SidecarEdit[]): Map<string, Annotation> {
  const after = byId(before);
  for (const edit of edits) {
    if (edit.kind === 'put') after.set(edit.annotation.id, edit.annotation);
    if (edit.kind === 'remove') after.delete(edit.id);
  }
  return after;
}

describe('Any sidecar', () => {
  it('gives back the annotations that were written', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        const file = readSidecar(sidecarOf(list));
        assert.deepEqual(file.problems, []);
        assert.deepEqual(byId(file.sidecar?.annotations ?? []), byId(list));
        const starts = file.sidecar!.annotations.map((one) =>
          Math.min(...one.target.map((span) => span.start)),
        );
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('says after any edits what they say, and nothing else in it changes', () => {
    fc.assert(
      fc.property(
        annotations,
        fc.array(anEdit, { maxLength: 4 }),
        fc.nat(),
        fc.boolean(),
        (list, edits, seed, windows) => {
          const plain = handWritten(sidecarOf(list), seed);
          const source = windows ? plain.replaceAll('\n', '\r\n') : plain;
          const before = readSidecar(source);
          assert.equal(before.writable, true, source);
          const after = applyEdits(before, edits);
          const again = readSidecar(after.source);
          assert.deepEqual(again.sidecar, after.sidecar, 'what is held is what is written');
          assert.deepEqual(
            byId(again.sidecar?.annotations ?? []),
            expected(before.sidecar!.annotations, edits),
          );
          if (windows) assert.equal(after.source.replaceAll('\r\n', '').includes('\n'), false);
          const touched = new Set(
            edits.map((edit) =>
              edit.kind === 'put' ? edit.annotation.id : edit.kind === 'remove' ? edit.id : '',
            ),
          );
          const kept = (file: typeof before): string[] =>
            file.items.filter((item) => !touched.has(item.id ?? '')).map((item) => item.text.trimEnd());
          assert.deepEqual(kept(again), kept(before), 'other annotations stay byte for byte');
          const comments = (text: string): number => text.split('# c').length;
          const own = before.items
            .filter((item) => touched.has(item.id ?? ''))
            .reduce((sum, item) => sum + comments(item.text) - 1, 0);
          assert.ok(comments(after.source) >= comments(source) - own, 'comments outside of them stay');
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is byte for byte as it was when edits are taken back', () => {
    fc.assert(
      fc.property(annotations, fc.array(anEdit, { maxLength: 4 }), (list, edits) => {
        const before = readSidecar(sidecarOf(list));
        const after = applyEdits(before, edits);
        const back = applyEdits(after, invertSidecarEdits(before, edits));
        assert.equal(back.source, before.source);
      }),
      { numRuns: 3000 },
    );
  });

  it('read item by item says what `yaml` says, and is unreadable exactly when `yaml` can’t read it', () => {
    const source = fc.tuple(annotations, fc.nat()).map(([list, seed]) => handWritten(sidecarOf(list), seed));
    let readable = 0;
    fc.assert(
      fc.property(damaged(source), (text) => {
        const file = readSidecar(text);
        const plain = plainYaml(text);
        if (!plain) return assert.equal(file.sidecar, undefined, text);
        if (!file.sidecar) return;
        readable++;
        assert.ok(isMapValue(plain.value));
        const list = plain.value['annotations'] ?? [];
        assert.ok(isList(list));
        assert.equal(file.items.length, list.length, text);
        if (plain.faults === 0)
          assert.deepEqual(
            file.items.map((item) => item.value),
            list,
            text,
          );
        if (file.writable) assert.equal(applyEdits(file, []).source, text);
      }),
      { numRuns: 3000 },
    );
    assert.ok(readable > 300, String(readable));
  });

  it('takes an edit whatever its layout', () => {
    const list: Annotation[] = [
      { id: 'a0000001', codes: ['x'], target: [{ start: 5, end: 6, quote: 'q' }], note: 'n: 1' },
    ];
    const more: Annotation = {
      id: 'b0000001',
      codes: [],
      entity: 'none',
      target: [{ start: 9, end: 12, quote: 'two' }],
    };
    const value = { version: 1, release: 'a.txt', annotations: list, mine: [1] };
    const layouts = [
      JSON.stringify(value),
      JSON.stringify(value, null, 2),
      `version: 1\nrelease: a.txt\nannotations: ${JSON.stringify(list)}  # all\nmine: [1]\n`,
      `version: 1\nrelease: a.txt\nannotations: [\n  ${JSON.stringify(list[0])},\n]\nmine: [1]`,
      `annotations:\n- id: a0000001\n  codes:\n  - x\n  target:\n  - {start: 5, end: 6, quote: q}\n  note: 'n: 1'\nversion: 1\nrelease: a.txt\nmine: [1]\n`,
      `---\nversion: 1\nrelease: a.txt\n"annotations":\n  - id: a0000001\n    codes: [x]\n    target: [{start: 5, end: 6, quote: q}]\n    note: >-\n      n:\n      1\nmine: [1]\n`,
    ];
    for (const source of layouts) {
      const file = readSidecar(source);
      assert.deepEqual(file.sidecar?.annotations, list, source);
      assert.equal(file.writable, true, source);
      const after = editSidecar(source, [{ kind: 'put', annotation: more }]);
      assert.deepEqual(readSidecar(after).sidecar?.annotations, [...list, more], after);
      assert.deepEqual((plainYaml(after)?.value as Record<string, unknown>)['mine'], [1], after);
    }
  });

  it('names its release whatever that is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        assert.equal(readSidecar(newSidecar(name)).sidecar?.release, name);
      }),
      { numRuns: 3000 },
    );
  });
});
