import type { TextDocument } from 'vscode';
import { parseRelease } from '../../core/release/parseRelease';
import type { Release } from '../../core/release/release';
import { fileName } from '../support/textFiles';

const known = new WeakMap<TextDocument, { readonly version: number; readonly release: Release }>();

/** The layout of a release as it is now, without recognising anybody in it: read once for each version of the text. */
export function layoutOf(document: TextDocument): Release {
  const { version } = document;
  const last = known.get(document);
  if (last?.version === version) return last.release;
  const release = parseRelease(document.getText(), { fileName: fileName(document.uri) });
  known.set(document, { version, release });
  return release;
}
