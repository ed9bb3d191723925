import type { AnchorState } from '../annotation/annotation';
import type { Codebook } from '../annotation/codebook';
import type { Entity } from '../recognition/entity';
import type { MentionReason } from '../recognition/mention';
import type { Region, ReleaseMetadata } from '../release/release';
import type { Span } from '../text/span';
import type { Unheld } from './unheld';

/** Whom or what an exported passage names. All fields empty means an entity nobody knows more of. */
export interface ExportEntity {
  /** Id in the gazetteer; absent where only the type is known, or where the target cannot hold identities. */
  readonly id?: string;
  readonly type?: string;
  /** True where a person rejected a recognised mention; then there is no id. */
  readonly none?: boolean;
}

/** What the recogniser, not a person, says of a mention. */
export interface Recognised {
  readonly certain: boolean;
  readonly reason: MentionReason;
  /** ISO date or `start/end` interval that a date stands for. */
  readonly normalized?: string | undefined;
  /** True where it stands inside a longer mention. */
  readonly nested: boolean;
}

/**
 * One thing said about one or more spans of a release: a person's annotation, or (with `recognised`) a mention that
 * nobody has confirmed. Spans are UTF-16 code units of the document's `text`.
 */
export interface ExportAnnotation {
  readonly id?: string | undefined;
  readonly codes: readonly string[];
  readonly entity?: ExportEntity | undefined;
  /** In reading order; several for a discontinuous passage. */
  readonly spans: readonly Span[];
  readonly note?: string | undefined;
  readonly author?: string | undefined;
  /** ISO instants, UTC. */
  readonly created?: string | undefined;
  readonly modified?: string | undefined;
  /** How sure the anchoring is of `spans`; recognised mentions have none. */
  readonly state?: AnchorState;
  readonly recognised?: Recognised;
}

/** An annotation that is not exported because it is not sure where in the text it belongs. */
export interface UnplacedAnnotation {
  readonly id: string;
  readonly state: AnchorState;
  /** As its selectors have it. */
  readonly quote: string;
}

/** A release with all that is exported of it. */
export interface ExportDocument {
  /** Path relative to the corpus root, with `/`. */
  readonly path: string;
  /** Without BOM and with LF line ends, as offsets in files are defined. */
  readonly text: string;
  readonly metadata: ReleaseMetadata;
  readonly regions: readonly Region[];
  /** By first start, then the longer first, then as they stood. */
  readonly annotations: readonly ExportAnnotation[];
  readonly unplaced?: readonly UnplacedAnnotation[];
  /** What its sidecar says that goes into no format. */
  readonly unheld?: readonly Unheld[];
}

/** What is exported. Documents are made while they are asked for, so that a corpus of any size passes through. */
export interface ExportCorpus {
  readonly name: string;
  readonly codebook: Codebook;
  readonly entities: ReadonlyMap<string, Entity>;
  /** What the codebook says that goes into no format. */
  readonly unheld?: readonly Unheld[];
  /** Can be walked more than once and yields the same documents in the same order each time. */
  readonly documents: AsyncIterable<ExportDocument> | Iterable<ExportDocument>;
}

/** Order of annotations in a document: first start, then the longer first. */
export function compareAnnotations(a: ExportAnnotation, b: ExportAnnotation): number {
  return a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end;
}
