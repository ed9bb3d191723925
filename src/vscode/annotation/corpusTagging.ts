import * as vscode from 'vscode';
import type { Decision } from '../../core/annotation/decisions';
import type { SidecarStore } from '../../core/annotation/sidecarStore';
import { newAnnotationId } from '../../core/annotation/sidecar';
import { closedRelease, tagClosed, tagSpans } from '../../core/annotation/tagSpans';
import type { Span } from '../../core/text/span';
import { sidecarUri } from '../corpus/corpusFiles';
import type { Corpora } from '../corpus/corpora';
import { fileName, openDocument, readSavedText } from '../support/textFiles';
import type { AnnotatedRelease } from './annotatedRelease';
import type { UndoStep } from './undoStep';
import type { AnnotatedReleases } from './annotatedReleases';
import type { Author } from './author';
import { SidecarFile } from './sidecarFile';
import { writeUndoably } from './undoableWrite';
import { timestamp } from '../../core/annotation/timestamp';

/** Spans (UTF-16) of a release, in the text of its open document or else in its text on disk. */
export interface ReleaseSpans {
  readonly uri: vscode.Uri;
  readonly spans: readonly Span[];
}

/** What was done in many releases, to be taken back as one. */
export interface TaggedCorpus {
  readonly passages: number;
  readonly releases: number;
  /** Why some releases could not be written to, one sentence each. */
  readonly failures: readonly string[];
  /** Whether it still holds in the releases it was not done from. */
  isDone(): boolean;
  undo(): Promise<void>;
}

/** Tags passages in many releases at once: in the open ones as if by hand, in the others through their sidecars. */
export class CorpusTagging {
  constructor(
    private readonly annotations: AnnotatedReleases,
    private readonly corpora: Corpora,
    private readonly author: Author,
    private readonly store: SidecarStore,
  ) {}

  /** Tags; the undo of `here`, the release that it is done from, takes all of it back in its turn. */
  async tag(
    found: readonly ReleaseSpans[],
    codes: readonly string[],
    here: AnnotatedRelease,
  ): Promise<TaggedCorpus> {
    const failures: string[] = [];
    let passages = 0;
    const tagAll = async (releases: readonly ReleaseSpans[]): Promise<UndoStep[]> => {
      const steps: UndoStep[] = [];
      for (const { uri, spans } of releases) {
        const step = await this.tagRelease(uri, spans, codes);
        if (typeof step === 'string') failures.push(step);
        else {
          steps.push(step);
          passages += spans.length;
        }
      }
      return steps;
    };
    const isHere = ({ uri }: ReleaseSpans): boolean => uri.toString() === here.document.uri.toString();
    const others = await tagAll(found.filter((one) => !isHere(one)));
    const elsewhere = new Together(others);
    const own = await here.acts.asOne(async () => {
      const steps = await tagAll(found.filter(isHere));
      if (others.length > 0) here.acts.add(elsewhere);
      return steps;
    });
    return {
      passages,
      releases: others.length + own.length,
      failures,
      isDone: () => elsewhere.isDone,
      undo: async () => {
        if (here.acts.isLast(elsewhere)) await here.acts.undo();
        else for (const step of [elsewhere, ...own]) await step.undo();
      },
    };
  }

  private async tagRelease(
    uri: vscode.Uri,
    spans: readonly Span[],
    codes: readonly string[],
  ): Promise<UndoStep | string> {
    const document = openDocument(uri);
    const open = document && (await this.annotations.of(document));
    const author = await this.author.of(uri);
    const tag = { codes, ...(author ? { author } : {}) };
    return open ? tagOpen(open, spans, tag) : this.tagClosed(uri, spans, tag);
  }

  /** @returns what takes it back, or why it could not be done */
  private async tagClosed(uri: vscode.Uri, spans: readonly Span[], tag: Tag): Promise<UndoStep | string> {
    const sidecar = sidecarUri(uri, await this.corpora.of(uri));
    const file = new SidecarFile(sidecar, uri, this.store);
    const [text, before] = [await readSavedText(uri), await file.read()];
    const live = text === undefined ? undefined : closedRelease(text, before);
    if (!live) return vscode.l10n.t('{0} can’t be read, so it was not written to.', fileName(sidecar));
    const known = new Set(live.passages.map(({ annotation }) => annotation.id));
    const edits = tagClosed(live, spans, tag, newIds(known), timestamp(new Date()));
    return writeUndoably(file, before, edits);
  }
}

interface Tag {
  readonly codes: readonly string[];
  readonly author?: string;
}

async function tagOpen(release: AnnotatedRelease, spans: readonly Span[], tag: Tag): Promise<UndoStep> {
  const text = release.document.getText();
  let takeBack = await tagNow(release, spans, tag);
  return {
    undo: () => takeBack(),
    redo: async () => {
      // In another text the spans are other words.
      if (release.document.getText() === text) takeBack = await tagNow(release, spans, tag);
    },
  };
}

/** @returns what takes just these tags back */
async function tagNow(
  release: AnnotatedRelease,
  spans: readonly Span[],
  tag: Tag,
): Promise<() => Promise<void>> {
  let decisions: readonly Decision[] = [];
  const codesBefore = new Map(release.passages.map(({ annotation }) => [annotation.id, annotation.codes]));
  await release.decide((newId) => (decisions = tagSpans(release.passages, spans, tag, newId)));
  return () =>
    release.decide(() =>
      decisions.flatMap((decision): Decision[] => {
        if (decision.kind === 'create') return [{ kind: 'remove', id: decision.annotation.id }];
        if (decision.kind !== 'change') return [];
        const codes = codesBefore.get(decision.id) ?? [];
        const isAdded = (code: string): boolean => tag.codes.includes(code) && !codes.includes(code);
        return [
          {
            kind: 'change',
            id: decision.id,
            decide: (now) => ({ ...now, codes: now.codes.filter((code) => !isAdded(code)) }),
          },
        ];
      }),
    );
}

/** Several steps as one; what is taken back already is not taken back again, whoever asks. */
class Together implements UndoStep {
  isDone = true;

  constructor(private readonly steps: readonly UndoStep[]) {}

  async undo(): Promise<void> {
    if (!this.isDone) return;
    this.isDone = false;
    for (const step of this.steps) await step.undo();
  }

  async redo(): Promise<void> {
    if (this.isDone) return;
    this.isDone = true;
    for (const step of this.steps) await step.redo();
  }
}

function newIds(known: Set<string>): () => string {
  return () => {
    const id = newAnnotationId(known);
    known.add(id);
    return id;
  };
}
