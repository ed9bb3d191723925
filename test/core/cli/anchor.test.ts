import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import { run } from '../../../src/cli/program';
import { testIo } from './testIo';

const release =
  'Guests Leave\n\nOnhava, May 5 (ZNA) -- The guests thanked their hosts. They left by ship. -0-\n';
const quote = 'thanked their hosts';
const start = release.indexOf(quote);
const sidecar = `version: 1
release: a.txt
annotations:
  - id: k7m2qp4d
    codes: [gratitude]
    target:
      - {start: ${start}, end: ${start + quote.length}, quote: ${quote}}
`;

function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'pressmark-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

interface Line {
  readonly file: string;
  readonly annotations: readonly {
    readonly id: string;
    readonly state: string;
    readonly spans: readonly { readonly start: number; readonly end: number }[];
    readonly score?: number;
  }[];
}

async function anchor(
  cwd: string,
  ...args: readonly string[]
): Promise<{ code: number; lines: readonly Line[]; stderr: string }> {
  const io = testIo(cwd);
  const code = await run(['anchor', ...args], io, commands);
  const lines = io.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  return { code, lines, stderr: io.stderr };
}

describe('pressmark anchor', () => {
  it('says where annotations are, in code points of the text with LF line ends', async () => {
    const cwd = folder({
      'a.txt': `\ufeff😀 ${release}`.replaceAll('\n', '\r\n'),
      'a.txt.annotations.yaml': sidecar,
    });
    assert.deepEqual(await anchor(cwd, 'a.txt', '--json'), {
      code: 0,
      lines: [
        {
          file: 'a.txt',
          annotations: [
            {
              id: 'k7m2qp4d',
              state: 'moved',
              spans: [{ start: start + 2, end: start + 2 + quote.length }],
            },
          ],
        },
      ],
      stderr: '',
    });
  });

  it('proposes a place for what is in doubt, none for what is gone, and exits 1', async () => {
    const cwd = folder({
      'a.txt': release.replace(quote, 'thanked their kind hosts'),
      'a.txt.annotations.yaml': sidecar,
      'b.txt': 'Nothing of it is here.\n',
      'b.txt.annotations.yaml': sidecar,
    });
    const { code, lines } = await anchor(cwd, 'a.txt', 'b.txt');
    assert.equal(code, 1);
    const [doubtful, gone] = lines.map(({ annotations }) => annotations[0]!);
    assert.equal(doubtful?.state, 'fuzzy');
    assert.ok(doubtful.score! > 0 && doubtful.score! < 1);
    assert.equal(doubtful.spans[0]?.start, start);
    assert.deepEqual([gone?.state, gone?.spans], ['orphan', []]);
  });

  it('looks for the sidecar where the corpus keeps it', async () => {
    const cwd = folder({
      'pressmark.yaml': 'version: 1\nsidecars: annotations/\n',
      'may/a.txt': release,
      'annotations/may/a.txt.annotations.yaml': sidecar,
    });
    const { code, lines } = await anchor(cwd, 'may/a.txt');
    assert.equal(code, 0);
    assert.equal(lines[0]?.annotations[0]?.state, 'exact');
  });

  it('answers for a release that nobody has annotated yet', async () => {
    const { code, lines } = await anchor(folder({ 'a.txt': release }), 'a.txt');
    assert.deepEqual([code, lines], [0, [{ file: 'a.txt', annotations: [] }]]);
  });

  it('tells what it can’t read with file and line, and goes on with the rest', async () => {
    const cwd = folder({
      'a.txt': release,
      'a.txt.annotations.yaml': sidecar.replace(
        'annotations:\n',
        'annotations:\n  - {id: w3x9a1bz, target: nonsense}\n',
      ),
      'b.txt': release,
      'b.txt.annotations.yaml': `<<<<<<< ours\n${sidecar}`,
      'c.txt': release,
      'c.txt.annotations.yaml': `\ufeff${sidecar}`,
    });
    const { code, lines, stderr } = await anchor(cwd, 'gone.txt', 'a.txt', 'b.txt', 'c.txt');
    assert.equal(code, 2);
    assert.deepEqual(
      lines.map(({ file, annotations }) => [file, annotations.length]),
      [
        ['a.txt', 1],
        ['c.txt', 1],
      ],
    );
    assert.match(stderr, /^pressmark: gone\.txt: no such file or folder$/m);
    assert.match(stderr, /a\.txt\.annotations\.yaml:4:\d+: ./);
    assert.match(stderr, /b\.txt\.annotations\.yaml:1:\d+: ./);
  });

  it('takes --sidecar for one release only', async () => {
    const cwd = folder({ 'a.txt': release, 'other.yaml': sidecar });
    assert.equal((await anchor(cwd, 'a.txt', '--sidecar', 'other.yaml')).code, 0);
    assert.equal((await anchor(cwd, 'a.txt', '--sidecar', 'none.yaml')).code, 2);
    assert.equal((await anchor(cwd, 'a.txt', 'a.txt', '--sidecar', 'other.yaml')).code, 2);
  });
});
