import type { AnchorState } from '../annotation/annotation';
import type { EntityType } from '../recognition/entity';
import type { MentionReason } from '../recognition/mention';
import type { ReleaseMetadata } from '../release/release';
import type { Span } from '../text/span';
import type { SubjectKey } from './subject';

/** A file as its file system describes it: what tells whether it changed since. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as exact as the file system tells it. */
  readonly mtime: number;
}

/** What became of a file: only a `release` has mentions; the others are remembered so that they aren't read again. */
export type FileState = 'release' | 'not-a-release' | 'binary' | 'too-large' | 'unreadable';

/** A mention as the index keeps it. Offsets are UTF-16 code units of the file's text without BOM, line ends as they are. */
export interface MentionFact extends Span {
  readonly subject: SubjectKey;
  readonly type: EntityType;
  readonly certain: boolean;
  /** Whether it stands inside a longer mention. */
  readonly nested: boolean;
  readonly reason: MentionReason;
  readonly form?: 'demonym' | 'compound';
  /** Of a role: id of the entity that holds it. */
  readonly holder?: string;
  /** Ids of the entities the same words could also name, best first. */
  readonly alternatives?: readonly string[];
  /** Position of the region it stands in, among the release's regions. */
  readonly region: number;
}

/** An annotation as the index keeps it. Offsets as in {@link MentionFact}; empty `spans` for an orphan. */
export interface PassageFact {
  readonly id: string;
  readonly codes: readonly string[];
  /** Id of an entity, or `none`. */
  readonly entity?: string;
  readonly author?: string;
  readonly state: AnchorState;
  readonly hasNote: boolean;
  readonly spans: readonly Span[];
  /** The regions it lies in, first and last; of an orphan both are -1. */
  readonly firstRegion: number;
  readonly lastRegion: number;
}

/** Everything the index keeps of one file. */
export interface FileFacts {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly stamp: FileStamp;
  /** Absent where there is no sidecar. */
  readonly sidecar?: FileStamp;
  readonly state: FileState;
  readonly metadata: ReleaseMetadata;
  /** Length in code points of the text with LF line ends, as sidecars store it. */
  readonly length: number;
  /** 53 bits of the text's content: tells whether a touched file really changed. */
  readonly contentHash: number;
  /** Offsets at which lines begin, as VS Code counts lines (LF, CRLF, CR); the first is 0. */
  readonly lineStarts: readonly number[];
  /** By start, the longer first. */
  readonly mentions: readonly MentionFact[];
  /** By first start. */
  readonly passages: readonly PassageFact[];
  /** Which words the text may hold; see wordSignature. */
  readonly words: Uint8Array;
}
