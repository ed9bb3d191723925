import * as vscode from 'vscode';
import type { FromPanel, ToPanel } from '../../shared/protocol';
import { fromPanel } from '../../shared/protocol';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { LateView } from '../start/views';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { Passage } from '../../core/annotation/passage';
import type { Releases } from '../release/releases';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { panelHtml } from './panelHtml';
import { panelAnnotations, textOf } from './panelAnnotations';
import type { EntityHere } from './panelEntity';
import { entityHere } from './panelEntity';
import { PanelFeed } from './panelFeed';
import { codeUses, noRelease, panelRelease } from './panelRelease';

/** How long bursts of cursor moves and keystrokes are waited out before the panel follows, at least. */
const settleMs = 40;
/** Where drawing takes long, typing comes first: so many times as long as drawing took is waited. */
const patience = 4;

/** What the panel shows and asks for. */
export interface PanelServices {
  /** The place in the side bar. */
  readonly view: LateView;
  readonly extensionUri: vscode.Uri;
  readonly annotations: AnnotatedReleases;
  readonly releases: Releases;
  readonly corpora: Corpora;
  readonly indexes: CorpusIndexes;
  readonly tagging: Tagging;
  readonly log: Log;
}

/** The side panel: shows the release in the active editor and carries out what is done in it. */
export function registerPanel(services: PanelServices): vscode.Disposable {
  const { annotations, releases, corpora, indexes, tagging } = services;
  const panel = new Panel(services);
  services.view.fillWith(panel);
  const draw = (): void => panel.drawSoon();
  return vscode.Disposable.from(
    panel,
    annotations.onDidChange(draw),
    releases.onDidChange(draw),
    corpora.onDidChange(draw),
    indexes.onDidChange(draw),
    tagging.onDidSay((text) => panel.post({ type: 'announce', text })),
    tagging.onDidReview(
      (id) => void services.log.guard('showing what waits for a decision', () => panel.show(id)),
    ),
    vscode.window.onDidChangeActiveTextEditor(draw),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isRelease(textEditor.document)) draw();
    }),
    vscode.workspace.onDidOpenTextDocument(draw),
    vscode.workspace.onDidCloseTextDocument(draw),
  );
}

