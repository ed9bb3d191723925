/** What became of a list of things with ids: what is new or different, what went, and the order where that changed. */
export interface Changes<T> {
  readonly put: readonly T[];
  readonly gone: readonly string[];
  readonly order?: readonly string[];
}

interface Known {
  readonly order: readonly string[];
  readonly said: ReadonlyMap<string, string>;
}

export const knowsNothing: Known = { order: [], said: new Map() };

/** The changes from what is known to `now`, and what is known then; no changes where it is the same. */
export function changesTo<T extends { readonly id: string }>(
  known: Known,
  now: readonly T[],
): { readonly known: Known; readonly changes?: Changes<T> } {
  const said = new Map<string, string>();
  const put: T[] = [];
  for (const item of now) {
    const text = JSON.stringify(item);
    said.set(item.id, text);
    if (known.said.get(item.id) !== text) put.push(item);
  }
  const gone = known.order.filter((id) => !said.has(id));
  const order = now.map(({ id }) => id);
  const isSameOrder = order.length === known.order.length && order.every((id, i) => id === known.order[i]);
  if (put.length === 0 && isSameOrder) return { known };
  return { known: { order, said }, changes: { put, gone, ...(isSameOrder ? {} : { order }) } };
}

/** The list after changes; items that did not change are the same objects. */
export function applyChanges<T extends { readonly id: string }>(
  before: readonly T[],
  { put, gone, order }: Changes<T>,
): readonly T[] {
  const items = new Map(before.map((item) => [item.id, item]));
  for (const id of gone) items.delete(id);
  for (const item of put) items.set(item.id, item);
  return (order ?? before.map(({ id }) => id)).flatMap((id) => items.get(id) ?? []);
}
