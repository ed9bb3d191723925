import * as vscode from 'vscode';
import type { FromPanel, ToPanel } from '../../shared/protocol';
import { fromPanel } from '../../shared/protocol';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { LateView } from '../start/views';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { panelHtml } from './panelHtml';
import { noRelease, panelState } from './panelState';

/** How long bursts of cursor moves and keystrokes are waited out before the panel follows. */
const settleMs = 40;

/** The side panel: shows the release in the active editor and carries out what is done in it. */
export function registerPanel(
  view: LateView,
  extensionUri: vscode.Uri,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  tagging: Tagging,
  log: Log,
): vscode.Disposable {
  const panel = new Panel(extensionUri, annotations, corpora, tagging, log);
  view.fillWith(panel);
  return vscode.Disposable.from(
    panel,
    annotations.onDidChange(() => panel.drawSoon()),
    corpora.onDidChange(() => panel.drawSoon()),
    tagging.onDidSay((text) => panel.post({ type: 'announce', text })),
    tagging.onDidReview((id) => panel.post({ type: 'show', id })),
    vscode.window.onDidChangeActiveTextEditor(() => panel.drawSoon()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isRelease(textEditor.document)) panel.drawSoon();
    }),
    vscode.workspace.onDidOpenTextDocument(() => panel.drawSoon()),
    vscode.workspace.onDidCloseTextDocument(() => panel.drawSoon()),
  );
}

class Panel implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly annotations: AnnotatedReleases,
    private readonly corpora: Corpora,
    private readonly tagging: Tagging,
    private readonly log: Log,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.ready = false;
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.extensionUri, 'dist'),
        vscode.Uri.joinPath(this.extensionUri, 'media'),
      ],
    };
    view.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    view.onDidChangeVisibility(() => this.drawSoon());
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
    });
    view.webview.html = panelHtml(view.webview, this.extensionUri);
  }

  drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.log.guard('drawing the panel', () => this.draw()), settleMs);
  }

  post(message: ToPanel): void {
    if (this.ready) void this.view?.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async draw(): Promise<void> {
    if (!this.ready || !this.view?.visible) return;
    const editor = this.tagging.editor();
    const release = editor && (await this.annotations.of(editor.document));
    if (!editor || !release) {
      this.post({ type: 'state', state: noRelease });
      return;
    }
    const corpus = await this.corpora.of(editor.document.uri);
    const { document } = editor;
    const cursor = document.offsetAt(editor.selection.active);
    this.post({
      type: 'state',
      state: panelState(document, release, corpus, this.tagging.selectedSpans(editor), cursor),
    });
  }

  private receive(message: unknown): void {
    const read = fromPanel.safeParse(message);
    if (!read.success) {
      this.log.warn(`A message of the panel was not understood: ${JSON.stringify(message)?.slice(0, 200)}`);
      return;
    }
    void this.log.guard('doing what was asked in the panel', () => this.obey(read.data));
  }

  private async obey(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.draw();
      case 'tag':
        return this.tagging.tag([message.code]);
      case 'reveal':
        return this.tagging.reveal(message.id);
      case 'delete':
        return this.tagging.remove(message.ids);
      case 'note':
        return this.tagging.setNote(message.id, message.note);
      case 'untag':
        return this.tagging.untag(message.id, message.code);
      case 'accept':
        return this.tagging.accept(message.id);
      case 'place':
        return this.tagging.placeHere(message.id);
      case 'reviewNext':
        return this.tagging.reviewNext();
      case 'undo':
        return this.tagging.undo();
      case 'redo':
        return this.tagging.redo();
      case 'code':
        await vscode.commands.executeCommand(`pressmark.${message.command}`, { code: message.code });
        return;
      case 'dropCode':
        await vscode.commands.executeCommand('pressmark.dropCode', message);
        return;
      case 'createCodebook':
      case 'openCodebook':
      case 'openSidecar':
        await vscode.commands.executeCommand(`pressmark.${message.type}`);
    }
  }
}
