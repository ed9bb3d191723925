import * as vscode from 'vscode';
import type { Services } from '../services';
import { isRelease } from '../support/languages';
import type { Log } from '../support/log';
import { projectFileName } from '../../core/corpus/fileNames';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';
import { CorpusIndexing } from './corpusIndexing';
import { IndexProblems } from './indexProblems';

/** How long after a release was opened its corpus begins to be read, so that opening it comes first. */
const startAfterMs = 800;
/** How long typing is waited out before an unsaved text is indexed. */
const settleMs = 1000;

/** The indexes of the corpora that open releases belong to, kept up to date in the background. */
export class CorpusIndexes implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<CorpusIndexing>();
  /** An index says other things than before, or goes on to another state. */
  readonly onDidChange = this.changed.event;
  private readonly open = new Map<string, CorpusIndexing>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable;
  /** Whether folders are indexed as such, so that those which are added are too. */
  private areFoldersOpen = false;
  private readonly problems: IndexProblems;

  constructor(
    private readonly corpora: Corpora,
    private readonly services: Services,
    private readonly log: Log,
  ) {
    this.problems = new IndexProblems(log);
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.tellText(document, undefined)),
      corpora.onDidChange((corpus) => this.corpusChanged(corpus)),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.close((root) => isWithin(root, uri) && !isOpen(root));
        if (this.areFoldersOpen && added.length > 0)
          void log.guard('indexing a new folder', () => this.openFolders());
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        this.close((root) => event.affectsConfiguration('files.encoding', root), true);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  /** Every index there is. */
  all(): readonly CorpusIndexing[] {
    return [...this.open.values()];
  }

  /** The index of the corpus that a file belongs to, begun if need be; undefined where this machine can't index it. */
  async of(uri: vscode.Uri): Promise<CorpusIndexing | undefined> {
    const corpus = await this.corpora.of(uri);
    const key = corpus.root.toString();
    const known = this.open.get(key);
    if (known) return known;
    return this.begin(corpus);
  }

  /** Begins to index the folders of the workspace, for those who ask about a corpus before a release of it is open. */
  async openFolders(): Promise<void> {
    this.areFoldersOpen = true;
    for (const { uri } of vscode.workspace.workspaceFolders ?? [])
      await this.of(vscode.Uri.joinPath(uri, projectFileName));
  }

  /** Pauses all indexes; resumes them where all are paused. */
  pauseOrResume(): void {
    const indexes = this.all();
    const isPaused = indexes.every(({ progress }) => progress.state === 'paused');
    for (const index of indexes) index.setPaused(!isPaused);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const index of this.open.values()) void index.close();
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private begin(corpus: Corpus): CorpusIndexing | undefined {
    const encoding = vscode.workspace.getConfiguration('files', corpus.root).get<string>('encoding', 'utf8');
    const hosting = this.services.indexing?.({
      root: corpus.root,
      releases: corpus.project.releases,
      sidecars: corpus.project.sidecars,
      detect: corpus.project.detection === 'auto',
      encoding,
    });
    if (!hosting) return undefined;
    const index = new CorpusIndexing(corpus, encoding, hosting, this.log, {
      changed: () => this.changed.fire(index),
      problem: (problem) => void this.problems.tell(corpus.root, problem),
    });
    this.open.set(corpus.root.toString(), index);
    index.start();
    return index;
  }

  private corpusChanged(corpus: Corpus): void {
    const index = this.open.get(corpus.root.toString());
    if (!index) return;
    if (index.readsLike(corpus))
      void this.log.guard('indexing with another gazetteer', () => index.use(corpus));
    else this.close((root) => root.toString() === corpus.root.toString(), true);
  }

  /** Gives up indexes; `again` begins them anew, as folders and settings are now. */
  private close(isMeant: (root: vscode.Uri) => boolean, again = false): void {
    const closed: Closed[] = [];
    for (const [key, index] of [...this.open]) {
      const { root } = index.corpus;
      if (!isMeant(root)) continue;
      this.open.delete(key);
      closed.push({ root, stored: index.close() });
      this.changed.fire(index);
    }
    if (again && closed.length > 0)
      void this.log.guard('indexing anew', () => this.beginAgain(activeFirst(closed)));
  }

  /** One corpus after the other: all at once, the one that is looked at would be among the last to be read. */
  private async beginAgain(corpora: readonly Closed[]): Promise<void> {
    for (const { root, stored } of corpora) {
      await stored;
      const index = await this.of(vscode.Uri.joinPath(root, projectFileName));
      await index?.ready();
    }
  }

  private opened(document: vscode.TextDocument): void {
    if (!isRelease(document)) return;
    this.later(`open ${document.uri.toString()}`, startAfterMs, async () => {
      const index = await this.of(document.uri);
      index?.prioritise(document.uri);
    });
  }

  private edited(document: vscode.TextDocument): void {
    if (!isRelease(document)) return;
    this.later(document.uri.toString(), settleMs, () =>
      this.tellText(document, document.isDirty ? document.getText() : undefined),
    );
  }

  private tellText(document: vscode.TextDocument, text: string | undefined): void {
    if (!isRelease(document)) return;
    for (const index of this.open.values()) index.textChanged(document.uri, text);
  }

  private later(key: string, ms: number, run: () => void | Promise<void>): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        void this.log.guard('indexing', run);
      }, ms),
    );
  }
}

interface Closed {
  readonly root: vscode.Uri;
  /** Resolves when what was read is kept. */
  readonly stored: Promise<void>;
}

/** The innermost corpus that the active editor shows a file of comes first. */
function activeFirst(corpora: readonly Closed[]): readonly Closed[] {
  const active = vscode.window.activeTextEditor?.document.uri;
  const depth = ({ root }: Closed): number =>
    active !== undefined && isWithin(active, root) ? root.path.length : 0;
  return [...corpora].sort((a, b) => depth(b) - depth(a));
}

function isWithin(root: vscode.Uri, folder: vscode.Uri): boolean {
  const [inner, outer] = [root.toString(), folder.toString()];
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** Whether a folder, or one around it, is still part of the workspace. */
function isOpen(root: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(root) !== undefined;
}

/** How long a view waits before it draws anew what an index says: longer while everything is being read, as it changes all the time. */
export function refreshAfterMs(indexes: CorpusIndexes): number {
  return indexes.all().some(({ progress }) => progress.state === 'indexing') ? 2000 : 500;
}
