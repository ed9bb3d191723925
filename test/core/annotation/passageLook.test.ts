import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namedColors } from '../../../src/core/annotation/codeColors';
import { lanesOf, maxLanes, tintOf } from '../../../src/core/annotation/passageLook';

type Rgb = readonly [number, number, number];

const rgb = (color: string): Rgb =>
  [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16)) as unknown as Rgb;
const over = (color: Rgb, alpha: number, below: Rgb): Rgb =>
  color.map((c, i) => c * alpha + below[i]! * (1 - alpha)) as unknown as Rgb;

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Text and background of VS Code's own themes; in high contrast passages have no tint. */
const themes = [
  { name: 'light', text: '#3b3b3b', background: '#ffffff', isTinted: true },
  { name: 'dark', text: '#cccccc', background: '#1f1f1f', isTinted: true },
  { name: 'high contrast', text: '#ffffff', background: '#000000', isTinted: false },
  { name: 'high contrast light', text: '#292929', background: '#ffffff', isTinted: false },
];

const colors = namedColors.map(({ color }) => rgb(color));

/** The backgrounds that any two codes (or one) with passages on each other can give. */
function backgrounds(background: Rgb, isTinted: boolean): readonly Rgb[] {
  if (!isTinted) return [background];
  const [first, second] = [tintOf(0) / 255, tintOf(1) / 255];
  return colors.flatMap((a) => {
    const one = over(a, first, background);
    return [one, ...colors.map((b) => over(b, second, one))];
  });
}

describe('how passages look', () => {
  for (const { name, text, background, isTinted } of themes) {
    it(`${name}: text on passages of all codes has a contrast of 4.5:1`, () => {
      for (const below of backgrounds(rgb(background), isTinted))
        assert.ok(contrast(rgb(text), below) >= 4.5, `${contrast(rgb(text), below)} on ${below}`);
    });

    it(`${name}: lines of all codes have a contrast of 3:1 to the background`, () => {
      for (const line of colors) assert.ok(contrast(line, rgb(background)) >= 3, `${line}`);
    });
  }

  it('tints end before the lanes do', () => {
    assert.deepEqual(
      Array.from({ length: maxLanes }, (_, lane) => tintOf(lane) > 0),
      [true, true, false, false, false],
    );
  });

  it('overlapping codes have lanes of their own', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }))
      .map(([start, length, codes]) => ({ spans: [{ start, end: start + length }], codes }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 9 }), (all) => {
        const passages = all
          .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start)
          .map((passage, i) => ({ ...passage, id: `${i}` }));
        const lanes = lanesOf(passages);
        for (const a of passages) {
          assert.equal(lanes.has(a.id), a.codes > 0);
          for (const b of passages) {
            const [x, y] = [a.spans[0]!, b.spans[0]!];
            if (a.id >= b.id || a.codes === 0 || b.codes === 0 || x.end <= y.start || y.end <= x.start)
              continue;
            const [from, other] = [lanes.get(a.id)!, lanes.get(b.id)!];
            assert.ok(from + a.codes <= other || other + b.codes <= from, `${a.id} and ${b.id}`);
          }
        }
      }),
    );
  });
});
