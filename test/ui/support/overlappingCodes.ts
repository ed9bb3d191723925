import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const sentence = 'The hosts gave warm thanks for the help that the guests had sent over the sea.';

/** A release with five codes on each other, each of another length. */
export const overlappingCodes = {
  file: 'overlapping.release',
  codes: ['gratitude', 'friendship', 'solidarity', 'hardship', 'commitment'],
  /** The words that all five are on. */
  words: 'warm thanks',
};

const text = `Guests Come to Port Harrow\n\nPort Harrow, May 3 (VNA) -- ${sentence} They left on Friday.\n`;

/** Writes the release and its sidecar into a folder. */
export async function writeOverlappingCodes(folder: string): Promise<void> {
  const { file, codes, words } = overlappingCodes;
  const middle = text.indexOf(words);
  const annotations = codes.map((code, i) => {
    const start = middle - [29, 20, 15, 5, 0][i]!;
    const end = middle + words.length + [0, 8, 14, 22, 40][i]!;
    const note = i === 0 ? '\n    note: "Compare with **June**."' : '';
    return `  - id: overlap${i}\n    codes: [${code}]\n    target:\n      - {start: ${start}, end: ${end}, quote: ${JSON.stringify(text.slice(start, end))}}${note}\n    author: ana\n`;
  });
  await writeFile(join(folder, file), text);
  await writeFile(
    join(folder, `${file}.annotations.yaml`),
    `version: 1\nrelease: ${file}\nannotations:\n${annotations.join('')}`,
  );
}

/** The underlines that are drawn in the editor, each as its colour and its height. */
export async function underlines(page: Page): Promise<readonly string[]> {
  return page.locator('.view-overlays .cdr').evaluateAll((marks) => {
    const styles = marks.map((mark) => getComputedStyle(mark));
    const lines = styles.filter(({ backgroundImage }) => backgroundImage.startsWith('linear-gradient'));
    return [...new Set(lines.map((style) => `${style.backgroundImage} ${style.backgroundPosition}`))];
  });
}
