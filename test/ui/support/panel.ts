import type { Frame, Page } from 'playwright-core';
import { eventually } from './patience';

/** The document of Pressmark's webview view: the inner frame of its webview, once something stands in it. */
export async function panelFrame(page: Page): Promise<Frame> {
  return eventually('the Pressmark panel', async () => {
    const frame = page.frames().find(isPanel);
    return frame && (await frame.locator('body > *').count()) > 0 ? frame : undefined;
  });
}

function isPanel(frame: Frame): boolean {
  const outer = frame.parentFrame();
  if (!outer || frame.isDetached() || !/\/fake\.html/.test(frame.url())) return false;
  const query = new URL(outer.url()).searchParams;
  return query.get('purpose') === 'webviewView' && query.get('extensionId') === 'pressmark.pressmark';
}

/** Opens a view container through its icon in the activity bar, if it is not open yet. */
export async function openSideBar(page: Page, title: string): Promise<void> {
  const icon = page.locator(`.activitybar .action-item .action-label[aria-label^="${title}"]`).first();
  await icon.waitFor();
  const item = icon.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " action-item ")]');
  const isOpen = /\bchecked\b/.test((await item.getAttribute('class')) ?? '');
  if (!isOpen) await icon.click();
}
