/** Lines of a stream of UTF-8 chunks, without their ends, one at a time: no more is held than the longest line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield parts.join('') + piece;
      parts.length = 0;
    }
    parts.push(pieces[pieces.length - 1]!);
  }
  const last = parts.join('') + decoder.decode();
  if (last !== '') yield last;
}
