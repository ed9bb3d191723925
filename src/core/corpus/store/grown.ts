type Column =
  Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A column with room for at least `length` entries: itself, or a copy half as long again, the new entries 0. */
export function grown<T extends Column>(column: T, length: number): T {
  if (column.length >= length) return column;
  const bigger = new (column.constructor as new (length: number) => T)(
    Math.max(length, Math.ceil(column.length * 1.5)),
  );
  bigger.set(column);
  return bigger;
}
