import { openingRows, unitClasses, type Openings } from './openings';

/** How many code units are filtered at a time. */
export const blockSize = 4096;

/** The places that the last call of `findOpenings` found. */
export const places = new Int32Array(blockSize + 4);

/**
 * The openings of the index in use, copied here when another one is searched: arrays at fixed addresses are read half again as fast
 * as those that an object brings along, and this loop sees every unit of every text.
 */
const rows = new Int32Array(openingRows);
let current: Openings | undefined;

/**
 * Writes the places of `text` from `start` to `end` where a name may open into `places` and gives their number. What lies outside
 * of `from` and `to` counts as a boundary. One look-up of the unit and one of the last three at each place, without a branch: branches
 * on a text's own letters would be mispredicted at every word, which costs more.
 */
export function findOpenings(
  openings: Openings,
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
): number {
  if (openings !== current) {
    rows.set(openings);
    current = openings;
  }
  let count = 0;
  // Rows of places that one and two more units are needed to tell of; behind them, the kind before the next place.
  let one = 0;
  let two = 0;
  let before = start === from ? 0 : (unitClasses[text.charCodeAt(start - 1)]! & 96) << 2;
  const last = Math.min(to, end + 2);
  for (let i = start; i < last; i++) {
    const unit = unitClasses[text.charCodeAt(i)]!;
    places[count] = i - 2;
    count += (rows[two]! >>> unit) & 1;
    two = (one << 5) | (unit & 31);
    one = before | unit;
    before = (unit & 96) << 2;
  }
  for (let i = last; i < end + 2; i++) {
    places[count] = i - 2;
    count += rows[two]! & 1;
    two = one << 5;
    one = 0;
  }
  return count;
}
