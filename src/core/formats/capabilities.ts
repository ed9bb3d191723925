/**
 * What becomes of a feature in a target format:
 * `kept` – the target's own tools show it; `carried` – it is in the file and comes back on import, but the tools of the
 * target do not show it; `approximated` – it is put in another, poorer way; `dropped` – it is left out.
 */
export type Handling = 'kept' | 'carried' | 'approximated' | 'dropped';

/** What annotations and codebooks can hold and a target may not; the text says it in a loss report. */
export const features = {
  unreadable: 'what is faulty in sidecars and the codebook (`pressmark check` tells what to mend)',
  unplaced: 'annotations whose place in the text is not sure (review them, or ask for their states)',
  discontinuous: 'passages of several pieces',
  overlapping: 'passages that overlap or nest',
  passage: 'passages as such (only the codebook is written)',
  edge: 'white space at the ends of passages',
  'sub-token': 'passages that begin or end inside a word',
  'line-crossing': 'passages that run over a line end',
  blank: 'passages of white space only',
  'several-codes': 'passages with several codes',
  'code-and-entity': 'passages with both codes and an entity',
  'code-less': 'notes without a code or an entity',
  identity: 'which entity is meant (only its type is left)',
  rejection: 'rejected mentions',
  mention: 'recognised mentions that nobody confirmed',
  note: 'notes',
  author: 'authors',
  time: 'times of creation and change',
  id: 'ids of annotations',
  normalized: 'normalised dates of mentions',
  metadata: 'date, issuer and title of releases',
  'other-keys': 'keys of annotations and codes that belong to no format (origin, conflict, your own)',
  'code-tree': 'the tree of codes',
  'code-definition': 'definitions of codes',
  'code-example': 'examples of codes',
  'code-color': 'colours of codes',
  'code-key': 'keys of codes',
  'code-retired': 'which codes are retired',
  'unused-code': 'codes that no passage has',
  'control-character': 'control characters',
  spacing: 'white space between words and lines',
  formula: 'texts that a spreadsheet would run as formulas (an apostrophe is put before them)',
  text: 'the text of releases',
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
