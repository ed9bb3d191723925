import * as vscode from 'vscode';
import type { PressmarkApi } from '../api';
import { concernsPressmark } from './concernsPressmark';
import { deferredApi } from './deferredApi';
import type { Contributions } from './standIns';
import { LateTasks } from './lateTasks';
import { LateTree } from './lateTree';
import { registerStandIns } from './standIns';
import type { Views } from './views';
import { LateTabs, LateView } from './views';

/** What is loaded late: the whole of the extension but this. */
export interface Editor {
  startEditor(context: vscode.ExtensionContext, views: Views): PressmarkApi;
}

/**
 * Pressmark has to be active in every window with a text or YAML file, because only a look at a text tells whether it is a
 * press release. This is that look, and the little that must be there meanwhile; all else is loaded when such a file is
 * open, or when a command, a view or another extension asks for it.
 *
 * @param loadEditor loads it, once
 * @returns at once, so that nobody waits for it; the look at what is open comes after
 */
export function startWhenNeeded(
  context: vscode.ExtensionContext,
  loadEditor: () => Promise<Editor>,
): PressmarkApi {
  let started: Promise<PressmarkApi> | undefined;
  const load = (): Promise<PressmarkApi> => (started ??= start());
  const asked = (): void => void load();
  const views: Views = {
    panel: new LateView(asked),
    entities: new LateTree('pressmark.entities', false, asked),
    annotations: new LateTree('pressmark.annotations', true, asked),
    pages: new LateTabs(asked),
    tasks: new LateTasks(load),
  };
  const api = deferredApi(load);
  const { contributes } = context.extension.packageJSON as { readonly contributes: Contributions };
  const waiting = vscode.Disposable.from(
    registerStandIns(contributes, load),
    vscode.workspace.onDidOpenTextDocument((document) => void consider(document)),
    vscode.window.onDidChangeActiveTextEditor((editor) => void (editor && consider(editor.document))),
  );
  context.subscriptions.push(
    waiting,
    api,
    views.entities,
    views.annotations,
    vscode.window.registerWebviewViewProvider('pressmark.panel', views.panel),
    vscode.tasks.registerTaskProvider('pressmark', views.tasks),
    vscode.window.registerWebviewPanelSerializer('pressmark.page', views.pages),
  );
  const look = setTimeout(() => vscode.workspace.textDocuments.forEach((open) => void consider(open)));
  context.subscriptions.push({ dispose: () => clearTimeout(look) });
  return api;

  async function consider(document: vscode.TextDocument): Promise<void> {
    if (started === undefined && (await concernsPressmark(document))) await load();
  }

  async function start(): Promise<PressmarkApi> {
    try {
      const { startEditor } = await loadEditor();
      waiting.dispose();
      const loaded = startEditor(context, views);
      api.use(loaded);
      return loaded;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Pressmark could not be started: {0}', reason));
      throw error;
    }
  }
}
