import * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';

/** The corpus that is worked on: that of the release, or of whatever file is active. */
export async function activeCorpus(corpora: Corpora, tagging: Tagging): Promise<Corpus | undefined> {
  const uri = tagging.editor()?.document.uri ?? vscode.window.activeTextEditor?.document.uri;
  return uri && corpora.of(uri);
}

/** The code that a context menu names, or one that the person picks. */
export async function meantCode(corpus: Corpus, argument: unknown): Promise<Code | undefined> {
  const named = (argument as { code?: unknown } | undefined)?.code;
  if (typeof named === 'string') return corpus.codes.get(named);
  const picked = await vscode.window.showQuickPick(
    [...corpus.codes.values()].map((code) => ({ label: code.name, description: code.id, code })),
    { title: vscode.l10n.t('Which Code?'), matchOnDescription: true },
  );
  return picked?.code;
}

/** A code and all codes below it. */
export function subtree(code: Code): readonly Code[] {
  return [code, ...code.codes.flatMap(subtree)];
}
