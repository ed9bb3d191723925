import type { Uri } from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import type { Anchor, Sidecar } from '../../core/annotation/annotation';
import type { Services } from '../services';

/**
 * Where the annotations of a sidecar are in the saved text of its release: told by the text alone where that is enough, else
 * by what git knows of the text that they were made in.
 */
export async function anchorsOnDisk(
  release: Uri,
  text: string,
  sidecar: Sidecar,
  services: Services,
): Promise<readonly Anchor[]> {
  const anchors = anchorAnnotations(text, sidecar.annotations);
  const isSure = anchors.every(({ state }) => state === 'exact');
  if (isSure || !sidecar.text) return anchors;
  const previousText = await services.committedText(release, sidecar.text);
  return previousText === undefined
    ? anchors
    : anchorAnnotations(text, sidecar.annotations, { previousText });
}
