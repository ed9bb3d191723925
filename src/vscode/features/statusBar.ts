import * as vscode from 'vscode';
import { needsReview } from '../../core/annotation/review';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Log } from '../support/log';

/** How many annotations the release has, and how many wait for review; a click shows them. */
export function registerStatusBar(
  annotations: AnnotatedReleases,
  tagging: Tagging,
  log: Log,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'pressmark.annotations',
    vscode.StatusBarAlignment.Right,
    91,
  );
  item.name = vscode.l10n.t('Pressmark: annotations');

  const show = (): void =>
    void log.guard('counting annotations', async () => {
      const editor = tagging.editor();
      const release = editor && (await annotations.of(editor.document));
      if (!release) {
        item.hide();
        return;
      }
      const { length } = release.passages;
      const doubtful = release.passages.filter(({ annotation, state }) =>
        needsReview(annotation, state),
      ).length;
      item.text = doubtful > 0 ? `$(tag) ${length}  $(warning) ${doubtful}` : `$(tag) ${length}`;
      item.tooltip =
        doubtful > 0
          ? vscode.l10n.t('{0} annotations, {1} to be reviewed', length, doubtful)
          : vscode.l10n.t('{0} annotations in this release', length);
      item.accessibilityInformation = { label: item.tooltip };
      item.command = doubtful > 0 ? 'pressmark.reviewNext' : 'pressmark.panel.focus';
      item.backgroundColor =
        doubtful > 0 ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
      item.show();
    });

  show();
  return vscode.Disposable.from(
    item,
    annotations.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(show),
  );
}
