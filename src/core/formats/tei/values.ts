/** A word as `type` takes it (TEI's `teidata.word`): what is no part of a word is written as `-`. */
export function teiWord(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s]+/gu, '-');
}

/** Whether `when`, `from` and `to` take it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, of a day that the calendar has. */
export function isTeiDate(text: string | undefined): text is string {
  if (text === undefined || !/^(?!0000)\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text)) return false;
  const instant = Date.parse(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
