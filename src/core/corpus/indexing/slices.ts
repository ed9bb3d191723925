/** What slicing needs of a host. */
export interface Breathing {
  now(): number;
  yield(): Promise<void>;
}

/** As long as a host may be kept from other work at a time. */
const sliceMs = 4;

/** Runs a generator to its end in slices of a few milliseconds; gives what it returns. */
export async function inSlices<T, R>(
  host: Breathing,
  steps: Generator<T, R>,
  each?: (value: T) => void,
): Promise<R> {
  let since = host.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    each?.(step.value);
    if (host.now() - since < sliceMs) continue;
    await host.yield();
    since = host.now();
  }
}
