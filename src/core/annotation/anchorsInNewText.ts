import { anchorAnnotations } from './anchoring';
import type { Anchor, Annotation, TextFingerprint } from './annotation';
import { fingerprint } from './fingerprint';

/**
 * Where annotations are after another program replaced `previousText` by `text` (both without BOM). `madeOf` is the text
 * that their sidecar speaks of: where git switches branches it replaces the sidecar too, and may have done so first; then
 * that speaks of the new text already.
 */
export function anchorsInNewText(
  text: string,
  previousText: string,
  annotations: readonly Annotation[],
  madeOf: TextFingerprint | undefined,
): readonly Anchor[] {
  return madeOf !== undefined && madeOf.sha256 === fingerprint(text).sha256
    ? anchorAnnotations(text, annotations, { previousLength: madeOf.length })
    : anchorAnnotations(text, annotations, { previousText });
}
