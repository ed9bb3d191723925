import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import { wordsOf } from '../../../src/core/formats/lossReport';
import { readCodebook } from '../../../src/core/annotation/codebookFile';
import { readSidecar } from '../../../src/core/annotation/sidecar';
import { csv } from '../../../src/core/formats/csv/csv';
import { defaultSelection } from '../../../src/core/formats/selection';
import { surveyCorpus } from '../../../src/core/formats/survey';
import { toExportDocument } from '../../../src/core/formats/toExportDocument';
import { unheldOfCodebook, unheldOfSidecar } from '../../../src/core/formats/unheld';

const sidecar = `version: 1
release: a.txt
batch: 7
annotations:
  - id: aaaaaaaa
    codes: [warmth]
    target: [{start: 2, end: 6, quote: warm, page: 3}]
    origin: brat
    conflict: bbbbbbbb
    note: null
  - id: bbbbbbbb
    target: somewhere
  - id: cccccccc
    entity: none
    target: [{start: 7, end: 14, quote: welcome}]
    confidence: {value: 0.5}
`;

describe('What no format can hold of a corpus’s files', () => {
  it('is each key that Pressmark does not know, and each annotation that cannot be read', () => {
    const { unreadable, otherKeys } = unheldOfSidecar(readSidecar(sidecar));
    assert.equal(unreadable.length, 1);
    assert.match(inWords(unreadable[0]!), /^bbbbbbbb: `target`/);
    assert.deepEqual(
      [...otherKeys],
      [
        ['', ['batch: 7']],
        ['aaaaaaaa', ['origin: brat', 'conflict: bbbbbbbb', 'page: 3']],
        ['cccccccc', ['confidence: {"value":0.5}']],
      ],
    );
  });

  it('is the whole sidecar where that cannot be read', () => {
    const { unreadable } = unheldOfSidecar(readSidecar(`${sidecar}<<<<<<< ours\n=======\n>>>>>>> theirs\n`));
    assert.equal(unreadable.length, 1);
    assert.match(inWords(unreadable[0]!), /merge/i);
  });

  it('is what a codebook says besides', () => {
    const source = 'version: 1\ncodes:\n  - {id: a, name: A, codes: [{id: b, name: B, weight: 2}]}\n';
    assert.deepEqual(unheldOfCodebook(readCodebook(source), 'codebook.yaml'), [
      { feature: 'other-keys', what: 'b: weight' },
    ]);
    const [broken] = unheldOfCodebook(readCodebook('codes: ['), 'codebook.yaml');
    assert.match(wordsOf(broken!.what), /^codebook\.yaml: ./);
  });

  it('is what is faulty in a codebook that can be read all the same', () => {
    const source =
      'version: 1\ncodes:\n  - {id: a, name: A, color: red, key: 1}\n  - {id: a, name: B}\n  - {id: c, name: C, key: 1}\n';
    const told = unheldOfCodebook(readCodebook(source), 'codebook.yaml');
    assert.deepEqual(
      told.map(({ feature, what }) => [feature, /color|the id `a`/.exec(wordsOf(what))?.[0]]),
      [
        ['unreadable', 'color'],
        ['unreadable', 'the id `a`'],
      ],
    );
  });

  it('is the id of an annotation that has another one’s: only the first is exported with it', () => {
    const twice = 'version: 1\nrelease: a.txt\nannotations:\n'.concat(
      ...['warm', 'welcome'].map(
        (quote) => `  - {id: aaaaaaaa, codes: [${quote}], target: [{start: 2, end: 6, quote: ${quote}}]}\n`,
      ),
    );
    const file = readSidecar(twice);
    const { annotations } = file.sidecar!;
    const anchors = annotations.map(({ id, target }) => ({ id, state: 'exact' as const, spans: target }));
    const release = { text: 'A warm welcome.\n', regions: [], metadata: {} };
    const source = { path: 'a.txt', release, annotations, anchors, mentions: [] };
    const unheld = unheldOfSidecar(file);
    const document = toExportDocument({ ...source, unheld }, new Map(), defaultSelection);
    assert.deepEqual(
      document.annotations.map(({ id, codes }) => [id, codes]),
      [
        ['aaaaaaaa', ['warm']],
        [undefined, ['welcome']],
      ],
    );
    assert.match(wordsOf(document.unheld![0]!.what), /^Two annotations have the id `aaaaaaaa`/);
  });

  it('stands in the loss report, of what is exported', async () => {
    const file = readSidecar(sidecar);
    const text = 'A warm welcome.\n';
    const { annotations } = file.sidecar!;
    const anchors = annotations.map(({ id, target }) => ({ id, state: 'exact' as const, spans: target }));
    const release = { text, regions: [], metadata: {} };
    const source = { path: 'a.txt', release, annotations, anchors, mentions: [] };
    const document = toExportDocument({ ...source, unheld: unheldOfSidecar(file) }, new Map(), {
      ...defaultSelection,
      what: new Set(['codes']),
    });
    const unheld = [{ feature: 'other-keys' as const, what: 'b: weight' }];
    const corpus = { name: 'c', codebook: { codes: [] }, entities: new Map(), documents: [document], unheld };
    const { report } = await surveyCorpus(csv, corpus);
    const told = report.losses.filter(({ feature }) => feature === 'unreadable' || feature === 'other-keys');
    assert.deepEqual(
      told.map(({ feature, handling, count }) => [feature, handling, count]),
      [
        ['unreadable', 'dropped', 1],
        ['other-keys', 'dropped', 5],
      ],
    );
    assert.ok(
      !told.some(({ examples }) => examples.some(({ what }) => wordsOf(what).includes('confidence'))),
    );
  });
});
