/** The longest stretch that is read at once. */
export const windowSize = 32768;

/**
 * The code units of the stretch at hand: a part of the text searched, or a name that is made ready. A string is asked for each unit anew
 * how it is stored, and the matcher reads many units several times over; an array at a fixed address costs a third of that.
 * Behind the end of the stretch it holds what is left over from others.
 */
export const units = new Uint16Array(windowSize);

/** Reads a text of at most `windowSize` units. */
export function readUnits(text: string): void {
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
}

/** A part of the stretch at hand, as a string. */
export function stringOf(from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}
