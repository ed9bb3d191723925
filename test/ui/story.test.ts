import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseRelease } from '../../src/core/release/parseRelease';
import { storedOffsets } from '../../src/core/text/offsets';
import { toLf } from '../../src/core/text/lines';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

interface StoredAnnotation {
  readonly id: string;
  /** Absent where only an entity was linked. */
  readonly codes?: readonly string[];
  readonly note?: string;
  readonly target: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
}

const project = join(__dirname, '..', '..');
const realReleases = join(project, '..', 'shared', 'press-releases');
const samples = join(project, 'samples');

/** The first words of a release's first paragraph: something to tag in any release. */
function firstWords(text: string): string {
  const paragraph = parseRelease(text, {}).regions.find(({ type }) => type === 'paragraph')!;
  return /^\S+(?: \S+){3}/.exec(text.slice(paragraph.start, paragraph.end))![0];
}

async function stored(workbench: Workbench, file: string): Promise<readonly StoredAnnotation[]> {
  const source = await workbench.readFile(`${file}.annotations.yaml`);
  return source === undefined ? [] : (parse(source) as { annotations: StoredAnnotation[] }).annotations;
}

/** Waits until the sidecar holds an annotation of these words with this code, and checks that its offsets are right. */
async function savedAs(
  workbench: Workbench,
  file: string,
  quote: string,
  code: string,
): Promise<StoredAnnotation> {
  const found = await eventually(`“${quote}” in the sidecar of ${file}`, async () =>
    (await stored(workbench, file)).find(
      ({ codes, target }) => target[0]?.quote === quote && codes?.includes(code),
    ),
  );
  const text = toLf((await workbench.readFile(file))!.replace(/^\ufeff/, ''));
  const offsets = storedOffsets(text);
  const [{ start, end } = { start: 0, end: 0 }] = found.target;
  assert.equal(text.slice(offsets.toHeld(start), offsets.toHeld(end)), quote);
  return found;
}

async function panelShows(workbench: Workbench, quote: string): Promise<void> {
  const panel = await workbench.panelFrame();
  await panel.locator('.annotation .text', { hasText: quote }).first().waitFor();
}

async function isRelease(workbench: Workbench): Promise<void> {
  await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
}

describe('the story of a release, from opening it to a saved annotation', function () {
  let workbench: Workbench;

  before(async function () {
    if (!existsSync(realReleases)) {
      console.log(`      skipped: ${realReleases} is not on this machine`);
      this.skip();
    }
    workbench = await openWorkbench({ folder: realReleases, settings: { 'pressmark.author': 'ana' } });
  });

  after(() => workbench?.close());

  const files = existsSync(realReleases) ? readdirSync(realReleases).filter((f) => f.endsWith('.txt')) : [];

  it('a text file that looks like a press release opens as one', async () => {
    await workbench.openFile(files[0]!);
    await isRelease(workbench);
  });

  it('where there is no codebook, the panel offers one to start from', async () => {
    const panel = await workbench.panelFrame();
    await panel.getByText('Create a codebook').click();
    await workbench.pick('Diplomatic discourse');
    await panel.locator('vscode-tree-item').first().waitFor();
    assert.match((await workbench.readFile('codebook.yaml'))!, /id: gratitude/);
  });

  for (const [index, file] of files.entries()) {
    it(`${file}: a name explains itself, a passage is tagged and saved`, async () => {
      await workbench.openFile(file);
      await isRelease(workbench);
      const text = readFileSync(join(realReleases, file), 'utf8');
      const name = text.includes('Kim Jong Un') ? 'Kim Jong Un' : 'Choe Son Hui';
      const card = await workbench.hoverText(name);
      assert.match(await card.innerText(), new RegExp(`${name} · person`));
      await workbench.page.keyboard.press('Escape');

      const quote = firstWords(text);
      await workbench.selectText(quote);
      const panel = await workbench.panelFrame();
      await panel.locator('.selection q', { hasText: quote }).waitFor();
      if (index % 2 === 0) await panel.locator('vscode-tree-item[data-code=gratitude]').click();
      else await workbench.page.keyboard.press('Alt+3');
      const saved = await savedAs(workbench, file, quote, 'gratitude');
      assert.equal((saved as StoredAnnotation & { author?: string }).author, 'ana');
      await panelShows(workbench, quote);
    });
  }

  it('a note is written in the panel', async () => {
    const file = files.at(-1)!;
    const panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().locator('button[data-icon=note]').click();
    await workbench.page.keyboard.type('Compare with 2019.');
    await workbench.page.keyboard.press('Control+Enter');
    await eventually('the note in the sidecar', async () =>
      (await stored(workbench, file)).some(({ note }) => note === 'Compare with 2019.'),
    );
  });

  it('hovering a tagged passage shows its code and note', async () => {
    const quote = firstWords(readFileSync(join(realReleases, files.at(-1)!), 'utf8'));
    const card = await workbench.hoverText(quote);
    assert.match(await card.innerText(), /Gratitude/);
    assert.match(await card.innerText(), /Compare with 2019\./);
  });

  it('deleting an annotation takes it out of the sidecar, and undo brings it back whole', async () => {
    const file = files.at(-1)!;
    const [before] = await stored(workbench, file);
    const panel = await workbench.panelFrame();
    await panel.locator('.annotation').first().locator('button[data-icon=trash]').click();
    await eventually('an empty sidecar', async () => (await stored(workbench, file)).length === 0);
    await panel.locator('button[data-icon=discard]').click();
    await eventually('the annotation again', async () => (await stored(workbench, file)).length === 1);
    assert.deepEqual((await stored(workbench, file))[0], before);
  });

  it('after a restart every annotation is there again', async () => {
    await workbench.restart();
    for (const file of files) {
      await workbench.openFile(file);
      await isRelease(workbench);
      await panelShows(workbench, firstWords(readFileSync(join(realReleases, file), 'utf8')));
      assert.equal((await stored(workbench, file)).length, 1);
    }
  });
});

describe('the samples', () => {
  let workbench: Workbench;
  const file = '2020-09-14-press-statement-on-flood-relief.txt';

  before(async () => {
    workbench = await openWorkbench({ folder: samples, settings: { 'pressmark.author': 'ana' } });
  });

  after(() => workbench?.close());

  it('open with their annotations', async () => {
    await workbench.openFile(file);
    await isRelease(workbench);
    const count = (await stored(workbench, file)).length;
    const panel = await workbench.panelFrame();
    await panel.locator('vscode-badge', { hasText: new RegExp(`^\\s*${count}\\s*$`) }).waitFor();
  });

  it('have a README that stays plain text', async () => {
    await workbench.openFile('README.txt');
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Plain Text' }).waitFor();
  });

  it('follow typing before a passage, and the sidecar follows on save', async () => {
    await workbench.openFile(file);
    await isRelease(workbench);
    const before = await stored(workbench, file);
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type('NEW 😀 ');
    await workbench.page.keyboard.press('Control+S');
    await eventually('moved offsets', async () => {
      const [now] = await stored(workbench, file);
      return now?.target[0]?.start === before[0]!.target[0]!.start + 6;
    });
    for (const { target, codes } of await stored(workbench, file)) {
      if (codes?.[0]) await savedAs(workbench, file, target[0]!.quote, codes[0]);
    }
  });

  it('look right in every theme', async () => {
    await workbench.openFile('2024-03-02-visit-to-vladivostok.txt');
    await isRelease(workbench);
    for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
      await workbench.useTheme(theme);
      await workbench.page.waitForTimeout(2000);
      await workbench.screenshot(`samples-${theme}`);
    }
  });
});
