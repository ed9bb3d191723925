import type { Event, Range, TextDocument } from 'vscode';

// What Pressmark offers to other extensions; see docs/api.md. Nothing but types, and none from elsewhere: the package holds
// this file as `dist/api.d.ts`, to be copied.

/**
 * What `vscode.extensions.getExtension<PressmarkApi>('pressmark.pressmark')?.activate()` resolves to. Within version 1
 * members are added, never changed or taken away.
 *
 * Ranges are of the document as it is when a promise resolves; the other offsets each say what they count. The API only
 * reads: annotations are decisions of people, who make them in Pressmark or in the sidecars.
 */
export interface PressmarkApi {
  readonly version: 1;
  /** Who and what a text speaks of, in reading order; nested mentions have a `parent`. */
  mentions(document: TextDocument): Promise<readonly PlacedMention[]>;
  /** The annotations of an open release, in text order; undefined for any other document. */
  annotations(document: TextDocument): Promise<readonly PlacedAnnotation[] | undefined>;
  /** The mentions of every release may have changed although no text did: a gazetteer was edited, a mention corrected. */
  readonly onDidChangeMentions: Event<void>;
  /** The annotations of this release have changed, or their places. */
  readonly onDidChangeAnnotations: Event<TextDocument>;
}

export interface PlacedMention {
  readonly range: Range;
  /** The range as UTF-16 offsets of the document, half-open. */
  readonly start: number;
  readonly end: number;
  /** `person`, `organization`, `place`, `role`, `event`, `document`, `facility`, `date`, or a gazetteer's own type. */
  readonly type: string;
  /** Id of the entity in the gazetteer, where it is known. */
  readonly entity?: string;
  /** Ids of entities the same words could also name, best first. */
  readonly alternatives?: readonly string[];
  /** The longer mention this one stands in, in UTF-16 offsets. */
  readonly parent?: { readonly start: number; readonly end: number };
  /** ISO date or `start/end` interval that a date stands for. */
  readonly normalized?: string;
  /** `demonym`: an adjective or inhabitants' name (`Russian`); `compound`: half of `DPRK-Russia`. */
  readonly form?: 'demonym' | 'compound';
  /** Of a role: id of the person who holds it. */
  readonly holder?: string;
  /** False for what a rule found and no list or person has confirmed. */
  readonly certain: boolean;
  /** A name of a gazetteer, a short form of one in the text, a rule of recognition, or a person's decision. */
  readonly reason: 'name' | 'short-form' | 'rule' | 'person';
  /** Name of the rule, for `rule` and `short-form`. */
  readonly rule?: string;
}

export interface PlacedAnnotation {
  readonly annotation: PressmarkAnnotation;
  /** `exact` and `moved` are sure; `fuzzy` and `ambiguous` wait for a person; an `orphan` has no place in this text. */
  readonly state: 'exact' | 'moved' | 'fuzzy' | 'ambiguous' | 'orphan';
  /** Several for a discontinuous passage; a proposal for fuzzy and ambiguous, empty for an orphan. */
  readonly ranges: readonly Range[];
}

/** An annotation as the sidecar has it. */
export interface PressmarkAnnotation {
  /** Unique within the corpus, and never reused. */
  readonly id: string;
  /** Ids of codes of the codebook. */
  readonly codes: readonly string[];
  /** Id of an entity, or `none` where a recognised mention was rejected. */
  readonly entity?: string;
  readonly note?: string;
  readonly author?: string;
  /** ISO instants, UTC. */
  readonly created?: string;
  readonly modified?: string;
  /** Offsets are Unicode code points of the text on disk, without a byte-order mark and with LF line ends. */
  readonly target: readonly {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }[];
}
