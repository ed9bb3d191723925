/** Offsets (UTF-16) of a text with any line ends, on the same text with LF: each CRLF before counts one less. */
export function alignLineEnds(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = text.indexOf('\r\n'); i >= 0; i = text.indexOf('\r\n', i + 2)) pairs.push(i);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset - 1) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
