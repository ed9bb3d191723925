import assert from 'node:assert/strict';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import { flattenCodes, readCodebook } from '../../../src/core/annotation/codebookFile';
import { editSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { readProject, sidecarPath } from '../../../src/core/corpus/project';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import { parseRelease } from '../../../src/core/release/parseRelease';

const asOnWindows = (text: string): string => text.replaceAll('\n', '\r\n');

const release = `Envoys Meet in Port Harrow

Port Harrow, May 3 (VNA) -- The hosts gave thanks for the visit.

A second round 😀 is planned for June.
`;

const sidecar = `version: 1
release: visit.txt
annotations:
  # by hand
  - id: k7m2qp4d
    codes: [gratitude]
    target:
      - start: 66
        end: 77
        quote: gave thanks
  - id: w3x9a1bz
    codes: [gratitude]
    target:
      - start: 114
        end: 121
        quote: planned
`;

describe('a corpus on Windows', () => {
  it('names files with either slash, and stays inside its folder', () => {
    const source = (codebook: string, gazetteer: string): string =>
      `version: 1\ncodebook: ${codebook}\ngazetteers: [${gazetteer}]\nsidecars: 'notes\\ana'\n`;
    const { project, problems } = readProject(source("'lists\\codes.yaml'", "'lists\\who.yaml'"));
    assert.deepEqual(problems, []);
    assert.equal(project.codebook, 'lists/codes.yaml');
    assert.deepEqual(project.gazetteers, ['lists/who.yaml']);
    assert.equal(sidecarPath('2024/visit.txt', project), 'notes/ana/2024/visit.txt.annotations.yaml');

    for (const outside of ["'C:\\codes.yaml'", "'\\\\server\\codes.yaml'", "'..\\codes.yaml'"]) {
      const refused = readProject(source(outside, outside));
      assert.equal(refused.project.codebook, 'codebook.yaml', outside);
      assert.ok(!refused.project.gazetteers.some((path) => path.includes('codes')), outside);
      assert.ok(refused.problems.length > 0, outside);
    }
  });

  it('whose files git checked out with CRLF says the same as elsewhere', () => {
    const files = {
      codebook: 'version: 1\ncodes:\n  - id: gratitude\n    name: Gratitude\n',
      gazetteer: 'version: 1\nentities:\n  - {id: port-harrow, type: place, name: Port Harrow}\n',
      project: 'version: 1\nreleases: ["**/*.txt"]\n',
    };
    const said = (on: (text: string) => string): unknown => {
      const text = on(release);
      const { annotations } = readSidecar(on(sidecar)).sidecar!;
      const { regions } = parseRelease(text, {});
      return {
        codes: flattenCodes(readCodebook(on(files.codebook)).codebook!).map(({ name }) => name),
        entities: readGazetteer(on(files.gazetteer)).entities,
        project: readProject(on(files.project)).project,
        annotations,
        anchors: anchorAnnotations(text, annotations).map(({ state, spans }) => [
          state,
          ...spans.map(({ start, end }) => text.slice(start, end)),
        ]),
        regions: regions.map(({ type, start, end }) => [type, text.slice(start, end).replaceAll('\r', '')]),
      };
    };
    assert.deepEqual(
      said(asOnWindows),
      said((text) => text),
    );
    assert.deepEqual((said(asOnWindows) as { anchors: unknown }).anchors, [
      ['exact', 'gave thanks'],
      ['exact', 'planned'],
    ]);
  });

  it('keeps the line ends of its sidecars when they are edited', () => {
    const change = { kind: 'remove', id: 'w3x9a1bz' } as const;
    const edited = editSidecar(asOnWindows(sidecar), [change]);
    assert.equal(edited, asOnWindows(editSidecar(sidecar, [change])));
    assert.doesNotMatch(edited, /w3x9a1bz|[^\r]\n/);
  });
});
