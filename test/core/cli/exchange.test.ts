import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import type { Io } from '../../../src/cli/io';
import { run } from '../../../src/cli/program';
import { formats } from '../../../src/core/formats/registry';

const release = `VISIT OF FRIENDS

PYONGYANG, January 21 (KCNA) -- A warm welcome awaited the guests at the airport.

They spoke of old ties, and of new ones 🤝 to come.
`;

const sidecar = `# kept by hand
version: 1
release: 2024-01-21-visit.txt
annotations:
  - id: k7m2qp4d
    codes: [warmth]   # a remark
    target:
      - {start: 52, end: 64, quote: warm welcome}
    note: "compare: June"
    author: ana
  - id: lostlost
    codes: [warmth]
    target:
      - {start: 500, end: 520, quote: words that nobody said}
    author: ben
`;

const codebook = `version: 1
codes:
  - id: warmth
    name: Warm words
    color: "#ff8800"
`;

/** Runs the command line in a folder. */
async function pressmark(
  cwd: string,
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  const messages: string[] = [];
  const io: Io = {
    cwd,
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (message) => messages.push(message),
    stdin: () => process.stdin,
    interactive: false,
  };
  const code = await run(args, io, commands);
  return { code, out, err: messages.join('\n') };
}

describe('pressmark export and import', () => {
  let folder: string;
  let corpus: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-cli-'));
    corpus = join(folder, 'corpus');
    mkdirSync(join(corpus, 'kcna'), { recursive: true });
    writeFileSync(
      join(corpus, 'pressmark.yaml'),
      'version: 1\nreleases: ["**/*.txt"]\nbuiltinGazetteer: false\n',
    );
    writeFileSync(join(corpus, 'codebook.yaml'), codebook);
    writeFileSync(join(corpus, 'kcna', '2024-01-21-visit.txt'), release);
    writeFileSync(join(corpus, 'kcna', '2024-01-21-visit.txt.annotations.yaml'), sidecar);
  });
  afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10, force: true }));

  const sidecarFile = (root: string): string => join(root, 'kcna', '2024-01-21-visit.txt.annotations.yaml');

  it('lists the formats', async () => {
    const { out, code } = await pressmark(folder, 'export', '--help');
    assert.equal(code, 0);
    for (const { id } of formats) assert(out.includes(`  ${id} `), id);
  });

  it('export tells before what the format cannot hold, on stderr and as JSON', async () => {
    const { code, out, err } = await pressmark(
      folder,
      ...[
        'export',
        'corpus',
        '--format',
        'conll2003',
        '--what',
        'codes',
        '--out',
        'out',
        '--loss-report',
        'loss.json',
      ],
    );
    assert.equal(code, 0, err);
    assert.match(err, /Left out: notes \(1\)\n {4}kcna\/2024-01-21-visit\.txt 52–64: warm welcome/);
    assert.match(err, /place in the text is not sure .*\(1\)\n.*lostlost \(orphan\): words that nobody said/);
    const report = JSON.parse(readFileSync(join(folder, 'loss.json'), 'utf8')) as {
      losses: { feature: string }[];
    };
    assert(report.losses.some(({ feature }) => feature === 'note'));
    const { files } = JSON.parse(out) as { files: number };
    assert.equal(files, 1);
    assert.match(
      readFileSync(join(folder, 'out', 'kcna', '2024-01-21-visit.txt.conll'), 'utf8'),
      /\nwarm _ _ B-warmth\nwelcome _ _ I-warmth\n/,
    );
  });

  it('exports the same bytes each time', async () => {
    for (const out of ['a', 'b'])
      await pressmark(folder, 'export', 'corpus', '--format', 'refi-qda', '--out', out);
    assert.deepEqual(
      readFileSync(join(folder, 'a', 'corpus.qdpx')),
      readFileSync(join(folder, 'b', 'corpus.qdpx')),
    );
  });

  it('export writes one file under the name that is asked for', async () => {
    await pressmark(folder, 'export', 'corpus', '--format', 'html', '--out', 'report.html');
    assert.match(readFileSync(join(folder, 'report.html'), 'utf8'), /^<!DOCTYPE html>/);
  });

  it('export chooses authors', async () => {
    const exported = async (author: string): Promise<string> => {
      await pressmark(folder, 'export', 'corpus', '--format', 'csv', '--out', author, '--author', author);
      return readFileSync(join(folder, author, 'annotations.csv'), 'utf8');
    };
    assert.match(await exported('ana'), /k7m2qp4d/);
    assert.doesNotMatch(await exported('cleo'), /k7m2qp4d/);
  });

  it('export never writes over a release', async () => {
    const { code, err } = await pressmark(folder, 'export', 'corpus', '--format', 'brat', '--out', 'corpus');
    assert.equal(code, 2);
    assert.match(err, /is a file of the corpus and is not replaced/);
    assert.equal(readFileSync(join(corpus, 'kcna', '2024-01-21-visit.txt'), 'utf8'), release);
    assert.deepEqual(readdirSync(folder), ['corpus'], 'nothing is left behind');
    assert(!existsSync(join(corpus, 'annotation.conf')));
  });

  it('reads releases in their encoding, and tells of bytes that are none of it', async () => {
    // “Визит” in windows-1251.
    const name = join(corpus, '2024-02-02-vizit.txt');
    writeFileSync(name, Buffer.from([0xc2, 0xe8, 0xe7, 0xe8, 0xf2, 0x0a]));
    const out = ['--out', join(folder, 'out'), name];
    const wrong = await pressmark(folder, 'export', '--format', 'spacy', ...out);
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /2024-02-02-vizit\.txt: some bytes are no utf8; say what it is with --encoding/);
    const right = await pressmark(
      folder,
      ...['export', '--format', 'spacy', '--encoding', 'windows1251'],
      ...out,
    );
    assert.equal(right.code, 0);
    const [line] = readdirSync(join(folder, 'out')).map((file) =>
      readFileSync(join(folder, 'out', file), 'utf8'),
    );
    assert.equal((JSON.parse(line!) as { text: string }).text, 'Визит\n');
    assert.equal(
      (await pressmark(folder, ...['export', '--format', 'spacy', '--encoding', 'klingon'], ...out)).code,
      2,
    );
  });

  it('says what is wrong with its options', async () => {
    const wrong = async (...args: string[]): Promise<string> => {
      const { code, err } = await pressmark(folder, ...args);
      assert.equal(code, 2);
      return err;
    };
    assert.match(await wrong('export', 'corpus', '--format', 'word'), /--format word: use one of csv, w3c/);
    assert.match(
      await wrong('export', 'corpus', '--format', 'brat', '--offsets', 'bytes'),
      /brat has codepoints/,
    );
    assert.match(
      await wrong('export', 'corpus', '--format', 'csv', '--what', 'notes'),
      /use codes, entities, mentions/,
    );
    assert.match(await wrong('export', 'nowhere', '--format', 'csv'), /no such file or folder/);
    assert.match(
      await wrong('import', 'x.html', '--format', 'html', '--into', 'corpus'),
      /it can only be exported/,
    );
  });

  it('import of what was exported adds nothing, and leaves every byte of the sidecar', async () => {
    for (const { id, read } of formats) {
      if (read === undefined || id === 'refi-qdc') continue;
      await pressmark(folder, 'export', 'corpus', '--format', id, '--out', id, '--what', 'codes,entities');
      const { out, err } = await pressmark(folder, 'import', id, '--format', id, '--into', 'corpus');
      const { counts } = JSON.parse(out) as { counts: Record<string, number> };
      assert.equal(counts['added'], 0, `${id}: ${err}`);
      assert.equal(counts['already-there'], 1, `${id}: ${err}`);
      assert.equal(readFileSync(sidecarFile(corpus), 'utf8'), sidecar, id);
    }
  });

  it('import makes sidecars and codes in a corpus that has none', async () => {
    await pressmark(folder, 'export', 'corpus', '--format', 'refi-qda', '--out', 'project.qdpx');
    const other = join(folder, 'other');
    cpSync(corpus, other, { recursive: true });
    rmSync(sidecarFile(other));
    rmSync(join(other, 'codebook.yaml'));
    const preview = await pressmark(
      folder,
      'import',
      'project.qdpx',
      '--format',
      'refi-qda',
      '--into',
      'other',
      '--dry-run',
    );
    assert.match(preview.err, /Would add 1 annotation,/);
    assert(!existsSync(sidecarFile(other)), 'a dry run does nothing');
    await pressmark(folder, 'import', 'project.qdpx', '--format', 'refi-qda', '--into', 'other');
    const written = readFileSync(sidecarFile(other), 'utf8');
    assert.match(written, /- id: k7m2qp4d\n {4}codes: \[warm-words\]/);
    assert.match(written, /origin: "?refi-qda"?/);
    assert.match(written, /note: "compare: June"/);
    assert.match(readFileSync(join(other, 'codebook.yaml'), 'utf8'), /id: warm-words\n {4}name: Warm words/);
  });

  it('import maps labels as it is told', async () => {
    const text = release.slice(0, release.indexOf('\n\nThey'));
    const start = text.indexOf('airport');
    const line = {
      text,
      meta: { file: 'kcna/2024-01-21-visit.txt' },
      spans: [{ start, end: start + 7, label: 'Stop' }],
    };
    writeFileSync(join(folder, 'tags.jsonl'), JSON.stringify(line));
    const args = ['import', 'tags.jsonl', '--format', 'spacy', '--into', 'corpus', '--map', 'Stop=warmth'];
    const { out } = await pressmark(folder, ...args);
    assert.deepEqual((JSON.parse(out) as { labels: unknown }).labels, [
      { label: 'Stop', becomes: 'warmth', count: 1 },
    ]);
    assert.match(readFileSync(sidecarFile(corpus), 'utf8'), /quote: airport/);
  });

  it('import reports with file and line what cannot be read, and takes the rest', async () => {
    writeFileSync(join(folder, 'tags.jsonl'), '{"text":\n');
    const { code, err } = await pressmark(
      folder,
      'import',
      'tags.jsonl',
      '--format',
      'spacy',
      '--into',
      'corpus',
    );
    assert.equal(code, 1);
    assert.match(err, /tags\.jsonl:1: No valid JSON/);
  });

  describe('a cancelled export', () => {
    /** Exports 400 releases into folders that are not there yet, and cancels as soon as `isTime`. */
    async function cancelled(
      isTime: (err: string, temporary: string) => boolean,
    ): Promise<{ readonly code: number; readonly err: string; readonly temporary: string }> {
      for (let i = 0; i < 400; i++) writeFileSync(join(corpus, `r${i}.txt`), release.repeat(20));
      const temporary = join(folder, 'temporary');
      mkdirSync(temporary);
      const main = join(__dirname, '../../../src/cli/pressmark.ts');
      const tsx = join(__dirname, '../../../node_modules/tsx/dist/cjs/index.cjs');
      const options = ['--format', 'csv', '--what', 'mentions', '--out', 'new/out'];
      const child = spawn(process.execPath, ['--require', tsx, main, 'export', 'corpus', ...options], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
      });
      let err = '';
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      const watch = setInterval(() => {
        if (!child.killed && isTime(err, temporary)) child.kill('SIGINT');
      }, 5);
      const [code] = (await once(child, 'exit')) as [number];
      clearInterval(watch);
      return { code, err, temporary };
    }

    function assertNothingLeft({ code, err, temporary }: Awaited<ReturnType<typeof cancelled>>): void {
      assert.equal(code, 2, err);
      assert.match(err, /Cancelled; nothing was written/);
      assert.deepEqual(readdirSync(folder).sort(), ['corpus', 'temporary']);
      assert.deepEqual(
        readdirSync(temporary).filter((name) => name.startsWith('pressmark')),
        [],
      );
    }

    it('ends at once while it looks through the releases', async function () {
      const isLooking = (_: string, temporary: string): boolean =>
        readdirSync(temporary).some((name) => name.startsWith('pressmark-export'));
      const result = await cancelled(isLooking);
      if (result.code === 0) return this.skip();
      assertNothingLeft(result);
      assert.doesNotMatch(result.err, /recognised mentions/, 'not even the loss report');
    });

    it('leaves nothing, nor the folders made on the way', async function () {
      // The loss report stands between the two walks.
      const result = await cancelled((err) => err.includes('releases,'));
      if (result.code === 0) return this.skip();
      assertNothingLeft(result);
    });
  });
});
