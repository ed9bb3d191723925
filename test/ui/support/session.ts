import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.mjs';
import { temporaryFolder } from '../../../scripts/support/temporary-folder.mjs';
import { eventually, patienceMs } from './patience';

let browser: Promise<Browser> | undefined;

/** A fresh browser profile; all share one browser, which `closeBrowser` ends. */
export async function openBrowserProfile(): Promise<BrowserContext> {
  browser ??= launchBrowser();
  const profile = await (
    await browser
  ).newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  profile.setDefaultTimeout(patienceMs);
  profile.setDefaultNavigationTimeout(2 * patienceMs);
  // Functions that run in the page were compiled by tsx, which marks their names with this helper.
  await profile.addInitScript('globalThis.__name ??= (target) => target;');
  return profile;
}

/** Ends the browser that the profiles share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** The folders of one VS Code: a copy of the workspace, so that tests never write into samples, and its data. */
export type TemporaryFolders = {
  readonly workspace: string;
  readonly data: string;
  readonly remove: () => Promise<void>;
};

/** @param workspace the folder to copy; an empty one without it */
export async function temporaryFolders(workspace?: string): Promise<TemporaryFolders> {
  const root = await temporaryFolder('pressmark-ui-');
  const copy = join(root, workspace === undefined ? 'empty' : basename(workspace));
  await mkdir(copy);
  if (workspace !== undefined) await cp(workspace, copy, { recursive: true });
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true, maxRetries: 5 });
  return { workspace: copy, data: join(root, '.data'), remove };
}

/** Goes to a workbench and waits until a person could begin to work in it. */
export async function showWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
  const remote = page.locator('[id="status.host"]');
  await eventually('VS Code to open its folder', async () => {
    const busy = /Opening Remote/i.test((await remote.getAttribute('aria-label').catch(() => '')) ?? '');
    return !busy && (await page.locator('.explorer-folders-view, .part.editor').count()) > 0;
  });
}