class Panel implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly feed = new PanelFeed((message) => this.post(message));
  /** The passages last listed: the list is made anew only when there are others. */
  private listed: readonly Passage[] | undefined;
  private entity: EntityHere | undefined;
  private tookMs = 0;
  /** An annotation to be shown when the panel is there. */
  private toShow: string | undefined;

  constructor(private readonly services: PanelServices) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extensionUri } = this.services;
    this.view = view;
    this.ready = false;
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(extensionUri, 'dist'),
        vscode.Uri.joinPath(extensionUri, 'media'),
      ],
    };
    view.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    view.onDidChangeVisibility(() => this.drawSoon());
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
    });
    view.webview.html = panelHtml(view.webview, extensionUri);
  }

  drawSoon(): void {
    clearTimeout(this.timer);
    const wait = Math.max(settleMs, patience * this.tookMs);
    this.timer = setTimeout(() => void this.services.log.guard('drawing the panel', () => this.draw()), wait);
  }

  post(message: ToPanel): void {
    if (this.ready) void this.view?.webview.postMessage(message);
  }

  /** Shows an annotation in the panel, which is opened where it is not; the focus stays in the text. */
  async show(id: string): Promise<void> {
    if (this.ready && this.view?.visible) return this.post({ type: 'show', id });
    this.toShow = id;
    await vscode.commands.executeCommand('pressmark.panel.focus', { preserveFocus: true });
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async draw(): Promise<void> {
    if (!this.ready || !this.view?.visible) return;
    const { annotations, corpora, indexes, releases, tagging } = this.services;
    const editor = tagging.editor();
    const release = editor && (await annotations.of(editor.document));
    if (!editor || !release) {
      this.feed.release(noRelease);
      return;
    }
    const { document } = editor;
    const corpus = await corpora.of(document.uri);
    const read = await releases.read(document);
    const index = indexes.all().find(({ corpus: { root } }) => root.toString() === corpus.root.toString());
    const start = performance.now();
    const { passages } = release;
    const cursor = document.offsetAt(editor.selection.active);
    const spans = tagging.selectedSpans(editor);
    this.entity = entityHere(document, read, editor.selection.active);
    this.feed.release(panelRelease(release, corpus));
    if (passages !== this.listed) this.feed.list(release, panelAnnotations(document, passages));
    this.listed = passages;
    this.feed.here({
      current: passages.filter((passage) => holds(passage, cursor)).map(({ annotation }) => annotation.id),
      ...(spans.length > 0 ? { selection: textOf(document.getText(), spans) } : {}),
      ...(this.entity ? { entity: this.entity.shown } : {}),
    });
    const isCounting = index === undefined || index.progress.state === 'indexing';
    if (index && !isCounting) this.feed.uses(codeUses(index.view));
    else if (!index) this.feed.uses(undefined);
    this.tookMs = performance.now() - start;
    if (this.toShow !== undefined) this.post({ type: 'show', id: this.toShow });
    this.toShow = undefined;
  }

  private receive(message: unknown): void {
    const { log } = this.services;
    const read = fromPanel.safeParse(message);
    if (!read.success) {
      log.warn(`A message of the panel was not understood: ${JSON.stringify(message)?.slice(0, 200)}`);
      return;
    }
    void log.guard('doing what was asked in the panel', () => this.obey(read.data));
  }

  private async obey(message: FromPanel): Promise<void> {
    const { tagging } = this.services;
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.feed.forget();
        this.listed = undefined;
        return this.draw();
      case 'tag':
        return tagging.tag([message.code]);
      case 'reveal':
        return tagging.reveal(message.id);
      case 'delete':
        return tagging.remove(message.ids);
      case 'note':
        return tagging.setNote(message.id, message.note);
      case 'untag':
        return tagging.untag(message.id, message.code);
      case 'accept':
        return tagging.accept(message.id);
      case 'place':
        return tagging.placeHere(message.id);
      case 'keepAsOrphan':
        return tagging.keepAsOrphan(message.id);
      case 'settle':
        return tagging.settle(message.id, message.keep);
      case 'reviewNext':
        return tagging.reviewNext();
      case 'undo':
        return tagging.undo();
      case 'redo':
        return tagging.redo();
      case 'code':
        await vscode.commands.executeCommand(`pressmark.${message.command}`, { code: message.code });
        return;
      case 'dropCode':
        await vscode.commands.executeCommand('pressmark.dropCode', message);
        return;
      case 'bulk':
        await vscode.commands.executeCommand(`pressmark.${bulkCommands[message.kind]}`, message);
        return;
      case 'entity': {
        const action = this.entity?.actions[message.action];
        if (action) await doInText(tagging, action.command, action.argument);
        return;
      }
      case 'addCode':
        await vscode.commands.executeCommand('pressmark.addCode', message);
        return;
      case 'openWalkthrough':
        await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
        return;
      case 'markAsRelease':
      case 'createCodebook':
      case 'openCodebook':
      case 'openSidecar':
        await vscode.commands.executeCommand(`pressmark.${message.type}`);
    }
  }
}

const walkthrough = 'pressmark.pressmark#start';

const bulkCommands = {
  add: 'addCodeToAnnotations',
  take: 'takeCodeFromAnnotations',
  retag: 'retagAnnotations',
} as const;

/** Carries out a command that speaks of the active editor, which loses the focus to the panel. */
async function doInText(tagging: Tagging, command: string, argument: unknown): Promise<void> {
  const editor = tagging.editor();
  if (!editor) return;
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]));
}

function holds(passage: Passage, cursor: number): boolean {
  return passage.spans.some(({ start, end }) => start <= cursor && cursor <= end);
}
