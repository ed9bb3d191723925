import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly keybindings: readonly Keybinding[] };
};
const { keybindings } = manifest.contributes;
const page = readFileSync(join(root, 'docs', 'keyboard.md'), 'utf8');

/** The keys in the first column of the page's tables, but for those of the panel; `1` … `9` gives all between them. */
function keysOfPage(): readonly string[] {
  const [before, panel = ''] = page.split(/^## In the panel$/m);
  const text = before + panel.slice(Math.max(0, panel.indexOf('\n## ')));
  const cells = [...text.matchAll(/^\| (`[^|]+?) \|/gm)].map((match) => match[1]!);
  return cells.flatMap((cell) => {
    const whole = cell.replace(/`([^`]*)(.)` … `\1(.)`/g, (_, start: string, from: string, to: string) => {
      const keys: string[] = [];
      for (let at = from.charCodeAt(0); at <= to.charCodeAt(0); at++) keys.push(String.fromCharCode(at));
      return keys.map((key) => `\`${start}${key}\``).join(' ');
    });
    return [...whole.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  });
}

const arrows: Readonly<Record<string, string>> = { '↑': 'up', '↓': 'down' };

/** A key as the manifest writes it. */
function inManifest(key: string): string {
  return key.replace(/[↑↓]/g, (arrow) => arrows[arrow]!).toLowerCase();
}

/** The leader key stands for all that can follow it. */
function onPage({ key }: Keybinding): string {
  return key.replace(/^alt\+c .$/, 'alt+c');
}

describe('docs/keyboard.md', () => {
  it('names every key that Pressmark binds, and no other', () => {
    assert.deepEqual(
      [...new Set(keysOfPage().map(inManifest))].sort(),
      [...new Set(keybindings.map(onPage))].sort(),
    );
  });

  it('says what macOS does: Ctrl+Alt+ for Alt+ and a letter, digit, sign or Backspace; Cmd+ for Ctrl+, Cmd+Backspace for Delete in views', () => {
    for (const { command, key, mac, when } of keybindings) {
      const isDeleteInView = key === 'delete' && /^focusedView ==/.test(when ?? '');
      if (/^alt\+(shift\+)?(.|backspace)( .)?$/.test(key)) assert.equal(mac, `ctrl+${key}`, command);
      else if (key.startsWith('ctrl+')) assert.match(mac ?? '', /^cmd\+/, command);
      else assert.equal(mac, isDeleteInView ? 'cmd+backspace' : undefined, command);
    }
  });
});
