import type { EntityType } from '../recognition/entity';
import type { FileState, FileStamp, MentionFact, PassageFact } from './facts';
import type { SubjectKey } from './subject';

/** One release of the index. */
export interface IndexedRelease {
  /** Names this very version of the release in the index that gave it; another version has another number. */
  readonly ordinal: number;
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** The headline; absent where the release has none. */
  readonly title?: string;
  /** ISO `YYYY-MM-DD`. */
  readonly date?: string;
  readonly issuer?: string;
  readonly stamp: FileStamp;
  /** Code points of the text with LF line ends. */
  readonly length: number;
}

/** How often something occurs: mentions (or passages), and the releases that hold at least one. */
export interface Frequency {
  readonly count: number;
  readonly releases: number;
}

/** How often a subject is mentioned, the subject as a number (see {@link CorpusView.subjectAt}). */
export interface SubjectTally extends Frequency {
  readonly number: number;
  readonly type: EntityType;
  /** Whether it is an entity of a gazetteer, not a name that none lists. */
  readonly isListed: boolean;
}

/** Releases that mention a subject, by path: their ordinals, how often they do, and their dates (`yyyymmdd`, 0 for none). */
export interface Occurrences {
  readonly ordinals: Int32Array;
  readonly counts: Int32Array;
  readonly dates: Uint32Array;
}

/**
 * The index at one moment: it never changes, however long somebody reads in it while the index moves on.
 * All questions (`questions/`) are asked of a view. Iterables are lazy: stop when you have enough.
 */
export interface CorpusView {
  readonly releaseCount: number;
  readonly mentionCount: number;
  /** Annotations, orphans included. */
  readonly passageCount: number;
  /** Releases by path. */
  releases(): Iterable<IndexedRelease>;
  /** Files that are no readable release, by path. */
  otherFiles(): Iterable<{ readonly path: string; readonly state: FileState }>;
  release(path: string): IndexedRelease | undefined;
  /** Mentions of a release by start, the longer first: all, or those of one subject. */
  mentionsIn(release: IndexedRelease, subject?: SubjectKey): readonly MentionFact[];
  /**
   * Calls back for every mention of a release by start with no more than its region and its subject as a number: several times as
   * fast as `mentionsIn`. Numbers are below `subjectLimit`, and mean something to this view alone.
   */
  scanMentions(release: IndexedRelease, visit: (subject: number, region: number) => void): void;
  readonly subjectLimit: number;
  /** The numbers of a subject: one for each type it is mentioned as. */
  subjectNumbers(subject: SubjectKey): readonly number[];
  subjectAt(number: number): { readonly subject: SubjectKey; readonly type: EntityType };
  passagesIn(release: IndexedRelease): readonly PassageFact[];
  /** UTF-16 offsets at which lines begin, as VS Code counts them: turns offsets into positions without reading the file. */
  lineStarts(release: IndexedRelease): readonly number[];
  /** Releases that mention a subject (or carry a code: `#id`), by path, with how often. */
  releasesWith(term: SubjectKey): Iterable<{ readonly release: IndexedRelease; readonly count: number }>;
  /** The same in columns, which take a fraction of the time where there are very many. */
  occurrencesOf(term: SubjectKey): Occurrences;
  /** A release that this view has named. */
  releaseAt(ordinal: number): IndexedRelease;
  /** How often a subject is mentioned, or a code (`#id`) given. */
  frequency(term: SubjectKey): Frequency;
  /** Every subject that is mentioned, in no order; one that is mentioned as of two types comes twice. */
  subjects(): Iterable<{ readonly subject: SubjectKey; readonly type: EntityType } & Frequency>;
  /** The same without their keys, which `subjectAt` makes of the numbers: a fraction of the time where there are very many. */
  subjectTallies(): Iterable<SubjectTally>;
  /** Every code that is given, in no order. */
  codes(): Iterable<{ readonly code: string } & Frequency>;
  /** Releases where recognition or a person has named an entity at all: mentioned, as holder of a role, or as a doubtful choice. */
  releasesNaming(entity: string): Iterable<IndexedRelease>;
  /** Releases by path, each with a test whether its text may hold all words of some hashes (see `wordHashes`). */
  releasesWithSignatures(): Iterable<{
    readonly release: IndexedRelease;
    readonly mayHold: (hashes: readonly number[]) => boolean;
  }>;
}
