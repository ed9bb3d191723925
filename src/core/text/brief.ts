/** Longer words are shortened, in UTF-16 units. */
const longest = 40;

/** Words on one line, and no more of them than one looks at within a sentence. */
export function brief(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= longest) return words;
  const signs = [...words.slice(0, longest)].slice(0, -2).join('');
  return `${signs.trimEnd()}…`;
}
