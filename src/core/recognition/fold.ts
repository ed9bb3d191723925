/** A word without case and diacritics, for looking names up: `Šefčovič` and `SEFCOVIC` are one. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words are ASCII and need no decomposing.
  for (let i = 0; i < lower.length; i++)
    if (lower.charCodeAt(i) > 127)
      return lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f'’]/g, '')
        .replace(/ł/g, 'l')
        .replace(/ø/g, 'o')
        .replace(/ı/g, 'i');
  return lower;
}
