import type { Page } from 'playwright-core';

/** A point of the page, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** Where a text stands on the screen: the outer edges of its first and last character, and one in between. */
export type VisibleText = { readonly start: Point; readonly middle: Point; readonly end: Point };

/** The editor that has the focus, or had it last. */
export const activeEditor = '.editor-group-container.active .editor-instance .monaco-editor[data-uri]';

/**
 * Finds a text among the lines that the active editor shows, from top to bottom. White space does not count, as an
 * editor wraps lines and draws blanks as no-break spaces.
 */
export async function findVisibleText(page: Page, text: string): Promise<readonly VisibleText[]> {
  return page.locator(activeEditor).first().evaluate(findInEditor, text.replace(/\s+/g, ''));
}

/** Where the cursor blinks in the active editor. */
export async function cursorPoint(page: Page): Promise<Point> {
  const box = await page.locator(`${activeEditor} .cursors-layer .cursor`).first().boundingBox();
  if (!box) throw new Error('The cursor of the active editor is not on the screen.');
  return { x: box.x, y: box.y + box.height / 2 };
}

/** Runs in the page, so it stands alone. */
function findInEditor(editor: Element, wanted: string): VisibleText[] {
  const shown = editor.querySelector('.editor-scrollable')!.getBoundingClientRect();
  const lines = [...editor.querySelectorAll('.lines-content > .view-lines > .view-line')];
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);

  const characters: { readonly node: Node; readonly offset: number }[] = [];
  let text = '';
  for (const line of lines) {
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const content = node.nodeValue ?? '';
      for (let offset = 0; offset < content.length; offset++) {
        if (/[\s\u200b]/.test(content[offset]!)) continue;
        characters.push({ node, offset });
        text += content[offset];
      }
    }
  }

  const box = (index: number): DOMRect => {
    const { node, offset } = characters[index]!;
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect();
  };
  const found: VisibleText[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [first, middle, last] = [box(at), box(at + (wanted.length >> 1)), box(at + wanted.length - 1)];
    if (first.top < shown.top || last.bottom > shown.bottom) continue;
    found.push({
      start: { x: first.left, y: (first.top + first.bottom) / 2 },
      middle: { x: (middle.left + middle.right) / 2, y: (middle.top + middle.bottom) / 2 },
      end: { x: last.right, y: (last.top + last.bottom) / 2 },
    });
  }
  return found;
}
