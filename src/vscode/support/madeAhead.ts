/**
 * What `make` gives for each item, in their order. A few are made ahead while one is used, so that files are not waited for one
 * by one; no more than `ahead` are held.
 */
export async function* madeAhead<T, R>(
  items: readonly T[],
  make: (item: T) => Promise<R>,
  ahead = 16,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  let next = 0;
  const fill = (): void => {
    while (waiting.length < ahead && next < items.length) {
      const made = make(items[next++]!);
      // Where the walk ends early nobody asks for it any more, and it must not be an error that nobody handles.
      made.catch(() => undefined);
      waiting.push(made);
    }
  };
  fill();
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const made = await first;
    fill();
    yield made;
  }
}
