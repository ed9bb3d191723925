import * as vscode from 'vscode';
import type { CorpusView } from '../../core/corpus/corpusView';
import type { LineHost } from '../../core/corpus/lines/lineList';
import { readSubject } from '../../core/corpus/subject';
import type { FromPage, PageArrangement, PageHead, PageMemory, ToPage } from '../../shared/pageProtocol';
import { fromPage } from '../../shared/pageProtocol';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { readIndexed } from '../corpus/indexedText';
import { progressMessage } from '../corpus/progressMessage';
import { panelHtml } from '../panel/panelHtml';
import type { Log } from '../support/log';
import { copyLines, saveLines } from './keepLines';
import { pageHead } from './pageHead';
import { PageLines } from './pageLines';
import { showLine } from './showLine';
import type { Neighbours } from './pageSummary';
import { countsOf, neighboursOf, noNeighbours } from './pageSummary';

/** How long changes of the index are waited out; longer while the whole corpus is being read. */
const settleMs = { idle: 700, indexing: 3000 };
/** While it is being read, a page takes no more than a fifth of the time for itself. */
const restShare = 4;

/** So often progress is told. */
const statusMs = 250;

export interface PageContext {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  /** Opens a page of something else. */
  readonly show: (memory: PageMemory) => void;
  /** Leads to the entry of an entity or a code. */
  readonly showEntry: (memory: PageMemory) => Promise<void>;
}

