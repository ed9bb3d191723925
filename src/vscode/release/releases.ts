import * as vscode from 'vscode';
import { applyDecisions } from '../../core/corpus/decisions';
import { followEdit } from '../../core/recognition/followEdit';
import type { Mention } from '../../core/recognition/mention';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { Release } from '../../core/release/release';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Passage } from '../../core/annotation/passage';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { fileName } from '../support/textFiles';

/** A version of an open release with what the program sees in it. */
export interface ReadRelease {
  readonly version: number;
  readonly release: Release;
  /** As recognised, and as people have decided since. */
  readonly mentions: readonly Mention[];
  readonly corpus: Corpus;
}

/** What a text gives by itself, and what was made of it with the decisions last known. */
interface Known {
  readonly recognised: ReadRelease;
  decisions: string;
  decided: ReadRelease;
}

/** In longer texts (UTF-16 code units) what was read follows the typing, and is read anew when it pauses. */
const longText = 100_000;
const pauseMs = 300;

/**
 * Parses and recognises open releases, once for each version of the text and of the gazetteer; what people have decided about
 * mentions is laid over it whenever it is asked for. Long texts are read anew only when typing pauses.
 */
export class Releases implements vscode.Disposable {
  private readonly cache = new WeakMap<vscode.TextDocument, Known>();
  private readonly told = new WeakMap<vscode.TextDocument, string>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** The mentions may have changed although no text did: a gazetteer was edited, or a person decided about a mention. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;
  /** Long texts that have followed edits only, to be read anew at the end of a pause. */
  private readonly pauses = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly corpora: Corpora,
    private readonly annotations: AnnotatedReleases,
  ) {
    this.subscription = vscode.Disposable.from(
      corpora.onDidChange(() => this.changed.fire()),
      annotations.onDidChange((release) => this.tellOfDecisions(release)),
      vscode.workspace.onDidCloseTextDocument((document) => this.endPause(document)),
    );
  }

  async read(document: vscode.TextDocument): Promise<ReadRelease> {
    const corpus = await this.corpora.of(document.uri);
    const passages = decisionsOf(await this.annotations.of(document));
    const known = this.recognised(document, corpus);
    const decisions = JSON.stringify(passages.map(({ annotation, spans }) => [annotation.entity, spans]));
    if (known.decisions !== decisions) {
      known.decisions = decisions;
      known.decided = withDecisions(known.recognised, passages);
    }
    return known.decided;
  }

  dispose(): void {
    this.subscription.dispose();
    for (const document of [...this.pauses.keys()]) this.endPause(document);
    this.changed.dispose();
  }

  private recognised(document: vscode.TextDocument, corpus: Corpus): Known {
    const before = this.cache.get(document);
    const isCurrent =
      before?.recognised.version === document.version &&
      before.recognised.corpus.gazetteer === corpus.gazetteer;
    if (isCurrent) return before;
    const text = document.getText();
    const isTyping = text.length > longText && before?.recognised.corpus.gazetteer === corpus.gazetteer;
    if (isTyping) this.awaitPause(document);
    const { release, mentions } = isTyping
      ? followEdit(before.recognised, text, corpus.gazetteer)
      : readAnew(document, text, corpus);
    const recognised = { version: document.version, release, mentions, corpus };
    const known = { recognised, decisions: '[]', decided: recognised };
    this.cache.set(document, known);
    return known;
  }

  private awaitPause(document: vscode.TextDocument): void {
    this.endPause(document);
    const readAgain = (): void => {
      this.endPause(document);
      this.cache.delete(document);
      this.changed.fire();
    };
    this.pauses.set(document, setTimeout(readAgain, pauseMs));
  }

  private endPause(document: vscode.TextDocument): void {
    clearTimeout(this.pauses.get(document));
    this.pauses.delete(document);
  }

  /** Typing moves decisions along; only a decision itself is news to those who have read the text already. */
  private tellOfDecisions(release: AnnotatedRelease): void {
    const decisions = decisionsOf(release)
      .map(({ annotation }) => `${annotation.id} ${annotation.entity ?? ''}`)
      .join('\n');
    if ((this.told.get(release.document) ?? '') === decisions) return;
    this.told.set(release.document, decisions);
    this.changed.fire();
  }
}

function readAnew(
  document: vscode.TextDocument,
  text: string,
  corpus: Corpus,
): Pick<ReadRelease, 'release' | 'mentions'> {
  const release = parseRelease(text, { fileName: fileName(document.uri) });
  return { release, mentions: recognize(release, corpus.gazetteer) };
}

function decisionsOf(release: AnnotatedRelease | undefined): readonly Passage[] {
  const isDecision = ({ annotation, state }: Passage): boolean =>
    annotation.entity !== undefined && (state === 'exact' || state === 'moved');
  return release?.passages.filter(isDecision) ?? [];
}

function withDecisions(recognised: ReadRelease, passages: readonly Passage[]): ReadRelease {
  const annotations = passages.map(({ annotation }) => annotation);
  const anchors = passages.map(({ annotation, state, spans }) => ({ id: annotation.id, state, spans }));
  const { gazetteer } = recognised.corpus;
  return { ...recognised, mentions: applyDecisions(recognised.mentions, annotations, anchors, gazetteer) };
}

/** The innermost mention at an offset (UTF-16) of the text, and those it stands in, innermost first. */
export function mentionsAt(mentions: readonly Mention[], offset: number): readonly Mention[] {
  return mentions
    .filter((mention) => mention.start <= offset && offset <= mention.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
