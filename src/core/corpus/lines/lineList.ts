import type { CorpusView, IndexedRelease } from '../corpusView';
import type { Breathing } from '../indexing/slices';
import { dateText } from '../store/fileHead';
import type { Arrangement } from './arrangement';
import { lineFilter, needsTexts, periodTest, sortKey } from './arrangement';
import { findPlaces } from './findPlaces';
import type { LineGroups } from './lineGroups';
import { foundGroups, subjectGroups } from './lineGroups';
import type { LineOrdering } from './lineOrder';
import { groupOf, groupOrdering, groupsInTime, lineNumbers, listedOrdering } from './lineOrder';
import type { LinePlace, ReleasePlaces } from './linePlaces';
import type { ReadLine } from './lines';
import { emptyLine, linesIn } from './lines';
import type { LineTopic } from './topic';

export interface LineHost extends Breathing {
  /** The text of a release as the index read it; undefined where it is gone or can't be read. */
  read(release: IndexedRelease): Promise<string | undefined>;
  /** Told now and then while texts are read. */
  progress?(done: number, total: number): void;
  /** Whether nobody waits any more. */
  isCancelled?(): boolean;
}

/** A place with its line, once its text was read. */
export interface Line {
  readonly place: LinePlace;
  readonly line: ReadLine;
}

/** Lines in the order of an arrangement. */
export interface ArrangedLines {
  readonly lines: LineOrdering;
  /** So many places were left out, because more texts would have to be read than is reasonable. */
  readonly left: number;
}

/** How lines are gathered. */
export interface Gathering {
  /** A list of an earlier view: spares reading again what is the same. */
  readonly before?: LineList | undefined;
  /** As many lines are read for an order or a filter that needs all texts; 50,000 unless told otherwise. */
  readonly most?: number;
  /** Told every now and then what was found so far, where that takes. */
  readonly grown?: (soFar: LineList) => Promise<void>;
}

/** As many texts are read at once. */
const atOnce = 16;
const mostRead = 50_000;
const sliceMs = 8;

/**
 * All lines of a topic, numbered in the order of files. Places come from the index; texts are read when a line is looked at, or
 * all (up to `most`) where the order or the filter needs them.
 */
export class LineList {
  private readonly starts: Float64Array;
  private readonly known = new Map<number, ReadLine>();

  private constructor(
    private readonly groups: LineGroups,
    private readonly host: LineHost,
    private readonly most: number,
  ) {
    this.starts = lineNumbers(groups);
  }

  /** Gathers the places of a topic: those of a subject at once, those of a phrase from texts. */
  static async of(
    view: CorpusView,
    topic: LineTopic,
    host: LineHost,
    { before, most = mostRead, grown }: Gathering = {},
  ): Promise<LineList> {
    const found: ReleasePlaces[] = [];
    let last = before;
    const listOf = (groups: LineGroups): LineList => {
      const list = new LineList(groups, host, most);
      if (last) list.reuse(last);
      return (last = list);
    };
    if (topic.kind === 'subject') return listOf(subjectGroups(view, topic.subject));
    await findPlaces(view, topic, host, found, async () => grown?.(listOf(foundGroups(found.slice()))));
    return listOf(foundGroups(found));
  }

  /** How many lines, and in how many releases. */
  get length(): number {
    return this.starts[this.groups.count]!;
  }

  get releaseCount(): number {
    return this.groups.count;
  }

  /** How many lines the releases have, with their dates (ISO). */
  *counts(): Generator<{ readonly date: string | undefined; readonly count: number }, void> {
    const { count, date, size } = this.groups;
    for (let group = 0; group < count; group++) yield { date: dateText(date(group)), count: size(group) };
  }

  /** The lines that an arrangement shows, in its order. */
  async arrange(arrangement: Arrangement): Promise<ArrangedLines> {
    const { groups, starts } = this;
    const { order, period, filter } = arrangement;
    const inTime = order === 'newest' || order === 'file' ? order : 'date';
    const lines = groupOrdering(groupsInTime(groups, inTime, periodTest(period)), starts);
    if (!needsTexts(arrangement)) return { lines, left: 0 };
    const read = await this.at(lines.slice(0, this.most));
    const isWanted = lineFilter(filter);
    const kept = lines
      .slice(0, read.length)
      .map((number, i) => ({ number, ...read[i]! }))
      .filter(({ line, place }) => isWanted(line, place.release))
      .map(({ number, line }) => ({ number, key: sortKey(order, line) }));
    // Sorting keeps the order by date among equals.
    kept.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return { lines: listedOrdering(kept.map(({ number }) => number)), left: lines.length - read.length };
  }

  /** Lines by their numbers, their texts read. */
  async at(numbers: readonly number[]): Promise<readonly Line[]> {
    const wanted = new Map<number, number[]>();
    for (const number of numbers) {
      const group = groupOf(this.starts, number);
      const there = wanted.get(group);
      if (there) there.push(number);
      else wanted.set(group, [number]);
    }
    const places = new Map<number, LinePlace>();
    for (const [group, here] of wanted) {
      const all = this.groups.places(group);
      for (const number of here) places.set(number, all[number - this.starts[group]!]!);
    }
    await this.read([...wanted.values()], places);
    return numbers.map((number) => ({
      place: places.get(number)!,
      line: this.known.get(number) ?? emptyLine,
    }));
  }

  /** Reads the texts of lines that aren't known, given release by release. */
  private async read(
    byRelease: readonly (readonly number[])[],
    places: ReadonlyMap<number, LinePlace>,
  ): Promise<void> {
    const { host, known } = this;
    const unread = byRelease.filter((numbers) => numbers.some((number) => !known.has(number)));
    let since = host.now();
    for (let from = 0; from < unread.length && !host.isCancelled?.(); from += atOnce) {
      const some = unread.slice(from, from + atOnce);
      const texts = await Promise.all(some.map(([first]) => host.read(places.get(first!)!.release)));
      some.forEach((numbers, n) => {
        const lines = linesIn(
          texts[n] ?? '',
          numbers.map((number) => places.get(number)!),
        );
        numbers.forEach((number, i) => known.set(number, lines[i]!));
      });
      if (host.now() - since < sliceMs) continue;
      host.progress?.(from + some.length, unread.length);
      await host.yield();
      since = host.now();
    }
  }

  /** The same version of a release has the same ordinal, and its subject the same places; those of phrases are compared. */
  private reuse(before: LineList): void {
    if (before.known.size === 0) return;
    const byOrdinal = new Map<number, number[]>();
    for (const number of before.known.keys()) {
      const ordinal = before.groups.ordinal(groupOf(before.starts, number));
      const there = byOrdinal.get(ordinal);
      if (there) there.push(number);
      else byOrdinal.set(ordinal, [number]);
    }
    for (let group = 0; group < this.groups.count; group++) {
      const numbers = byOrdinal.get(this.groups.ordinal(group));
      if (numbers === undefined) continue;
      const first = before.starts[groupOf(before.starts, numbers[0]!)]!;
      const old = before.groups.places(groupOf(before.starts, numbers[0]!));
      const now = this.groups.places(group);
      for (const number of numbers) {
        const [was, is] = [old[number - first]!, now[number - first]];
        if (is?.start === was.start && is.end === was.end)
          this.known.set(this.starts[group]! + number - first, before.known.get(number)!);
      }
    }
  }
}
