import * as vscode from 'vscode';
import type { Corpus } from '../corpus/corpus';
import { definitionOfCode } from './codePlaces';

/** Opens the codebook where it defines a code. */
export async function showInCodebook(corpus: Corpus, code: string): Promise<void> {
  const definition = await definitionOfCode(code, corpus);
  const selection = definition && { selection: definition.range };
  await vscode.window.showTextDocument(corpus.codebookUri, { preview: true, ...selection });
}
