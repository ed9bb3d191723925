import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { activeEditor } from './visibleText';

/** A position as the editor's "Go to Line/Column" counts: from 1, columns in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** The path of the file in the active editor. */
export async function activeFile(page: Page): Promise<string> {
  const uri = await page.locator(activeEditor).first().getAttribute('data-uri');
  if (!uri) throw new Error('No text editor is active.');
  return fileURLToPath(`file://${new URL(uri).pathname}`);
}

/**
 * Finds the occurrences of a text in the saved file of the active editor; white space does not count.
 *
 * @returns for each the positions before its first and after its last character
 */
export async function findSavedText(
  page: Page,
  text: string,
): Promise<readonly { readonly start: Position; readonly end: Position }[]> {
  const content = (await readFile(await activeFile(page), 'utf8')).replace(/^\ufeff/, '');
  const wanted = text.replace(/\s+/g, '');
  const places: Position[] = [];
  let solid = '';
  content.split(/\r\n|\r|\n/).forEach((line, index) => {
    for (let offset = 0; offset < line.length; offset++) {
      if (/\s/.test(line[offset]!)) continue;
      places.push({ line: index + 1, column: offset + 1 });
      solid += line[offset];
    }
  });
  const found = [];
  for (let at = solid.indexOf(wanted); at >= 0; at = solid.indexOf(wanted, at + 1)) {
    const last = places[at + wanted.length - 1]!;
    found.push({ start: places[at]!, end: { line: last.line, column: last.column + 1 } });
  }
  return found;
}
