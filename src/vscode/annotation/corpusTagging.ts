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
import type { AnnotatedReleases } from './annotatedReleases';
import type { Author } from './author';
import { SidecarFile } from './sidecarFile';
import type { Undo } from './undoableWrite';
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

  async tag(
    found: readonly ReleaseSpans[],
    codes: readonly string[],
    cancel?: vscode.CancellationToken,
  ): Promise<TaggedCorpus> {
    const undos: (() => Promise<void>)[] = [];
    const failures: string[] = [];
    let passages = 0;
    for (const { uri, spans } of found) {
      if (cancel?.isCancellationRequested) break;
      const document = openDocument(uri);
      const open = document && (await this.annotations.of(document));
      const author = await this.author.of(uri);
      const tag = { codes, ...(author ? { author } : {}) };
      const undo = open ? await tagOpen(open, spans, tag) : await this.tagClosed(uri, spans, tag);
      if (typeof undo === 'string') failures.push(undo);
      else {
        undos.push(undo);
        passages += spans.length;
      }
    }
    return {
      passages,
      releases: undos.length,
      failures,
      undo: async () => {
        for (const undo of undos) await undo();
      },
    };
  }

  /** @returns what takes it back, or why it could not be done */
  private async tagClosed(uri: vscode.Uri, spans: readonly Span[], tag: Tag): Promise<Undo | string> {
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

async function tagOpen(release: AnnotatedRelease, spans: readonly Span[], tag: Tag): Promise<Undo> {
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

function newIds(known: Set<string>): () => string {
  return () => {
    const id = newAnnotationId(known);
    known.add(id);
    return id;
  };
}
