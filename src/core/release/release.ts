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

/** A part of a release without the space around it. Offsets are UTF-16 code units of the release's text. */
export interface Region extends Span {
  readonly type: RegionType;
  /** Where a line ends in the middle of a headline or paragraph: the offset of each such line end's first code unit. */
  readonly hardBreaks?: readonly number[];
}

/**
 * What told a release's date; `dateline-inferred`: day and month from the dateline, the year from elsewhere; `number`: the number
 * a ministry gave the text; `text`: the first full date of the opening paragraphs, for want of anything better.
 */
export type DateSource =
  | 'dateline'
  | 'dateline-inferred'
  | 'masthead'
  | 'sourceline'
  | 'signature'
  | 'number'
  | 'headline'
  | 'file-name'
  | 'text';

/** What a release says of itself; whatever could not be read is left out. */
export interface ReleaseMetadata {
  /** The headline in one line, without markup. */
  readonly title?: string;
  /** Who put the release out, by its English name, e.g. `Ministry of Foreign Affairs of Japan`. */
  readonly issuer?: string;
  /** As the dateline spells it, e.g. `KCNA`. */
  readonly agency?: string;
  readonly place?: string;
  /** ISO `YYYY-MM-DD`. */
  readonly date?: string;
  readonly dateSource?: DateSource;
}

/** A parsed release: its text and its regions in reading order, which never overlap. */
export interface Release {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly metadata: ReleaseMetadata;
}
