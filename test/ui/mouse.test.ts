import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { parse } from 'yaml';
import { parseRelease } from '../../src/core/release/parseRelease';
import { unitsOf } from '../../src/core/release/unitSequence';
import { toLf } from '../../src/core/text/lines';
import { storedOffsets } from '../../src/core/text/offsets';
import { eventually } from './support/patience';
import { findVisibleText, type VisibleText } from './support/visibleText';
import { openWorkbench, type Workbench } from './support/workbench';

interface Stored {
  readonly codes: readonly string[];
  readonly target: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
}

const realReleases = join(__dirname, '..', '..', '..', 'shared', 'press-releases');
const file = '002_9a756836283dcb94.txt';
const codes = ['solidarity', 'gratitude', 'hardship', 'world-order', 'development'];
const wanted = 20;

describe('a coding session with the mouse alone', function () {
  let workbench: Workbench;
  let panel: Frame;
  let text = '';
  let drags = 0;
  let clicks = 0;

  before(async function () {
    if (!existsSync(realReleases)) {
      console.log(`      skipped: ${realReleases} is not on this machine`);
      this.skip();
    }
    text = toLf(readFileSync(join(realReleases, file), 'utf8'));
    workbench = await openWorkbench({ folder: realReleases, settings: { 'pressmark.author': 'ana' } });
    await workbench.page.setViewportSize({ width: 1280, height: 1600 });
    await workbench.openFile(file);
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
    panel = await workbench.panelFrame();
    await panel.getByRole('button', { name: 'Create a codebook' }).click();
    await workbench.pick('Diplomatic discourse');
    await panel.locator('vscode-tree-item[data-code=gratitude]').waitFor();
  });

  after(() => workbench?.close());

  /** The beginnings of sentences, each of which stands in the text once. */
  function phrases(): readonly string[] {
    const sentences = unitsOf(parseRelease(text, { fileName: file }), 'sentence');
    const starts = sentences.map(
      ({ start, end }) => /^\S+(\s\S+){1,4}/.exec(text.slice(start, end))?.[0] ?? '',
    );
    return [...new Set(starts)]
      .filter((start) => start.length > 8 && text.split(start).length === 2)
      .slice(0, wanted);
  }

  /** Where a phrase stands, scrolled to with the wheel where it is not on the screen. */
  async function place(phrase: string): Promise<VisibleText> {
    const { page } = workbench;
    return eventually(`“${phrase}” on the screen`, async () => {
      const [found] = await findVisibleText(page, phrase);
      if (found) return found;
      await page.mouse.move(800, 800);
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(100);
      return undefined;
    });
  }

  async function stored(): Promise<readonly Stored[]> {
    const source = await workbench.readFile(`${file}.annotations.yaml`);
    return source === undefined ? [] : (parse(source) as { annotations: Stored[] }).annotations;
  }

  it(`tags ${wanted} passages, each with one drag and one click`, async () => {
    const { mouse } = workbench.page;
    const offsets = storedOffsets(text);
    const all = phrases();
    assert.equal(all.length, wanted);
    for (const [i, phrase] of all.entries()) {
      const { start, end } = await place(phrase);
      await mouse.move(start.x + 1, start.y);
      await mouse.down();
      await mouse.move(end.x, end.y, { steps: 8 });
      await mouse.up();
      drags++;
      await eventually(`“${phrase}” in the panel`, async () => {
        const said = await panel
          .locator('.selection q')
          .innerText({ timeout: 1000 })
          .catch(() => '');
        return said.replace(/\s+/g, ' ') === phrase.replace(/\s+/g, ' ');
      });
      const code = codes[i % codes.length]!;
      await panel.locator(`vscode-tree-item[data-code=${code}] .name`).click();
      clicks++;
      const found = await eventually(`annotation ${i + 1}`, async () => {
        const now = await stored();
        return now.length === i + 1 ? now.find(({ target }) => target[0]!.quote === phrase) : undefined;
      });
      assert.deepEqual(found.codes, [code], phrase);
      const [first] = found.target;
      assert.equal(text.slice(offsets.toHeld(first!.start), offsets.toHeld(first!.end)), phrase);
    }
    console.log(`      ${drags} drags and ${clicks} clicks for ${wanted} passages`);
    assert.deepEqual([drags, clicks], [wanted, wanted]);
    await workbench.screenshot('mouse-session');
  });
});
