import type * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import { overlapsOf } from '../../core/annotation/overlaps';
import type { Span } from '../../core/text/span';
import type { PanelAnnotation } from '../../shared/protocol';

/** Quotes longer than this are cut in the middle: the panel shows where a passage is, the text shows the passage. */
const quoteLimit = 280;

/** What the panel shows of a release's annotations, in the order of the text. */
export function panelAnnotations(
  document: vscode.TextDocument,
  passages: readonly Passage[],
): readonly PanelAnnotation[] {
  const text = document.getText();
  const settled = passages.filter(isSettled);
  const overlaps = overlapsOf(settled.map(({ annotation, spans }) => ({ id: annotation.id, spans })));
  return passages.map((passage) =>
    panelAnnotation(document, text, passage, overlaps.get(passage.annotation.id) ?? []),
  );
}

function panelAnnotation(
  document: vscode.TextDocument,
  text: string,
  passage: Passage,
  overlaps: readonly string[],
): PanelAnnotation {
  const { annotation, state, spans } = passage;
  const [first] = spans;
  const isSure = isSettled(passage);
  return {
    id: annotation.id,
    codes: [...annotation.codes],
    quote: isSure ? textOf(text, spans) : shorten(annotation.target.map(({ quote }) => quote).join(' … ')),
    state,
    overlaps: [...overlaps],
    ...(annotation.entity === undefined ? {} : { entity: annotation.entity }),
    ...(annotation.orphan ? { kept: true } : {}),
    ...(annotation.conflict === undefined ? {} : { conflict: annotation.conflict }),
    ...(annotation.note === undefined ? {} : { note: annotation.note }),
    ...(annotation.author === undefined ? {} : { author: annotation.author }),
    ...(first ? { line: document.positionAt(first.start).line + 1 } : {}),
    ...(!isSure && first ? { proposal: textOf(text, spans) } : {}),
  };
}

/** The passage as a panel shows it: on one line, cut in the middle where it is long. Spans are UTF-16 offsets of `text`. */
export function textOf(text: string, spans: readonly Span[]): string {
  return shorten(spans.map(({ start, end }) => pieceOf(text, start, end)).join(' … '));
}

/** Of a very long span only what can be shown is looked at. */
function pieceOf(text: string, start: number, end: number): string {
  return end - start <= 4 * quoteLimit
    ? text.slice(start, end)
    : `${text.slice(start, start + 2 * quoteLimit)} ${text.slice(end - 2 * quoteLimit, end)}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const half = quoteLimit / 2;
  return line.length <= quoteLimit
    ? line
    : `${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}`;
}

function isSettled({ state }: Passage): boolean {
  return state === 'exact' || state === 'moved';
}
