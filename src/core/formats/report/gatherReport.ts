import type { Code } from '../../annotation/codebook';
import { counted } from '../../text/counted';
import type { Entity } from '../../recognition/entity';
import type { ExportCorpus } from '../exportModel';
import { walkCodes } from '../fitCodebook';
import type { Survey } from '../survey';

export interface ReportPassage {
  readonly path: string;
  readonly date?: string;
  /** Pieces of a passage parted by ` … `. */
  readonly quote: string;
  readonly note?: string;
  readonly author?: string;
  /** Name of the entity that it was linked to. */
  readonly entity?: string;
  /** Names of the other codes of the annotation. */
  readonly others: readonly string[];
}

export interface ReportCode {
  readonly code: Code;
  /** Depth in the tree, 0 for roots. */
  readonly depth: number;
  readonly releases: number;
  readonly passages: readonly ReportPassage[];
}

/** Whether a code only holds others: nothing is tagged with it, and nothing need be. */
export function isHeading({ code, passages }: ReportCode): boolean {
  return passages.length === 0 && code.codes.length > 0;
}

/** “1 passage in 1 release”. */
export function passagesCounted({ passages, releases }: ReportCode): string {
  return `${counted(passages.length, 'passage')} in ${counted(releases, 'release')}`;
}

export interface ReportEntity {
  readonly entity: Entity;
  readonly mentions: number;
  readonly releases: number;
}

/** All that a report says, in the order it says it. Passages are held; mentions are only counted. */
export interface Report {
  readonly name: string;
  readonly releases: number;
  readonly annotations: number;
  readonly mentions: number;
  readonly codes: readonly ReportCode[];
  /** Bare notes. */
  readonly notes: readonly ReportPassage[];
  /** Most mentioned first. */
  readonly entities: readonly ReportEntity[];
  /** Passages by month (`YYYY-MM`) where releases have dates, oldest first, without gaps. */
  readonly months: readonly (readonly [month: string, passages: number])[];
}

/** “13 releases, 40 annotations, 1 recognised mention”. */
export function countsLine({ releases, annotations, mentions }: Report): string {
  const counts = [counted(releases, 'release'), counted(annotations, 'annotation')];
  return [...counts, counted(mentions, 'recognised mention')].join(', ');
}

export async function gatherReport(corpus: ExportCorpus, survey: Survey): Promise<Report> {
  const codes = new Map<string, { passages: ReportPassage[]; releases: number }>();
  const entities = new Map<string, { mentions: number; releases: number }>();
  const months = new Map<string, number>();
  const notes: ReportPassage[] = [];
  const entityNames = new Map(survey.entities.map(({ id, name }) => [id, name]));
  const names = new Map([...walkCodes(survey.codebook)].map(({ code }) => [code.id, code.name]));
  for await (const { path, text, metadata, annotations } of corpus.documents) {
    const codesHere = new Set<string>();
    const entitiesHere = new Set<string>();
    for (const { codes: own, entity, spans, note, author } of annotations) {
      const linked = entity?.id === undefined ? undefined : entityNames.get(entity.id);
      const passage = (others: readonly string[]): ReportPassage => ({
        path,
        ...(metadata.date !== undefined && { date: metadata.date }),
        quote: spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
        ...(note !== undefined && { note }),
        ...(author !== undefined && { author }),
        ...(linked !== undefined && { entity: linked }),
        others,
      });
      for (const code of own) {
        const entry = codes.get(code) ?? { passages: [], releases: 0 };
        if (!codesHere.has(code)) entry.releases++;
        codesHere.add(code);
        entry.passages.push(passage(own.filter((other) => other !== code).map((id) => names.get(id) ?? id)));
        codes.set(code, entry);
      }
      if (own.length > 0 && metadata.date !== undefined) {
        const month = metadata.date.slice(0, 7);
        months.set(month, (months.get(month) ?? 0) + 1);
      }
      if (own.length === 0 && note !== undefined) notes.push(passage([]));
      const id = entity?.id;
      if (id === undefined) continue;
      const entry = entities.get(id) ?? { mentions: 0, releases: 0 };
      entry.mentions++;
      if (!entitiesHere.has(id)) entry.releases++;
      entitiesHere.add(id);
      entities.set(id, entry);
    }
  }
  return {
    name: corpus.name,
    releases: survey.report.documents,
    annotations: survey.report.annotations,
    mentions: survey.report.mentions,
    codes: [...withDepth(survey.codebook.codes, 0)].map(({ code, depth }) => ({
      code,
      depth,
      releases: codes.get(code.id)?.releases ?? 0,
      passages: (codes.get(code.id)?.passages ?? []).sort(byDate),
    })),
    notes: notes.sort(byDate),
    entities: survey.entities
      .map((entity) => ({ entity, ...entities.get(entity.id)! }))
      .sort((a, b) => b.mentions - a.mentions || (a.entity.id < b.entity.id ? -1 : 1)),
    months: withoutGaps(months),
  };
}

function* withDepth(codes: readonly Code[], depth: number): Generator<{ code: Code; depth: number }> {
  for (const code of codes) {
    yield { code, depth };
    yield* withDepth(code.codes, depth + 1);
  }
}

/** Stable: passages of one release stay in reading order. */
function byDate(a: ReportPassage, b: ReportPassage): number {
  const [first, second] = [`${a.date ?? '9999'} ${a.path}`, `${b.date ?? '9999'} ${b.path}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Months in between with 0, unless the corpus spans so much that they would be most of it. */
function withoutGaps(months: ReadonlyMap<string, number>): [string, number][] {
  const known = [...months.keys()].filter((month) => /^\d{4}-\d{2}$/.test(month)).sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const count = index(last) - index(first) + 1;
  if (count > 240) return known.map((month) => [month, months.get(month)!]);
  return Array.from({ length: count }, (_, i) => {
    const at = index(first) + i;
    const month = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
    return [month, months.get(month) ?? 0];
  });
}
