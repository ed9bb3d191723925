import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromPanel, toPanel } from '../../../src/shared/protocol';
import { asText } from '../../../src/vscode/support/markdown';

const root = join(__dirname, '../../..');

function sources(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map(
      (path) =>
        [`${folder}/${path.replaceAll('\\', '/')}`, readFileSync(join(root, folder, path), 'utf8')] as const,
    );
}

describe('A hostile text', () => {
  it('has no Markdown, HTML, icon, link or address left in a hover', () => {
    const hostile =
      '[x](command:workbench.action.quit) <img src=x> $(zap) https://evil.example `a` **b** | c\n\n# d ana@b.c';
    const shown = asText(hostile);
    const special = /[\\`*_{}[\]()#+\-.!|~>$<&\n]|:\/\//;
    // What is escaped aside, nothing is left that means anything.
    assert.doesNotMatch(
      shown.replace(/\\[\\`*_{}[\]()#+\-.!|~>$:@]/g, 'x').replace(/&(?:lt|amp);/g, 'x'),
      special,
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_{}[]()#+-.!|~>$:@<&\na /') }), (text) => {
        const rest = asText(text)
          .replace(/\\[\\`*_{}[\]()#+\-.!|~>$:@]/g, 'x')
          .replace(/&(?:lt|amp);/g, 'x');
        assert.doesNotMatch(rest, special);
      }),
      { numRuns: 2000 },
    );
  });

  it('never becomes markup in the panel: templates escape it, and nothing goes round them', () => {
    for (const [path, text] of sources('src/panel')) {
      assert.doesNotMatch(
        text,
        /innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write/,
        path,
      );
    }
  });

  it('is never run', () => {
    for (const [path, text] of sources('src')) {
      // Runs files of the extension itself, in a browser's extension host that has no other way to load them.
      if (path === 'src/vscode/start/loadPart.ts') continue;
      assert.doesNotMatch(text, /\beval\(|new Function\(|javascript:/, path);
    }
  });

  it('is trusted nowhere: hovers name the commands they link to, and take no HTML', () => {
    for (const [path, text] of sources('src/vscode')) {
      assert.doesNotMatch(text, /isTrusted\s*=\s*true|supportHtml\s*=\s*true/, path);
    }
  });
});

describe('A message between panel and extension', () => {
  it('that says something else than agreed is not taken', () => {
    const wrong: readonly unknown[] = [
      undefined,
      null,
      7,
      'ready',
      [],
      {},
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'tag' },
      { type: 'tag', code: 7 },
      { type: 'delete', ids: 'all' },
      { type: 'code', command: 'workbench.action.quit', code: 'x' },
      { type: 'dropCode', code: 'a', onto: 'b', where: 'outside' },
      JSON.parse('{"type": "state", "__proto__": {"polluted": 1}}'),
    ];
    for (const message of wrong) {
      assert(!fromPanel.safeParse(message).success, JSON.stringify(message));
      assert(!toPanel.safeParse(message).success, JSON.stringify(message));
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});
