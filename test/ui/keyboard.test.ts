import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseRelease } from '../../src/core/release/parseRelease';
import { neighbourUnit, unitsOf } from '../../src/core/release/unitSequence';
import { toLf } from '../../src/core/text/lines';
import { storedOffsets } from '../../src/core/text/offsets';
import { eventually } from './support/patience';
import { openWorkbench, type Workbench } from './support/workbench';

interface Stored {
  readonly id: string;
  readonly codes: readonly string[];
  readonly note?: string;
  readonly target: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
}

const realReleases = join(__dirname, '..', '..', '..', 'shared', 'press-releases');
const file = '002_9a756836283dcb94.txt';

/** The keys of the diplomatic codebook, and what they tag with. */
const keys: readonly (readonly [string, string])[] = [
  ['1', 'solidarity'],
  ['3', 'gratitude'],
  ['h', 'hardship'],
  ['8', 'world-order'],
  ['d', 'development'],
];

/** As fast as a person who knows the keys: about seven a second. */
const keyPause = 140;

describe('a coding session with the keyboard alone', function () {
  let workbench: Workbench;
  let text = '';
  let pressed = 0;

  /** Presses keys one after the other; a combination counts as one keystroke, as it is one movement. */
  const press = async (...strokes: readonly string[]): Promise<void> => {
    for (const stroke of strokes) {
      await workbench.page.keyboard.press(stroke);
      pressed++;
      await workbench.page.waitForTimeout(keyPause);
    }
  };
  const type = async (written: string): Promise<void> => {
    await workbench.page.keyboard.type(written, { delay: keyPause / 2 });
    pressed += written.length;
  };
  const stored = async (): Promise<readonly Stored[]> => {
    const source = await workbench.readFile(`${file}.annotations.yaml`);
    return source === undefined ? [] : (parse(source) as { annotations: Stored[] }).annotations;
  };
  /** Waits until what is annotated is as wanted, and checks every offset against the text. */
  const saved = async (
    what: string,
    isSo: (all: readonly Stored[]) => boolean,
  ): Promise<readonly Stored[]> => {
    const all = await eventually(what, async () => {
      const now = await stored();
      return isSo(now) ? now : undefined;
    });
    const offsets = storedOffsets(text);
    for (const { target } of all) {
      for (const { start, end, quote } of target)
        assert.equal(text.slice(offsets.toHeld(start), offsets.toHeld(end)), quote);
    }
    return all;
  };
  const tagged = (all: readonly Stored[], quote: string): Stored | undefined =>
    all.find(({ target }) => target.length === 1 && target[0]!.quote === quote);

  before(async function () {
    if (!existsSync(realReleases)) {
      console.log(`      skipped: ${realReleases} is not on this machine`);
      this.skip();
    }
    text = toLf(readFileSync(join(realReleases, file), 'utf8'));
    workbench = await openWorkbench({ folder: realReleases, settings: { 'pressmark.author': 'ana' } });
  });

  after(() => workbench?.close());

  it('begins with a release and a codebook', async () => {
    await workbench.openFile(file);
    await workbench.page.locator('[id="status.editor.mode"]', { hasText: 'Press Release' }).waitFor();
    await workbench.runCommand('Pressmark: Create Codebook…');
    await workbench.pick('Diplomatic discourse');
    await eventually('the codebook', () => workbench.readFile('codebook.yaml'));
    await workbench.openFile(file);
  });

  it('tags twenty passages in coding mode with two keystrokes each', async () => {
    await press('Control+Home', 'Alt+q');
    await workbench.page.locator('[id="pressmark.pressmark.pressmark.codingMode"]').waitFor();
    pressed = 0;
    const sentences = unitsOf(parseRelease(text, { fileName: file }), 'sentence');
    for (const [i, { start, end }] of sentences.slice(0, 20).entries()) {
      const [key, code] = keys[i % keys.length]!;
      await press('Space', key);
      const all = await saved(`annotation ${i + 1}`, (now) => now.length === i + 1);
      assert.deepEqual(tagged(all, text.slice(start, end))?.codes, [code]);
    }
    console.log(`      ${pressed} keystrokes for 20 passages: ${pressed / 20} a tag`);
    assert.equal(pressed, 40);
    await workbench.screenshot('keyboard-coding-mode');
  });

  it('tags a part of a sentence with three', async () => {
    await press('Control+Home', 'Space');
    const release = parseRelease(text, { fileName: file });
    const second = neighbourUnit(release, unitsOf(release, 'sentence')[0]!, 1)!;
    pressed = 0;
    await press('Space', 'Shift+Enter', '3');
    assert.equal(pressed, 3);
    const all = await saved('the part', (now) => now.length === 21);
    const part = all.find(({ target: [first] }) => {
      const sentence = text.slice(second.start, second.end);
      return first!.quote !== sentence && sentence.startsWith(first!.quote);
    });
    assert.deepEqual(part?.codes, ['gratitude']);
    await press('Control+z');
    await saved('twenty again', (now) => now.length === 20);
  });

  it('writes nothing into the release, and Escape leaves', async () => {
    await press('x', 'z', 'Enter', 'Delete', 'Control+z');
    await saved('what was there', (now) => now.length === 20);
    await press('Escape');
    const status = workbench.page.locator('[id="pressmark.pressmark.pressmark.codingMode"]');
    await status.waitFor({ state: 'hidden' });
    assert.equal(await workbench.readFile(file), readFileSync(join(realReleases, file), 'utf8'));
  });

  it('tags a paragraph nobody has tagged: by leader key, by search, with several codes, with a new one', async () => {
    const before = (await stored()).length;
    await press('Alt+u', 'Alt+c', 'p');
    const first = await saved('a tag by leader key', (now) => now.length === before + 1);
    const paragraph = first.find(({ codes }) => codes.includes('protocol'))!;
    const codesNow = async (...codes: readonly string[]): Promise<void> => {
      await saved(codes.join(), (now) =>
        now.some(({ id, codes: own }) => id === paragraph.id && own.join() === codes.join()),
      );
    };

    // Without a pause: what is typed before the list is there belongs to it, not to the text.
    for (const key of ['Alt+t', ...'equality']) await workbench.page.keyboard.press(key);
    // Found by its definition, and before the offer to make a code of what was typed.
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.nth(1).filter({ hasText: 'Create code “equality”' }).waitFor();
    await rows
      .first()
      .and(workbench.page.locator('.focused', { hasText: 'World order' }))
      .waitFor();
    await workbench.screenshot('keyboard-search');
    await press('Enter');
    await codesNow('protocol', 'world-order');

    // No key may overtake the one before it.
    for (const key of ['Alt+t', 'Alt+t', '1', '3']) await workbench.page.keyboard.press(key);
    await workbench.page.locator('.quick-input-count', { hasText: '2' }).waitFor();
    await workbench.screenshot('keyboard-several');
    await press('Enter');
    await saved('four codes', (now) =>
      now.some(({ id, codes }) => id === paragraph.id && codes.length === 4 && codes.includes('solidarity')),
    );

    await press('Alt+t');
    await workbench.page.locator('.quick-input-widget:visible').waitFor();
    await type('Call for talks');
    await workbench.page.locator('.quick-input-list', { hasText: 'Create code' }).waitFor();
    await press('Enter');
    await saved('a new code', (now) =>
      now.some(({ id, codes }) => id === paragraph.id && codes.includes('call-for-talks')),
    );
    assert.match(
      (await workbench.readFile('codebook.yaml'))!,
      /id: call-for-talks\n +name: Call for talks\n/,
    );
    assert.match((await workbench.readFile('codebook.yaml'))!, /^#/m);
  });

  it('writes a note, repeats a code, splits, merges and sets borders', async () => {
    await press('Control+Home', 'Alt+.', 'Alt+n');
    await workbench.answer('To be discussed.');
    await saved('the note', (now) => now.some(({ note }) => note === 'To be discussed.'));

    const before = (await stored()).length;
    await press('Control+Home', 'Alt+j', 'Alt+j', 'Alt+ArrowDown', 'Alt+r');
    const parts = await saved('the last code again', (now) => now.length === before + 1);
    const part = parts.find(({ codes }) => codes.length === 1 && codes[0] === 'call-for-talks')!;
    const quoteOf = (all: readonly Stored[]): string | undefined =>
      all.find(({ id }) => id === part.id)?.target[0]?.quote;

    await press('Shift+Control+ArrowLeft', 'Alt+b', 'Enter');
    const narrower = await saved('narrower borders', (now) => quoteOf(now) !== quoteOf(parts));
    assert.ok(quoteOf(parts)!.startsWith(quoteOf(narrower)!));
    await press('Control+Alt+z');
    await saved('the borders again', (now) => quoteOf(now) === quoteOf(parts));
    await press('Control+Alt+z');
    await saved('nothing of it', (now) => now.length === before);
  });

  it('tags every occurrence of a phrase in the release; one undo takes all back', async () => {
    const before = await stored();
    await press('Control+Home', 'F7', 'F7', 'Alt+o');
    await workbench.page.locator('.quick-input-widget:visible').waitFor();
    await type('2');
    const title = workbench.page.locator('.quick-input-title');
    await eventually('the occurrences', async () =>
      /\d+ untagged in this release/.test(await title.innerText()),
    );
    await press('Enter');
    await saved('more annotations', (now) => now.length > before.length + 1);
    await press('Control+Alt+z');
    await saved('those of before', (now) => now.length === before.length);
    assert.deepEqual(await stored(), before);
  });

  it('tags every occurrence of a phrase in the corpus, undone as one', async () => {
    const before = await stored();
    await press('Control+Home', 'F7', 'F7', 'Alt+o');
    await workbench.page.locator('.quick-input-widget:visible').waitFor();
    await type('2');
    const title = workbench.page.locator('.quick-input-title');
    await eventually('the occurrences', async () => /in this release/.test(await title.innerText()));
    await press('Alt+o');
    const releases = await eventually('those of the corpus', async () => {
      const found = / in ([2-5]) releases of the corpus/.exec(await title.innerText());
      return found ? Number(found[1]) : undefined;
    });
    await workbench.screenshot('keyboard-occurrences');
    /** How many sidecars there are: those of the other releases come and go with the tags. */
    const sidecars = async (): Promise<number> =>
      (await readdir(workbench.folder)).filter((name) => name.endsWith('.annotations.yaml')).length;
    const isBefore = async (): Promise<boolean> =>
      (await sidecars()) === 1 && (await stored()).length === before.length;
    const isTagged = async (): Promise<boolean> =>
      (await sidecars()) === releases && (await stored()).length > before.length;
    assert.ok(await isBefore());
    await press('Enter');
    await eventually('more annotations', isTagged);
    await press('Control+Alt+z');
    await eventually('those of before', isBefore);
    assert.deepEqual(await stored(), before);
    await press('Control+Alt+y');
    await eventually('the same again', isTagged);
    await workbench.runCommand('Pressmark: Undo Tagging Every Occurrence in the Corpus');
    await eventually('those of before', isBefore);
    assert.deepEqual(await stored(), before);
  });

  it('shows one code, then nothing, then the plain text, then everything', async () => {
    const { page } = workbench;
    const shown = page.locator('[id="pressmark.pressmark.pressmark.shown"]');
    await workbench.runCommand('Pressmark: Show Only Passages Tagged…');
    await page.locator('.quick-input-widget:visible').waitFor();
    await type('gratitude');
    await press('ArrowDown', 'Space');
    await page.locator('.quick-input-count', { hasText: '1' }).waitFor();
    await press('Enter');
    await shown.filter({ hasText: 'Gratitude' }).waitFor();
    await workbench.screenshot('keyboard-show-only');
    await workbench.restart();
    await workbench.openFile(file);
    await shown.filter({ hasText: 'Gratitude' }).waitFor();
    await press('Alt+Shift+h');
    await shown.waitFor({ state: 'hidden' });
    await press('Alt+Shift+h');
    await shown.filter({ hasText: 'Passages hidden' }).waitFor();
    await press('Alt+Shift+r');
    await shown.filter({ hasText: 'Reading' }).waitFor();
    await workbench.screenshot('keyboard-reading');
    await press('Alt+Shift+r', 'Alt+Shift+h');
    await shown.waitFor({ state: 'hidden' });
  });
});
