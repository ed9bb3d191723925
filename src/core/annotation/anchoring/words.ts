/** True where two texts say the same, however their lines are wrapped. Linear, makes no copies. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  let i = 0;
  let j = 0;
  for (;;) {
    const spaceA = isSpace(a, i);
    const spaceB = isSpace(b, j);
    if (spaceA !== spaceB) return false;
    if (spaceA) {
      while (isSpace(a, i)) i++;
      while (isSpace(b, j)) j++;
    } else {
      if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
      if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false;
    }
  }
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || (unit > 127 && /\s/.test(text.charAt(at)))
  );
}
