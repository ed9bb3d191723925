import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { collectSuggestions, similarPersons } from '../../../src/core/recognition/suggest';
import { entity, mentionsIn, someEntities } from './support';

describe('suggestions', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'alexander-nowak', type: 'person', name: 'Alexander Nowak', family: 'Nowak' }),
  ]);

  it('are unknown names, the most frequent first, with where they stand', () => {
    const collector = collectSuggestions(gazetteer);
    const texts = [
      'Foreign Minister Conmal Qwirkle met Charles Xavier. Conmal Qwirkle left.',
      'Later Foreign Minister Conmal Qwirkle visited the Gzorn Machine Factory.',
    ];
    texts.forEach((text, i) =>
      collector.add({ file: `${i}.txt`, text, mentions: mentionsIn(text, { gazetteer }) }),
    );
    const [first, second, ...others] = collector.list();
    assert.deepEqual(
      [first?.name, first?.type, first?.count, first?.files],
      ['Conmal Qwirkle', 'person', 3, 2],
    );
    assert.equal(first?.contexts[0]?.before, 'Foreign Minister ');
    assert.equal(first?.contexts.length, 2);
    assert.equal(second?.name, 'Gzorn Machine Factory');
    assert.deepEqual(others, []);
  });

  it('tell which listed person a name may be another spelling of', () => {
    const similar = (name: string): string[] => similarPersons(name, gazetteer).map(({ id }) => id);
    assert.deepEqual(similar('Alexandr Nobak'), ['alexander-nowak']);
    assert.deepEqual(similar('Alexander Viktorovich Nowak'), ['alexander-nowak']);
    assert.deepEqual(similar('Maria Nobak'), []);
    assert.deepEqual(similar('Nobak'), []);
  });
});
