import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { commands } from '../../../src/cli/commands';
import { run } from '../../../src/cli/program';
import { formatById } from '../../../src/core/formats/registry';
import type { ReadProblem } from '../../../src/core/formats/format';
import { unzip } from '../../../src/core/formats/zip';
import { testIo } from '../cli/testIo';
import { inWords } from '../../../src/core/text/message';

/** A zip that says another unpacked size of its only entry than it has. */
function lying(size: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'project.qde': strToU8('x'.repeat(5000)) }));
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt32LE(size, directory + 24);
  zip.writeUInt32LE(size, 22);
  return zip;
}

describe('A hostile import', () => {
  it('of a zip bomb is refused before it is unpacked', () => {
    const problems: ReadProblem[] = [];
    assert.deepEqual(unzip({ path: 'a.qdpx', content: lying(0xfffffff0) }, problems), []);
    assert.match(inWords(problems[0]!.message), /would unpack to more than 537 MB/);
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i}.txt`, strToU8('y'.repeat(1000))]),
    );
    assert.deepEqual(unzip({ path: 'b.zip', content: zipSync(many) }, problems, 10_000), []);
  });

  it('of a zip that lies about its sizes takes no more memory than it says', () => {
    const problems: ReadProblem[] = [];
    const files = unzip({ path: 'a.qdpx', content: lying(10) }, problems);
    const unpacked = files.reduce((sum, { content }) => sum + content.length, 0);
    assert(unpacked <= 10, `${unpacked} bytes`);
  });

  it('of XML expands no entities and opens no files', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const xml = `<?xml version="1.0"?><!DOCTYPE CodeBook [<!ENTITY l0 "ha">${laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="5cb7c1c9-98ee-4bc4-8a4e-5d7b4c4d5e01" name="&l9;&f;" isCodable="true"/></Codes></CodeBook>`;
    const result = formatById('refi-qdc')!.read!([{ path: 'a.qdc', content: strToU8(xml) }]);
    const told = JSON.stringify(result);
    assert(told.length < 2000, `${told.length} characters came of it`);
    assert.doesNotMatch(told, /haha|root:/);
  });

  it('writes nothing under the names that its files have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-'));
    try {
      mkdirSync(join(folder, 'corpus'));
      writeFileSync(join(folder, 'corpus', 'pressmark.yaml'), 'version: 1\nreleases: ["*.txt"]\n');
      writeFileSync(join(folder, 'corpus', 'a.txt'), 'A warm welcome.\n');
      const ann = strToU8('T1\tWarmth 2 6\twarm\n');
      const names = ['../evil.ann', '../../evil.ann', '/tmp/evil.ann', '..\\evil.ann', 'a.ann'];
      writeFileSync(join(folder, 'in.zip'), zipSync(Object.fromEntries(names.map((name) => [name, ann]))));
      const io = testIo(folder);
      await run(['import', 'in.zip', '--format', 'brat', '--into', 'corpus', '--no-builtin'], io, commands);
      assert.deepEqual(readdirSync(folder).sort(), ['corpus', 'in.zip']);
      assert.deepEqual(readdirSync(join(folder, 'corpus')).sort(), [
        'a.txt',
        'a.txt.annotations.yaml',
        'codebook.yaml',
        'pressmark.yaml',
      ]);
      assert(!existsSync('/tmp/evil.ann'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
