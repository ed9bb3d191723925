import assert from 'node:assert/strict';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { makeSelector } from '../../../src/core/annotation/selector';
import type { ExportDocument } from '../../../src/core/formats/exportModel';
import type { ExportSelection } from '../../../src/core/formats/selection';
import { defaultSelection } from '../../../src/core/formats/selection';
import { toExportDocument } from '../../../src/core/formats/toExportDocument';
import type { Mention } from '../../../src/core/recognition/mention';
import { spanOf } from './support/sample';

const text = 'A warm welcome.\r\nMinister Lavrov left Pyongyang.\r\n';

function annotation(id: string, quote: string, more: Partial<Annotation> = {}): Annotation {
  return { id, codes: [], target: [makeSelector(text, spanOf(text, quote))], ...more };
}

const lost: Annotation = {
  id: 'lostlost',
  codes: ['warmth'],
  target: [{ start: 400, end: 410, quote: 'never said at all' }],
};
const mentions: Mention[] = [
  { ...spanOf(text, 'Lavrov'), type: 'person', entity: 'sergey-lavrov', certain: true, reason: 'name' },
  { ...spanOf(text, 'Pyongyang'), type: 'place', entity: 'pyongyang', certain: true, reason: 'name' },
];

function exported(
  annotations: readonly Annotation[],
  selection: Partial<ExportSelection> = {},
): ExportDocument {
  const release = { text, regions: [], metadata: {} };
  const anchors = anchorAnnotations(text, annotations);
  const source = { path: 'a.txt', release, annotations, anchors, mentions };
  return toExportDocument(source, new Map(), { ...defaultSelection, ...selection });
}

const quotes = ({ text: own, annotations }: ExportDocument): string[] =>
  annotations.map(({ spans }) => spans.map(({ start, end }) => own.slice(start, end)).join('…'));

describe('What is exported of a release', () => {
  it('is text with LF line ends, and offsets that fit it', () => {
    const document = exported([annotation('aaaaaaaa', 'left Pyongyang', { codes: ['x'] })]);
    assert.equal(document.text, text.replaceAll('\r\n', '\n'));
    assert.deepEqual(quotes(document), ['left Pyongyang']);
  });

  it('is chosen by kind: codes, entities, mentions', () => {
    const both = annotation('aaaaaaaa', 'warm', { codes: ['x'], entity: 'y' });
    const of = (...what: ('codes' | 'entities' | 'mentions')[]): unknown[] =>
      exported([both], { what: new Set(what) }).annotations.map(({ codes, entity }) => [codes, entity?.id]);
    assert.deepEqual(of('codes', 'entities'), [[['x'], 'y']]);
    assert.deepEqual(of('codes'), [[['x'], undefined]]);
    assert.deepEqual(of('entities'), [[[], 'y']]);
    assert.deepEqual(of('mentions'), [
      [[], 'sergey-lavrov'],
      [[], 'pyongyang'],
    ]);
  });

  it('leaves out mentions that a person has decided on', () => {
    const rejected = annotation('aaaaaaaa', 'Lavrov', { entity: 'none' });
    const document = exported([rejected], { what: new Set(['mentions']) });
    assert.deepEqual(quotes(document), ['Pyongyang']);
  });

  it('is chosen by author', () => {
    const annotations = [
      annotation('aaaaaaaa', 'warm', { codes: ['x'], author: 'ana' }),
      annotation('bbbbbbbb', 'welcome', { codes: ['x'] }),
    ];
    assert.deepEqual(quotes(exported(annotations, { authors: new Set(['ana']) })), ['warm']);
  });

  it('names annotations whose place is not sure, rather than guess', () => {
    const document = exported([lost]);
    assert.deepEqual(document.annotations, []);
    assert.deepEqual(document.unplaced, [{ id: 'lostlost', state: 'orphan', quote: 'never said at all' }]);
  });
});
