import * as z from 'zod/mini';

/**
 * The messages between the extension and a page of the corpus: the tab that shows an entity with all its mentions, or the
 * concordance of a phrase or a code. Both sides check what arrives.
 */

export const pageTopic = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subject'), subject: z.string() }),
  z.object({ kind: z.literal('phrase'), text: z.string() }),
  z.object({ kind: z.literal('code'), code: z.string() }),
]);

export const pageArrangement = z.object({
  order: z.enum(['date', 'newest', 'before', 'after', 'keyword', 'file']),
  /** Words that all have to stand in a line. */
  filter: z.string(),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty: all times. */
  period: z.string(),
});

/** What a page remembers over reloads: enough to be made again. */
export const pageMemory = z.object({
  /** The corpus's folder, as a URI. */
  root: z.string(),
  topic: pageTopic,
  arrangement: pageArrangement,
});

const office = z.object({
  title: z.string(),
  /** Whose office it is, by name. */
  of: z.optional(z.string()),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
});

/** Who or what a page is about. */
const pageHead = z.object({
  title: z.string(),
  /** What kind of thing it is, in the person's language. */
  kind: z.string(),
  description: z.optional(z.string()),
  /** Of a code. */
  color: z.optional(z.string()),
  /** `Q…` */
  wikidata: z.optional(z.string()),
  /** Other names. */
  names: z.array(z.string()),
  date: z.optional(z.string()),
  offices: z.array(office),
  /** Whether there is an entry to go to, in a gazetteer or the codebook. */
  hasEntry: z.boolean(),
});

const bar = z.object({ period: z.string(), count: z.number(), releases: z.number() });

const companion = z.object({
  subject: z.string(),
  name: z.string(),
  type: z.string(),
  /** Times they share a paragraph, and releases in which they do. */
  count: z.number(),
  releases: z.number(),
});

const codeAround = z.object({
  code: z.string(),
  name: z.string(),
  color: z.string(),
  count: z.number(),
  covering: z.number(),
  releases: z.number(),
});

const pageSummary = z.object({
  lines: z.number(),
  releases: z.number(),
  unit: z.enum(['year', 'month', 'day']),
  bars: z.array(bar),
  undated: z.number(),
  companions: z.array(companion),
  codes: z.array(codeAround),
});

const pageLine = z.object({
  /** Position in the arrangement. */
  row: z.number(),
  path: z.string(),
  /** The headline, or the file's name. */
  title: z.string(),
  date: z.optional(z.string()),
  /** One-based. */
  line: z.number(),
  before: z.string(),
  keyword: z.string(),
  after: z.string(),
  certain: z.boolean(),
});

export const toPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('head'), head: pageHead, memory: pageMemory }),
  z.object({ type: z.literal('summary'), summary: pageSummary }),
  /** Another arrangement, or other lines: what was known of rows is void. */
  z.object({
    type: z.literal('arranged'),
    revision: z.number(),
    total: z.number(),
    /** Lines left out because too many texts would have to be read. */
    left: z.number(),
    arrangement: pageArrangement,
  }),
  z.object({ type: z.literal('lines'), revision: z.number(), lines: z.array(pageLine) }),
  /** What is going on; none: nothing. */
  z.object({ type: z.literal('status'), text: z.optional(z.string()) }),
  z.object({ type: z.literal('announce'), text: z.string() }),
]);

export const fromPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('arrange'), arrangement: pageArrangement }),
  z.object({ type: z.literal('window'), revision: z.number(), from: z.number(), count: z.number() }),
  z.object({
    type: z.literal('open'),
    revision: z.number(),
    row: z.number(),
    /** Beside the page, which keeps the focus; else in its place. */
    beside: z.boolean(),
  }),
  z.object({ type: z.literal('topic'), topic: pageTopic }),
  z.object({ type: z.literal('entry') }),
  z.object({ type: z.literal('copy') }),
  z.object({ type: z.literal('save') }),
]);

export type PageTopic = z.infer<typeof pageTopic>;
export type PageArrangement = z.infer<typeof pageArrangement>;
export type PageMemory = z.infer<typeof pageMemory>;
export type PageHead = z.infer<typeof pageHead>;
export type PageSummary = z.infer<typeof pageSummary>;
export type PageLine = z.infer<typeof pageLine>;
export type ToPage = z.infer<typeof toPage>;
export type FromPage = z.infer<typeof fromPage>;
