import type { Entity } from '../../recognition/entity';
import type { OffsetConverter } from '../../text/offsets';
import { offsetsIn } from '../../text/offsets';
import type { Span } from '../../text/span';
import type { Details, LabelRecord } from '../details';
import { labelRecords } from '../details';
import type { ExportDocument } from '../exportModel';
import { defined } from '../gather';
import { asciiJson } from '../json';

/** The `.ann` of a document: T lines with their notes (#), normalizations (N) and attributes (A). */
export function annotationsToAnn(document: ExportDocument, entities: ReadonlyMap<string, Entity>): string {
  const lines = new AnnLines(document.text, entities);
  for (const record of labelRecords(document.annotations, false)) lines.add(record);
  return lines.text();
}

class AnnLines {
  private readonly lines: string[] = [];
  private readonly counts = { T: 0, N: 0, A: 0, '#': 0 };
  private readonly offsets: OffsetConverter;

  constructor(
    private readonly source: string,
    private readonly entities: ReadonlyMap<string, Entity>,
  ) {
    this.offsets = offsetsIn('codepoints', source);
  }

  text(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  add({ label, spans, annotation, isFirst, details }: LabelRecord): void {
    const fragments = spans.flatMap((span) => fragmentsOf(this.source, span));
    const places = fragments.map(({ start, end }) => `${this.stored(start)} ${this.stored(end)}`).join(';');
    const quote = fragments.map(({ start, end }) => this.source.slice(start, end)).join(' ');
    const t = this.put('T', `${label} ${places}\t${quote}`);
    if (label === details.as) this.addEntity(t, details);
    const isTrimmed = fragments[0]!.start !== spans[0]!.start || fragments.at(-1)!.end !== spans.at(-1)!.end;
    if (annotation.recognised !== undefined) {
      this.put('A', `Recognised ${t}`);
      if (!isTrimmed) return;
    }
    const { note } = annotation;
    const line = note === undefined ? '' : oneLine(note);
    if (isFirst && line !== '') this.put('#', `AnnotatorNotes ${t}\t${line}`);
    const { group, id, as, entity, author, created, modified } = details;
    const carried = defined({
      ...{ group, id, as, entity, author, created, modified },
      note: isFirst && note !== line ? note : undefined,
      spans: isTrimmed || spans.length > 1 || fragments.length > 1 ? this.spansAsStored(spans) : undefined,
    });
    this.put('#', `Pressmark ${t}\t${asciiJson(carried)}`);
  }

  /** Normalizations: Wikidata for other tools, the gazetteer's own id for ours. */
  private addEntity(t: string, { entity }: Details): void {
    if (entity?.id === undefined) return;
    const known = this.entities.get(entity.id);
    const name = oneLine(known?.name ?? entity.id);
    if (known?.wikidata !== undefined) this.put('N', `Reference ${t} Wikidata:${known.wikidata}\t${name}`);
    this.put('N', `Reference ${t} Pressmark:${encodeURI(entity.id)}\t${name}`);
  }

  private spansAsStored(spans: readonly Span[]): number[][] {
    return spans.map(({ start, end }) => [this.stored(start), this.stored(end)]);
  }

  private stored(held: number): number {
    return this.offsets.toStored(held);
  }

  private put(kind: 'T' | 'N' | 'A' | '#', line: string): string {
    const id = `${kind}${++this.counts[kind]}`;
    this.lines.push(`${id}\t${line}`);
    return id;
  }
}

/** Everything that Python's `splitlines`, with which brat reads, takes for a line end. */
export const lineEnd = /[\n\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** brat has one line an annotation: a span is cut at line ends, which stay outside. */
export function fragmentsOf(text: string, span: Span): Span[] {
  const fragments: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && !lineEnd.test(text[i]!)) continue;
    if (i > start) fragments.push({ start, end: i });
    start = i + 1;
  }
  return fragments;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
