import type * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import type { Span } from '../../core/text/span';
import type { PanelAnnotation, PanelCode, PanelState } from '../../shared/protocol';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import type { Passage } from '../../core/annotation/liveAnnotations';
import type { Corpus } from '../corpus/corpus';
import { fileName } from '../support/textFiles';

/** Quotes longer than this are cut in the middle: the panel shows where a passage is, the text shows the passage. */
const quoteLimit = 280;
const defaultColor = '#94a3b8';

export const noRelease: PanelState = {
  codebook: 'none',
  codes: [],
  annotations: [],
  current: [],
};

/** All that the panel shows of a release. `selection` is what a code would tag, in UTF-16 offsets of the document. */
export function panelState(
  document: vscode.TextDocument,
  release: AnnotatedRelease,
  corpus: Corpus,
  selection: readonly Span[],
  cursor: number,
): PanelState {
  const text = document.getText();
  const counts = new Map<string, number>();
  for (const { annotation } of release.passages) {
    for (const code of annotation.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    release: fileName(document.uri),
    codebook: corpus.codebookState,
    codes: corpus.codebook ? flatten(corpus.codebook.codes, 0, counts) : [],
    annotations: release.passages.map((passage) => panelAnnotation(document, text, passage)),
    current: release.passages
      .filter((passage) => holds(passage, cursor))
      .map(({ annotation }) => annotation.id),
    ...(selection.length > 0 ? { selection: selectionOf(text, selection) } : {}),
    ...(release.warning === undefined ? {} : { warning: release.warning }),
  };
}

function flatten(codes: readonly Code[], depth: number, counts: ReadonlyMap<string, number>): PanelCode[] {
  return codes.flatMap((code) => [
    {
      id: code.id,
      name: code.name,
      depth,
      hasChildren: code.codes.length > 0,
      color: code.color ?? defaultColor,
      ...(code.key === undefined ? {} : { key: code.key }),
      ...(code.definition === undefined ? {} : { definition: code.definition }),
      examples: [...code.examples],
      retired: code.retired ?? false,
      count: counts.get(code.id) ?? 0,
    },
    ...flatten(code.codes, depth + 1, counts),
  ]);
}

function panelAnnotation(document: vscode.TextDocument, text: string, passage: Passage): PanelAnnotation {
  const { annotation, state, spans } = passage;
  const settled = state === 'exact' || state === 'moved';
  const [first] = spans;
  return {
    id: annotation.id,
    codes: [...annotation.codes],
    quote: settled ? textOf(text, spans) : shorten(annotation.target.map(({ quote }) => quote).join(' … ')),
    state,
    ...(annotation.entity === undefined ? {} : { entity: annotation.entity }),
    ...(annotation.note === undefined ? {} : { note: annotation.note }),
    ...(annotation.author === undefined ? {} : { author: annotation.author }),
    ...(first ? { line: document.positionAt(first.start).line + 1 } : {}),
    ...(!settled && first ? { proposal: textOf(text, spans) } : {}),
  };
}

function selectionOf(text: string, spans: readonly Span[]): PanelState['selection'] {
  return { text: textOf(text, spans), spans: spans.map(({ start, end }) => ({ start, end })) };
}

function textOf(text: string, spans: readonly Span[]): string {
  return shorten(spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const half = quoteLimit / 2;
  return line.length <= quoteLimit
    ? line
    : `${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}`;
}

function holds(passage: Passage, cursor: number): boolean {
  return passage.spans.some(({ start, end }) => start <= cursor && cursor <= end);
}
