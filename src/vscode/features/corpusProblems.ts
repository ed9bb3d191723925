import { inLanguage } from '../support/inLanguage';
import * as vscode from 'vscode';
import type { Problem } from '../../core/text/problem';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import type { Log } from '../support/log';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { readText } from '../support/textFiles';

/** Shows the problems of `pressmark.yaml`, codebooks and gazetteers in the Problems view. */
export function registerCorpusProblems(corpora: Corpora, log: Log): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('pressmark');
  const show = (corpus: Corpus): void =>
    void log.guard('showing problems', async () => {
      for (const { uri, problems } of corpus.problems.values()) {
        const text = problems.length > 0 ? ((await readText(uri).catch(() => undefined)) ?? '') : '';
        diagnostics.set(uri, toDiagnostics(text, problems));
      }
    });
  return vscode.Disposable.from(diagnostics, corpora.onDidRead(show));
}

export function toDiagnostics(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  const starts = lineStarts(text);
  return problems.map((problem) => diagnosticOf(problem, rangeIn(starts, problem.span)));
}

export function diagnosticOf(problem: Problem, range: vscode.Range): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, inLanguage(problem.message), severities[problem.severity]);
  diagnostic.source = 'Pressmark';
  diagnostic.code = problem.rule;
  return diagnostic;
}

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
