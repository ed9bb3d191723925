import assert from 'node:assert/strict';
import { namedColors } from '../../../src/core/annotation/codeColors';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(color.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('colours for codes', () => {
  for (const { name, color } of namedColors) {
    it(`${name} can be told from the background in every theme`, () => {
      for (const background of ['#ffffff', '#1e1e1e', '#1f1f1f', '#000000']) {
        assert.ok(
          contrast(color, background) >= 3,
          `${contrast(color, background).toFixed(2)} on ${background}`,
        );
      }
    });
  }
});
