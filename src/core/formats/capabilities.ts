import { sentence } from '../text/message';

/**
 * What becomes of a feature in a target format:
 * `kept` – the target's own tools show it; `carried` – it is in the file and comes back on import, but the tools of the
 * target do not show it; `approximated` – it is put in another, poorer way; `dropped` – it is left out.
 */
export type Handling = 'kept' | 'carried' | 'approximated' | 'dropped';

/** What annotations and codebooks can hold and a target may not; the text says it in a loss report. */
export const features = {
  unreadable: sentence('what is faulty in sidecars and the codebook (`pressmark check` tells what to mend)'),
  unplaced: sentence(
    'annotations whose place in the text is not sure (review them, or ask for their states)',
  ),
  discontinuous: sentence('passages of several pieces'),
  overlapping: sentence('passages that overlap or nest'),
  passage: sentence('passages as such (only the codebook is written)'),
  edge: sentence('white space at the ends of passages'),
  'sub-token': sentence('passages that begin or end inside a word'),
  'line-crossing': sentence('passages that run over a line end'),
  blank: sentence('passages of white space only'),
  'several-codes': sentence('passages with several codes'),
  'code-and-entity': sentence('passages with both codes and an entity'),
  'code-less': sentence('notes without a code or an entity'),
  identity: sentence('which entity is meant (only its type is left)'),
  rejection: sentence('rejected mentions'),
  mention: sentence('recognised mentions that nobody confirmed'),
  note: sentence('notes'),
  author: sentence('authors'),
  time: sentence('times of creation and change'),
  id: sentence('ids of annotations'),
  normalized: sentence('normalised dates of mentions'),
  metadata: sentence('date, issuer and title of releases'),
  'other-keys': sentence(
    'keys of annotations and codes that belong to no format (origin, conflict, your own)',
  ),
  'code-tree': sentence('the tree of codes'),
  'code-definition': sentence('definitions of codes'),
  'code-example': sentence('examples of codes'),
  'code-color': sentence('colours of codes'),
  'code-key': sentence('keys of codes'),
  'code-retired': sentence('which codes are retired'),
  'unused-code': sentence('codes that no passage has'),
  'control-character': sentence('control characters'),
  spacing: sentence('white space between words and lines'),
  formula: sentence('texts that a spreadsheet would run as formulas (an apostrophe is put before them)'),
  text: sentence('the text of releases'),
} as const;

export type Feature = keyof typeof features;

export type Capabilities = Readonly<Record<Feature, Handling>>;

/** What no target holds unless it says so. */
const usual = {
  unreadable: 'dropped',
  unplaced: 'dropped',
  'other-keys': 'dropped',
  'code-retired': 'dropped',
} as const;

/** A table of capabilities from what is not simply kept. */
export function capabilities(limits: Partial<Record<Feature, Handling>>): Capabilities {
  const all: Partial<Record<Feature, Handling>> = {};
  for (const feature of Object.keys(features) as Feature[])
    all[feature] = { ...usual, ...limits }[feature] ?? 'kept';
  return all as Capabilities;
}
