import * as z from 'zod/mini';

/**
 * The messages between the extension and the panel. Both sides check what arrives: the panel shows text of files, and a
 * webview's messages are outside input to the extension.
 */

const span = z.object({ start: z.number(), end: z.number() });

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
  /** Annotations of this release that carry the code. */
  count: z.number(),
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
  /** The proposed place of a fuzzy or ambiguous one. */
  proposal: z.optional(z.string()),
});

const panelState = z.object({
  /** File name of the release shown; none when the active editor is no release. */
  release: z.optional(z.string()),
  /** The codebook: absent, unreadable or read. */
  codebook: z.enum(['none', 'broken', 'ready']),
  codes: z.array(panelCode),
  annotations: z.array(panelAnnotation),
  /** The passage a code would tag now. */
  selection: z.optional(z.object({ text: z.string(), spans: z.array(span) })),
  /** Ids of the annotations under the cursor. */
  current: z.array(z.string()),
  /** Why annotations can't be saved, said where the reader looks. */
  warning: z.optional(z.string()),
});

export const toPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: panelState }),
  z.object({ type: z.literal('show'), id: z.string() }),
  z.object({ type: z.literal('announce'), text: z.string() }),
]);

export const fromPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('tag'), code: z.string() }),
  z.object({ type: z.literal('reveal'), id: z.string() }),
  z.object({ type: z.literal('delete'), ids: z.array(z.string()) }),
  z.object({ type: z.literal('note'), id: z.string(), note: z.string() }),
  z.object({ type: z.literal('untag'), id: z.string(), code: z.string() }),
  z.object({ type: z.literal('accept'), id: z.string() }),
  z.object({ type: z.literal('place'), id: z.string() }),
  z.object({ type: z.literal('reviewNext') }),
  z.object({
    type: z.literal('code'),
    command: z.enum(['renameCode', 'deleteCode', 'moveCodeUp', 'moveCodeDown']),
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
  z.object({ type: z.literal('createCodebook') }),
  z.object({ type: z.literal('openCodebook') }),
  z.object({ type: z.literal('openSidecar') }),
]);

export type PanelCode = z.infer<typeof panelCode>;
export type PanelAnnotation = z.infer<typeof panelAnnotation>;
export type PanelState = z.infer<typeof panelState>;
export type ToPanel = z.infer<typeof toPanel>;
export type FromPanel = z.infer<typeof fromPanel>;
