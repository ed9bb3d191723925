/** Where a code is put: beside the one it is dropped on, or below it. */
export type Drop = 'before' | 'inside' | 'after';

/** @param y from the upper edge of the row, which is `height` high: its upper and lower quarters mean beside it */
export function dropAt(y: number, height: number): Drop {
  return y < height / 4 ? 'before' : y > (height * 3) / 4 ? 'after' : 'inside';
}
