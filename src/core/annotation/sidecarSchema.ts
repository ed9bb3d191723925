import { sentence } from '../text/message';
import * as z from 'zod/mini';
import type { KeyHelp } from '../yaml/validate';

export const sidecarVersion = 1;

export const sidecarHelp: KeyHelp = {
  version: sentence('Version of the file format: `version: 1`.'),
  release: sentence('File name of the release these annotations belong to.'),
  text: sentence(
    'Length (code points) and SHA-256 of the text the offsets count in: `{length: 5199, sha256: 9ee0…}`.',
  ),
  length: sentence('Length of the release’s text in code points.'),
  sha256: sentence('SHA-256 of the release’s text, 64 hexadecimal digits.'),
  annotations: sentence('The annotations, ordered by first start, then id.'),
  id: sentence('Name of this annotation: eight of a–z and 0–9, e.g. `k7m2qp4d`; never reused.'),
  codes: sentence('Ids of codes of the codebook: `[gratitude, solidarity]`.'),
  entity: sentence('Id of an entity (a–z, 0–9, `-`), or `none` for a mention that was rejected.'),
  target: sentence('The passage: a list of spans, each with `start`, `end` and `quote`.'),
  start: sentence('Where the span starts: code points from the start of the release’s text.'),
  end: sentence('Where the span ends (exclusive): code points from the start of the release’s text.'),
  quote: sentence('The tagged text itself; it finds the passage again when the release changes.'),
  prefix: sentence('Up to 32 characters before the passage.'),
  suffix: sentence('Up to 32 characters after the passage.'),
  note: sentence('A remark, in your own words.'),
  author: sentence('Who made the annotation.'),
  created: sentence('When it was made, e.g. `2026-11-21T17:00:00Z`.'),
  modified: sentence('When it was last changed, e.g. `2026-11-21T17:05:00Z`.'),
  orphan: sentence(
    '`true` where the passage is gone from the release and the annotation is kept for its quote.',
  ),
  conflict: sentence(
    'Id of the annotation this one disagrees with since a merge. Keep the better one, delete the other and this key.',
  ),
};

const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/));
const annotationId = z.string().check(z.regex(/^[a-z0-9]{8}$/));
const offset = z.int().check(z.minimum(0));

export const selectorSchema = z.looseObject({
  start: offset,
  end: offset,
  quote: z.string(),
  prefix: z.nullish(z.string()),
  suffix: z.nullish(z.string()),
});

export const annotationSchema = z.looseObject({
  id: annotationId,
  codes: z.nullish(z.array(z.string().check(z.minLength(1)))),
  entity: z.nullish(z.string().check(z.regex(/^[a-z0-9-]+$/))),
  target: z.array(selectorSchema).check(z.minLength(1)),
  note: z.nullish(z.string()),
  author: z.nullish(z.string()),
  created: z.nullish(instant),
  modified: z.nullish(instant),
  orphan: z.nullish(z.boolean()),
  conflict: z.nullish(annotationId),
});

const frame = {
  version: z.literal(sidecarVersion),
  release: z.string().check(z.minLength(1)),
  text: z.nullish(z.looseObject({ length: offset, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
};

/** Everything but the annotations, which are checked one by one. */
export const frameSchema = z.looseObject(frame);

/** The whole file, for the JSON Schema. */
export const sidecarSchema = z.looseObject({ ...frame, annotations: z.nullish(z.array(annotationSchema)) });
