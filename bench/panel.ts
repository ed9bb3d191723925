import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { editSidecar, newSidecar } from '../src/core/annotation/sidecar';
import { fingerprint } from '../src/core/annotation/fingerprint';
import { makeSelector } from '../src/core/annotation/selector';
import { storedOffsets } from '../src/core/text/offsets';
import { eventually } from '../test/ui/support/patience';
import { closeBrowser } from '../test/ui/support/session';
import type { Workbench } from '../test/ui/support/workbench';
import { openWorkbench } from '../test/ui/support/workbench';
import { percentile } from './indexing/figures';

/**
 * What the side panel costs with thousands of annotations of one release, in a real VS Code in a browser: times of the page, from an
 * event to the frame after the one that shows what it did, and the tasks of 50 ms and more that the page saw meanwhile.
 * Needs a build. Usage: tsx bench/panel.ts [--annotations N (5000)]
 */
const count = Number(process.argv[process.argv.indexOf('--annotations') + 1 || Infinity] ?? 5000);
const release = 'long.txt';
const codes = Array.from({ length: 14 }, (_, i) => `code-${i + 1}`);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-panel-'));
  try {
    writeCorpus(folder);
    const workbench = await openWorkbench({ folder, settings: { 'pressmark.author': 'ana' } });
    await workbench.openFile('short.txt');
    const panel = await workbench.panelFrame();
    await panel.locator('vscode-tree-item[data-code=code-1]').waitFor();
    await watch(panel);
    for (const [what, act] of Object.entries(acts))
      print(what, await act(workbench, panel), await long(panel));
    await workbench.close();
  } finally {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Act = (workbench: Workbench, panel: Frame) => Promise<readonly number[]>;

const acts: Readonly<Record<string, Act>> = {
  'first list, from the message to its frame': async (workbench, panel) => {
    await panel.evaluate(() => {
      window.addEventListener('message', (event: MessageEvent<{ type?: string }>) => {
        if (event.data.type === 'annotations') void bench.drawn('annotations');
      });
    });
    await workbench.openFile(release);
    await eventually('the list', async () => (await badge(panel)) === String(count));
    return taken(panel, 'annotations');
  },
  'wheel, one turn of 200 px': async (workbench, panel) => {
    const box = (await (await panel.frameElement()).boundingBox())!;
    await workbench.page.mouse.move(box.x + 100, box.y + 300);
    await panel.evaluate(() => window.addEventListener('scroll', () => void bench.drawn('scroll')));
    for (let i = 0; i < 60; i++) {
      await workbench.page.mouse.wheel(0, 200);
      await workbench.page.waitForTimeout(30);
    }
    return taken(panel, 'scroll');
  },
  'scroll bar, to anywhere': async (_, panel) => {
    await taken(panel, 'scroll');
    for (let i = 1; i <= 20; i++) {
      await panel.evaluate(
        (part) => window.scrollTo({ top: part * document.documentElement.scrollHeight }),
        ((i * 7) % 20) / 20,
      );
      await panel.page().waitForTimeout(100);
    }
    return taken(panel, 'scroll');
  },
  'filter by text, a letter': async (workbench, panel) => {
    const field = panel.locator('.annotations vscode-textfield input');
    await panel.evaluate(() => {
      window.scrollTo({ top: 0 });
      document.addEventListener('input', () => void bench.drawn('input'), { capture: true });
    });
    await field.focus();
    for (let i = 0; i < 3; i++) {
      for (const letter of 'passage 49') {
        await workbench.page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await workbench.page.waitForTimeout(80);
      }
      await workbench.page.keyboard.press('ControlOrMeta+a');
      await workbench.page.keyboard.press('Backspace');
      await workbench.page.waitForTimeout(200);
    }
    return taken(panel, 'input');
  },
  'one more tag, from the key to the list': async (workbench, panel) => {
    const times: number[] = [];
    for (let i = 0; i < 12; i++) {
      await workbench.clickText(`Passage 1${i} `);
      await workbench.page.keyboard.press('Alt+j');
      await panel.locator('.selection q', { hasText: `Passage 1${i} ` }).waitFor();
      const before = await badge(panel);
      const start = Date.now();
      const shown = panel.evaluate(
        (old) =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              if (document.querySelector('.annotations vscode-badge')?.textContent?.trim() !== old)
                resolve(Date.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
        before,
      );
      await workbench.page.keyboard.press('Alt+1');
      times.push((await shown) - start);
    }
    return times;
  },
  'group by code': async (_, panel) => {
    await panel.evaluate(() => {
      document.addEventListener('click', () => void bench.drawn('click'), { capture: true });
    });
    for (let i = 0; i < 10; i++) {
      await panel.getByRole('button', { name: 'Group by code' }).click();
      await panel.page().waitForTimeout(200);
    }
    return taken(panel, 'click');
  },
  'down one line': async (workbench, panel) => {
    await panel.locator('.annotation').first().focus();
    await panel.evaluate(() => {
      document.addEventListener('keydown', () => void bench.drawn('keydown'), { capture: true });
    });
    for (let i = 0; i < 40; i++) {
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.waitForTimeout(40);
    }
    return taken(panel, 'keydown');
  },
};

/** Put into the panel's page: how long what an event starts takes to be drawn, and which tasks were long. */
interface Bench {
  readonly times: Record<string, number[]>;
  readonly long: number[];
  drawn(what: string): Promise<void>;
}
declare const bench: Bench;

async function watch(panel: Frame): Promise<void> {
  await panel.evaluate(() => {
    const made: Bench = {
      times: {},
      long: [],
      async drawn(what) {
        const start = performance.now();
        // The frame that draws it, and the one after, which begins when it is done.
        for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
        (made.times[what] ??= []).push(performance.now() - start);
      },
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) made.long.push(duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { bench: made });
  });
}

/** The times noted so far, which are forgotten. */
function taken(panel: Frame, what: string): Promise<readonly number[]> {
  return panel.evaluate((name) => bench.times[name]?.splice(0) ?? [], what);
}

function long(panel: Frame): Promise<readonly number[]> {
  return panel.evaluate(() => bench.long.splice(0));
}

async function badge(panel: Frame): Promise<string> {
  const shown = panel.locator('.annotations vscode-badge');
  return (await shown.count()) === 0 ? '' : (await shown.innerText()).trim();
}

function print(what: string, times: readonly number[], tasks: readonly number[]): void {
  const [median, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  const longest = Math.max(0, ...tasks);
  console.log(
    `${what.padEnd(44)} ${String(times.length).padStart(3)} × median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)}; ` +
      `tasks over 50 ms: ${tasks.length}${tasks.length > 0 ? `, the longest ${longest.toFixed(0)}` : ''}`,
  );
}

/** A release with a sentence for each annotation, its sidecar and a codebook; and a short release. */
function writeCorpus(folder: string): void {
  const sentence = (i: number): string => `Passage ${i} says that both sides agreed on point ${i % 97}.`;
  const head = 'Talks Held\n\nPyongyang, May 3 (KCNA) -- ';
  let text = head;
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (let i = 0; i < count; i++) {
    const start = text.length;
    text += sentence(i);
    // Every fifth begins in the one before.
    spans.push({ start: i % 5 === 4 ? start - 20 : start, end: text.length - 1 });
    text += i % 4 === 3 ? '\n\n' : ' ';
  }
  text += '-0-\n';
  const offsets = storedOffsets(text);
  const sidecar = editSidecar(
    newSidecar(release, fingerprint(text)),
    spans.map(({ start, end }, i) => ({
      kind: 'put',
      annotation: {
        id: `k${String(i).padStart(7, '0')}`,
        codes: i % 3 ? [codes[i % 14]!] : [codes[i % 14]!, codes[(i + 5) % 14]!],
        target: [makeSelector(text, { start, end }, offsets)],
        author: i % 2 ? 'ana' : 'ben',
        ...(i % 7 ? {} : { note: `Compare with passage **${(i * 31) % count}**.` }),
      },
    })),
  );
  const listed = codes.map(
    (id, i) => `  - {id: ${id}, name: Code ${i + 1}${i < 9 ? `, key: ${i + 1}` : ''}}`,
  );
  writeFileSync(join(folder, release), text);
  writeFileSync(join(folder, `${release}.annotations.yaml`), sidecar);
  writeFileSync(join(folder, 'short.txt'), `${head}${sentence(0)} -0-\n`);
  writeFileSync(join(folder, 'codebook.yaml'), `version: 1\ncodes:\n${listed.join('\n')}\n`);
}

void main();
