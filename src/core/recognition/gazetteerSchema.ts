import { sentence } from '../text/message';
import * as z from 'zod/mini';
import type { KeyHelp } from '../yaml/validate';

export const gazetteerVersion = 1;

export const gazetteerHelp: KeyHelp = {
  version: sentence('Version of the file format: `version: 1`.'),
  entities: sentence('A list of entities, each with `id`, `type` and `name`.'),
  id: sentence('a–z, 0–9 and `-`, unique over all gazetteers: `sergey-lavrov`. `none` is no entity.'),
  type: sentence(
    'What it is: `person`, `organization`, `place`, `role`, `event`, `document`, `facility`, `date`, or a word of your own.',
  ),
  name: sentence('The name it is best known by.'),
  family: sentence('Family name: recognised alone once the full name stands in the release.'),
  aliases: sentence('A list of other names: `[Sergei Lavrov]`.'),
  demonyms: sentence('A list of adjectives and names of inhabitants: `[Russian]`.'),
  offices: sentence('A list of offices held: `{title: Foreign Minister, of: russia, from: 2004-03-09}`.'),
  title: sentence('Title of the office: `Foreign Minister`.'),
  of: sentence('Id of the entity the office belongs to: `russia`.'),
  from: sentence('First day, as `2004-03-09`, `2004-03` or `2004`.'),
  until: sentence('First day it was over, as `2004-03-09`, `2004-03` or `2004`.'),
  wikidata: sentence('Wikidata id: `Q58217`.'),
  description: sentence('A few words on who or what it is.'),
  date: sentence('When it happened, as `2023-09-13` or `2023-09-13/2023-09-17`.'),
};

const text = z.string().check(z.minLength(1));
const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
/** A year alone is a number in YAML. */
const year = z.int().check(z.minimum(1000), z.maximum(9999));
const date = z.nullish(z.union([z.string().check(z.regex(day)), year]));

const office = z.looseObject({ title: text, of: z.nullish(text), from: date, until: date });

/** Not `none`: that rejects a mention. */
export const entityIdPattern = /^(?!none$)[a-z0-9-]+$/;

export const entitySchema = z.looseObject({
  id: z.string().check(z.regex(entityIdPattern)),
  type: text,
  name: text,
  family: z.nullish(text),
  aliases: z.nullish(z.array(text)),
  demonyms: z.nullish(z.array(text)),
  offices: z.nullish(z.array(office)),
  wikidata: z.nullish(z.string().check(z.regex(/^Q[1-9]\d*$/))),
  description: z.nullish(z.string()),
  date: z.nullish(
    z.union([z.string().check(z.regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?$/)), year]),
  ),
});

export const gazetteerFrameSchema = z.looseObject({ version: z.literal(gazetteerVersion) });

export const gazetteerSchema = z.looseObject({
  version: z.literal(gazetteerVersion),
  entities: z.nullish(z.array(entitySchema)),
});
