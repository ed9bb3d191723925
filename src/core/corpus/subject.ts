import type { EntityType } from '../recognition/entity';
import type { Mention } from '../recognition/mention';

/**
 * What mentions are gathered under, so that from any mention every other one can be reached: the id of an entity; or, for
 * names that no gazetteer lists and for dates, `?type:name`, the name folded (`?person:im chon il`, `?date:2024-01-21`).
 * Ids are `[a-z0-9-]+`, so the two never meet.
 */
export type SubjectKey = string;

/** A subject taken apart. */
export type Subject =
  | { readonly listed: true; readonly entity: string }
  | { readonly listed: false; readonly type: EntityType; readonly name: string };

/** What a mention in a text is gathered under. */
export function subjectOf(mention: Mention, text: string): SubjectKey {
  if (mention.entity !== undefined) return mention.entity;
  const name = mention.normalized ?? text.slice(mention.start, mention.end);
  return unlistedSubject(mention.type, name);
}

/** The subject of a name that no gazetteer lists; capitals, markup, line ends and kinds of quotes don't matter. */
export function unlistedSubject(type: EntityType, name: string): SubjectKey {
  return `?${type}:${foldName(name)}`;
}

export function readSubject(key: SubjectKey): Subject {
  if (!key.startsWith('?')) return { listed: true, entity: key };
  const colon = key.indexOf(':');
  return { listed: false, type: key.slice(1, colon), name: key.slice(colon + 1) };
}

const plain = /^[a-z0-9 -]*$/;
const marks = /\p{M}+/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const quotes = /[\u2018\u2019\u02bc]/g;
const gaps = /[\s*\u200b-\u200f\u2060\ufeff\u00ad]+/g;

/** A name as it is compared: one case, one kind of dash, quote and space, no markup, no diacritics. */
export function foldName(name: string): string {
  const small = name.toLowerCase();
  if (plain.test(small) && !small.includes('  ')) return small.trim();
  return small
    .normalize('NFKD')
    .replace(marks, '')
    .replace(dashes, '-')
    .replace(quotes, "'")
    .replace(gaps, ' ')
    .trim();
}
