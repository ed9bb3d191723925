/** A day of the calendar as written in a short stretch of text; `index` and `length` count its UTF-16 code units. */
export interface CalendarDate {
  readonly index: number;
  readonly length: number;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** Month names of the issuers' languages, by their first letters; position modulo 12 is the month. */
const monthNames = [
  ...'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  ...'ene feb mar abr mayo jun jul ago sep oct nov dic'.split(' '),
  ...'янв фев мар апр мая июн июл авг сен окт ноя дек'.split(' '),
  ...'січ лют бер квіт трав черв лип серп вер жовт лист груд'.split(' '),
  ...'janv fév mars avr mai juin juil août sept oct nov déc'.split(' '),
  ...'jän feb märz apr mai juni juli aug sept okt nov dez'.split(' '),
];

/** How a date begins that begins with a letter. */
export const monthOrJuche = new RegExp(`(?:${[...new Set(monthNames), 'juche'].join('|')})`, 'iu');

const name = '(\\p{L}{3,12})';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:(?:[,.]\\s*)?(?:Juche\\s*\\d{1,3}\\s*\\(\\s*)?((?:1[89]|20|21)\\d\\d)\\)?)';

interface Form {
  readonly pattern: RegExp;
  readonly read: (
    m: RegExpExecArray,
    monthFirst: boolean,
  ) => { year?: number | undefined; month: number; day: number };
}

const num = (s: string | undefined): number | undefined => (s === undefined ? undefined : Number(s));

/** From the surest to the least sure; the first form that holds a real day counts. */
const forms: readonly Form[] = [
  {
    pattern: /\bJuche\s*(\d{1,3})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?/gi,
    read: (m) => ({ year: Number(m[1]) + 1911, month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: /(?<!\d)((?:1[89]|20|21)\d\d)[-./](\d{1,2})[-./](\d{1,2})\.?(?!\d)/gu,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./]((?:1[89]|20|21)\d\d)(?!\d)/gu,
    read: (m, monthFirst) => {
      const [first, second] = [Number(m[1]), Number(m[2])];
      const isAmerican = m[0].includes('/') && (monthFirst || second > 12) && first <= 12;
      return isAmerican
        ? { year: Number(m[3]), month: first, day: second }
        : { year: Number(m[3]), month: second, day: first };
    },
  },
  {
    pattern: /((?:1[89]|20|21)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})${name}\\.?\\s?${day}(?!\\d)(?:\\s*${year})?`, 'gu'),
    read: (m) => ({ month: monthOf(m[1]!), day: Number(m[2]), year: num(m[3]) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)${day}\\s+(?:(?:de|of)\\s+)?${name}\\.?(?!\\p{L})(?:\\s*(?:de\\s+|of\\s+)?${year})?`,
      'gu',
    ),
    read: (m) => ({ month: monthOf(m[2]!), day: Number(m[1]), year: num(m[3]) }),
  },
];

/** 1 to 12, or 0 where the word is no month. */
function monthOf(word: string): number {
  const lower = word.toLowerCase();
  const at = monthNames.findIndex((month) => lower.startsWith(month));
  if (at < 0) return 0;
  // "Mara" or "Decree" begin like months; only endings that months have are let through.
  return monthEnding.test(lower) ? (at % 12) + 1 : 0;
}

const monthEnding =
  /^(?:jan(?:uary|v|vier|uar)?|feb(?:ruary|rero|ruar)?|mar(?:ch|zo|s)?|apr(?:il)?|may(?:o)?|june?|july?|aug(?:ust)?|sept?(?:ember|iembre|embre)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|nov(?:ember|iembre|embre)?|dec(?:ember)?|dez(?:ember)?|enero|abril|junio|julio|agosto|dic(?:iembre)?|janvier|févr?(?:ier)?|mars|avril|mai|juin|juillet|août|déc(?:embre)?|märz|juni|juli|jän(?:ner)?|[а-яіїєґ]{3,10})$/u;

/**
 * The first calendar day written in a short text, or nothing. The text should be at most a few hundred units long. `monthFirst`:
 * whether `03/04/2024` is a day of March, as in America; `03/24/2024` is one everywhere.
 */
export function findCalendarDate(text: string, monthFirst = false): CalendarDate | undefined {
  if (!/\d/.test(text)) return undefined;
  let best: CalendarDate | undefined;
  for (const { pattern, read } of forms) {
    if (best?.index === 0) break;
    // Not matchAll, which makes another pattern at each call.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const { month, day, year } = read(match, monthFirst);
      if (month < 1 || month > 12 || day < 1 || day > 31) continue;
      const found = { index: match.index, length: match[0].length, month, day };
      if (!best || found.index < best.index) best = year === undefined ? found : { ...found, year };
      break;
    }
  }
  return best;
}

/** `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
