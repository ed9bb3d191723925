import type { Frame, Page } from 'playwright-core';
import { eventually } from './patience';

/** The document of Pressmark's webview view, once something is drawn in it: a frame in the frame of its webview. */
export async function panelFrame(page: Page): Promise<Frame> {
  return eventually('the Pressmark panel', async () => {
    for (const webview of await page.locator('iframe.webview').elementHandles()) {
      const outer = await webview.contentFrame();
      const frame = await (await outer?.$('#active-frame'))?.contentFrame();
      if (frame && (await frame.locator('main#panel > *').count()) > 0) return frame;
    }
    return undefined;
  });
}

/** The document of the page of the corpus that is shown (an entity, a concordance), once its title is there. */
export async function corpusPageFrame(page: Page, title: string | RegExp): Promise<Frame> {
  return eventually(`the page ${String(title)}`, async () => {
    for (const frame of page.frames().filter((candidate) => isOurs(candidate) && !isPanel(candidate))) {
      const heading = frame.locator('h1', { hasText: title });
      if ((await heading.count()) > 0 && (await heading.isVisible())) return frame;
    }
    return undefined;
  });
}

function isPanel(frame: Frame): boolean {
  return isOurs(frame) && queryOf(frame).get('purpose') === 'webviewView';
}

function isOurs(frame: Frame): boolean {
  if (!frame.parentFrame() || frame.isDetached() || !/\/fake\.html/.test(frame.url())) return false;
  return queryOf(frame).get('extensionId') === 'pressmark.pressmark';
}

function queryOf(frame: Frame): URLSearchParams {
  return new URL(frame.parentFrame()!.url()).searchParams;
}

/** Opens a view container through its icon in the activity bar, if it is not open yet. */
export async function openSideBar(page: Page, title: string): Promise<void> {
  const icon = page.locator(`.activitybar .action-item .action-label[aria-label^="${title}"]`).first();
  await icon.waitFor();
  const item = icon.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " action-item ")]');
  const isOpen = /\bchecked\b/.test((await item.getAttribute('class')) ?? '');
  if (!isOpen) await icon.click();
}
