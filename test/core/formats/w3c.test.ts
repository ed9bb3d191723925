import assert from 'node:assert/strict';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { w3c } from '../../../src/core/formats/w3c/w3c';
import { readW3c } from '../../../src/core/formats/w3c/readW3c';
import { corpus } from './support/arbitraries';
import { assertRoundTrip, exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

interface WebAnnotation {
  readonly id: string;
  readonly type: string;
  readonly motivation: unknown;
  readonly body: readonly Record<string, unknown>[];
  readonly target: unknown;
}

async function annotations(): Promise<readonly WebAnnotation[]> {
  const { files } = await exportFiles(w3c, sample);
  const page = JSON.parse(textOf(files, 'mfa/2024-01-21-visit.txt.jsonld')) as { items: WebAnnotation[] };
  return page.items;
}

/** In safe mode it refuses what JSON-LD would silently drop; its types do not know of that. */
const toRdf = jsonld.toRDF.bind(jsonld) as unknown as (document: object, options: object) => Promise<unknown>;

/** The terms of http://www.w3.org/ns/anno.jsonld that exports use; nothing is fetched in tests. */
const context = {
  oa: 'http://www.w3.org/ns/oa#',
  as: 'http://www.w3.org/ns/activitystreams#',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  AnnotationPage: 'as:OrderedCollectionPage',
  TextualBody: 'oa:TextualBody',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  Person: 'foaf:Person',
  Software: 'as:Application',
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  creator: { '@type': '@id', '@id': 'dcterms:creator' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  tagging: 'oa:tagging',
  identifying: 'oa:identifying',
  linking: 'oa:linking',
  classifying: 'oa:classifying',
  describing: 'oa:describing',
  commenting: 'oa:commenting',
  value: 'rdf:value',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' },
  end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
  created: { '@type': 'xsd:dateTime', '@id': 'dcterms:created' },
  modified: { '@type': 'xsd:dateTime', '@id': 'dcterms:modified' },
  nickname: 'foaf:nick',
  name: 'foaf:name',
  format: 'dc:format',
};

describe('W3C Web Annotation', () => {
  it('comes back as it was exported', () => assertRoundTrip(w3c));

  it('has codes as tags, entities as identifying resources, and both selectors', async () => {
    const [tagged] = await annotations();
    assert.deepEqual(tagged!.motivation, ['tagging', 'commenting']);
    assert.deepEqual(tagged!.body.slice(0, 2), [
      { type: 'TextualBody', purpose: 'tagging', value: 'Warmth' },
      { type: 'SpecificResource', purpose: 'tagging', source: 'urn:pressmark:code:warmth' },
    ]);
    assert.deepEqual(tagged!.target, {
      source: 'urn:pressmark:release:mfa/2024-01-21-visit.txt',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'warm welcome awaited\nthe guests',
          prefix: '🤝 A ',
          suffix: '.\nForeign Minister Lavrov left P',
        },
        { type: 'TextPositionSelector', start: 4, end: 35 },
      ],
    });
    const linked = (await annotations()).find(({ id }) => id.endsWith('w3x9a1bz'))!;
    assert.deepEqual(linked.body[0], {
      type: 'SpecificResource',
      purpose: 'identifying',
      source: 'http://www.wikidata.org/entity/Q58217',
    });
  });

  it('counts UTF-16 for Recogito when asked to', async () => {
    const { files } = await exportFiles(w3c, sample, 'utf16');
    assert.match(textOf(files, 'mfa/2024-01-21-visit.txt.jsonld'), /"start": 5,\n\s+"end": 36/);
  });

  it('says nothing that is no term of the standard, and no relative IRI, as jsonld reads it', async () => {
    const property = fc.asyncProperty(corpus, async (any) => {
      const { files } = await exportFiles(w3c, any);
      for (const { path } of files.filter((file) => !file.path.endsWith('codebook.jsonld'))) {
        const page = JSON.parse(textOf(files, path)) as object;
        const triples = await toRdf({ ...page, '@context': context }, { safe: true });
        assert((triples as object[]).length > 0);
      }
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it('has its codebook in SKOS, as jsonld reads it', async () => {
    const { files } = await exportFiles(w3c, sample);
    const scheme = JSON.parse(textOf(files, 'codebook.jsonld')) as object;
    const quads = (await toRdf(scheme, { safe: true, format: 'application/n-quads' })) as string;
    assert.match(
      quads,
      /<urn:pressmark:code:warmth> <http:\/\/www\.w3\.org\/2004\/02\/skos\/core#broader> <urn:pressmark:code:stance> \./,
    );
  });

  it('of other tools is read: string bodies, bodyValue, arrays, collections', () => {
    const target = {
      source: 'http://example.org/a%20b.txt',
      selector: { type: 'TextQuoteSelector', exact: 'x y' },
    };
    const content = JSON.stringify([
      { type: 'Annotation', bodyValue: 'a remark', target },
      {
        type: ['Annotation'],
        motivation: 'tagging',
        body: { type: 'TextualBody', value: 'Peace' },
        target: [target],
      },
      {
        type: 'AnnotationCollection',
        first: { items: [{ body: 'https://www.wikidata.org/wiki/Q1', target }] },
      },
    ]);
    const { documents, problems } = readW3c([{ path: 'a.json', content: Buffer.from(content) }]);
    assert.deepEqual(problems, []);
    assert.deepEqual(documents[0]!.path, 'http://example.org/a b.txt');
    assert.deepEqual(
      documents[0]!.annotations.map(({ labels, note, entity }) => [labels, note, entity?.wikidata]),
      [
        [[], 'a remark', undefined],
        [['Peace'], undefined, undefined],
        [[], undefined, 'Q1'],
      ],
    );
  });
});
