import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const media = join(__dirname, '../../media');
const read = (...path: readonly string[]): string => readFileSync(join(media, ...path), 'utf8');

describe('media', () => {
  it('icon.png is a PNG of 256 by 256', () => {
    const bytes = readFileSync(join(media, 'icon.png'));
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [256, 256]);
  });

  it('the view’s icon has one colour, the one it is given', () => {
    const colours = [...read('pressmark.svg').matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
      (match) => match[1],
    );
    assert.deepEqual(new Set(colours), new Set(['none', 'currentColor']));
  });

  for (const step of ['open', 'hover', 'tag', 'keys', 'sidecar', 'export']) {
    it(`walkthrough/${step}.svg takes its colours from the theme, and no style that VS Code would block`, () => {
      const svg = read('walkthrough', `${step}.svg`);
      assert.match(svg, /fill="var\(--vscode-editor-background, #[0-9a-f]{6}\)"/);
      assert.doesNotMatch(svg, /style=|<style|<script|href=/);
      assert.match(svg, /<title>[^<]{20,}<\/title>/);
      for (const [, fallback] of svg.matchAll(/var\(--vscode-[\w-]+(, #[0-9a-f]{6})?\)/g))
        assert.ok(fallback);
    });
  }

  it('nothing in a picture is fetched from elsewhere', () => {
    for (const name of readdirSync(media).filter((n) => n.endsWith('.svg')))
      assert.doesNotMatch(read(name), /href=|url\(|@import/);
  });
});
