import type { CorpusView, Frequency, IndexedRelease, Occurrences, SubjectTally } from '../corpusView';
import type { EntityType } from '../../recognition/entity';
import type { FileState, MentionFact, PassageFact } from '../facts';
import type { SubjectKey } from '../subject';
import { mayHoldAll } from '../wordSignature';
import { BodyReader, readTitle } from './fileCodec';
import { dateText } from './fileHead';
import type { Store } from './store';

/** A store as it was when the view was made. */
export class StoreView implements CorpusView {
  readonly releaseCount: number;
  readonly mentionCount: number;
  readonly passageCount: number;
  private readonly generation: number;
  private readonly rows: number;
  readonly subjectLimit: number;
  private readonly ranks: Int32Array;
  private readonly tallies;

  constructor(private readonly store: Store) {
    this.releaseCount = store.totals.releases;
    this.mentionCount = store.totals.mentions;
    this.passageCount = store.totals.passages;
    this.generation = store.generation;
    this.rows = store.columns.count;
    this.subjectLimit = store.terms.count;
    this.ranks = store.order.rankBySlot();
    this.tallies = store.shareTallies();
  }

  *releases(): Generator<IndexedRelease, void> {
    for (const row of this.rowsByPath()) if (this.store.columns.isRelease(row)) yield this.at(row);
  }

  *otherFiles(): Generator<{ readonly path: string; readonly state: FileState }, void> {
    const { columns } = this.store;
    for (const row of this.rowsByPath())
      if (!columns.isRelease(row)) yield { path: this.store.pathOf(row), state: columns.stateOf(row) };
  }

  release(path: string): IndexedRelease | undefined {
    const { columns, order } = this.store;
    const slot = order.find(path);
    let row = slot < 0 ? -1 : order.newest(slot);
    while (row >= this.rows) row = columns.previousOf(row);
    return row >= 0 && columns.livedAt(row, this.generation) && columns.isRelease(row)
      ? this.at(row)
      : undefined;
  }

  mentionsIn(release: IndexedRelease, subject?: SubjectKey): readonly MentionFact[] {
    if (subject === undefined) return this.body(release).mentions();
    return this.body(release).mentions(this.store.terms.find(subject));
  }

  scanMentions(release: IndexedRelease, visit: (subject: number, region: number) => void): void {
    this.body(release).scan(visit);
  }

  subjectNumbers(subject: SubjectKey): readonly number[] {
    return this.numbersOf(subject);
  }

  subjectAt(number: number): { readonly subject: SubjectKey; readonly type: EntityType } {
    return { subject: this.store.terms.key(number), type: this.store.terms.typeOf(number) };
  }

  passagesIn(release: IndexedRelease): readonly PassageFact[] {
    return this.body(release).passages();
  }

  lineStarts(release: IndexedRelease): readonly number[] {
    return this.body(release).lineStarts();
  }

  *releasesWith(term: SubjectKey): Generator<{ readonly release: IndexedRelease; readonly count: number }> {
    const { rows, counts } = this.postings(this.numbersOf(term));
    for (const i of this.inOrder(rows)) yield { release: this.at(rows[i]!), count: counts[i]! };
  }

  occurrencesOf(term: SubjectKey): Occurrences {
    const { columns } = this.store;
    const { rows, counts } = this.postings(this.numbersOf(term));
    const order = Int32Array.from(this.inOrder(rows));
    return {
      ordinals: order.map((i) => rows[i]!),
      counts: order.map((i) => counts[i]!),
      dates: Uint32Array.from(order, (i) => columns.dateOf(rows[i]!)),
    };
  }

  releaseAt(ordinal: number): IndexedRelease {
    return this.at(ordinal);
  }

  frequency(term: SubjectKey): Frequency {
    const numbers = this.numbersOf(term);
    if (numbers.length === 1) return this.frequencyOf(numbers[0]!);
    const { counts } = this.postings(numbers);
    return { count: counts.reduce((sum, count) => sum + count, 0), releases: counts.length };
  }

  *subjects(): Generator<{ readonly subject: SubjectKey; readonly type: EntityType } & Frequency, void> {
    for (const { number, count, releases } of this.subjectTallies())
      yield { ...this.subjectAt(number), count, releases };
  }

