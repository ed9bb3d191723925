import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
  readonly args?: unknown;
}

const root = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly keybindings: readonly Keybinding[] };
};
const all = manifest.contributes.keybindings;
/** Keys that come before their box are for the box, whatever they are: see src/vscode/support/typeAhead.ts. */
const isAhead = ({ command }: Keybinding): boolean => command === 'pressmark.typeAhead';
const keybindings = all.filter((binding) => !isAhead(binding));
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

describe('the keys that menus and the command palette name', () => {
  it('are those of every day: of several keys of a command VS Code names the last, which is none of coding mode', () => {
    const last = new Map(
      keybindings.map((binding) => [JSON.stringify([binding.command, binding.args]), binding]),
    );
    const isOfMode = ({ when }: Keybinding): boolean => /^pressmark\.codingMode\b/.test(when ?? '');
    const everyDay = keybindings.filter((binding) => binding.command !== 'runCommands' && !isOfMode(binding));
    for (const { command, args } of everyDay) {
      const named = last.get(JSON.stringify([command, args]))!;
      assert.ok(!isOfMode(named), `${command} is shown with ${named.key}`);
    }
  });
});

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

  it('a key that asks something says so to the editor first: what is typed before the box is there is not for the text', () => {
    const questions = [
      'tagSelection',
      'editNote',
      'tagEveryOccurrence',
      'addEntity',
      'addAlias',
      'linkMention',
    ];
    for (const { command, key, when } of all) {
      if (!questions.includes(command.replace('pressmark.', ''))) continue;
      const asking = all.filter(
        (other) => other.key === key && other.when === `${when} && !pressmark.asking`,
      );
      assert.deepEqual(
        asking.map(({ args }) => args),
        [{ commands: [{ command: '_setContext', args: ['pressmark.asking', true] }, command] }],
        `${command} ${key}`,
      );
    }
  });

  it('while something is asked, no letter, digit, space or Enter comes into the text', () => {
    const ahead = all.filter(isAhead);
    const typed = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((letter) => [letter, `shift+${letter}`]);
    const keys = new Set(ahead.map(({ key }) => key));
    for (const key of [...typed, ...'0123456789', 'space', 'enter', 'backspace', 'escape'])
      assert.ok(keys.has(key), key);
    // Later bindings win: those of coding mode come before.
    const last = all.findLastIndex(
      ({ when }) => when?.includes('pressmark.codingMode') && !when.includes('asking'),
    );
    assert.ok(last < all.findIndex(isAhead));
    for (const { when } of ahead) assert.equal(when, 'pressmark.asking && editorTextFocus');
  });
});
