import * as vscode from 'vscode';
import { decodeFile } from '../../core/corpus/decodeFile';
import { isFileNotFound, openDocument } from '../support/textFiles';
import type { CorpusIndexing } from './corpusIndexing';

/** The text of an indexed release as the index reads it: an editor's, else what is on disk; undefined where there is none (any more). */
export async function readIndexed(index: CorpusIndexing, path: string): Promise<string | undefined> {
  const uri = index.uriOf(path);
  const open = openDocument(uri);
  if (open) return open.getText();
  try {
    const decoded = decodeFile(await vscode.workspace.fs.readFile(uri), index.encoding);
    return decoded.kind === 'text' ? decoded.text : undefined;
  } catch (error) {
    if (isFileNotFound(error)) return undefined;
    throw error;
  }
}
