import * as vscode from 'vscode';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import { toDiagnostics } from './corpusProblems';

/** Shows what is wrong in the sidecars of open releases in the Problems view. */
export function registerSidecarProblems(annotations: AnnotatedReleases): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('pressmark-sidecars');
  const show = (release: AnnotatedRelease): void => {
    diagnostics.set(release.sidecarUri, toDiagnostics(release.sidecarSource, release.problems));
  };
  return vscode.Disposable.from(diagnostics, annotations.onDidChange(show));
}
