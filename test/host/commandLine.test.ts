import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { openRelease, pressmark, uriOf, write } from './support/pressmark';

const first =
  'Talks Held in Moscow 🕊\r\n\r\nMoscow, May 5, 2024 (TASS) -- Anna Testova thanked Sergei Lavrov for the help.\r\nTestova spoke of Russia and the DPRK. -0-\r\n';
const second =
  'Talks Go On\n\nMoscow, May 9, 2024 (TASS) -- A. Testova gave thanks again. Mikhail Galuzin met Sergei Lavrov in Moscow. -0-\n';
const entities =
  'version: 1\nentities:\n  - {id: anna-testova, type: person, name: Anna Testova, family: Testova, aliases: [A. Testova]}   # invented\n';
const codebook = 'version: 1\ncodes:\n  - {id: gratitude, name: Gratitude}\n';

const sidecar = (release: string, text: string, quote: string): string => {
  const before = [...text.replaceAll('\r\n', '\n').split(quote)[0]!].length;
  const target = `{start: ${before}, end: ${before + quote.length}, quote: "${quote}"}`;
  return `version: 1\nrelease: ${release}\nannotations:\n  - id: k7m2qp4d\n    codes: [gratitude]\n    target: [${target}]\n`;
};

/** A file, and code points of its text with LF line ends. */
type Place = `${string}:${number}-${number}`;

describe('the command line', () => {
  before(async () => {
    await write('line/pressmark.yaml', 'version: 1\n');
    await write('line/entities.yaml', entities);
    await write('line/codebook.yaml', codebook);
    await write('line/a.txt', first);
    await write('line/b.txt', second);
    await write('line/a.txt.annotations.yaml', sidecar('a.txt', first, 'thanked Sergei Lavrov'));
    await write('line/b.txt.annotations.yaml', sidecar('b.txt', second, 'gave thanks again'));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const script = vscode.Uri.joinPath(
    vscode.extensions.getExtension('pressmark.pressmark')!.extensionUri,
    'dist/pressmark.js',
  ).fsPath;

  /** What a command says of the corpus, line by line. */
  async function said<Line>(command: string, ...more: readonly string[]): Promise<readonly Line[]> {
    const args = [script, command, ...more, uriOf('line').fsPath, '--no-cache'];
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  }

  async function references(document: vscode.TextDocument, offset: number): Promise<readonly Place[]> {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(offset),
    );
    const places = found.map(async ({ uri, range }): Promise<Place> => {
      const there = await vscode.workspace.openTextDocument(uri);
      const upTo = (position: vscode.Position): number =>
        [...there.getText(new vscode.Range(new vscode.Position(0, 0), position)).replaceAll('\r\n', '\n')]
          .length;
      return `${uri.path.split('/').at(-1)!}:${upTo(range.start)}-${upTo(range.end)}`;
    });
    return (await Promise.all(places)).sort();
  }

  const placesOf = (
    file: string,
    spans: readonly { readonly start: number; readonly end: number }[],
  ): readonly Place[] => spans.map(({ start, end }): Place => `${file}:${start}-${end}`);

  it('finds the mentions of entities where Find All References finds them', async () => {
    const { document } = await openRelease('line/a.txt');
    const mentions = await (await pressmark()).mentions(document);
    for (const wanted of ['moscow', 'anna-testova', 'sergey-lavrov']) {
      const { start } = mentions.find(({ entity, parent }) => entity === wanted && !parent)!;
      const lines = await said<{ file: string; mentions: { start: number; end: number }[] }>('find', wanted);
      const found = lines.flatMap(({ file, mentions: there }) => placesOf(file, there));
      assert.deepEqual([...found].sort(), await references(document, start), wanted);
      assert.ok(found.length > 1, wanted);
    }
  });

  it('tells of a code the passages that Find All References finds, and sums that are those of the texts', async () => {
    const { document } = await openRelease('line/a.txt');
    const [code] = await said<{
      passages: { file: string; state: string; spans: { start: number; end: number }[] }[];
    }>('codes');
    assert.deepEqual(
      code!.passages.flatMap(({ file, spans }) => placesOf(file, spans)).sort(),
      await references(document, document.getText().indexOf('thanked') + 1),
    );
    const api = await pressmark();
    const other = await vscode.workspace.openTextDocument(uriOf('line/b.txt'));
    const mentions = await Promise.all([document, other].map((one) => api.mentions(one)));
    const [sums] = await said<Readonly<Record<string, unknown>>>('index');
    const { releases, annotations, codes } = sums!;
    assert.deepEqual(
      { releases, annotations, codes, mentions: sums!['mentions'] },
      { releases: 2, annotations: 2, codes: 1, mentions: mentions.flat().length },
    );
  });
});
