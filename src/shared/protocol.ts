import * as z from 'zod/mini';

/**
 * The messages between the extension and the panel. Both sides check what arrives: the panel shows text of files, and a
 * webview's messages are outside input to the extension. What the panel shows comes in parts, each sent only when it changed: moving
 * the cursor in a release with thousands of annotations sends no annotation.
 */

/** A code of the codebook, flattened in tree order. */
const panelCode = z.object({
  id: z.string(),
  name: z.string(),
  depth: z.number(),
  hasChildren: z.boolean(),
  color: z.string(),
  key: z.optional(z.string()),
  definition: z.optional(z.string()),
  examples: z.array(z.string()),
  retired: z.boolean(),
});

const panelAnnotation = z.object({
  id: z.string(),
  codes: z.array(z.string()),
  entity: z.optional(z.string()),
  /** What is tagged, as it stands in the text now; the stored quote of an orphan. */
  quote: z.string(),
  note: z.optional(z.string()),
  author: z.optional(z.string()),
  /** One-based line of its start, when it stands in the text. */
  line: z.optional(z.number()),
  state: z.enum(['exact', 'moved', 'fuzzy', 'ambiguous', 'orphan']),
  /** Its passage is gone, and a person keeps it for its quote. */
  kept: z.optional(z.boolean()),
  /** Id of the other version that a merge kept. */
  conflict: z.optional(z.string()),
  /** The proposed place of a fuzzy or ambiguous one. */
  proposal: z.optional(z.string()),
  /** Ids of annotations that share text with it. */
  overlaps: z.array(z.string()),
});

/** Which release is shown, and what stands in the way. */
const panelRelease = z.object({
  /** File name of the release shown; none when the active editor is no release. */
  release: z.optional(z.string()),
  /** Its URI: what is written in the panel belongs to it, whatever is shown meanwhile. */
  uri: z.optional(z.string()),
  /** The codebook: absent, unreadable or read. */
  codebook: z.enum(['none', 'broken', 'ready']),
  codes: z.array(panelCode),
  /** Why annotations can't be saved, said where the reader looks. */
  warning: z.optional(z.string()),
});

/** The entity under the cursor. */
const panelEntity = z.object({
  name: z.string(),
  type: z.string(),
  isSure: z.boolean(),
  description: z.optional(z.string()),
  /** What it was in office as at the release's date. */
  offices: z.optional(z.string()),
  wikidata: z.optional(z.string()),
  /** How often this release mentions it. */
  mentions: z.number(),
  /** What can be done: sent back by its number. */
  actions: z.array(z.string()),
});

/** What changes with the cursor. */
const panelHere = z.object({
  /** The passage a code would tag now. */
  selection: z.optional(z.string()),
  /** Ids of the annotations under the cursor. */
  current: z.array(z.string()),
  entity: z.optional(panelEntity),
});

const annotationChanges = z.object({
  put: z.array(panelAnnotation),
  gone: z.array(z.string()),
  order: z.optional(z.array(z.string())),
});

/** How many annotations of the corpus carry a code, and in how many releases. */
const codeUse = z.object({ annotations: z.number(), releases: z.number() });

export const toPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('release'), release: panelRelease }),
  /** With `fresh`, of a release that the panel knows nothing of. */
  z.object({ type: z.literal('annotations'), fresh: z.boolean(), changes: annotationChanges }),
  z.object({ type: z.literal('here'), here: panelHere }),
  /** Codes of the whole corpus by id; absent until they are known. */
  z.object({ type: z.literal('uses'), uses: z.optional(z.record(z.string(), codeUse)) }),
  z.object({ type: z.literal('show'), id: z.string() }),
  /** A note is to be written, with what was typed of it so far; writing done, the keyboard goes back to where that came from. */
  z.object({
    type: z.literal('writeNote'),
    id: z.string(),
    draft: z.optional(z.string()),
    from: z.enum(['text', 'panel']),
  }),
  /** What was begun in the panel is done: where the keyboard is elsewhere, it goes back to where it was. */
  z.object({ type: z.literal('comeBack') }),
  z.object({ type: z.literal('announce'), text: z.string() }),
]);

export const fromPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** The keyboard is to leave the rest of VS Code for the panel. */
  z.object({ type: z.literal('takeKeyboard') }),
  z.object({ type: z.literal('tag'), code: z.string() }),
  z.object({ type: z.literal('reveal'), id: z.string() }),
  z.object({ type: z.literal('delete'), ids: z.array(z.string()) }),
  /** `release`: the URI of the release that the annotation is in. */
  z.object({ type: z.literal('note'), id: z.string(), note: z.string(), release: z.optional(z.string()) }),
  /** The keyboard goes back to the text. */
  z.object({ type: z.literal('toText') }),
  z.object({ type: z.literal('untag'), id: z.string(), code: z.string() }),
  /** Several annotations: codes are asked for where none are given. */
  z.object({
    type: z.literal('bulk'),
    kind: z.enum(['add', 'take', 'retag']),
    ids: z.array(z.string()),
    codes: z.optional(z.array(z.string())),
  }),
  /** What the panel offered for the entity under the cursor, by its number. */
  z.object({ type: z.literal('entity'), action: z.number() }),
  z.object({ type: z.literal('accept'), id: z.string() }),
  z.object({ type: z.literal('place'), id: z.string() }),
  z.object({ type: z.literal('keepAsOrphan'), id: z.string() }),
  z.object({ type: z.literal('settle'), id: z.string(), keep: z.enum(['this', 'other', 'both']) }),
  z.object({ type: z.literal('reviewNext') }),
  z.object({
    type: z.literal('code'),
    command: z.enum(['renameCode', 'deleteCode', 'moveCodeUp', 'moveCodeDown', 'showCodeInCodebook']),
    code: z.string(),
  }),
  /** A code was dragged beside or into another one. */
  z.object({
    type: z.literal('dropCode'),
    code: z.string(),
    onto: z.string(),
    where: z.enum(['before', 'inside', 'after']),
  }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  /** A new code; its name is asked for where none is given. */
  z.object({ type: z.literal('addCode'), value: z.optional(z.string()) }),
  z.object({ type: z.literal('createCodebook') }),
  z.object({ type: z.literal('openCodebook') }),
  z.object({ type: z.literal('openSidecar') }),
  z.object({ type: z.literal('openWalkthrough') }),
  z.object({ type: z.literal('markAsRelease') }),
]);

export type PanelCode = z.infer<typeof panelCode>;
export type PanelAnnotation = z.infer<typeof panelAnnotation>;
export type PanelRelease = z.infer<typeof panelRelease>;
export type PanelEntity = z.infer<typeof panelEntity>;
export type PanelHere = z.infer<typeof panelHere>;
export type CodeUse = z.infer<typeof codeUse>;
export type ToPanel = z.infer<typeof toPanel>;
export type FromPanel = z.infer<typeof fromPanel>;
