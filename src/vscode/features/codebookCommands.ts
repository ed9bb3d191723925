import * as vscode from 'vscode';
import type { Corpora } from '../corpus/corpora';
import type { Log } from '../support/log';
import { exists } from '../support/textFiles';

/** Codebooks to start from, files of `codebooks/`. */
function starters(): readonly (vscode.QuickPickItem & { readonly file: string })[] {
  return [
    {
      file: 'diplomatic-discourse.yaml',
      label: vscode.l10n.t('Diplomatic discourse'),
      detail: vscode.l10n.t('14 codes for what releases of states say of each other'),
    },
    {
      file: 'stance.yaml',
      label: vscode.l10n.t('Stance and sentiment'),
      detail: vscode.l10n.t('How a release speaks of whom'),
    },
    {
      file: 'empty.yaml',
      label: vscode.l10n.t('Empty'),
      detail: vscode.l10n.t('No codes yet; its first lines show how one is written'),
    },
  ];
}

/** Creates and opens the codebook of the corpus that the active file belongs to. */
export function registerCodebookCommands(
  extensionUri: vscode.Uri,
  corpora: Corpora,
  log: Log,
): vscode.Disposable {
  const open = async (): Promise<void> => {
    const here = whereToLook();
    const corpus = here && (await corpora.of(here));
    if (corpus && (await exists(corpus.codebookUri)))
      await vscode.window.showTextDocument(corpus.codebookUri);
    else await create();
  };

  const create = async (): Promise<void> => {
    const here = whereToLook();
    if (!here) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a folder with press releases first; the codebook lies beside them.'),
      );
      return;
    }
    const { codebookUri } = await corpora.of(here);
    if (await exists(codebookUri)) {
      await vscode.window.showTextDocument(codebookUri);
      return;
    }
    const starter = await vscode.window.showQuickPick(starters(), {
      title: vscode.l10n.t('Create a Codebook'),
      placeHolder: vscode.l10n.t('What to start from; everything in it can be changed later'),
      matchOnDetail: true,
    });
    if (!starter) return;
    const content = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'codebooks', starter.file),
    );
    await vscode.workspace.fs.writeFile(codebookUri, content);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('pressmark.createCodebook', () =>
      log.guard('creating a codebook', create),
    ),
    vscode.commands.registerCommand('pressmark.openCodebook', () => log.guard('opening the codebook', open)),
  );
}

/** A file of the corpus meant: the active one, else any in the first workspace folder. */
function whereToLook(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && (active.scheme === 'file' || vscode.workspace.getWorkspaceFolder(active))) return active;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && vscode.Uri.joinPath(folder.uri, 'codebook.yaml');
}
