/** Arithmetic on ISO dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), without time zones. */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1–12 for an English month name or its abbreviation. */
export function monthNumber(word: string): number | undefined {
  const index = monthNames.indexOf(word.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

export function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 31;
}

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1000 && year <= 2199;
}

export function isoDate(year: number | undefined, month: number, day?: number): string | undefined {
  if (year === undefined || month < 1 || month > 12 || (day !== undefined && !isDay(day))) return undefined;
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0')];
  if (day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

/** Juche 1 is 1912. */
export function jucheYear(juche: number): number | undefined {
  return juche >= 1 && juche <= 199 ? juche + 1911 : undefined;
}

/**
 * The year a date without one means: the latest that does not lie after the release's own date, or, where the words speak of
 * what is to come, the next one.
 */
export function inferYear(
  month: number,
  day: number | undefined,
  released: string | undefined,
  future: boolean,
): number | undefined {
  if (released === undefined || !/^\d{4}-\d{2}/.test(released)) return undefined;
  const year = Number(released.slice(0, 4));
  const ofRelease = Number(released.slice(5, 7)) * 100 + Number(released.slice(8, 10) || 31);
  const ofDate = month * 100 + (day ?? 1);
  if (future) return ofDate >= ofRelease - (day === undefined ? 100 : 0) ? year : year + 1;
  return ofDate <= ofRelease ? year : year - 1;
}