  *subjectTallies(): Generator<SubjectTally, void> {
    const { terms } = this.store;
    for (let number = 0; number < this.subjectLimit; number++) {
      const count = this.tallies.count(number);
      if (count === 0) continue;
      const first = terms.firstUnit(number);
      if (notSubjects.has(first)) continue;
      const releases = this.tallies.releaseCount(number);
      yield { number, type: terms.typeOf(number), isListed: first !== unlisted, count, releases };
    }
  }

  *codes(): Generator<{ readonly code: string } & Frequency, void> {
    const { terms } = this.store;
    for (let term = 0; term < this.subjectLimit; term++) {
      if (this.tallies.count(term) === 0) continue;
      const key = terms.key(term);
      if (key.startsWith('#')) yield { code: key.slice(1), ...this.frequencyOf(term) };
    }
  }

  *releasesNaming(entity: string): Generator<IndexedRelease, void> {
    for (const row of this.postings(this.numbersOf(entity), true).rows) yield this.at(row);
  }

  *releasesWithSignatures(): Generator<
    { readonly release: IndexedRelease; readonly mayHold: (hashes: readonly number[]) => boolean },
    void
  > {
    for (const row of this.rowsByPath()) {
      if (!this.store.columns.isRelease(row)) continue;
      const signature = this.bodyAt(row).words();
      yield { release: this.at(row), mayHold: (hashes) => mayHoldAll(signature, hashes) };
    }
  }

  private numbersOf(term: SubjectKey): readonly number[] {
    return this.store.terms.find(term).filter((number) => number < this.subjectLimit);
  }

  /** The living rows that hold any of the terms, each once, in no order; with `named`, also those that only name it. */
  private postings(
    terms: readonly number[],
    named = false,
  ): { readonly rows: number[]; readonly counts: number[] } {
    const { columns, lists } = this.store;
    const rows: number[] = [];
    const counts: number[] = [];
    const places = terms.length > 1 ? new Map<number, number>() : undefined;
    for (const term of terms)
      lists.each(term, (row, count) => {
        if (row >= this.rows) return false;
        if ((count === 0 && !named) || !columns.livedAt(row, this.generation)) return true;
        const place = places?.get(row);
        if (place !== undefined) counts[place]! += count;
        else {
          places?.set(row, rows.length);
          rows.push(row);
          counts.push(count);
        }
        return true;
      });
    return { rows, counts };
  }

  private frequencyOf(term: number): Frequency {
    return { count: this.tallies.count(term), releases: this.tallies.releaseCount(term) };
  }

  private rowsByPath(): Int32Array {
    return this.store.rowsByPath(this.generation, this.rows);
  }

  /** Positions in a list of rows, in the order of their paths. */
  private *inOrder(rows: readonly number[]): Generator<number, void> {
    const { columns } = this.store;
    const keys = Float64Array.from(rows, (row, i) => this.ranks[columns.slotOf(row)]! * 2 ** 26 + i);
    for (const key of keys.sort()) yield key % 2 ** 26;
  }

  private at(row: number): IndexedRelease {
    const { arena, columns, terms } = this.store;
    const head = columns.headOf(row);
    const address = columns.addressOf(row);
    const title = readTitle(arena.chunkOf(address), arena.offsetOf(address));
    const date = dateText(head.date);
    return {
      ordinal: row,
      path: this.store.pathOf(row),
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(head.issuer < 0 ? {} : { issuer: terms.key(head.issuer).slice(1) }),
      stamp: head.stamp,
      length: head.length,
    };
  }

  private body(release: IndexedRelease): BodyReader {
    return this.bodyAt(release.ordinal);
  }

  private bodyAt(row: number): BodyReader {
    const { arena, columns, terms } = this.store;
    const address = columns.addressOf(row);
    return new BodyReader(arena.chunkOf(address), arena.offsetOf(address), terms);
  }
}

/** First characters of terms that are no subjects: codes, authors, issuers. */
const notSubjects = new Set(['#', '@', '!'].map((sign) => sign.charCodeAt(0)));
/** First character of names that no gazetteer lists. */
const unlisted = '?'.charCodeAt(0);
