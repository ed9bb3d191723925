import assert from 'node:assert/strict';
import {
  defaultProject,
  mirroredFolder,
  readProject,
  releasePathOf,
  sidecarPath,
} from '../../../src/core/corpus/project';

describe('pressmark.yaml', () => {
  it('has a default for everything', () => {
    assert.deepEqual(readProject(''), { project: defaultProject, problems: [] });
    assert.deepEqual(readProject('version: 1\n').project, defaultProject);
  });

  it('says where things are', () => {
    const { project, problems } = readProject(`version: 1
releases: ["texts/**/*.txt"]
gazetteers: [people.yaml, places.yaml]
builtinGazetteer: false
codebook: codes/book.yaml
sidecars: annotations/
rules: {sidecar/stale-quote: warning, sidecar/overlap: off}
colour: blue
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(project, {
      version: 1,
      releases: ['texts/**/*.txt'],
      detection: 'off',
      gazetteers: ['people.yaml', 'places.yaml'],
      builtinGazetteer: false,
      codebook: 'codes/book.yaml',
      sidecars: 'annotations/',
      rules: { 'sidecar/stale-quote': 'warning', 'sidecar/overlap': 'off' },
    });
  });

  it('keeps to the corpus and tells what is wrong', () => {
    const source =
      'version: 1\ncodebook: ../../etc/passwd\nreleases: all\nrules: {x: loud}\ndetection: yes please\n';
    const { project, problems } = readProject(source);
    assert.deepEqual(project, defaultProject);
    assert.deepEqual(
      problems.map((problem) => source.slice(problem.span.start, problem.span.end)),
      ['../../etc/passwd', 'all', 'loud', 'yes please'].sort((a, b) => source.indexOf(a) - source.indexOf(b)),
    );
    assert.equal(readProject('version: 7\n').problems[0]?.rule, 'project/newer-version');
  });
});

describe('A sidecar’s path', () => {
  it('is beside the release, or in a folder that mirrors the corpus', () => {
    assert.equal(sidecarPath('a/b.txt', {}), 'a/b.txt.annotations.yaml');
    assert.equal(mirroredFolder('a', {}), undefined);
    assert.equal(mirroredFolder('a/b', { sidecars: './annotations/' }), 'annotations/a/b');
    for (const path of ['', 'annotations', 'annotations/a'])
      assert.equal(mirroredFolder(path, { sidecars: 'annotations' }), undefined, path);
    assert.equal(
      sidecarPath('a/b.txt', { sidecars: './annotations/' }),
      'annotations/a/b.txt.annotations.yaml',
    );
    assert.equal(
      releasePathOf('annotations/a/b.txt.annotations.yaml', { sidecars: 'annotations' }),
      'a/b.txt',
    );
    assert.equal(releasePathOf('a/b.txt.annotations.yaml', { sidecars: 'annotations' }), undefined);
    assert.equal(releasePathOf('a/b.txt.annotations.yaml', {}), 'a/b.txt');
    assert.equal(releasePathOf('a/b.txt', {}), undefined);
  });
});
