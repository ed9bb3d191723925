import type * as vscode from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import type { Anchor, Annotation } from '../../core/annotation/annotation';
import { readSidecar } from '../../core/annotation/sidecar';
import type { UnheldOfSidecar } from '../../core/formats/unheld';
import { unheldOfSidecar } from '../../core/formats/unheld';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { openDocument, readText } from '../support/textFiles';

/** A release as it stands at this moment. */
export interface CurrentRelease {
  /** UTF-16 offsets below are of this text. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** By the same index. */
  readonly anchors: readonly Anchor[];
  /** What its sidecar says that goes into no format. */
  readonly unheld?: UnheldOfSidecar;
}

/**
 * A release with its annotations as the person sees them: of an open one the text and the passages of its editor, saved
 * or not; of any other what its files say. Undefined where there is no file.
 */
export async function currentRelease(
  uri: vscode.Uri,
  corpus: Corpus,
  open: AnnotatedReleases,
): Promise<CurrentRelease | undefined> {
  const source = await readText(sidecarUri(uri, corpus));
  const sidecar = source === undefined ? undefined : readSidecar(source);
  const unheld = sidecar && { unheld: unheldOfSidecar(sidecar) };
  const document = openDocument(uri);
  const release = document && (await open.of(document));
  // Text and passages of one moment: nothing is awaited between them.
  if (document && release) {
    const { passages } = release;
    return {
      ...unheld,
      text: document.getText(),
      annotations: passages.map(({ annotation }) => annotation),
      anchors: passages.map(({ annotation: { id }, state, spans, score }) => ({
        ...{ id, state, spans },
        ...(score !== undefined && { score }),
      })),
    };
  }
  const text = await readText(uri);
  if (text === undefined) return undefined;
  const annotations = sidecar?.sidecar?.annotations ?? [];
  return { ...unheld, text, annotations, anchors: anchorAnnotations(text, annotations) };
}
