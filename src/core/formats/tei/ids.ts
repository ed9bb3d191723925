/** An `xml:id` for a name: what XML does not allow in one is written as `_` and its number, so that no two meet. */
export function xmlId(kind: string, name: string): string {
  const safe = name.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
  return `${kind}-${safe}`;
}
