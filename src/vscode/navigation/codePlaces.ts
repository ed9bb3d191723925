import * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import { passagesOf } from '../../core/corpus/questions/passagesOf';
import { readCodebook } from '../../core/annotation/codebookFile';
import type { Corpus } from '../corpus/corpus';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { readText } from '../support/textFiles';

/** Where the codebook defines a code. */
export async function definitionOfCode(code: string, corpus: Corpus): Promise<vscode.Location | undefined> {
  const source = await readText(corpus.codebookUri);
  if (source === undefined) return undefined;
  const { locate } = readCodebook(source);
  const span = locate(code, 'id') ?? locate(code);
  return span && new vscode.Location(corpus.codebookUri, rangeIn(lineStarts(source), span));
}

/** Every passage of the corpus with a code, release by release; of a discontinuous one its first part. */
export function* passagesWith(
  view: CorpusView,
  code: string,
  uriOf: (path: string) => vscode.Uri,
): Generator<readonly vscode.Location[], void> {
  for (const { release, passages } of passagesOf(view, code)) {
    const starts = view.lineStarts(release);
    const uri = uriOf(release.path);
    yield passages.flatMap(({ spans: [first] }) =>
      first ? [new vscode.Location(uri, rangeIn(starts, first))] : [],
    );
  }
}
