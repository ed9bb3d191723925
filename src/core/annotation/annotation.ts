import type { Span } from '../text/span';

/**
 * What finds a span again: position, quote and context (W3C Web Annotation selectors).
 * `start` and `end` are Unicode code points over the release's text without BOM and with line ends read as LF;
 * `quote`, `prefix` and `suffix` have LF line ends too.
 */
export interface Selector {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A human decision about one or more spans of a release. */
export interface Annotation {
  /** Eight of `[a-z0-9]`, random, never reused. */
  readonly id: string;
  readonly codes: readonly string[];
  /** Id of an entity, or `none` where a recognised mention was rejected. */
  readonly entity?: string;
  readonly target: readonly Selector[];
  readonly note?: string;
  readonly author?: string;
  /** ISO instants, UTC. */
  readonly created?: string;
  readonly modified?: string;
  /** A person said that the passage is gone: the annotation is kept for its quote and isn't asked about. */
  readonly orphan?: true;
  /** Id of the annotation that a merge found to disagree with this one; a person is to choose. */
  readonly conflict?: string;
}

/** Length (code points) and SHA-256 (hex, of the UTF-8 bytes) of a release's text without BOM, line ends as LF. */
export interface TextFingerprint {
  readonly length: number;
  readonly sha256: string;
}

export interface Sidecar {
  readonly version: 1;
  /** File name of the release. */
  readonly release: string;
  readonly text?: TextFingerprint;
  readonly annotations: readonly Annotation[];
}

export type AnchorState = 'exact' | 'moved' | 'fuzzy' | 'ambiguous' | 'orphan';

/** The result of applying an annotation's selectors to today's text. */
export interface Anchor {
  readonly id: string;
  readonly state: AnchorState;
  /** UTF-16 code units of today's text; the best proposal for fuzzy and ambiguous, empty for orphan. */
  readonly spans: readonly Span[];
  /** 0..1, how sure a fuzzy or ambiguous proposal is. */
  readonly score?: number;
}
