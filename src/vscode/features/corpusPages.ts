import * as vscode from 'vscode';
import type { PageTopic } from '../../shared/pageProtocol';
import type { Corpora } from '../corpus/corpora';
import { projectFileName } from '../../core/corpus/fileNames';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusPages } from '../pages/corpusPages';
import type { Releases } from '../release/releases';
import type { LateTabs } from '../start/views';
import type { Log } from '../support/log';

/**
 * Tabs of a corpus: the page of an entity, and concordances of phrases and codes.
 *
 * Commands: `pressmark.openEntityPage` (`{ entity }`, else what is under the cursor, else a choice) and
 * `pressmark.openConcordance` (`{ phrase }` or `{ code }`, else what is selected, else a question). Both take `root`, the
 * corpus's folder as a URI; else it is that of the active editor.
 *
 * @param restored the tabs that were open before the window was reloaded
 */
export function registerCorpusPages(
  restored: LateTabs,
  extensionUri: vscode.Uri,
  releases: Releases,
  corpora: Corpora,
  indexes: CorpusIndexes,
  log: Log,
): vscode.Disposable {
  let opened: CorpusPages | undefined;
  const pages = async (): Promise<CorpusPages> => {
    const { CorpusPages } = await import('../pages/corpusPages');
    return (opened ??= new CorpusPages(extensionUri, indexes, log));
  };
  const show = async (root: vscode.Uri, topic: PageTopic): Promise<void> => {
    const arrangement = { order: 'date', filter: '', period: '' } as const;
    await (await pages()).show({ root: root.toString(), topic, arrangement });
  };

  const openEntityPage = async (argument: unknown): Promise<void> => {
    const { rootOf, subjectAtCursor, topicOf } = await import('../pages/topicHere');
    const topic = topicOf(argument);
    if (topic) {
      const root = rootOf(argument) ?? (await rootHere(corpora, indexes));
      if (root) return show(root, topic);
    }
    const here = await subjectAtCursor(releases);
    if (here) return show(await corpora.rootOf(here.uri), { kind: 'subject', subject: here.subject });
    const { chooseEntity } = await import('../pages/chooseTopic');
    const root = await rootHere(corpora, indexes);
    if (root) await indexes.of(vscode.Uri.joinPath(root, projectFileName));
    const chosen = await chooseEntity(indexes.all());
    if (chosen) await show(chosen.index.corpus.root, { kind: 'subject', subject: chosen.subject });
  };

  const openConcordance = async (argument: unknown): Promise<void> => {
    const { rootOf, selectedPhrase, topicOf } = await import('../pages/topicHere');
    const { choosePhraseOrCode } = await import('../pages/chooseTopic');
    const root = rootOf(argument) ?? (await rootHere(corpora, indexes));
    if (!root) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder with press releases first.'));
      return;
    }
    const corpus = await corpora.of(vscode.Uri.joinPath(root, projectFileName));
    const topic = topicOf(argument) ?? selectedPhrase() ?? (await choosePhraseOrCode(corpus));
    if (topic) await show(root, topic);
  };

  restored.fillWith({
    deserializeWebviewPanel: async (panel, state: unknown) => (await pages()).restore(panel, state),
  });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pressmark.openEntityPage', (argument: unknown) =>
      log.guard('opening an entity page', () => openEntityPage(argument)),
    ),
    vscode.commands.registerCommand('pressmark.openConcordance', (argument: unknown) =>
      log.guard('opening a concordance', () => openConcordance(argument)),
    ),
    new vscode.Disposable(() => opened?.dispose()),
  );
}

/** The corpus of the active editor, else the one that is open, else that of the first folder. */
async function rootHere(corpora: Corpora, indexes: CorpusIndexes): Promise<vscode.Uri | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (
    editor &&
    editor.document.uri.scheme !== 'untitled' &&
    vscode.workspace.getWorkspaceFolder(editor.document.uri)
  )
    return corpora.rootOf(editor.document.uri);
  const [index] = indexes.all();
  if (index) return index.corpus.root;
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && corpora.rootOf(vscode.Uri.joinPath(folder.uri, projectFileName));
}
