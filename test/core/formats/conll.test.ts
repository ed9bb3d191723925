import assert from 'node:assert/strict';
import { conll2003, conllu } from '../../../src/core/formats/conll/conll';
import { assertRoundTrip, exportFiles, textOf } from './support/roundTrip';
import { sample } from './support/sample';

const options = { codebook: 'no', tellsMentions: false } as const;

describe('CoNLL-2003', () => {
  it('begins a file as spaCy’s converter parts documents', async () => {
    const { files } = await exportFiles(conll2003, sample);
    assert.match(textOf(files, 'mfa/2024-01-21-visit.txt.conll'), /^-DOCSTART- -X- O O\n\n/);
  });

  it('comes back as it was exported', () => assertRoundTrip(conll2003, options));
});

describe('CoNLL-U', () => {
  it('names tags as spaCy’s converter looks for them', async () => {
    const { files } = await exportFiles(conllu, sample);
    assert.match(
      textOf(files, 'mfa/2024-01-21-visit.txt.conllu'),
      /\tEntityId=sergey-lavrov\|NE=B-PER\|Wikidata=Q58217\n/,
    );
  });

  for (const name of ['NE', 'NER', 'ner', 'name']) {
    it(`is read where tags are called ${name}`, () => {
      const line = (id: number, form: string, tag: string): string =>
        [id, form, ...Array<string>(7).fill('_'), `${name}=${tag}`].join('\t');
      const content = [line(1, 'Kim', 'B-PER'), line(2, 'Yong', 'E-PER'), line(3, 'left', 'O'), ''].join(
        '\n',
      );
      const { documents, problems } = conllu.read!([{ path: 'a.conllu', content: Buffer.from(content) }]);
      assert.deepEqual(problems, []);
      assert.deepEqual(documents[0]!.annotations, [{ labels: ['PER'], spans: [{ start: 0, end: 8 }] }]);
    });
  }

  it('comes back as it was exported', () => assertRoundTrip(conllu, options));
});
