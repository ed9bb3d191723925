import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import { decideTogether, type Decision } from '../../../src/core/annotation/decisions';
import { LiveAnnotations } from '../../../src/core/annotation/liveAnnotations';
import { RememberedLines } from '../../../src/core/annotation/rememberedLines';
import { newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { applyEdits, type SidecarEdit } from '../../../src/core/annotation/sidecarEdit';

const text =
  'The delegation arrived on Sunday. 🤝 Both sides expressed deep thanks for the warm welcome. They agreed to meet again.\n';
const now = '2026-11-21T17:00:00Z';
const ids = Array.from({ length: 6 }, (_, i) => `aaaaaaa${i}`);

const anyId = fc.constantFrom(...ids);
const anySpan = fc
  .tuple(fc.nat(text.length - 12), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => ({ start, end: start + length }));

/** Everything a person can do to annotations: tag, retag, link, note, move, keep without a place, delete. */
const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
  fc
    .record({ id: anyId, span: anySpan, code: fc.constantFrom('a', 'b') })
    .map(({ id, span, code }): Decision => {
      return { kind: 'create', annotation: { id, codes: [code], spans: [span] } };
    }),
  fc.record({ id: anyId, codes: fc.subarray(['a', 'b', 'c']) }).map(({ id, codes }): Decision => {
    return { kind: 'change', id, decide: (annotation) => ({ ...annotation, codes }) };
  }),
  fc.record({ id: anyId, entity: fc.constantFrom('none', 'somebody') }).map(({ id, entity }): Decision => {
    return { kind: 'change', id, decide: (annotation) => ({ ...annotation, entity }) };
  }),
  fc.record({ id: anyId, note: fc.string({ minLength: 1 }) }).map(({ id, note }): Decision => {
    return { kind: 'change', id, decide: (annotation) => ({ ...annotation, note }) };
  }),
  fc
    .record({ id: anyId, span: anySpan })
    .map(({ id, span }): Decision => ({ kind: 'move', id, spans: [span] })),
  anyId.map((id): Decision => ({ kind: 'keepAsOrphan', id })),
  anyId.map((id): Decision => ({ kind: 'remove', id })),
);

describe('undo of a deletion', () => {
  it('gives an annotation back with its comments, quoting and unknown keys', () => {
    const source = `version: 1
release: a.txt
annotations:
  # looked at twice
  - id: aaaaaaa1   # Ana's
    codes: ['a']
    target: [{start: 4, end: 14, quote: "delegation"}]
    colour: green
`;
    const file = readSidecar(source);
    const live = new LiveAnnotations(text);
    const { annotations } = file.sidecar!;
    live.load(annotations, anchorAnnotations(text, annotations));
    const lines = new RememberedLines();
    const edits = live.remove(['aaaaaaa1']);
    lines.remember(file, edits);
    const without = applyEdits(file, edits);
    const back = applyEdits(without, lines.withLines(live.undo()!)).source;
    assert.match(back, /- id: aaaaaaa1 {3}# Ana's\n {4}codes: \['a'\]\n.*"delegation".*\n {4}colour: green/);
  });
});

describe('whatever is done to annotations, alone or in bulk', () => {
  it('is undone and redone step by step, the sidecar byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyDecision, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        (steps) => {
          const live = new LiveAnnotations(text);
          let file = readSidecar(newSidecar('a.txt'));
          const lines = new RememberedLines();
          const apply = (edits: readonly SidecarEdit[]): string => {
            lines.remember(file, edits);
            file = applyEdits(
              file,
              edits.filter(({ kind }) => kind !== 'text'),
            );
            const annotations = file.sidecar!.annotations;
            live.load(annotations, anchorAnnotations(text, annotations));
            return file.source;
          };
          const sources = [file.source];
          for (const decisions of steps) {
            const known = new Set(live.passages.map(({ annotation }) => annotation.id));
            // What exists is not made again, within one step neither.
            const possible = decisions.filter((decision) => {
              if (decision.kind !== 'create') return true;
              const isNew = !known.has(decision.annotation.id);
              known.add(decision.annotation.id);
              return isNew;
            });
            const edits = decideTogether(live, possible, now);
            if (edits.length > 0) sources.push(apply(edits));
          }
          for (let i = sources.length - 2; i >= 0; i--)
            assert.equal(apply(lines.withLines(live.undo()!)), sources[i]);
          assert.equal(live.undo(), undefined);
          for (let i = 1; i < sources.length; i++)
            assert.equal(apply(lines.withLines(live.redo()!)), sources[i]);
          assert.equal(live.redo(), undefined);
        },
      ),
      { numRuns: 150 },
    );
  });
});
