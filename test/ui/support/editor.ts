import type { Locator, Page } from 'playwright-core';
import { goToPosition } from './palette';
import { eventually } from './patience';
import { findSavedText } from './savedText';
import { activeEditor, cursorPoint, findVisibleText, type Point, type VisibleText } from './visibleText';

/**
 * Which occurrence of a text is meant, counted from 1 over the saved file. Without it: the first one on the screen, or
 * else the first one of the file.
 */
export type Occurrence = number | undefined;

/** Selects a text with the mouse, from its first character to its last; with the keyboard where it exceeds the screen. */
export async function selectText(page: Page, text: string, occurrence?: Occurrence): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const place = await bringIntoView(page, text, occurrence);
    if (place) await drag(page, place.start, place.end);
    else await selectWithKeyboard(page, text, occurrence);
    const selected = await selectedCharacters(page);
    // Line ends count one or two, and white space in the text need not be that of the file.
    const whiteSpace = text.match(/\s/g)?.length ?? 0;
    if (selected > 0 && Math.abs(selected - [...text].length) <= whiteSpace) return;
    if (attempt === 3) throw new Error(`Selecting "${text}" selected ${selected} characters.`);
  }
}

/** Clicks into the middle of a text. */
export async function clickText(
  page: Page,
  text: string,
  options: { readonly occurrence?: number; readonly button?: 'left' | 'right' } = {},
): Promise<void> {
  const { middle } = await onScreen(page, text, options.occurrence);
  await page.mouse.click(middle.x, middle.y, { button: options.button ?? 'left' });
}

/** Rests the mouse on a text until the editor's hover shows. */
export async function hoverText(page: Page, text: string, occurrence?: Occurrence): Promise<Locator> {
  const hover = page.locator('.monaco-resizable-hover .monaco-hover').filter({ visible: true }).first();
  await eventually(`a hover on "${text}"`, async () => {
    const { middle } = await onScreen(page, text, occurrence); // again each time: lines move while an editor fills
    await page.mouse.move(middle.x, middle.y + 200, { steps: 3 });
    await hover.waitFor({ state: 'hidden', timeout: 5_000 }).catch(() => undefined);
    await page.mouse.move(middle.x, middle.y, { steps: 5 });
    await hover.waitFor({ timeout: 15_000 });
    const shows = (await hover.innerText()).trim();
    return shows !== '' && !/^Loading/.test(shows);
  });
  return hover;
}

/** The decoded URI of the text that the active editor shows. */
export async function shownUri(page: Page): Promise<string> {
  return decodeURIComponent((await page.locator(activeEditor).first().getAttribute('data-uri')) ?? '');
}

async function onScreen(page: Page, text: string, occurrence: Occurrence): Promise<VisibleText> {
  const place = await bringIntoView(page, text, occurrence);
  if (!place) throw new Error(`"${text}" does not fit on the screen.`);
  return place;
}

/** @returns undefined where the text stands in the file, but the screen is too small for it */
async function bringIntoView(
  page: Page,
  text: string,
  occurrence: Occurrence,
): Promise<VisibleText | undefined> {
  await page.locator(activeEditor).first().waitFor();
  if (occurrence === undefined) {
    const [visible] = await findVisibleText(page, text);
    if (visible) return visible;
  }
  const saved = await findSavedText(page, text);
  const wanted = saved[(occurrence ?? 1) - 1];
  if (!wanted) throw new Error(`The file in the active editor has "${text}" only ${saved.length} times.`);
  await goToPosition(page, wanted.start.line, wanted.start.column);
  return eventually(
    `"${text}" on the screen`,
    async () => {
      const [places, cursor] = [await findVisibleText(page, text), await cursorPoint(page)];
      return places.find(
        ({ start }) => Math.abs(start.x - cursor.x) < 4 && Math.abs(start.y - cursor.y) < 10,
      );
    },
    5_000,
  ).catch(() => undefined);
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  // Pressed on selected text the mouse would move that text; and two quick clicks would make a double click.
  if ((await page.locator(`${activeEditor} .selected-text`).count()) > 0) {
    await page.mouse.click(from.x, from.y);
    await page.waitForTimeout(700);
  }
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await page.mouse.up();
}

async function selectWithKeyboard(page: Page, text: string, occurrence: Occurrence): Promise<void> {
  const { start, end } = (await findSavedText(page, text))[(occurrence ?? 1) - 1]!;
  await goToPosition(page, start.line, start.column);
  await chord(page, 'KeyB'); // Set Selection Anchor
  await goToPosition(page, end.line, end.column);
  await chord(page, 'KeyK'); // Select from Anchor to Cursor
}

async function chord(page: Page, key: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.press(`ControlOrMeta+${key}`);
}

/** @returns what the status bar counts, 0 when nothing is selected */
async function selectedCharacters(page: Page): Promise<number> {
  const status = page.locator('[id="status.editor.selection"]');
  const count = await eventually(
    'the selection in the status bar',
    async () => /\(([\d,.]+) selected/.exec(await status.innerText())?.[1],
    10_000,
  ).catch(() => '0');
  return Number(count.replace(/\D/g, ''));
}
