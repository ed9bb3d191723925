import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { writeDecisions } from './support/decisions';
import { eventually } from './support/patience';
import { overlappingCodes, underlines, writeOverlappingCodes } from './support/overlappingCodes';
import { openWorkbench, type Workbench } from './support/workbench';

const samples = join(__dirname, '..', '..', 'samples');
const file = '2024-03-02-visit-to-vladivostok.txt';
const axeSource = (createRequire(__filename)('axe-core') as { readonly source: string }).source;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong in the panel. */
async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axeSource);
  const found = await panel.evaluate(
    () =>
      (
        globalThis as unknown as {
          axe: { run(root: unknown): Promise<{ violations: Violation[] }> };
        }
      ).axe.run(document.body) as Promise<{ violations: Violation[] }>,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary ?? ''}`),
  );
}

/** Makes the panel as wide as a side bar could be; its own width again without one. */
async function setWidth(panel: Frame, px: number | undefined): Promise<void> {
  const frame = await panel.frameElement();
  await frame.evaluate((element, width) => {
    (element as HTMLElement).style.width = width === undefined ? '100%' : `${width}px`;
  }, px);
  await eventually('the width', async () =>
    panel.evaluate((width) => width === undefined || innerWidth === width, px),
  );
}

/** What stands beyond the edge of the panel, or is cut off by what it stands in. */
async function cutOff(panel: Frame): Promise<readonly string[]> {
  return panel.evaluate(() => {
    const texts = [
      ...document.querySelectorAll<HTMLElement>(
        '.name, .count, kbd, .chip, button, select, h2, .author, .line, vscode-button',
      ),
    ];
    const edge = document.documentElement.clientWidth;
    return texts
      .filter((text) => {
        const { right, width } = text.getBoundingClientRect();
        if (width === 0) return text.textContent?.trim() !== '';
        const isCut = text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline';
        return right > edge + 1 || (isCut && text.tagName !== 'SELECT');
      })
      .map((text) => text.outerHTML.slice(0, 150));
  });
}

describe('the panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await openWorkbench({
      folder: samples,
      settings: { 'pressmark.author': 'ana', 'pressmark.passageStyle': 'both' },
    });
    await writeOverlappingCodes(workbench.folder);
    await workbench.page.setViewportSize({ width: 1280, height: 1600 });
    await workbench.openFile(overlappingCodes.file);
    panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().waitFor();
  });

  after(() => workbench?.close());

  for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
    it(`has no accessibility problem that axe can find, and five codes on each other are five lines, in the theme ${theme}`, async () => {
      await workbench.useTheme(theme);
      await workbench.page.waitForTimeout(800);
      await workbench.screenshot(`overlapping-${theme}`);
      assert.deepEqual(await violations(panel), []);
      const { length } = overlappingCodes.codes;
      await eventually('five lines', async () => (await underlines(workbench.page)).length === length);
    });
  }

  it('a passage says on hover who tagged it with what, and what can be done', async () => {
    const card = await workbench.hoverText(overlappingCodes.words);
    const said = await card.innerText();
    for (const part of [/Gratitude/, /Compare with June\./, /ana/, /Retag…/, /Edit Note/, /Delete/, /Next/])
      assert.match(said, part);
    assert.equal(await card.locator('strong', { hasText: 'June' }).count(), 1);
    await workbench.screenshot('passage-hover');
    await card.getByText('Only This Code').first().click();
    await eventually('one code', async () => (await underlines(workbench.page)).length === 1);
    await workbench.runCommand('Pressmark: Show All Passages');
    await eventually('all codes', async () => (await underlines(workbench.page)).length > 1);
    await workbench.openFile(file);
    await panel.locator('.annotation', { hasText: 'laid a wreath' }).waitFor();
  });

  it('renames a code from its context menu, and the codebook keeps its comments', async () => {
    const before = (await workbench.readFile('codebook.yaml'))!;
    await panel.locator('vscode-tree-item[data-code=gratitude]').click({ button: 'right' });
    await workbench.chooseMenuItem('Rename Code…');
    await workbench.answer('Thanks');
    await panel.locator('vscode-tree-item[data-code=gratitude] .name', { hasText: 'Thanks' }).waitFor();
    const after = await eventually('the new name in the codebook', async () => {
      const source = await workbench.readFile('codebook.yaml');
      return source !== before ? source : undefined;
    });
    assert.equal(after, before.replace(/(id: gratitude\s+name: )Gratitude/, '$1Thanks'));
  });

  it('moves a code with the keyboard, which stays in the panel', async () => {
    const said = panel.locator('[role=status]#announcer');
    await eventually('the keyboard, after the question of the new name', () =>
      panel.evaluate(() => document.hasFocus()),
    );
    await panel.locator('vscode-tree-item[data-code=gratitude]').focus();
    await panel.evaluate(() => {
      const page = document.documentElement;
      window.addEventListener('blur', () => (page.dataset['left'] = 'yes'), { once: true });
    });
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await eventually('the code one place up', async () => {
      const source = (await workbench.readFile('codebook.yaml'))!;
      return source.indexOf('id: gratitude') < source.indexOf('id: friendship');
    });
    await eventually('the announcement', async () => (await said.textContent()) === 'Thanks moved.');
    await panel.locator('vscode-tree-item[data-code=solidarity]').focus();
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await eventually('that it stays', async () =>
      /can’t be moved further/.test((await said.textContent()) ?? ''),
    );
    await panel.locator('vscode-tree-item[data-code=gratitude]').focus();
    await workbench.page.waitForTimeout(300);
    // What is typed next would be lost where VS Code takes the keyboard, be it for a moment.
    assert.equal(await panel.evaluate(() => document.documentElement.dataset['left']), undefined);
  });

  it('finds codes and annotations by what is typed', async () => {
    await panel.locator('.codes vscode-textfield input').fill('thank');
    await eventually(
      'one code',
      async () => (await panel.locator('vscode-tree-item[data-code]:not([branch])').count()) === 1,
    );
    await panel.locator('.codes vscode-textfield input').fill('');
    await panel.locator('.annotations vscode-textfield input').fill('wreath');
    await eventually('one annotation', async () => (await panel.locator('.annotation').count()) === 1);
    await panel.locator('.annotations vscode-textfield input').fill('');
  });

  it('shows the passage of an annotation that is clicked', async () => {
    await panel.locator('.annotation .quote', { hasText: 'laid a wreath' }).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /selected/ }).waitFor();
  });

  it('has roles and names for a screen reader, and says what was tagged', async () => {
    const tree = await panel.locator('body').ariaSnapshot();
    for (const line of [
      /- region "Codes"/,
      /- tree "Codes"/,
      /- treeitem "[^"]*key 3, \d+ in this release/,
      /- region "Annotations"/,
      /- search "Filter annotations"/,
      /- combobox "Code"/,
      /- combobox "Author"/,
      /- combobox "State"/,
      /- grid "Annotations"/,
      /- row/,
      /- button "Remove the code [^"]+"/,
      /- button "Delete this annotation"/,
      /- status/,
    ])
      assert.match(tree, line);
    for (const noise of [/- img$/m, /- group$/m, /heading "Annotations[^"]*Undo/])
      assert.doesNotMatch(tree, noise);
    const twice = await panel
      .locator('[title][aria-label]')
      .evaluateAll(
        (elements) =>
          elements.filter((element) => element.getAttribute('title') === element.getAttribute('aria-label'))
            .length,
      );
    assert.equal(twice, 0, 'a name that is its own description is told twice');
    await workbench.selectText('paid a working visit');
    await panel.locator('.selection q', { hasText: 'paid a working visit' }).waitFor();
    await panel.locator('vscode-tree-item[data-code=gratitude] .name').click();
    const said = panel.locator('[role=status]#announcer');
    await eventually('the announcement', async () =>
      /^Tagged “paid a working visit” with /.test((await said.textContent()) ?? ''),
    );
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
  });

  it('leads Tab from the codes to the list, stops at one line of it, and shows where it is', async () => {
    await panel.locator('.codes vscode-textfield input').focus();
    const stops: string[] = [];
    for (let i = 0; i < 40; i++) {
      await workbench.page.keyboard.press('Tab');
      const stop = await panel.evaluate(() => {
        let at = document.activeElement;
        const tag = at?.tagName.toLowerCase() ?? '';
        const name = tag.startsWith('vscode-tree')
          ? 'tree'
          : at?.className || at?.getAttribute('name') || tag;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return document.hasFocus() && at ? name : '';
      });
      if (stop === '') break;
      stops.push(stop);
    }
    const order = ['tree', 'icon', 'filter', 'code', 'author', 'state', 'annotation', 'quote'];
    const places = order.map((name) => stops.findIndex((stop) => stop.split(' ')[0] === name));
    assert.ok(
      places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1]!)),
      `${order.join(' ')} in ${stops.join(' ')}`,
    );
    assert.equal(stops.filter((stop) => stop.startsWith('annotation')).length, 1);
    await panel.locator('.annotation[tabindex="0"]').focus();
    await workbench.page.keyboard.press('ArrowDown');
    const outline = await panel.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    assert.equal(outline, 'solid');
  });

  it('filters by code, author and state, each to be seen', async () => {
    const badge = panel.locator('.annotations vscode-badge');
    const shown = async (): Promise<string> => ((await badge.textContent()) ?? '').trim();
    await eventually('all annotations', async () => (await shown()) === '12');
    await panel.locator('select[name=code]').selectOption('ties');
    await eventually('fewer annotations', async () => /^\d of 12$/.test(await shown()));
    await panel.locator('select[name=author]').selectOption('ana');
    await panel.locator('select[name=state]').selectOption('orphan');
    await panel.locator('.annotations').getByText('No annotation is like that.').waitFor();
    await panel.getByRole('button', { name: 'Show all' }).click();
    await eventually('all annotations', async () => (await shown()) === '12');
  });

  it('says how often a code is used here and in the corpus', async () => {
    const count = panel.locator('vscode-tree-item[data-code=hardship] .count');
    await eventually('the counts of the corpus', async () => /^2\/4$/.test(await count.innerText()));
    assert.match(
      (await count.getAttribute('title')) ?? '',
      /2 in this release, 4 in the corpus, in \d releases/,
    );
  });

  it('groups annotations by code, and is like that again when it is loaded again', async () => {
    await panel.getByRole('button', { name: 'Group by code' }).click();
    await panel.locator('.group').first().click();
    await panel.locator('.group[aria-expanded=false]').first().waitFor();
    assert.deepEqual(await violations(panel), []);
    await panel.locator('select[name=author]').selectOption('ana');
    const before = panel;
    await workbench.openSideBar('Explorer');
    await eventually('the panel to go', () => before.isDetached());
    panel = await workbench.panelFrame();
    await panel.locator('.group[aria-expanded=false]').first().waitFor();
    assert.equal(await panel.locator('select[name=author]').inputValue(), 'ana');
    await panel.locator('.group').first().click();
    await panel.getByRole('button', { name: 'Show all' }).click();
    await panel.getByRole('button', { name: 'Group by code' }).click();
    await panel.locator('.group').first().waitFor({ state: 'detached' });
  });

  it('says who stands under the cursor', async () => {
    await workbench.clickText('Vladivostok from');
    const entity = panel.getByRole('region', { name: 'Entity under the cursor' });
    await entity.getByText('Vladivostok').first().waitFor();
    await entity.getByRole('button', { name: 'Next' }).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /Ln 1[24],/ }).waitFor();
  });

  it('shows the codebook beside codebook.yaml, where its codes are; the annotations again beside the release', async () => {
    const count = (): Locator => panel.locator('.annotations vscode-badge');
    const before = await count().innerText();
    await workbench.openFile('codebook.yaml');
    await count().waitFor({ state: 'detached' });
    await panel.locator('vscode-tree-item[data-code=hardship] .name').click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /Ln \d\d+,/ }).waitFor();
    await workbench.openSideBar('Explorer');
    panel = await workbench.panelFrame();
    await panel.locator('vscode-tree-item[data-code=hardship]').waitFor();
    await workbench.openFile(file);
    await eventually('the annotations', async () => (await count().innerText({ timeout: 1000 })) === before);
  });

  it('hides nothing when it is narrow', async () => {
    for (const width of [200, 120]) {
      await setWidth(panel, width);
      await eventually(`everything in ${width} px`, async () => (await cutOff(panel)).length === 0).catch(
        async () => assert.deepEqual(await cutOff(panel), [], `${width} px`),
      );
      await workbench.screenshot(`panel-${width}`);
    }
    await setWidth(panel, undefined);
    await workbench.screenshot('panel');
  });

  it('writes a note of several lines, which the box in the text does not make one of', async () => {
    const sidecar = `${file}.annotations.yaml`;
    const note = /note: \|-\n +Compare:\n +- \*\*March\*\*\n/;
    const before = await workbench.readFile(sidecar);
    await workbench.clickText('laid a wreath');
    await workbench.page.keyboard.press('Alt+n');
    await workbench.page.locator('.quick-input-widget:visible').waitFor();
    await workbench.page.keyboard.type('Compare:');
    await workbench.page.keyboard.press('Alt+n');
    const field = panel.locator('.note-editor:focus-within');
    await field.waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('- **March**');
    await workbench.page.keyboard.press('Control+Enter');
    await eventually('the note', async () => note.test((await workbench.readFile(sidecar)) ?? ''));
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Alt+n');
    await field.waitFor();
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    assert.match((await workbench.readFile(sidecar)) ?? '', note);
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
    await eventually('no note', async () => (await workbench.readFile(sidecar)) === before);
  });

  it('gives the keyboard to the next line when one is deleted, and has it again after a question', async () => {
    const focused = (): Promise<string | undefined> =>
      panel.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        return document.hasFocus() ? (element?.dataset['id'] ?? element?.dataset['code']) : undefined;
      });
    const before = await workbench.readFile(`${file}.annotations.yaml`);
    const ids = await panel
      .locator('.annotation')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset['id']));
    await panel
      .locator('.annotation')
      .nth(1)
      .click({ position: { x: 6, y: 6 } });
    await panel.locator('.annotation').nth(1).focus();
    await workbench.page.keyboard.press('Delete');
    await eventually('the keyboard on the next line', async () => (await focused()) === ids[2]);
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
    await panel.locator(`[data-id="${ids[1]}"]`).waitFor();
    await eventually(
      'what was there',
      async () => (await workbench.readFile(`${file}.annotations.yaml`)) === before,
    );

    const code = panel.locator('vscode-tree-item[data-code=hardship]');
    const called = await code.locator('.name').innerText();
    for (const name of ['Trials', called]) {
      await code.focus();
      await workbench.page.keyboard.press('F2');
      await workbench.answer(name);
      await code.locator('.name', { hasText: name }).waitFor();
      await eventually('the keyboard on the code', async () => (await focused()) === 'hardship');
    }
    await workbench.page.keyboard.press('Alt+ArrowUp');
    await eventually('the code further up', async () =>
      /id: hardship\n[^]*id: adversary-blame\n/.test((await workbench.readFile('codebook.yaml'))!),
    );
    // The panel follows the file.
    await eventually('the code further up in the panel', () =>
      panel.evaluate(() => {
        const rows = [...document.querySelectorAll<HTMLElement>('vscode-tree-item[data-code]')];
        const codes = rows.map((row) => row.dataset['code']);
        return codes.indexOf('hardship') < codes.indexOf('adversary-blame');
      }),
    );
    await eventually('the keyboard on the code', async () => (await focused()) === 'hardship');
    await workbench.page.keyboard.press('Alt+ArrowDown');
    await eventually('the code where it was', async () =>
      /id: adversary-blame\n[^]*id: hardship\n/.test((await workbench.readFile('codebook.yaml'))!),
    );
  });

  it('keeps a note that is half written when it is hidden', async () => {
    const line = panel.locator('.annotation').nth(0);
    await line.locator('button[data-icon=note]').click();
    await panel.locator('.note-editor:focus-within').waitFor();
    await workbench.page.keyboard.type('half a no');
    const before = panel;
    await workbench.openSideBar('Explorer');
    await eventually('the panel to go', () => before.isDetached());
    panel = await workbench.panelFrame();
    const field = panel.locator('.note-editor textarea');
    await eventually('what was written', async () => /half a no$/.test(await field.inputValue()));
    await field.focus();
    await workbench.page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  });

  it('changes several annotations at once, and one undo takes it back', async () => {
    const sidecar = (): Promise<string | undefined> => workbench.readFile(`${file}.annotations.yaml`);
    const before = (await sidecar())!;
    const tagged = (source: string | undefined): number => source?.match(/development/g)?.length ?? 0;
    await panel
      .locator('.annotation')
      .nth(0)
      .click({ position: { x: 6, y: 6 } });
    await panel
      .locator('.annotation')
      .nth(1)
      .click({ position: { x: 6, y: 6 }, modifiers: ['ControlOrMeta'] });
    await panel.locator('.bulk-count', { hasText: '2 selected' }).waitFor();
    await workbench.page.keyboard.press('d');
    await eventually('more tags', async () => tagged(await sidecar()) > tagged(before));
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
    await eventually('what was there', async () => (await sidecar()) === before);

    await panel
      .locator('.annotation')
      .nth(0)
      .click({ position: { x: 6, y: 6 } });
    await workbench.page.keyboard.press('ControlOrMeta+a');
    await panel.locator('[data-bulk=delete]').click();
    await panel.getByText('None yet.').waitFor();
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
    await eventually('every annotation', async () => (await sidecar()) === before);
  });

  it('lets a person decide about a passage that is gone, and about two versions that a merge kept', async () => {
    const { release, sidecar } = await writeDecisions(workbench.folder);
    await workbench.openFile(release);
    const banner = panel.locator('.review', { hasText: '2 to be reviewed.' });
    await banner.waitFor();
    await workbench.screenshot('review');
    assert.deepEqual(await violations(panel), []);
    const stored = async (): Promise<string> => readFile(join(workbench.folder, sidecar), 'utf8');

    await panel.locator('[data-id=goneaway]').getByText('Keep without a place').click();
    await panel.locator('[data-id=goneaway] .doubt', { hasText: 'Kept without a place.' }).waitFor();
    await eventually('the decision in the sidecar', async () => (await stored()).includes('orphan: true'));
    const conflict = panel.locator('[data-id=version2] .conflict');
    assert.match(
      (await conflict.locator('q').textContent()) ?? '',
      /Friendship and comradeship · .*warm thanks/,
    );
    await conflict.getByText('Keep the other').click();
    await conflict.waitFor({ state: 'detached' });
    await eventually('one version', async () => !/conflict|version2/.test(await stored()));
    await panel.locator('.review').waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Undo the last annotation change' }).click();
    await eventually('both versions', async () => (await stored()).includes('conflict: version1'));
  });
});
