import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../src/cli/commands';
import { run } from '../../../src/cli/program';
import { defaultProject, readProject } from '../../../src/core/corpus/project';
import { matchRelease } from '../../../src/core/formats/paths';
import { replaceFile } from '../../../src/node/atomicWrite';
import { testIo } from '../cli/testIo';

const outside = ['../x', 'a/../../x', '/etc/passwd', '\\\\host\\x', 'C:\\x', 'c:/x', '..\\x', 'a\\..\\..\\x'];

describe('A hostile path', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pressmark-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('in pressmark.yaml that leads outside of the corpus is a problem, and is not followed', () => {
    for (const path of outside) {
      const yaml = `version: 1\ncodebook: '${path}'\nsidecars: '${path}'\ngazetteers: ['${path}']\n`;
      const { project, problems } = readProject(yaml);
      assert.equal(project.codebook, defaultProject.codebook, path);
      assert.equal(project.sidecars, undefined, path);
      assert.deepEqual(project.gazetteers, [], path);
      assert(problems.length >= 3, path);
    }
  });

  it('in another tool’s file names a release of the corpus or nothing', () => {
    for (const path of outside)
      assert.equal(matchRelease(path, ['a.txt', 'b/passwd.txt.txt']), undefined, path);
  });

  it('(a link in the place of a sidecar) never has a file overwritten that is no sidecar', async () => {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    writeFileSync(join(folder, 'secret'), 'PATH=/usr/bin\n');
    writeFileSync(join(corpus, 'a.txt'), 'A warm welcome.\n');
    symlinkSync(join(folder, 'secret'), join(corpus, 'a.txt.annotations.yaml'));
    writeFileSync(join(folder, 'a.csv'), 'file,start,end,codes\na.txt,2,6,warmth\n');
    const io = testIo(folder);
    const code = await run(
      ['import', 'a.csv', '--format', 'csv', '--into', 'corpus', '--no-builtin'],
      io,
      commands,
    );
    assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), 'PATH=/usr/bin\n');
    assert.notEqual(code, 0, io.stderr);
  });

  it('(a link that leads nowhere) is replaced, and makes no file elsewhere', async () => {
    const link = join(folder, 'a.txt.annotations.yaml');
    symlinkSync(join(folder, 'elsewhere'), link);
    await replaceFile(link, 'version: 1\n');
    assert(lstatSync(link).isFile());
    assert.throws(() => lstatSync(join(folder, 'elsewhere')));
  });
});
