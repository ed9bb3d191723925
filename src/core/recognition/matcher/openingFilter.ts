import { openingRows, unitClasses, type Openings } from './openings';
import { units, windowSize } from './units';

/** The places that the last call of `findOpenings` found, in `units`. */
export const places = new Int32Array(windowSize + 3);

/** The openings of the index in use, copied here when another one is searched: at a fixed address, as `units` are. */
const rows = new Int32Array(openingRows);
let current: Openings | undefined;

/**
 * Reads `text.slice(from, to)` into `units`, each unit at its place, and writes the places where a name may open into `places`. Gives
 * their number. What lies outside counts as a boundary. One look-up of the unit and one of the last three at each place, without a
 * branch: branches on a text's own letters would be mispredicted at every word, which costs more.
 */
export function findOpenings(openings: Openings, text: string, from: number, to: number): number {
  if (openings !== current) {
    rows.set(openings);
    current = openings;
  }
  // No look behind leads past it.
  if (from > 0) units[from - 1] = 0x20;
  let count = 0;
  // Rows of places that one and two more units are needed to tell of; the kind before the next place.
  let one = 0;
  let two = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    units[i] = code;
    const unit = unitClasses[code]!;
    places[count] = i - 2;
    count += (rows[two]! >>> unit) & 1;
    two = (one << 5) | (unit & 31);
    one = before | unit;
    before = (unit & 96) << 2;
  }
  places[count] = to - 2;
  count += rows[two]! & 1;
  places[count] = to - 1;
  count += rows[one << 5]! & 1;
  return count;
}
