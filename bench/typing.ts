import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../test/ui/support/patience';
import { closeBrowser } from '../test/ui/support/session';
import type { Workbench } from '../test/ui/support/workbench';
import { openWorkbench } from '../test/ui/support/workbench';
import { generatedCorpus } from './indexing/corpora';
import { percentile } from './indexing/figures';

/**
 * What typing and hovering cost while a corpus is being read in the background, beside the same while that is paused: in a real VS
 * Code in a browser, turn and turn about in one run. A keystroke is measured from its event to the next frame that shows it.
 * Needs a build. Usage: tsx bench/typing.ts [--files N (20000)] [--rounds N (6)]
 */
const argument = (name: string, usual: number): number =>
  Number(process.argv[process.argv.indexOf(name) + 1 || Infinity] ?? usual);
const files = argument('--files', 20_000);
const rounds = argument('--rounds', 6);
const keysARound = 60;

type Phase = 'paused' | 'reading';
type Times = Record<Phase, number[]>;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-typing-'));
  try {
    const corpus = generatedCorpus(folder, files, 5000);
    if (!corpus) return;
    const workbench = await openWorkbench({ folder: corpus.root });
    await workbench.openFile('f000000.txt');
    await workbench.page
      .locator('[id="status.editor.mode"]', { hasText: 'Press Release' })
      .waitFor({ timeout: 120_000 });
    // Its message tells how far the reading is, so that nothing is measured beside an index that is done.
    await workbench.runCommand('Pressmark: Focus on Entities View');
    await toBe('reading', workbench);
    await watchKeys(workbench.page);
    const [keys, hovers] = [times(), times()];
    for (let round = 0; round < rounds; round++) {
      for (const phase of ['paused', 'reading'] as const) {
        await workbench.runCommand('Pressmark: Pause or Resume Reading the Corpus');
        await toBe(phase, workbench);
        const typed = await type(workbench);
        const hovered = await hover(workbench);
        const progress = await progressOf(workbench);
        if (!signs[phase].test(progress))
          throw new Error(`all was read in round ${round + 1}: more --files, or fewer --rounds`);
        console.log(`round ${round + 1}, ${phase}: ${progress}`);
        keys[phase].push(...typed);
        hovers[phase].push(hovered);
      }
    }
    print('keystroke to frame', keys);
    print('mouse at rest to hover', hovers);
    await workbench.close();
  } finally {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  }
}

const signs: Readonly<Record<Phase, RegExp>> = { paused: /is paused at/, reading: /Reading the corpus: / };

/** What the view of entities says of the index. */
async function progressOf({ page }: Workbench): Promise<string> {
  const messages = page.locator('[id="workbench.view.extension.pressmark"] .message:visible');
  return (await messages.allInnerTexts()).join(' ');
}

async function toBe(phase: Phase, workbench: Workbench): Promise<void> {
  await eventually(`the corpus to be ${phase}`, async () => signs[phase].test(await progressOf(workbench)));
}

const times = (): Times => ({ paused: [], reading: [] });

/** Notes in the page how long each key takes until the lines have changed and are drawn. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { keysTook: took });
    let pressed: number | undefined;
    document.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    new MutationObserver(() => {
      const begun = pressed;
      if (begun === undefined) return;
      pressed = undefined;
      requestAnimationFrame(() => took.push(performance.now() - begun));
    }).observe(document.querySelector('.part.editor')!, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

async function type({ page }: Workbench): Promise<readonly number[]> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => ((globalThis as unknown as { keysTook: number[] }).keysTook.length = 0));
  await page.keyboard.type('and so on and so forth, '.repeat(9).slice(0, keysARound), { delay: 70 });
  return page.evaluate(() => (globalThis as unknown as { keysTook: number[] }).keysTook.slice());
}

async function hover(workbench: Workbench): Promise<number> {
  await workbench.page.keyboard.press('Control+Home');
  const begun = performance.now();
  await workbench.hoverText('Pyongyang', 1);
  const took = performance.now() - begun;
  await workbench.page.keyboard.press('Escape');
  return took;
}

function print(what: string, { paused, reading }: Times): void {
  console.log(`\n## ${what}: ${paused.length} while paused, ${reading.length} while reading\n`);
  for (const [name, share] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [idle, busy] = [percentile(paused, share), percentile(reading, share)];
    console.log(
      `${name.padEnd(8)} ${idle.toFixed(1)} ms paused, ${busy.toFixed(1)} ms reading: ${(busy / idle).toFixed(2)} ×`,
    );
  }
}

void main();