/** One tab: an entity with all its mentions, or the concordance of a phrase or a code. Follows the index while it is seen. */
export class CorpusPage implements vscode.Disposable {
  private memory: PageMemory;
  private lines: PageLines | undefined;
  private head: PageHead | undefined;
  private isReady = false;
  private isStale = true;
  /** Refreshings under way. */
  private refreshing = 0;
  private isGone = false;
  private neighbours: Neighbours | undefined;
  /** Names the last count that was begun: older ones are given up. */
  private counting = 0;
  /** The view that `neighbours` were counted in, once they all were. */
  private countedView: CorpusView | undefined;
  private revision = 0;
  /** Milliseconds that the last refreshing took. */
  private cost = 0;
  /** When the status was last told. */
  private told = 0;
  /** What is asked of the index, one after the other. */
  private work: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    memory: PageMemory,
    private index: CorpusIndexing | undefined,
    private readonly context: PageContext,
  ) {
    this.memory = memory;
    const { extensionUri } = context;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(extensionUri, 'dist'),
        vscode.Uri.joinPath(extensionUri, 'media'),
      ],
    };
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(extensionUri, 'media', `release-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.isStale) this.refreshSoon();
    });
    panel.webview.html = panelHtml(panel.webview, extensionUri, 'page');
  }

  /** An index says something else now, or is further; `isOpen`: or it was given up. */
  indexChanged(index: CorpusIndexing, isOpen: boolean): void {
    if (index.corpus.root.toString() !== this.memory.root) return;
    if (isOpen) this.index = index;
    if (performance.now() - this.told > statusMs || index.progress.state !== 'indexing') this.tellStatus();
    this.refreshSoon();
  }

  dispose(): void {
    this.isGone = true;
    clearTimeout(this.timer);
  }

  private refreshSoon(): void {
    this.isStale = true;
    const isBusy = this.index?.progress.state === 'indexing';
    // A phrase is looked for in texts: not again and again while they are being read.
    if (this.refreshing > 0 || (isBusy && this.memory.topic.kind === 'phrase' && this.lines)) return;
    // Once everything is read nothing is waited for any longer.
    if (isBusy && this.timer !== undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        if (this.panel.visible) void this.refresh();
      },
      isBusy ? Math.max(settleMs.indexing, this.cost * restShare) : settleMs.idle,
    );
  }

  private async refresh(): Promise<void> {
    const begun = performance.now();
    this.refreshing++;
    await this.inTurn('gathering lines', () => this.gather());
    this.tellStatus();
    await this.context.log.guard('counting who appears with whom', () => this.count());
    this.cost = performance.now() - begun;
    this.refreshing--;
    if (this.isStale) this.refreshSoon();
  }

  private async gather(): Promise<void> {
    if (!this.isReady || !this.index || this.isGone) return;
    const { index, memory, lines: before } = this;
    this.isStale = false;
    const { view } = index;
    this.tellHead();
    if (before?.view === view) return;
    const grown = async (soFar: PageLines): Promise<void> => {
      if (before === undefined) await this.take(soFar);
    };
    const whole = PageLines.of(view, memory.topic, this.host(index), before, grown);
    // What was shown of it meanwhile must not pass for all.
    whole.catch(() => (this.lines = before));
    await this.take(await whole);
    if (memory.topic.kind === 'subject' && !readSubject(memory.topic.subject).listed)
      this.tellHead(await this.written());
  }

  /** Shows other lines. */
  private async take(lines: PageLines): Promise<void> {
    this.lines = lines;
    await this.arrange(this.memory.arrangement);
    this.tellSummary();
  }

  /** Counts who the subject appears with; meanwhile the page shows what was known before, or what is found so far. */
  private async count(): Promise<void> {
    const { lines, index, memory, isGone } = this;
    if (!lines || !index || isGone || memory.topic.kind !== 'subject') return;
    if (this.countedView === lines.view) return;
    const mine = ++this.counting;
    const isCancelled = (): boolean => this.isGone || this.counting !== mine;
    const tell = (neighbours: Neighbours): void => {
      if (isCancelled()) return;
      this.neighbours = neighbours;
      this.tellSummary();
    };
    const host = { ...this.host(index), isCancelled };
    const soFar = this.neighbours === undefined ? tell : undefined;
    tell(await neighboursOf(lines.view, memory.topic.subject, index.corpus, host, soFar));
    if (!isCancelled()) this.countedView = lines.view;
  }

  private tellSummary(): void {
    if (!this.lines) return;
    const neighbours = this.neighbours ?? noNeighbours;
    this.post({ type: 'summary', summary: { ...countsOf(this.lines.list), ...neighbours } });
  }

  /** How the first line writes the keyword. */
  private async written(): Promise<string | undefined> {
    const [first] = (await this.lines?.list.at(this.lines.list.length > 0 ? [0] : [])) ?? [];
    return first?.line.keyword || undefined;
  }

  private tellHead(written?: string): void {
    if (!this.index) return;
    this.head = pageHead(this.memory.topic, this.index.corpus, written ?? this.head?.title);
    this.panel.title = this.head.title;
    this.post({ type: 'head', head: this.head, memory: this.memory });
  }

  private tellStatus(text = this.statusText()): void {
    this.told = performance.now();
    this.post({ type: 'status', ...(text === undefined ? {} : { text }) });
  }

  private statusText(): string | undefined {
    if (!this.index)
      return vscode.l10n.t('The releases of this folder can’t be indexed here: there is nothing to show.');
    return progressMessage([this.index]);
  }

  private host(index: CorpusIndexing): LineHost {
    return {
      read: ({ path }) => readIndexed(index, path).catch(() => undefined),
      progress: (done, total) => {
        if (total > 200) this.tellStatus(vscode.l10n.t('Reading texts: {0} of {1} …', done, total));
      },
      isCancelled: () => this.isGone,
      now: () => performance.now(),
      yield: () => new Promise((resolve) => setTimeout(resolve)),
    };
  }

  private async arrange(arrangement: PageArrangement): Promise<void> {
    this.memory = { ...this.memory, arrangement };
    const { lines } = this;
    if (!lines) return;
    await lines.arrange(arrangement, ++this.revision);
    const { revision, total, left } = lines;
    this.post({ type: 'arranged', revision, total, left, arrangement });
  }

  private receive(message: unknown): void {
    const read = fromPage.safeParse(message);
    if (read.success) {
      void this.context.log.guard('doing what was asked in a page', () => this.obey(read.data));
      return;
    }
    const text = JSON.stringify(message)?.slice(0, 200);
    this.context.log.warn(`A message of a page was not understood: ${text}`);
  }

  private async obey(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        this.tellStatus();
        // A page that comes to the front again is drawn from what is known.
        await this.inTurn('showing lines again', async () => {
          if (this.lines) await this.take(this.lines);
        });
        return this.refresh();
      case 'arrange':
        // Only the last of many keys typed is worth the work.
        this.memory = { ...this.memory, arrangement: message.arrangement };
        await this.inTurn('arranging lines', async () => {
          if (this.memory.arrangement === message.arrangement) await this.arrange(message.arrangement);
        });
        return this.tellStatus();
      case 'window':
        return this.sendWindow(message.revision, message.from, message.count);
      case 'open':
        return this.open(message.revision, message.row, message.beside);
      case 'topic':
        return this.context.show({ ...this.memory, topic: message.topic, arrangement: unarranged });
      case 'entry':
        return this.context.showEntry(this.memory);
      case 'copy':
        if (this.lines) this.announce(await copyLines(this.lines));
        return;
      case 'save':
        if (this.lines && this.head) await saveLines(this.lines, this.memory.root, this.head.title);
    }
  }

  private async sendWindow(revision: number, from: number, count: number): Promise<void> {
    const { lines } = this;
    if (!lines || lines.revision !== revision) return;
    const some = await lines.window(Math.floor(from), Math.min(500, Math.max(0, Math.floor(count))));
    this.post({ type: 'lines', revision, lines: some });
  }

  private async open(revision: number, row: number, isBeside: boolean): Promise<void> {
    const { lines, index, panel } = this;
    if (lines && index && lines.revision === revision)
      await showLine(
        lines,
        index,
        row,
        isBeside ? undefined : (panel.viewColumn ?? vscode.ViewColumn.Active),
      );
  }

  private announce(text: string): void {
    vscode.window.setStatusBarMessage(text, 4000);
    this.post({ type: 'announce', text });
  }

  private post(message: ToPage): void {
    if (this.isReady && !this.isGone) void this.panel.webview.postMessage(message);
  }

  private inTurn(doing: string, task: () => Promise<void>): Promise<unknown> {
    return (this.work = this.work.then(() => this.context.log.guard(doing, task)));
  }
}

export const unarranged: PageArrangement = { order: 'date', filter: '', period: '' };
