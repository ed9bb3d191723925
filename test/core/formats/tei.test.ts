import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { ExportCorpus, ExportDocument } from '../../../src/core/formats/exportModel';
import { tei } from '../../../src/core/formats/tei/tei';
import type { Entity } from '../../../src/core/recognition/entity';
import { corpus } from './support/arbitraries';
import { isInstalled, runOnFiles, schemaFile, skipFor } from './support/outside';
import { exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

const entity = (id: string, type: string, name: string, date?: string): [string, Entity] => [
  id,
  { id, type, name, aliases: [], offices: [], ...(date !== undefined && { date }) },
];

/** What files of a corpus can say though it makes no sense. */
const faulty: ExportCorpus & { readonly documents: readonly ExportDocument[] } = {
  name: 'faulty',
  codebook: {
    codes: [
      { id: 'warmth', name: 'Warmth', examples: [], codes: [] },
      {
        id: 'warmth',
        name: 'Twice',
        examples: [],
        codes: [{ id: 'under', name: 'Under', examples: [], codes: [] }],
      },
    ],
  },
  entities: new Map([
    entity('odd', 'odd\u200bkind of\u0085<thing>', 'Odd'),
    entity('march', 'event', 'March', '2024-03/2024-13'),
    entity('never', 'event', 'Never', '2023-02-30'),
  ]),
  documents: [
    {
      path: 'faulty.txt',
      text: 'Odd March never was.\n',
      metadata: { date: '2024-02-30', agency: 'KCNA' },
      regions: [],
      annotations: [
        { id: 'a1', codes: ['warmth'], entity: { id: 'odd' }, spans: [{ start: 0, end: 3 }] },
        { id: 'a2', codes: [], entity: { id: 'march' }, spans: [{ start: 4, end: 9 }] },
        { id: 'a3', codes: ['under'], entity: { id: 'never' }, spans: [{ start: 10, end: 15 }] },
        { id: 'a4', codes: [], entity: { type: 'no\u2028word' }, spans: [{ start: 16, end: 19 }] },
      ],
    },
  ],
};

describe('TEI P5', () => {
  it('has the text in segments and what is said of it in standOff', async () => {
    const { files } = await exportFiles(tei, sample);
    const xml = textOf(files, 'mfa/2024-01-21-visit.xml');
    assert.match(
      xml,
      /<p><seg xml:id="s1">🤝 A <\/seg><seg xml:id="s2">warm<\/seg><seg xml:id="s3"> welcome awaited<\/seg><\/p>/,
    );
    assert.match(
      xml,
      /<person xml:id="entity-sergey-lavrov">\n<persName>Sergey Lavrov<\/persName>\n<idno type="Wikidata">Q58217<\/idno>/,
    );
    assert.match(xml, /<span xml:id="annotation-b4b4b4b4" target="#s2 #s5" ana="#code-warmth"\/>/);
    assert.match(
      xml,
      /target="#s2 #s3 #s4 #s5" ana="#code-warmth #code-ceremony" resp="#author-ana">Compare/,
    );
  });

  it('is valid against tei_all (xmllint, or jing), whatever is said of the text', async function () {
    const schema = schemaFile('PRESSMARK_TEI_SCHEMA', 'interop/tei/tei_all.rng');
    if (schema === undefined) return skipFor(this, 'tei_all.rng (say where with PRESSMARK_TEI_SCHEMA)');
    const [program, ...args] = isInstalled('jing') ? ['jing'] : ['xmllint', '--noout', '--relaxng'];
    if (!isInstalled(program!)) return skipFor(this, 'jing or xmllint');
    const corpora = [sample, faulty, ...fc.sample(corpus, { numRuns: 60, seed: 6 })];
    const files = await Promise.all(corpora.map(async (any) => (await exportFiles(tei, any)).files));
    runOnFiles(
      program!,
      [...args, schema],
      files.flat().map(({ content }) => Buffer.from(content).toString('utf8')),
    );
  });

  it('has a type as one word, and a date only where the calendar has that day', async () => {
    const xml = textOf((await exportFiles(tei, faulty)).files, 'faulty.xml');
    assert.match(xml, /<interp xml:id="entity-odd" type="odd-kind-of-&lt;thing&gt;">Odd<\/interp>/);
    assert.match(xml, /<span xml:id="annotation-a4" type="no-word" /);
    assert.match(xml, /<event xml:id="entity-march" from="2024-03">/);
    assert.match(xml, /<event xml:id="entity-never">/);
    assert.match(xml, /<date>2024-02-30<\/date>/);
  });

  it('has each code once, though a codebook lists it twice', async () => {
    const xml = textOf((await exportFiles(tei, faulty)).files, 'faulty.xml');
    assert.equal(xml.match(/xml:id="code-warmth"/g)?.length, 1);
    assert.match(xml, /xml:id="code-under"/);
  });

  it('is well-formed, has every id once, and every reference leads somewhere, whatever the text', async () => {
    const property = fc.asyncProperty(corpus, async (any) => {
      const { files } = await exportFiles(tei, any);
      for (const file of files) {
        const xml = Buffer.from(file.content).toString('utf8');
        assert.equal(XMLValidator.validate(xml), true);
        new XMLParser().parse(xml);
        const ids = [...xml.matchAll(/ xml:id="([^"]+)"/g)].map(([, id]) => id!);
        assert.equal(new Set(ids).size, ids.length);
        const refs = [...xml.matchAll(/ (?:target|ana|resp)="([^"]+)"/g)].flatMap(([, list]) =>
          list!.split(' '),
        );
        for (const ref of refs) assert(ids.includes(ref.slice(1)), `${ref} is an id`);
      }
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
