const months = [
  'jan(?:uary|vier|uar|eiro)?|ene(?:ro)?|gennaio',
  'feb(?:ruary|rero|ruar|braio)?|f[ée]v(?:rier|ereiro)?',
  'mar(?:ch|zo|s|ço)?|märz',
  'apr(?:il|ile)?|abr(?:il)?|avril',
  'may(?:o)?|mai(?:o)?|maggio',
  'jun(?:e|io|i|ho)?|juin|giugno',
  'jul(?:y|io|i|ho)?|juillet|luglio',
  'aug(?:ust)?|ago(?:sto)?|août',
  'sept?(?:ember|iembre|embre)?|set(?:embro|tembre)?',
  'o[ck]t(?:ober|ubre|obre)?|out(?:ubro)?|ottobre',
  'nov(?:ember|iembre|embre|embro)?',
  'd[eéi][cz](?:ember|embro|iembre|embre)?',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
].join('|');

const month = `(?:${months})\\.?`;
const year = '(?:18|19|20)\\d\\d';
const day = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/**
 * `January 21`, `Jan. 20, 2024`, `5 March 2024`, `5 de diciembre de 2024`, `5.03.2024`, `2024-03-05`: dates as the
 * larger agencies write them in the languages of their services. One expression, compiled once and without the `u`
 * flag: building it is a noticeable part of detection's first call.
 */
const date = new RegExp(
  `(?<![\\wÀ-ɏ])(?:${month} ${day}(?:,? ${year})?|${day} (?:of |de )?${month}(?:,? (?:de )?${year})?|` +
    `\\d{1,2}[./]\\d{1,2}[./]${year}|${year}[-./]\\d{1,2}[-./]\\d{1,2})(?![\\wÀ-ɏ])`,
  'i',
);

/** A line parted at its first date. */
export interface DatedLine {
  readonly before: string;
  readonly date: string;
  readonly after: string;
}

/** Parts the line at the first date in it; only the first 160 characters are looked at. */
export function splitAtDate(line: string): DatedLine | undefined {
  const start = line.slice(0, 160);
  if (!/\d/.test(start)) return undefined;
  const match = date.exec(start);
  if (match === null) return undefined;
  return {
    before: start.slice(0, match.index),
    date: match[0],
    after: start.slice(match.index + match[0].length),
  };
}

const words = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:,? [\p{L}\p{M}.'’-]+)*$/u;
const notAPlace = new RegExp(`^(?:${weekday}|dear|background|the|on|in|at|from|until|since|by|and)\\b`, 'i');

/** `Pyongyang`, `Washington, D.C.`, `St. Petersburg`, `NEW YORK`, `Novo-Ogaryovo, Moscow Region`. */
export function isPlace(text: string): boolean {
  if (text.length < 2 || text.length > 64 || !words.test(text) || notAPlace.test(text)) return false;
  const parts = text.split(/[ ,]+/);
  const capitals = parts.filter((part) => part[0] !== part[0]?.toLowerCase()).length;
  return parts.length <= 7 && capitals * 2 > parts.length;
}

const label = new RegExp(
  `^(?:(?:updated|published|posted|released?|date|release date|issued)(?: on)?:? ?)?(?:${weekday},? )?\\(?(?:le |den |am )?$`,
  'i',
);
const time =
  /^(?:(?:,| at| [|–—-])? \d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4}(?![a-z]))?)?(?=$|[.,;)| ])/i;
const rest = new RegExp(`^\\)?(?:,? ${weekday})?[.,]?$`, 'i');

/** Whether the line is only a date, perhaps with a label, a weekday, a time, a place before or after it. */
export function isDateLine(line: string): boolean {
  if (line.length > 110) return false;
  const parts = splitAtDate(line);
  if (parts === undefined) return false;
  const { before, after } = parts;
  if (!label.test(before) && !isPlace(before.replace(/,? (?:\(|on )?$/, ''))) return false;
  const clock = time.exec(after)?.[0] ?? '';
  const remainder = after.slice(clock.length).trimEnd();
  if (rest.test(remainder)) return true;
  const place = remainder.replace(/^,? /, '');
  return (
    place !== remainder && (clock !== '' || remainder.startsWith(',')) && isPlace(place.replace(/\.$/, ''))
  );
}

/** Whether the line is a place and a date, as under a statement: `Pyongyang, April 23, Juche 109(2020)`. */
export function isPlaceAndDate(line: string): boolean {
  if (line.length > 110) return false;
  const parts = splitAtDate(line);
  if (parts === undefined) return false;
  const place = parts.before.replace(/^(?:done |issued )?(?:at |in )?/i, '').replace(/,? (?:on )?$/, '');
  return isPlace(place) && /^(?:,? Juche ?\d+.{0,8})?\.?$/.test(parts.after);
}

/** `Juche113.1.21.`, `Juche 109(2020)`, `April, Juche 108 (2019)`. */
export const jucheDate = /\bJuche ?\d{1,3}(?:\.\d{1,2}\.\d{1,2}| ?\((?:19|20)\d\d\))/;
