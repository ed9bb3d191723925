import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { describeWhy, whyRecognised } from '../../../src/core/recognition/why';
import { entity, mentionsIn, someEntities, someGazetteer } from './support';
import type { Setting } from './support';

const gazetteer = compileGazetteer([
  ...someEntities,
  ...[2019, 2023, 2024].map((year) =>
    entity({
      id: `summit-${year}`,
      type: 'event',
      name: `Summit of ${year}`,
      aliases: ['Zembla-Terra summit'],
      date: `${year}-0${year - 2015 > 5 ? 6 : 4}-10`,
    }),
  ),
  entity({ id: 'north-zembla', type: 'place', name: 'North Zembla', demonyms: ['Zemblan'] }),
  entity({
    id: 'boris-kronski',
    type: 'person',
    name: 'Boris Kronski',
    family: 'Kronski',
    offices: [{ title: 'Minister of Foreign Affairs', of: 'terra', from: '2010', until: '2020' }],
  }),
  entity({
    id: 'olga-kronski',
    type: 'person',
    name: 'Olga Kronski',
    family: 'Kronski',
    offices: [{ title: 'Minister of Foreign Affairs', of: 'terra', from: '2020' }],
  }),
]);

/** The entity of the mention that these words are. */
function entityOf(words: string, text: string, setting: Setting = {}): string | undefined {
  return mentionsIn(text, { gazetteer, ...setting }).find(
    ({ start, end }) => text.slice(start, end) === words,
  )?.entity;
}

describe('one name with several identities', () => {
  const words = 'Zembla-Terra summit';

  it('means the event that a date beside it agrees with', () => {
    assert.equal(
      entityOf(words, 'the Zembla-Terra summit held in April 2019', { date: '2024-12-01' }),
      'summit-2019',
    );
    assert.equal(
      entityOf(words, 'the Zembla-Terra summit in June 2023', { date: '2024-12-01' }),
      'summit-2023',
    );
  });

  it('means the last one before the release, where no date stands beside it', () => {
    assert.equal(
      entityOf(words, 'the spirit of the Zembla-Terra summit', { date: '2024-01-10' }),
      'summit-2023',
    );
    assert.equal(
      entityOf(words, 'the spirit of the Zembla-Terra summit', { date: '2020-01-10' }),
      'summit-2019',
    );
  });

  it('keeps the others as alternatives', () => {
    const mention = mentionsIn('the Zembla-Terra summit', { gazetteer, date: '2024-01-10' }).find(
      ({ type }) => type === 'event',
    );
    assert.deepEqual([...(mention?.alternatives ?? [])].sort(), ['summit-2019', 'summit-2024']);
  });

  it('is the state the release speaks of, for an adjective that two states share', () => {
    assert.equal(
      entityOf('Zemblan', 'North Zembla spoke. North Zembla and the Zemblan people.'),
      'north-zembla',
    );
    assert.equal(entityOf('Zemblan', 'Zembla spoke. The Zemblan people.'), 'zembla');
  });

  it('is whoever was in office then', () => {
    assert.equal(
      entityOf('Kronski', 'Foreign Minister Kronski spoke.', { date: '2015-05-01' }),
      'boris-kronski',
    );
    assert.equal(
      entityOf('Kronski', 'Foreign Minister Kronski spoke.', { date: '2022-05-01' }),
      'olga-kronski',
    );
  });
});

describe('links', () => {
  it('lead from another spelling of the given name to the listed person', () => {
    assert.equal(
      entityOf('Boriss Ivanovich Kronski', 'Minister Boriss Ivanovich Kronski spoke.'),
      'boris-kronski',
    );
    assert.equal(entityOf('Maria Kronski', 'Minister Maria Kronski spoke.'), undefined);
  });

  it('lead from an office to its entity by the holder, where no polity is named', () => {
    const text = 'Foreign Minister Olga Kronski spoke.';
    assert.equal(
      entityOf('Foreign Minister', text, { date: '2022-05-01' }),
      'minister-of-foreign-affairs-terra',
    );
  });
});

describe('why', () => {
  const why = (text: string, words: string): string => {
    const mention = mentionsIn(text).find(({ start, end }) => text.slice(start, end) === words)!;
    return describeWhy(whyRecognised(mention, words, someGazetteer));
  };

  it('is told in words', () => {
    assert.match(why('In Zembla it rained.', 'Zembla'), /lists “Zembla”/);
    assert.match(why('The UN spoke.', 'UN'), /“UN” as a name of United Nations/);
    assert.match(why('The Zemblan people.', 'Zemblan'), /adjective.*Zembla/);
    assert.match(why('Charles Xavier came. Xavier left.', 'Xavier'), /Short form of Charles Xavier/);
    assert.match(why('Foreign Minister Conmal Qwirkle left.', 'Conmal Qwirkle'), /by rule.*shape/);
  });
});
