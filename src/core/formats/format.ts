import type { Code } from '../annotation/codebook';
import type { Entity } from '../recognition/entity';
import type { OffsetUnit } from '../text/offsets';
import type { Capabilities } from './capabilities';
import type { ExportCorpus } from './exportModel';
import type { Survey } from './survey';
import type { Message } from '../text/message';

/** A piece of a file. Chunks of one path are appended in the order they come; paths are relative, with `/`. */
export interface ExportChunk {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface WriteOptions {
  /** One of the format's `units`. */
  readonly unit: OffsetUnit;
  /** Variant of the format, where it has several (`doccano`: `plain`, `relations`). */
  readonly variant?: string;
}

/** A file of another tool. */
export interface SourceFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Something wrong in a file of another tool, told so that a person finds the place. */
export interface ReadProblem {
  readonly file: string;
  /** 1-based; absent where the file has no lines (zip). */
  readonly line?: number;
  readonly message: Message;
}

/** Whom or what another tool says a passage names. */
export interface ReadEntity {
  readonly id?: string;
  readonly wikidata?: string;
  readonly name?: string;
  readonly type?: string;
  /** A rejected mention. */
  readonly none?: boolean;
}

/** A span as another tool gives it, in the document's `unit`, with what helps to find it again: position, quote or both. */
export interface ReadSpan {
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** An annotation as another tool gives it. */
export interface ReadAnnotation {
  readonly id?: string;
  /** Labels of the tool: ids or names of codes, or types of entities; the import plan says which. */
  readonly labels: readonly string[];
  readonly entity?: ReadEntity;
  readonly spans: readonly ReadSpan[];
  readonly note?: string;
  readonly author?: string;
  readonly created?: string;
  readonly modified?: string;
  /** True for a recognised mention that was exported and that nobody confirmed since. */
  readonly recognised?: boolean;
}

export interface ReadDocument {
  /** As the tool's file names it; usually the path it had on export. */
  readonly path: string;
  /** The text the offsets speak of, with LF line ends; absent where the format does not hold it. */
  readonly text?: string;
  readonly unit: OffsetUnit;
  readonly annotations: readonly ReadAnnotation[];
}

export interface ReadResult {
  readonly documents: readonly ReadDocument[];
  /** Codebook entries the files bring, as a tree. */
  readonly codes: readonly Code[];
  readonly entities: readonly Entity[];
  readonly problems: readonly ReadProblem[];
}

/** A target (and source) of exchange. All of them are listed in `registry.ts`. */
export interface Format {
  readonly id: string;
  readonly label: string;
  /** One sentence: what it is for and what it consists of. */
  readonly description: string;
  /** Units its offsets may be in; the first is the default. Empty where it has no offsets. */
  readonly units: readonly OffsetUnit[];
  readonly variants?: readonly string[];
  /** Ends of file names that `read` looks at, with the dot. */
  readonly extensions: readonly string[];
  readonly capabilities: Capabilities;
  /** What variants hold otherwise than {@link capabilities} says. */
  readonly variantCapabilities?: Readonly<Record<string, Partial<Capabilities>>>;
  /** Same corpus, same options: same bytes. The documents must have been fitted to the capabilities. */
  write(corpus: ExportCorpus, survey: Survey, options: WriteOptions): AsyncIterable<ExportChunk>;
  /** Never throws for what is in the files: what cannot be read becomes a problem and costs nothing else. */
  read?(files: readonly SourceFile[]): ReadResult;
}

/** The format as one of its variants has it; to be surveyed and exported with. */
export function inVariant(format: Format, variant: string | undefined): Format {
  const own = variant === undefined ? undefined : format.variantCapabilities?.[variant];
  return own === undefined ? format : { ...format, capabilities: { ...format.capabilities, ...own } };
}
