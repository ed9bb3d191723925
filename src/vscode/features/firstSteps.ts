import * as vscode from 'vscode';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import { ContextKey } from '../support/contextKey';

/**
 * What the walkthrough ticks. It covers the release, and asks only then: what was done in this window stays done.
 */
export function registerFirstSteps(tagging: Tagging, annotations: AnnotatedReleases): vscode.Disposable {
  const hasOpened = new ContextKey('pressmark.hasOpened');
  const hasTagged = new ContextKey('pressmark.hasTagged');
  const look = (): void => {
    if (tagging.editor()) hasOpened.set(true);
  };
  look();
  return vscode.Disposable.from(
    annotations.onDidChange(({ passages }) => {
      if (passages.length > 0) hasTagged.set(true);
    }),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidOpenTextDocument(look),
  );
}
