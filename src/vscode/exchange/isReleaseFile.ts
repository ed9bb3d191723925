import type * as vscode from 'vscode';
import { looksLikeRelease } from '../../core/release/detect';
import type { Corpus } from '../corpus/corpus';
import { fileName, readText } from '../support/textFiles';

/** Whether a file that the corpus's globs match is a release: by name, by the project file's word, or by its text. */
export async function isReleaseFile(uri: vscode.Uri, corpus: Corpus): Promise<boolean> {
  if (uri.path.endsWith('.release') || corpus.project.detection === 'off') return true;
  const text = await readText(uri);
  return text !== undefined && looksLikeRelease(text, fileName(uri)).isRelease;
}
