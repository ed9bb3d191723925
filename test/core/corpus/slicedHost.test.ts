import assert from 'node:assert/strict';
import { Indexer } from '../../../src/core/corpus/indexing/indexer';
import type { FolderOfFiles, SlicedHosting } from '../../../src/core/corpus/indexing/slicedHost';
import { SlicedHost } from '../../../src/core/corpus/indexing/slicedHost';
import { sidecarPath } from '../../../src/core/corpus/project';
import type { Entity } from '../../../src/core/recognition/entity';

const entities: readonly Entity[] = [
  { id: 'russia', type: 'place', name: 'Russia', aliases: [], offices: [] },
];
const options = { engine: 'test', settings: '' };

/** A virtual file system: paths and texts. */
function folderOf(files: Record<string, string | Uint8Array>): FolderOfFiles {
  const bytes = (path: string): Uint8Array => {
    const content = files[path];
    if (content === undefined) throw new Error(`${path}: not found`);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    entries: (folder) => {
      if (folder === 'secret') return Promise.reject(new Error('no permission'));
      const inside = Object.keys(files).filter((path) => folder === '' || path.startsWith(`${folder}/`));
      const names = inside.map((path) => path.slice(folder === '' ? 0 : folder.length + 1));
      const seen = new Map(names.map((name) => [name.split('/')[0]!, name.includes('/')]));
      return Promise.resolve([...seen].map(([name, isFolder]) => ({ name, isFolder })));
    },
    stat: (path) =>
      Promise.resolve(path in files ? { size: bytes(path).length, mtime: bytes(path).length } : undefined),
    read: (path) =>
      path.includes('broken') ? Promise.reject(new Error('network')) : Promise.resolve(bytes(path)),
  };
}

function hosting(
  files: Record<string, string | Uint8Array>,
  more: Partial<SlicedHosting> = {},
): SlicedHosting {
  return {
    files: folderOf(files),
    project: { detection: 'off' },
    encoding: 'utf8',
    isRelease: (path) => path.endsWith('.txt'),
    isExcluded: (folder) => folder === 'node_modules',
    now: () => performance.now(),
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    mostFiles: 1000,
    largestFile: 1000,
    ...more,
  };
}

describe('indexing on one thread', () => {
  it('reads a virtual folder with its sidecars; what can’t be read costs only itself', async () => {
    const files: Record<string, string | Uint8Array> = {
      'a.txt': 'Russia.',
      'deep/er/b.txt': 'In Russia, and Russia.',
      'notes.md': 'Russia',
      'node_modules/c.txt': 'Russia',
      'secret/d.txt': 'Russia',
      'broken.txt': 'Russia',
      'large.txt': 'Russia '.repeat(1000),
      'binary.txt': new Uint8Array([1, 0]),
    };
    files[sidecarPath('a.txt', {})] =
      'version: 1\nrelease: a.txt\nannotations:\n  - id: k7m2qp4d\n    codes: [place]\n' +
      '    target: [{start: 0, end: 6, quote: Russia}]\n';
    const indexer = new Indexer(new SlicedHost(hosting(files)), options);
    await indexer.start(entities);
    const view = indexer.index.view();
    assert.deepEqual(view.frequency('russia'), { count: 3, releases: 2 });
    assert.deepEqual(view.frequency('#place'), { count: 1, releases: 1 });
    assert.deepEqual(
      [...view.otherFiles()].map(({ path, state }) => `${path} ${state}`),
      ['binary.txt binary', 'broken.txt unreadable', 'large.txt too-large'],
    );
    files['deep/er/b.txt'] = 'Nothing.';
    delete files['a.txt'];
    indexer.filesChanged(['a.txt', 'deep/er/b.txt', 'notes.md']);
    await indexer.idle();
    assert.deepEqual(indexer.index.view().frequency('russia'), { count: 0, releases: 0 });
    assert.equal(indexer.index.view().releaseCount, 1);
  });

  it('keeps to what it can hold, and says so', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`d${i % 5}/${i}.txt`, 'Russia.']));
    let told = 0;
    const host = new SlicedHost(hosting(files, { mostFiles: 20, tooMany: () => told++ }));
    const indexer = new Indexer(host, options);
    await indexer.start(entities);
    assert.equal(indexer.index.view().releaseCount, 20);
    assert.equal(told, 1);
  });
});
