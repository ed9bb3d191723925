import type { Span } from '../text/span';

/** The parts of a release's layout, named as the gold standard names them. */
export type RegionType =
  | 'masthead-date'
  | 'masthead-source'
  | 'headline'
  | 'dateline'
  | 'paragraph'
  | 'endmark'
  | 'sourceline'
  | 'signature'
  | 'signature-date'
  | 'byline'
  | 'boilerplate';

export interface Region extends Span {
  readonly type: RegionType;
}

/** What a release says of itself. `date` is ISO `YYYY-MM-DD`. */
export interface ReleaseMetadata {
  readonly title?: string;
  readonly issuer?: string;
  readonly agency?: string;
  readonly place?: string;
  readonly date?: string;
}

/** A parsed release: its text and its regions in reading order, which never overlap. */
export interface Release {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly metadata: ReleaseMetadata;
}
