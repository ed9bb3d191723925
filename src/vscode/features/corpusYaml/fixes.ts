import * as vscode from 'vscode';
import { idsAlike } from '../../../core/text/idsAlike';
import type { Corpora } from '../../corpus/corpora';
import { corpusYaml } from '../../corpus/fileKind';

const rule = 'gazetteer/unknown-entity';

/** Quick fixes for the id of an entity that no gazetteer has: those that may have been meant. */
export function registerIdFixes(corpora: Corpora): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics }, cancel) {
      const unknown = diagnostics.filter(({ code }) => code === rule);
      if (unknown.length === 0) return [];
      const { gazetteer } = await corpora.of(document.uri);
      if (cancel.isCancellationRequested) return [];
      return unknown.flatMap((diagnostic) =>
        idsAlike(document.getText(diagnostic.range), gazetteer.entities.keys()).map((id, index) => {
          const title = vscode.l10n.t('Use the entity `{0}`', id);
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          action.edit = new vscode.WorkspaceEdit();
          action.edit.replace(document.uri, diagnostic.range, id);
          action.diagnostics = [diagnostic];
          action.isPreferred = index === 0;
          return action;
        }),
      );
    },
  };
  return vscode.languages.registerCodeActionsProvider(corpusYaml, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
