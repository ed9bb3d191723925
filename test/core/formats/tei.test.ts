import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { tei } from '../../../src/core/formats/tei/tei';
import { corpus } from './support/arbitraries';
import { isInstalled, runOnFiles, sharedFile, skipFor } from './support/outside';
import { exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

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

  it('is valid against tei_all, as jing reads it', async function () {
    const schema = sharedFile('interop/tei/tei_all.rng');
    if (schema === undefined) return skipFor(this, 'shared/interop/tei/tei_all.rng');
    if (!isInstalled('jing')) return skipFor(this, 'jing');
    const corpora = fc.sample(corpus, { numRuns: 20, seed: 6 });
    const files = await Promise.all(corpora.map(async (any) => (await exportFiles(tei, any)).files));
    runOnFiles(
      'jing',
      [schema],
      files.flat().map(({ content }) => Buffer.from(content).toString('utf8')),
    );
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
