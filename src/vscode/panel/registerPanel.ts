import * as vscode from 'vscode';
import type { FromPanel, ToPanel } from '../../shared/protocol';
import { fromPanel } from '../../shared/protocol';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { NoteDraft, Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { corpusFile } from '../corpus/fileKind';
import type { LateView } from '../start/views';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { Passage } from '../../core/annotation/passage';
import type { Releases } from '../release/releases';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { carryOut, doInText } from './carryOut';
import { panelHtml } from './panelHtml';
import { panelAnnotations, textOf } from './panelAnnotations';
import type { EntityHere } from './panelEntity';
import { entityHere } from './panelEntity';
import { PanelFeed } from './panelFeed';
import { codeUses, noRelease, panelCodebook, panelRelease } from './panelRelease';

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
    // Not at each of the many changes while the corpus is being read: the panel would wait for their end to draw anything.
    indexes.onDidChange(({ progress }) => {
      if (progress.state !== 'indexing') draw();
    }),
    tagging.onDidSay((text) => panel.announce(text)),
    tagging.onDidAskForNote((note) => void services.log.guard('opening a note', () => panel.writeNote(note))),
    tagging.onDidComeBack(() => panel.post({ type: 'comeBack' })),
    tagging.review.onDidShow(
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
  /** Counts drawings: a codebook that was waited for must not overwrite the release gone to meanwhile. */
  private drawing = 0;
  /** An annotation to be shown when the panel is there. */
  private toShow: string | undefined;
  /** The note to be written when the annotations are there. */
  private toWrite: NoteDraft | undefined;

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
    view.onDidChangeVisibility(() => {
      // What is hidden is unloaded; loaded again, it says that it is ready.
      if (!view.visible) this.ready = false;
      else this.drawSoon();
    });
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

  /** Tells screen readers: through the panel where it is open, else as the editor tells something. */
  announce(text: string): void {
    if (this.ready && this.view?.visible) return this.post({ type: 'announce', text });
    const support = vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport');
    if (support === 'on') void vscode.window.showInformationMessage(text);
  }

  /** Shows an annotation in the panel, which is opened where it is not; the focus stays in the text. */
  async show(id: string): Promise<void> {
    if (this.ready && this.view?.visible) return this.post({ type: 'show', id });
    this.toShow = id;
    await vscode.commands.executeCommand('pressmark.panel.focus', { preserveFocus: true });
  }

  /** Lets a note be written here, also where the panel has to be opened for that. */
  async writeNote(note: NoteDraft): Promise<void> {
    this.toWrite = note;
    await vscode.commands.executeCommand('pressmark.panel.focus');
    await this.draw();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async draw(): Promise<void> {
    if (!this.ready || !this.view?.visible) return;
    const drawing = ++this.drawing;
    const { annotations, corpora, releases, tagging } = this.services;
    const editor = tagging.editor();
    const release = editor && (await annotations.of(editor.document));
    if (!editor || !release) return this.drawCodebook(drawing);
    const { document } = editor;
    const corpus = await corpora.of(document.uri);
    const read = await releases.read(document);
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
    this.feedUses(corpus);
    if (this.toWrite) this.post({ type: 'writeNote', ...this.toWrite });
    this.toWrite = undefined;
    this.tookMs = performance.now() - start;
    if (this.toShow !== undefined) this.post({ type: 'show', id: this.toShow });
    this.toShow = undefined;
  }

  /** Beside a file of a corpus that is no release stands its codebook, with how often each code is used. */
  private async drawCodebook(drawing: number): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const corpus = uri && (await corpusFile(uri, this.services.corpora))?.corpus;
    if (drawing !== this.drawing) return;
    this.feed.release(corpus ? panelCodebook(corpus) : noRelease);
    this.feed.list(noRelease, []);
    this.feed.here({ current: [] });
    this.listed = undefined;
    if (corpus) this.feedUses(corpus);
  }

  /** Counts of a corpus that is being read stay as they were. */
  private feedUses(corpus: Corpus): void {
    const root = corpus.root.toString();
    const index = this.services.indexes.all().find((candidate) => candidate.corpus.root.toString() === root);
    if (!index) this.feed.uses(undefined);
    else if (index.progress.state !== 'indexing') this.feed.uses(codeUses(index.view));
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
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.feed.forget();
        this.listed = undefined;
        return this.draw();
      case 'takeKeyboard':
        return vscode.commands.executeCommand('pressmark.panel.focus');
      case 'entity': {
        const action = this.entity?.actions[message.action];
        if (action) await doInText(this.services.tagging, action);
        return;
      }
      default:
        return carryOut(message, this.services.tagging);
    }
  }
}

function holds(passage: Passage, cursor: number): boolean {
  return passage.spans.some(({ start, end }) => start <= cursor && cursor <= end);
}
