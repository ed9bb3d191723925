import * as vscode from 'vscode';
import type { Mention } from '../../core/recognition/mention';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { Release } from '../../core/release/release';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { fileName } from '../support/textFiles';

/** A version of an open release with what the program sees in it. */
export interface ReadRelease {
  readonly version: number;
  readonly release: Release;
  readonly mentions: readonly Mention[];
  readonly corpus: Corpus;
}

/** Parses and recognises open releases, once for each version of the text and of the gazetteer. */
export class Releases implements vscode.Disposable {
  private readonly cache = new WeakMap<vscode.TextDocument, ReadRelease>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** What is recognised may have changed although no text did: a gazetteer was edited. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly corpora: Corpora) {
    this.subscription = corpora.onDidChange(() => this.changed.fire());
  }

  async read(document: vscode.TextDocument): Promise<ReadRelease> {
    const corpus = await this.corpora.of(document.uri);
    const known = this.cache.get(document);
    if (known?.version === document.version && known.corpus.gazetteer === corpus.gazetteer) return known;
    const release = parseRelease(document.getText(), { fileName: fileName(document.uri) });
    const read = {
      version: document.version,
      release,
      mentions: recognize(release, corpus.gazetteer),
      corpus,
    };
    this.cache.set(document, read);
    return read;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

/** The innermost mention at an offset (UTF-16) of the text, and those it stands in, innermost first. */
export function mentionsAt(mentions: readonly Mention[], offset: number): readonly Mention[] {
  return mentions
    .filter((mention) => mention.start <= offset && offset <= mention.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
