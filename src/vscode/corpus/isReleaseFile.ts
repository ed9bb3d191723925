import type * as vscode from 'vscode';
import { looksLikeRelease } from '../../core/release/detect';
import { exists, fileName } from '../support/textFiles';
import type { Corpus } from './corpus';
import { sidecarUri } from './corpusFiles';

/**
 * Whether a file that the corpus's globs match is a release: by name, by the project file's word, by its text, or because somebody
 * annotated it, whatever its text looks like.
 */
export async function isReleaseFile(uri: vscode.Uri, text: string, corpus: Corpus): Promise<boolean> {
  if (uri.path.endsWith('.release') || corpus.project.detection === 'off') return true;
  return looksLikeRelease(text, fileName(uri)).isRelease || isAnnotated(uri, corpus);
}

export function isAnnotated(uri: vscode.Uri, corpus: Corpus): Promise<boolean> {
  return exists(sidecarUri(uri, corpus));
}
