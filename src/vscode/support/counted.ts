import * as vscode from 'vscode';

/** “1 annotation”, “5 annotations”. */
export function annotationsCounted(count: number): string {
  return count === 1 ? vscode.l10n.t('1 annotation') : vscode.l10n.t('{0} annotations', count);
}

/** “1 mention”, “5 mentions”. */
export function mentionsCounted(count: number): string {
  return count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
}

/** “1 release”, “5 releases”. */
export function releasesCounted(count: number): string {
  return count === 1 ? vscode.l10n.t('1 release') : vscode.l10n.t('{0} releases', count);
}

/** “7 in 1 release”: how often something is mentioned, and in how many releases. */
export function timesInReleases(times: number, releases: number): string {
  return vscode.l10n.t('{0} in {1}', times, releasesCounted(releases));
}
