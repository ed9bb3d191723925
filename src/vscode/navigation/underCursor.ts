import type * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import type { Mention } from '../../core/recognition/mention';
import type { Span } from '../../core/text/span';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { ReadRelease, Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';

/** What navigation speaks of at a position of a release: a mention, or the codes of a passage, or both where they are one stretch. */
export interface UnderCursor {
  readonly read: ReadRelease;
  readonly mention: Mention | undefined;
  /** Tagged with at least one code, and in its place. */
  readonly passage: Passage | undefined;
  /** Of the mention or the part of the passage: UTF-16 offsets. */
  readonly span: Span;
}

/** The shorter of the mention and the passage at a position: a mention in a tagged sentence is meant before the sentence's code. */
export async function underCursor(
  document: vscode.TextDocument,
  position: vscode.Position,
  releases: Releases,
  annotations: AnnotatedReleases,
): Promise<UnderCursor | undefined> {
  const read = await releases.read(document);
  const annotated = await annotations.of(document);
  const offset = document.offsetAt(position);
  const [mention] = mentionsAt(read.mentions, offset);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const [passage] = codedPassages(annotated?.passages ?? [])
    .filter(({ spans }) => spans.some(holds))
    .sort((a, b) => length(a) - length(b));
  const part = passage?.spans.find(holds);
  if (!mention) return passage && part ? { read, mention, passage, span: part } : undefined;
  const span = { start: mention.start, end: mention.end };
  if (!passage || !part) return { read, mention, passage: undefined, span };
  const difference = length(passage) - (mention.end - mention.start);
  if (difference < 0) return { read, mention: undefined, passage, span: part };
  return { read, mention, passage: difference === 0 ? passage : undefined, span };
}

/** The passages that carry codes and have their place. */
export function codedPassages(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(
    ({ annotation, state }) => annotation.codes.length > 0 && (state === 'exact' || state === 'moved'),
  );
}

function length({ spans }: Passage): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
