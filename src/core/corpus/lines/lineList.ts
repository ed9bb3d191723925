import type { CorpusView, IndexedRelease } from '../corpusView';
import type { Breathing } from '../indexing/slices';
import { compilePhrase, findPhrase, releasesWithPhrase } from '../phrase';
import type { Arrangement } from './arrangement';
import { isInPeriod, lineFilter, needsTexts, releaseComparison, sortKey } from './arrangement';
import type { LinePlace, ReleasePlaces } from './linePlaces';
import { placesOfCode, placesOfSubject } from './linePlaces';
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
  /** Positions in the list. */
  readonly positions: readonly number[];
  /** So many places were left out, because more texts would have to be read than is reasonable. */
  readonly left: number;
}

/** As many texts are read at once. */
const atOnce = 16;
/** As many lines are read for an order or a filter that needs all texts. */
export const mostRead = 50_000;

/**
 * All lines of a topic. Places come from the index at once; texts are read when a line is looked at, or all (up to `most`) where
 * the order or the filter needs them.
 */
export class LineList {
  private readonly lines: (ReadLine | undefined)[];

  private constructor(
    readonly places: readonly LinePlace[],
    private readonly host: LineHost,
    private readonly most: number,
  ) {
    this.lines = new Array<ReadLine | undefined>(places.length).fill(undefined);
  }

  /** Gathers the places of a topic; `before`, a list of an earlier view, spares reading again what is the same. */
  static async of(
    view: CorpusView,
    topic: LineTopic,
    host: LineHost,
    before?: LineList,
    most = mostRead,
  ): Promise<LineList> {
    const places: LinePlace[] = [];
    let since = host.now();
    for await (const found of placesOf(view, topic, host)) {
      for (const place of found.places) places.push(place);
      if (host.isCancelled?.()) break;
      if (host.now() - since > sliceMs) {
        await host.yield();
        since = host.now();
      }
    }
    const list = new LineList(places, host, most);
    if (before) list.reuse(before);
    return list;
  }

  get length(): number {
    return this.places.length;
  }

  /** Mentions and releases, in all or of a time. */
  count(period = ''): { readonly lines: number; readonly releases: number } {
    const here = this.places.filter(({ release }) => isInPeriod(release, period));
    return { lines: here.length, releases: new Set(here.map(({ release }) => release.ordinal)).size };
  }

  /** The lines that an arrangement shows, in its order. */
  async arrange(arrangement: Arrangement): Promise<ArrangedLines> {
    const { places } = this;
    const inTime = this.inTime(arrangement);
    if (!needsTexts(arrangement)) return { positions: inTime, left: 0 };
    const read = inTime.slice(0, this.most);
    await this.read(read);
    const isWanted = lineFilter(arrangement.filter);
    const kept = read.filter((i) => isWanted(this.lineAt(i), places[i]!.release));
    const keys = new Map(kept.map((i) => [i, sortKey(arrangement.order, this.lineAt(i))]));
    // Sorting keeps the order by date among equals.
    kept.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : keys.get(a)! > keys.get(b)! ? 1 : 0));
    return { positions: kept, left: inTime.length - read.length };
  }

  /** The lines at some positions, their texts read. */
  async at(positions: readonly number[]): Promise<readonly Line[]> {
    await this.read(positions);
    return positions.map((i) => ({ place: this.places[i]!, line: this.lineAt(i) }));
  }

  /** Positions by date or file. Releases are sorted, not places, of which there may be a hundred times as many. */
  private inTime({ order, period }: Arrangement): number[] {
    const { places } = this;
    const starts: number[] = [];
    places.forEach(({ release }, i) => {
      if (release !== places[i - 1]?.release && isInPeriod(release, period)) starts.push(i);
    });
    const byRelease = releaseComparison(order);
    starts.sort((a, b) => byRelease(places[a]!.release, places[b]!.release));
    const positions: number[] = [];
    for (const start of starts)
      for (let i = start; places[i]?.release === places[start]!.release; i++) positions.push(i);
    return positions;
  }

  private lineAt(position: number): ReadLine {
    return this.lines[position] ?? emptyLine;
  }

  private async read(positions: readonly number[]): Promise<void> {
    const wanted = new Map<IndexedRelease, number[]>();
    for (const i of positions) {
      if (this.lines[i] !== undefined) continue;
      const { release } = this.places[i]!;
      const there = wanted.get(release);
      if (there) there.push(i);
      else wanted.set(release, [i]);
    }
    const releases = [...wanted];
    let since = this.host.now();
    for (let from = 0; from < releases.length && !this.host.isCancelled?.(); from += atOnce) {
      const some = releases.slice(from, from + atOnce);
      const texts = await Promise.all(some.map(([release]) => this.host.read(release)));
      some.forEach(([, here], n) => this.keep(here, texts[n]));
      if (this.host.now() - since < sliceMs) continue;
      this.host.progress?.(from + some.length, releases.length);
      await this.host.yield();
      since = this.host.now();
    }
  }

  private keep(positions: readonly number[], text: string | undefined): void {
    const lines = linesIn(
      text ?? '',
      positions.map((i) => this.places[i]!),
    );
    positions.forEach((i, n) => (this.lines[i] = lines[n]!));
  }

  /** The same version of a release has the same number; places of one release follow each other. */
  private reuse(before: LineList): void {
    const known = new Map<string, ReadLine>();
    before.places.forEach(({ release, start, end }, i) => {
      const line = before.lines[i];
      if (line) known.set(`${release.ordinal} ${start} ${end}`, line);
    });
    if (known.size === 0) return;
    this.places.forEach(({ release, start, end }, i) => {
      this.lines[i] = known.get(`${release.ordinal} ${start} ${end}`);
    });
  }
}

const sliceMs = 8;

async function* placesOf(
  view: CorpusView,
  topic: LineTopic,
  host: LineHost,
): AsyncGenerator<ReleasePlaces, void> {
  if (topic.kind === 'phrase') yield* placesOfPhrase(view, topic.text, host);
  else if (topic.kind === 'code') yield* placesOfCode(view, topic.code);
  else yield* placesOfSubject(view, topic.subject);
}

/** Where a phrase stands, release by release in order of path; only texts that may hold it are read. */
async function* placesOfPhrase(
  view: CorpusView,
  text: string,
  host: LineHost,
): AsyncGenerator<ReleasePlaces, void> {
  const phrase = compilePhrase(text);
  if (phrase === undefined) return;
  const releases = [...releasesWithPhrase(view, phrase)];
  let since = host.now();
  for (let from = 0; from < releases.length && !host.isCancelled?.(); from += atOnce) {
    const some = releases.slice(from, from + atOnce);
    const texts = await Promise.all(some.map((release) => host.read(release)));
    for (const [n, release] of some.entries()) {
      const spans = findPhrase(phrase, texts[n] ?? '');
      const places = spans.map(({ start, end }) => ({ release, start, end, certain: true }));
      if (places.length > 0) yield { release, places };
    }
    if (host.now() - since < sliceMs) continue;
    host.progress?.(from + some.length, releases.length);
    since = host.now();
  }
}
