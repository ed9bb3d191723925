import assert from 'node:assert/strict';

/** CPU milliseconds of the fastest of a few runs: what other processes do to the clock doesn't count. */
export function cost(run: () => unknown, runs = 3): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    run();
    const { user } = process.cpuUsage(before);
    best = Math.min(best, user / 1000);
  }
  return best;
}

/**
 * Asserts that reading eight times as much takes about eight times as long: at most three times that, for noise, where a
 * quadratic reading would take 64 times as long. A miss is measured again before it counts.
 */
export function assertLinear(run: (text: string) => unknown, unit: string, size = 125_000): void {
  const small = unit.repeat(Math.ceil(size / unit.length));
  const large = unit.repeat(Math.ceil((8 * size) / unit.length));
  let ratio = Infinity;
  for (let attempt = 0; attempt < 4 && ratio > 24; attempt++)
    ratio = Math.min(
      ratio,
      cost(() => run(large)) /
        Math.max(
          cost(() => run(small)),
          2,
        ),
    );
  assert.ok(ratio <= 24, `eight times the text took ${ratio.toFixed(0)} times as long`);
}
