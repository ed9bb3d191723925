import type { ExportDocument } from './exportModel';
import type { Columns, Row } from './tables';

export const cooccurrenceColumns: Columns = [
  ['kind', 'string'],
  ['a', 'string'],
  ['b', 'string'],
  ['releases', 'integer'],
  ['overlaps', 'integer'],
];

type Kind = 'code-code' | 'code-entity' | 'entity-entity';

/**
 * Counts what occurs with what: in how many releases two codes, a code and an entity, or two entities stand, and how
 * many pairs of their passages overlap. Memory grows with the pairs there are, not with the corpus.
 */
export class Cooccurrence {
  private readonly pairs = new Map<string, [releases: number, overlaps: number]>();

  add({ annotations }: ExportDocument): void {
    const codes = new Set<string>();
    const entities = new Set<string>();
    const marks: { start: number; end: number; codes: readonly string[]; entity?: string }[] = [];
    for (const annotation of annotations) {
      for (const code of annotation.codes) codes.add(code);
      const entity = annotation.entity?.id;
      if (entity !== undefined) entities.add(entity);
      for (const span of annotation.spans) {
        marks.push({ ...span, codes: annotation.codes, ...(entity !== undefined && { entity }) });
      }
    }
    this.countReleases([...codes].sort(), [...entities].sort());
    this.countOverlaps(marks);
  }

  /** By kind, then a, then b; a comes before b where both are of one kind. */
  rows(): Row[] {
    return [...this.pairs.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, [releases, overlaps]]) => [...key.split('\t'), releases, overlaps]);
  }

  private countReleases(codes: readonly string[], entities: readonly string[]): void {
    codes.forEach((code, i) => {
      for (const other of codes.slice(i + 1)) this.entry('code-code', code, other)[0]++;
      for (const entity of entities) this.entry('code-entity', code, entity)[0]++;
    });
    entities.forEach((entity, i) => {
      for (let j = i + 1; j < entities.length; j++) this.entry('entity-entity', entity, entities[j]!)[0]++;
    });
  }

  private countOverlaps(
    marks: { start: number; end: number; codes: readonly string[]; entity?: string }[],
  ): void {
    marks.sort((a, b) => a.start - b.start);
    marks.forEach((first, i) => {
      for (let j = i + 1; j < marks.length && marks[j]!.start < first.end; j++) {
        const second = marks[j]!;
        for (const a of first.codes) {
          for (const b of second.codes) if (a !== b) this.overlap('code-code', a, b);
          if (second.entity !== undefined) this.overlap('code-entity', a, second.entity);
        }
        if (first.entity === undefined) continue;
        for (const b of second.codes) this.overlap('code-entity', b, first.entity);
        if (second.entity !== undefined && second.entity !== first.entity) {
          this.overlap('entity-entity', first.entity, second.entity);
        }
      }
    });
  }

  private overlap(kind: Kind, a: string, b: string): void {
    const isOrdered = kind === 'code-entity' || a < b;
    this.entry(kind, isOrdered ? a : b, isOrdered ? b : a)[1]++;
  }

  private entry(kind: Kind, a: string, b: string): [number, number] {
    const key = `${kind}\t${a}\t${b}`;
    let entry = this.pairs.get(key);
    if (entry === undefined) this.pairs.set(key, (entry = [0, 0]));
    return entry;
  }
}
