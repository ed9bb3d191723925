import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import { anchorsInNewText } from '../../../src/core/annotation/anchorsInNewText';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { LiveAnnotations } from '../../../src/core/annotation/liveAnnotations';
import { makeSelector } from '../../../src/core/annotation/selector';

const sentences = [
  'The delegation left for home.',
  'Both sides agreed to meet again.',
  'Thanks were expressed for the warm welcome.',
  'A reception was given in the evening.',
  'The ministers met on Tuesday.',
];
const texts = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 12 })
  .map((chosen) => chosen.join(' '));

/** Every sentence of a text, annotated. */
function annotated(text: string): Annotation[] {
  return [...text.matchAll(/[^.]+\./g)].map(({ 0: quote, index }, i) => {
    const start = index + quote.length - quote.trimStart().length;
    const target = [makeSelector(text, { start, end: index + quote.length })];
    return { id: `id${String(i).padStart(6, '0')}`, codes: ['x'], target };
  });
}

describe('annotations when git replaces a release and its sidecar', () => {
  it('are where the new sidecar says, whichever of the two comes first', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (before, after, sidecarFirst) => {
        const [old, fresh] = [annotated(before), annotated(after)];
        const live = new LiveAnnotations(before);
        live.load(old, anchorAnnotations(before, old));
        const takeText = (madeOf: string): void => {
          const held = live.passages.map(({ annotation }) => annotation);
          live.replaced(after, anchorsInNewText(after, before, held, fingerprint(madeOf)));
        };
        const takeSidecar = (text: string): void =>
          live.load(fresh, anchorAnnotations(text, fresh), fingerprint(after));
        if (sidecarFirst) {
          takeSidecar(before);
          takeText(after);
        } else {
          takeText(before);
          takeSidecar(after);
        }
        for (const { annotation, state, spans } of live.passages) {
          assert.equal(state, 'exact');
          assert.equal(after.slice(spans[0]!.start, spans[0]!.end), annotation.target[0]!.quote);
        }
        assert.equal(live.passages.length, fresh.length);
      }),
    );
  });

  it('of a sidecar that speaks of the old text are carried over from that', () => {
    const before = sentences.join(' ');
    const after = `${sentences[4]} ${before}`;
    const old = annotated(before);
    assert.deepEqual(
      anchorsInNewText(after, before, old, fingerprint(before)),
      anchorAnnotations(after, old, { previousText: before }),
    );
  });
});
