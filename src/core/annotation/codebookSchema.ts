import { sentence } from '../text/message';
import * as z from 'zod/mini';
import type { KeyHelp } from '../yaml/validate';

export const codebookVersion = 1;

export const codebookHelp: KeyHelp = {
  version: sentence('Version of the file format: `version: 1`.'),
  codes: sentence('A list of codes, each with `id` and `name`.'),
  id: sentence('Name that annotations use for the code; unique over the whole codebook.'),
  name: sentence('What the code is called for readers.'),
  definition: sentence('When the code applies, and when not.'),
  examples: sentence('A list of passages that the code fits: `["full support and solidarity"]`.'),
  color: sentence('Colour of tagged passages: `"#3b82f6"` (in quotes).'),
  key: sentence('One key (0–9, a–z) that tags the selection.'),
  retired: sentence('`true` for a code no longer to be used; what it tags stays.'),
};

const text = z.string().check(z.minLength(1));

export const codeSchema = z.looseObject({
  id: text,
  name: text,
  definition: z.nullish(z.string()),
  examples: z.nullish(z.array(z.string())),
  color: z.nullish(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
  key: z.nullish(
    z.union([z.string().check(z.regex(/^[0-9A-Za-z]$/)), z.int().check(z.minimum(0), z.maximum(9))]),
  ),
  retired: z.nullish(z.boolean()),
  get codes() {
    return z.nullish(z.array(codeSchema));
  },
});

export const codebookSchema = z.looseObject({
  version: z.literal(codebookVersion),
  codes: z.nullish(z.array(codeSchema)),
});
