import * as vscode from 'vscode';
import type { PageMemory } from '../../shared/pageProtocol';
import { pageMemory } from '../../shared/pageProtocol';
import { projectFileName } from '../../core/corpus/fileNames';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { definitionOf } from '../features/entityNavigation';
import { readSubject } from '../../core/corpus/subject';
import { showInCodebook } from '../navigation/showInCodebook';
import type { Log } from '../support/log';
import { CorpusPage } from './corpusPage';
import { pageHead } from './pageHead';

/** The type of the tabs, as the editor keeps them over a reload. */
export const pageType = 'pressmark.page';

/** The open pages of corpora, at most one of each topic. */
export class CorpusPages implements vscode.Disposable {
  private readonly pages = new Map<string, CorpusPage>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly indexes: CorpusIndexes,
    private readonly log: Log,
  ) {
    this.subscription = indexes.onDidChange((index) => {
      const isOpen = indexes.all().includes(index);
      for (const page of this.pages.values()) page.indexChanged(index, isOpen);
    });
  }

  /** Shows the page of a topic: the one that is open, or a new one. */
  async show(memory: PageMemory, column = vscode.ViewColumn.Active): Promise<void> {
    const open = this.pages.get(keyOf(memory));
    if (open) {
      open.panel.reveal();
      return;
    }
    const index = await this.indexOf(memory);
    const title = index ? pageHead(memory.topic, index.corpus).title : 'Pressmark';
    const panel = vscode.window.createWebviewPanel(pageType, title, column, { enableFindWidget: true });
    this.fill(panel, memory, index);
  }

  /** Makes a page again that was open before the window was reloaded. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const memory = pageMemory.safeParse(state);
    if (!memory.success) {
      panel.dispose();
      return;
    }
    this.fill(panel, memory.data, await this.indexOf(memory.data));
  }

  dispose(): void {
    this.subscription.dispose();
    for (const page of this.pages.values()) page.dispose();
  }

  private fill(panel: vscode.WebviewPanel, memory: PageMemory, index: CorpusIndexing | undefined): void {
    const key = keyOf(memory);
    const page = new CorpusPage(panel, memory, index, {
      extensionUri: this.extensionUri,
      log: this.log,
      show: (other) => void this.log.guard('opening a page', () => this.show(other, panel.viewColumn)),
      showEntry: (of) => this.showEntry(of),
    });
    this.pages.set(key, page);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.pages.get(key) === page) this.pages.delete(key);
    });
  }

  private async showEntry({ topic, root }: PageMemory): Promise<void> {
    const index = await this.indexOf({ root });
    if (!index || topic.kind === 'phrase') return;
    if (topic.kind === 'code') {
      return showInCodebook(index.corpus, topic.code);
    }
    const subject = readSubject(topic.subject);
    const where = subject.listed ? await definitionOf(subject.entity, index.corpus) : undefined;
    if (where) await vscode.window.showTextDocument(where.uri, { selection: where.range, preview: true });
  }

  private indexOf({ root }: Pick<PageMemory, 'root'>): Promise<CorpusIndexing | undefined> {
    return this.indexes.of(vscode.Uri.joinPath(vscode.Uri.parse(root, true), projectFileName));
  }
}

function keyOf({ root, topic }: PageMemory): string {
  return JSON.stringify([root, topic]);
}
