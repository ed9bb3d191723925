import type { Anchor, Annotation } from '../../annotation/annotation';
import type { Code, Codebook } from '../../annotation/codebook';
import type { Entity } from '../../recognition/entity';
import type { Mention } from '../../recognition/mention';
import type { ReadProblem } from '../format';

/** A release of the corpus that annotations come into. */
export interface ImportRelease {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** As it is held: without BOM, any line ends. */
  readonly text: string;
  /** What its sidecar says, and where that is today; anchors by the same index. */
  readonly annotations: readonly Annotation[];
  readonly anchors: readonly Anchor[];
  /** What the recogniser finds (UTF-16), so that a mention that says no more is not stored. */
  readonly mentions: readonly Mention[];
}

export interface ImportCorpus {
  /** Paths of all releases. */
  readonly paths: readonly string[];
  readonly codebook: Codebook;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Reads one of them; undefined where it can't be read. */
  load(path: string): ImportRelease | undefined;
}

export interface ImportOptions {
  /** Where it comes from; kept in each annotation as `origin`. */
  readonly origin: string;
  /**
   * What labels of the other tool (or names, where it brings a codebook) become: the id of a code, `entity:TYPE`, or nothing (the label is left out). Labels that
   * are not named are codes by id or name, else types of entities by custom (`PER`), else new codes.
   */
  readonly map?: ReadonlyMap<string, string>;
  /** Author of annotations that name none. */
  readonly author?: string;
  /** ISO instant for annotations that have none. */
  readonly now?: string;
  /** Numbers in `[0, 1)` for new ids. */
  readonly random?: () => number;
}

/** What becomes of one annotation of the other tool. */
export type Outcome =
  /** Stored; its place is sure. */
  | 'added'
  /** Stored with the selectors it came with: a person is to say where it belongs. */
  | 'for-review'
  /** Stored beside the annotation of the same id that says something else. */
  | 'conflict'
  /** The sidecar says it already. */
  | 'already-there'
  /** The recogniser says it already; it is not stored. */
  | 'recognised'
  /** Left out: by the map, or because nothing says what or where it is. */
  | 'left-out';

export type Counts = Readonly<Record<Outcome, number>>;

export interface ReleaseImport {
  readonly path: string;
  /** To be put into the sidecar; none has an id that is there. */
  readonly annotations: readonly Annotation[];
  readonly counts: Counts;
}

/** A new code and where it goes; parents come before their children. */
export interface NewCode {
  readonly code: Code;
  readonly parent?: string;
}

/** All that an import would do, for a preview and then to be done. Nothing in it changes what is there. */
export interface ImportPlan {
  readonly origin: string;
  readonly releases: readonly ReleaseImport[];
  readonly codes: readonly NewCode[];
  readonly entities: readonly Entity[];
  /** What each label became, in order of first appearance: for the preview, and to be corrected with `map`. */
  readonly labels: readonly { readonly label: string; readonly becomes: string; readonly count: number }[];
  readonly counts: Counts;
  readonly problems: readonly ReadProblem[];
}

export const noCounts: Counts = {
  added: 0,
  'for-review': 0,
  conflict: 0,
  'already-there': 0,
  recognised: 0,
  'left-out': 0,
};

export function addCounts(a: Counts, b: Counts): Counts {
  const sum: Record<Outcome, number> = { ...a };
  for (const outcome of Object.keys(b) as Outcome[]) sum[outcome] += b[outcome];
  return sum;
}
