import type { OffsetUnit } from '../text/offsets';
import type { ReadAnnotation, ReadDocument } from './format';

/** Gathers annotations that come one by one, from any file, into documents in the order of first appearance. */
export class DocumentGatherer {
  private readonly found = new Map<
    string,
    { unit: OffsetUnit; text?: string; annotations: ReadAnnotation[] }
  >();

  add(path: string, unit: OffsetUnit, annotation: ReadAnnotation): void {
    this.open(path, unit).annotations.push(annotation);
  }

  /** Makes the document known, also where it has no annotation. */
  addDocument(path: string, unit: OffsetUnit, text?: string): void {
    const document = this.open(path, unit);
    if (text !== undefined) document.text = text;
  }

  documents(): ReadDocument[] {
    return [...this.found].map(([path, document]) => ({ path, ...document }));
  }

  private open(path: string, unit: OffsetUnit): { text?: string; annotations: ReadAnnotation[] } {
    let document = this.found.get(path);
    if (document === undefined) this.found.set(path, (document = { unit, annotations: [] }));
    return document;
  }
}

/** The text, or undefined where it is empty or missing. */
export function present(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}

/** The object without its undefined fields. */
export function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}
