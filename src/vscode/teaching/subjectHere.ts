import type * as vscode from 'vscode';
import { trimSpan, widenToGraphemes } from '../../core/text/graphemes';
import type { Mention } from '../../core/recognition/mention';
import { oneLine } from '../../core/recognition/newEntity';
import type { Span } from '../../core/text/span';
import { contains } from '../../core/text/span';
import type { ReadRelease } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { toSpan } from '../support/ranges';

/** What is to be taught about: a stretch of a release and what is recognised there. */
export interface SubjectHere {
  readonly document: vscode.TextDocument;
  readonly read: ReadRelease;
  /** UTF-16 offsets. */
  readonly span: Span;
  /** As it stands there, on one line. */
  readonly words: string;
  /** The mention of exactly this span. */
  readonly mention: Mention | undefined;
}

/** What a link, a code action or a test names; everything may be left out. Spans are UTF-16 offsets of the active release. */
export interface TeachArgument {
  readonly span?: Span;
  readonly entity?: string;
  readonly name?: string;
  readonly type?: string;
}

/** An argument as it comes from outside: what isn't of the right kind is left out. */
export function teachArgument(value: unknown): TeachArgument {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const { start, end, entity, name, type } = given;
  const isSpan = Number.isSafeInteger(start) && Number.isSafeInteger(end);
  return {
    ...(isSpan ? { span: { start: start as number, end: end as number } } : {}),
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof name === 'string' && name.trim() !== '' ? { name } : {}),
    ...(typeof type === 'string' && type.trim() !== '' ? { type } : {}),
  };
}

/**
 * The stretch meant by a selection: the selected words where there are some, else the innermost mention under the cursor. With
 * `preferMention`, words within a mention mean that mention.
 */
export function subjectHere(
  document: vscode.TextDocument,
  read: ReadRelease,
  range: vscode.Range | Span,
  preferMention = false,
): SubjectHere | undefined {
  const text = document.getText();
  const given = 'isEmpty' in range ? toSpan(document, range) : range;
  const isInside = 0 <= given.start && given.start <= given.end && given.end <= text.length;
  if (!isInside) return undefined;
  const wanted = given.start < given.end ? widenToGraphemes(text, trimSpan(text, given)) : given;
  const isEmpty = wanted.start >= wanted.end;
  const exact = read.mentions.find(({ start, end }) => start === wanted.start && end === wanted.end);
  const around = mentionsAt(read.mentions, wanted.start).find((mention) => contains(mention, wanted));
  const mention = exact ?? (isEmpty || preferMention ? around : undefined);
  if (isEmpty && !mention) return undefined;
  const span = mention ? { start: mention.start, end: mention.end } : wanted;
  return { document, read, span, words: oneLine(text.slice(span.start, span.end)), mention };
}
