import UPNG from 'upng-js';

/** How many colours an animated picture has: enough for text and an interface. */
const colors = 128;

/** Puts screenshots of one size into an animated PNG, which runs for ever. */
export function animation(frames: readonly { readonly png: Buffer; readonly ms: number }[]): Buffer {
  const images = frames.map(({ png }) => UPNG.decode(new Uint8Array(png).buffer));
  const [first] = images;
  if (!first) throw new Error('An animation needs a frame.');
  const pixels = images.map((image) => UPNG.toRGBA8(image)[0]!);
  const delays = frames.map(({ ms }) => ms);
  return Buffer.from(UPNG.encode(pixels, first.width, first.height, colors, delays));
}
