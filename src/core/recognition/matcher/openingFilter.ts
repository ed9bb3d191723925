import type { Openings } from './openings';
import { mostPairs } from './openings';

/** How many code units are filtered at a time. */
export const blockSize = 4096;

/** The places that the last call of `findOpenings` found. */
export const places = new Int32Array(blockSize + 2);

/**
 * The tables of the index in use, copied here when another one is searched: arrays at fixed addresses are read half again as fast
 * as those that an object brings along, and this loop sees every unit of every text.
 */
const units = new Int32Array(65536);
const rows = new Uint16Array((256 + mostPairs) * 64);
const triples = 256 * 64;
let current: Openings | undefined;

/** What the filter remembers from block to block. Reset it at the start of a text. */
export const filterState = { before: 8, opening: 0, opened: 0 };

export function startFilter(openings: Openings): void {
  filterState.before = 8;
  filterState.opening = 0;
  filterState.opened = 0;
  if (openings === current) return;
  units.set(openings.units);
  rows.set(openings.pairs);
  rows.set(openings.triples, triples);
  current = openings;
}

/**
 * Writes the places of `text` from `from` to `to` where a name may open into `places` and gives their number; a place is told two
 * units late, so the last block of a text is told to be so. Neither branches nor calls in its loop.
 */
export function findOpenings(text: string, from: number, to: number, isLast: boolean): number {
  let { before, opening, opened } = filterState;
  let count = 0;
  for (let i = from; i < to; i++) {
    const unit = units[text.charCodeAt(i)]!;
    const inner = unit & 63;
    places[count] = i - 2;
    count += rows[triples + (opened << 6) + inner]!;
    opened = rows[(opening << 6) | inner]!;
    opening = (unit >>> before) & 255;
    before = 8 + ((unit >>> 3) & 24);
  }
  if (isLast) {
    places[count] = to - 2;
    count += rows[triples + (opened << 6)]!;
    places[count] = to - 1;
    count += rows[triples + (rows[opening << 6]! << 6)]!;
  }
  filterState.before = before;
  filterState.opening = opening;
  filterState.opened = opened;
  return count;
}
