import type { Locator, Page } from 'playwright-core';
import { eventually } from './patience';

const primary = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Runs a command by its full title, such as "Pressmark: Tag Selection", through the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openList(page, 'F1', title, `>${title}`);
  await pick(page, title);
}

/** Opens a file by its name or the end of its path through "Go to File". */
export async function quickOpen(page: Page, name: string): Promise<void> {
  const label = name.split('/').at(-1)!;
  await openList(page, `${primary}+P`, label, name);
  await pick(page, label);
}

/**
 * Opens a list of the palette until it shows a row: what a starting workbench opens by itself may take the focus, and with it
 * the list, away.
 */
async function openList(page: Page, key: string, label: string, filter: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key);
    const timeout = attempt < 3 ? 10_000 : 60_000;
    try {
      await widget.locator('input').first().fill(filter, { timeout });
      await row(widget, label).first().waitFor({ timeout });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Puts the cursor on a position of the active editor; both count from 1, columns in UTF-16 units. */
export async function goToPosition(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible input');
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/**
 * Chooses a row of the quick pick that is open or about to open, with the keyboard: under the mouse the list may move
 * while more results come in.
 *
 * @param label the row's whole label
 * @param filter typed first, where the list is long
 */
export async function pick(page: Page, label: string, filter?: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible');
  const input = widget.locator('input').first();
  if (filter !== undefined) await input.fill(filter);
  await row(widget, label).first().waitFor();
  const focused = row(widget, label).and(widget.locator('.focused'));
  await eventually(`"${label}" to have the focus of the list`, async () => {
    const found = await focused.waitFor({ timeout: 300 }).then(
      () => true,
      () => false,
    );
    if (!found) await input.press('ArrowDown');
    return found;
  });
  await input.press('Enter');
}

/** Types into the input box that is open or about to open, and accepts it. */
export async function answer(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.fill(text);
  await input.press('Enter');
}

function row(widget: Locator, label: string): Locator {
  const exactly = new RegExp(`^\\s*${escapeRegExp(label)}\\s*$`);
  const name = widget.page().locator('.quick-input-list-label, .label-name').filter({ hasText: exactly });
  return widget.locator('.monaco-list-row').filter({ has: name });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
