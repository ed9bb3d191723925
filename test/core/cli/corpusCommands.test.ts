import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import { run } from '../../../src/cli/program';
import { testIo } from './testIo';

const release = [
  'MFA Statement 😀',
  '',
  'Moscow, January 21 -- Foreign Minister Sergey Lavrov met his colleague in Pyongyang.',
  'Lavrov expressed deep thanks. **Sergei Lavrov** left on January 22.',
  '',
].join('\r\n');

/** What Python reads from the same file. */
const codePoints = (text: string): string[] => Array.from(text.replaceAll('\r\n', '\n'));

describe('pressmark find, codes, index', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pressmark-cli-'));
    const put = (path: string, content: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    put('pressmark.yaml', 'version: 1\nreleases: ["**/*.txt"]\nbuiltinGazetteer: false\n');
    put(
      'entities.yaml',
      'version: 1\nentities:\n' +
        '  - id: sergey-lavrov\n    type: person\n    name: Sergey Lavrov\n    family: Lavrov\n    aliases: [Sergei Lavrov]\n' +
        '  - id: pyongyang\n    type: place\n    name: Pyongyang\n',
    );
    put(
      'codebook.yaml',
      'version: 1\ncodes:\n  - id: gratitude\n    name: Gratitude\n  - id: threat\n    name: Threat\n',
    );
    put('2024/visit.txt', release);
    const start = codePoints(release).join('').indexOf('deep thanks');
    const inCodePoints = Array.from(release.replaceAll('\r\n', '\n').slice(0, start)).length;
    put(
      '2024/visit.txt.annotations.yaml',
      'version: 1\nrelease: visit.txt\nannotations:\n' +
        `  - id: k7m2qp4d\n    codes: [gratitude, warmth]\n    author: ana\n` +
        `    target:\n      - start: ${inCodePoints}\n        end: ${inCodePoints + 11}\n        quote: deep thanks\n`,
    );
    put('2023/talks.txt', 'Talks were held in Pyongyang. Im Chon Il took part.\n');
    put('2023/binary.txt', 'a\0b');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const call = async (...args: string[]): Promise<{ code: number; lines: unknown[]; stderr: string }> => {
    const io = testIo(folder);
    const code = await run([...args, '--no-cache'], io, commands);
    const lines = io.stdout.split('\n').filter((line) => line !== '');
    return { code, lines: lines.map((line) => JSON.parse(line) as unknown), stderr: io.stderr };
  };
  type Found = { file: string; mentions: { start: number; end: number; text: string }[] };

  it('finds every mention of an entity, by id, name or alias, with offsets as Python counts', async () => {
    const { code, lines } = await call('find', 'sergey-lavrov');
    assert.equal(code, 0);
    const [found] = lines as Found[];
    assert.equal(lines.length, 1);
    assert.equal(found!.file, '2024/visit.txt');
    assert.deepEqual(
      found!.mentions.map(({ text }) => text),
      ['Sergey Lavrov', 'Lavrov', 'Sergei Lavrov'],
    );
    for (const { start, end, text } of found!.mentions)
      assert.equal(codePoints(release).slice(start, end).join(''), text);
    for (const name of ['Sergey Lavrov', 'SERGEI LAVROV'])
      assert.deepEqual((await call('find', name)).lines, lines, name);
    const inUtf16 = (await call('find', 'sergey-lavrov', '--offsets', 'utf16')).lines as Found[];
    assert.equal(inUtf16[0]!.mentions[0]!.start, found!.mentions[0]!.start + 1);
  });

  it('keeps to the folder that was asked for, and shows context', async () => {
    assert.equal((await call('find', 'pyongyang')).lines.length, 2);
    const { lines } = await call('find', 'pyongyang', '2023', '--context', '14');
    assert.deepEqual(lines, [
      {
        file: '2023/talks.txt',
        entity: 'pyongyang',
        mentions: [
          {
            start: 19,
            end: 28,
            text: 'Pyongyang',
            before: 'were held in ',
            after: '. Im Chon Il',
            type: 'place',
            nested: false,
            certain: true,
          },
        ],
      },
    ]);
  });

  it('says when nobody is meant', async () => {
    const { code, lines, stderr } = await call('find', 'Nobody At All');
    assert.deepEqual([code, lines], [2, []]);
    assert.match(stderr, /Nobody At All/);
    assert.equal((await call('find', 'pyongyang', 'no/such/folder')).code, 2);
  });

  it('tells what is tagged with what', async () => {
    const { code, lines } = await call('codes');
    assert.equal(code, 0);
    const start = codePoints(release).join('').indexOf('deep thanks') - 1;
    const passage = {
      file: '2024/visit.txt',
      annotation: 'k7m2qp4d',
      state: 'exact',
      spans: [{ start, end: start + 11, text: 'deep thanks' }],
      author: 'ana',
    };
    assert.deepEqual(lines, [
      { code: 'gratitude', name: 'Gratitude', count: 1, releases: 1, passages: [passage] },
      { code: 'threat', name: 'Threat', count: 0, releases: 0, passages: [] },
      { code: 'warmth', inCodebook: false, count: 1, releases: 1, passages: [passage] },
    ]);
  });

  it('tells what is in a corpus', async () => {
    const { code, lines } = await call('index');
    assert.equal(code, 0);
    const { seconds, mentions, unlistedNames, ...rest } = lines[0] as Record<string, unknown>;
    assert.ok(typeof seconds === 'number' && typeof mentions === 'number' && mentions >= 6);
    assert.ok(typeof unlistedNames === 'number');
    assert.deepEqual(rest, {
      root: folder,
      releases: 2,
      otherFiles: { binary: 1 },
      read: 3,
      entities: 2,
      mentionsOfEntities: { person: 3, place: 2 },
      annotations: 1,
      codes: 2,
      cache: null,
    });
  });
});
