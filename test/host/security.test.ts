import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { panelHtml } from '../../src/vscode/panel/panelHtml';
import { openRelease, until, write } from './support/pressmark';

const hostile =
  '[click](command:workbench.action.quit) <b>bold</b> https://evil.example $(zap) ![p](http://x/y.png)';

describe('hostile files in the editor', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a gazetteer’s and a codebook’s texts stand in hovers as text; only commands named link', async () => {
    const text =
      'Envoys Meet\n\nPyongyang, May 3 (KCNA) -- Zed Quillmark met the guests.\nBoth expressed deep thanks. -0-\n';
    await write('hostile/pressmark.yaml', 'version: 1\n');
    await write(
      'hostile/entities.yaml',
      `version: 1\nentities:\n  - id: zed\n    type: person\n    name: Zed Quillmark\n    description: ${JSON.stringify(hostile)}\n`,
    );
    await write(
      'hostile/codebook.yaml',
      `version: 1\ncodes:\n  - id: thanks\n    name: ${JSON.stringify(hostile)}\n    definition: ${JSON.stringify(hostile)}\n`,
    );
    const start = text.indexOf('deep thanks');
    await write('hostile/a.txt', text);
    await write(
      'hostile/a.txt.annotations.yaml',
      `version: 1\nrelease: a.txt\nannotations:\n  - id: aaaaaaaa\n    codes: [thanks]\n    target: [{start: ${start}, end: ${start + 11}, quote: deep thanks}]\n`,
    );
    const { document } = await openRelease('hostile/a.txt');
    for (const words of ['Quillmark', 'deep thanks']) {
      const cards = await until(`the card of ${words}`, async () => {
        const at = document.positionAt(text.indexOf(words) + 1);
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          at,
        );
        const found = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
        return found.some(({ value }) => value.includes('click')) && found;
      });
      for (const { value, isTrusted, supportHtml } of cards) {
        assert.doesNotMatch(value, /\]\(command:workbench/);
        assert.doesNotMatch(value, /(?<!\\)<b>|https:\/\/evil|(?<!\\)\$\(zap|!\[p\]/);
        assert.notEqual(supportHtml, true);
        assert.notEqual(isTrusted, true);
        const { enabledCommands } = (isTrusted || { enabledCommands: [] }) as { enabledCommands: string[] };
        for (const command of enabledCommands) assert.match(command, /^pressmark\./);
      }
    }
  });

  it('the panel’s page lets in its own script by nonce, and nothing else', () => {
    const extension = vscode.extensions.getExtension('pressmark.pressmark')!;
    const webview = {
      cspSource: 'https://own.example',
      asWebviewUri: (uri: vscode.Uri) => uri,
    } as unknown as vscode.Webview;
    const pages = [1, 2].map(() => panelHtml(webview, extension.extensionUri));
    const nonces = pages.map((html) => /script-src 'nonce-([0-9a-f]{32})'/.exec(html)?.[1]);
    assert.ok(nonces[0] && nonces[1] && nonces[0] !== nonces[1], 'each page has a nonce of its own');
    for (const [i, html] of pages.entries()) {
      assert.match(html, /content="default-src 'none';/);
      assert.doesNotMatch(html, /unsafe-|\*;|data:|\son\w+=/);
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes!);
      assert.equal(scripts.length, 1);
      assert.ok(scripts[0]!.includes(`nonce="${nonces[i]}"`));
      assert.doesNotMatch(html, /<style|style="/);
    }
  });
});
