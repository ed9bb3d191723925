import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, mentionsIn, someEntities } from '../support';

const events = (text: string): readonly string[] => found('event', text);
const documents = (text: string): readonly string[] => found('document', text);

describe('events of a series', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'gzorn-mace', type: 'event', name: 'Gzorn Mace' }),
    entity({ id: 'polar-summit', type: 'event', name: 'Polar Summit' }),
    entity({ id: 'zembla-day', type: 'event', name: 'Zembla Day' }),
    entity({ id: 'zembla-terra-summit', type: 'event', name: 'Zembla-Terra summit' }),
    entity({ id: 'polar-forum', type: 'organization', name: 'Polar Forum' }),
    entity({ id: 'assembly', type: 'organization', name: 'Supreme Assembly' }),
  ]);
  const listed = (text: string): readonly string[] => found('event', text, { gazetteer });

  it('have their number or year behind a listed name', () => {
    assert.deepEqual(listed('They took part in Gzorn Mace 24, and in Gzorn Mace 2025 in the north.'), [
      'Gzorn Mace 24',
      'Gzorn Mace 2025',
    ]);
    assert.deepEqual(listed('On Zembla Day 2024 they saw Gzorn Mace 12 times.'), [
      'Zembla Day',
      'Gzorn Mace',
    ]);
  });

  it('are a summit and its talks', () => {
    assert.deepEqual(listed('the Zembla-Terra summit talks and the Zembla-Terra summit of last year'), [
      'Zembla-Terra summit talks',
      'Zembla-Terra summit',
    ]);
    const many = mentionsIn('after three Zembla-Terra summit meetings', { gazetteer });
    assert.deepEqual(
      many.filter(({ type }) => type === 'event').map(({ entity: id, certain }) => [id, certain]),
      [[undefined, false]],
    );
  });

  it('are sessions by the number, in digits or in words', () => {
    assert.deepEqual(
      listed(
        'The third plenary session of the Supreme Assembly and the 5th plenary meeting of the 8th Supreme Assembly ended.',
      ),
      ['third plenary session of the Supreme Assembly', '5th plenary meeting of the 8th Supreme Assembly'],
    );
    assert.deepEqual(listed('The first session of the day began, then the first session of the UN Summit.'), [
      'UN Summit',
    ]);
  });

  it('are meetings at another event, or of a body with its initials between', () => {
    assert.deepEqual(
      listed(
        "They attend the Polar Summit Foreign Ministers' Meeting and the 2nd Polar Forum (PF) Leaders' Meeting.",
      ),
      ["Polar Summit Foreign Ministers' Meeting", "2nd Polar Forum (PF) Leaders' Meeting"],
    );
  });

  it('are leaders of what only letters name, with parties or the number of an exercise', () => {
    assert.deepEqual(
      events('He attended the GZORN Leaders Meeting and Exercise Brave Gzorn 23 in the north.'),
      ['GZORN Leaders Meeting', 'Exercise Brave Gzorn 23'],
    );
    assert.deepEqual(events('the 3rd Foreign Office Consultations between Zembla and Terra were held here'), [
      '3rd Foreign Office Consultations between Zembla and Terra',
    ]);
  });

  it('have the town of games before a listed name', () => {
    const games = compileGazetteer([
      ...someEntities,
      entity({ id: 'games', type: 'event', name: 'Arctic Games' }),
    ]);
    assert.deepEqual(
      found('event', 'He won at the Onhava Arctic Games and at the Zembla Arctic Games.', {
        gazetteer: games,
      }),
      ['Onhava Arctic Games', 'Arctic Games'],
    );
  });

  it('are dialogues of two kinds, summits of a body, national meetings', () => {
    assert.deepEqual(
      listed(
        'He spoke at the Zembla-Terra Strategic and Economic Dialogue and the Summit of the Polar Forum then.',
      ),
      ['Zembla-Terra Strategic and Economic Dialogue', 'Summit of the Polar Forum'],
    );
    assert.deepEqual(events('The National Meeting of Whalers was held, and a Meeting of Whalers.'), [
      'National Meeting of Whalers',
    ]);
  });

  it('are the parties to a convention', () => {
    assert.deepEqual(events('the 26th Conference of the Parties to the Gzorn Convention on Whales opened'), [
      '26th Conference of the Parties to the Gzorn Convention on Whales',
    ]);
  });
});

describe('events that a subject makes a name', () => {
  it('are summits', () => {
    assert.deepEqual(
      events('He spoke yesterday at the World Harvest Summit and the Leaders Summit on Whales'),
      ['World Harvest Summit', 'Leaders Summit on Whales'],
    );
    assert.deepEqual(events('They spoke of a Bilateral Summit and the next Leaders Summit there.'), []);
  });

  it('are years and days', () => {
    assert.deepEqual(events('UNESCO calls it the Year of Kinbote, the Day of Harvest comes.'), [
      'Year of Kinbote',
      'Day of Harvest',
    ]);
    assert.deepEqual(events('In the year of Kinbote, on the Day of May 5, nothing was said.'), []);
  });
});

describe('documents with a long title', () => {
  it('are laws on a treaty, and the treaty', () => {
    const treaty =
      'Treaty of Friendship, Cooperation and Mutual Assistance Between the Republic of Zembla and the Terran Federation';
    assert.deepEqual(documents(`The President signed Federal Law On Ratifying the ${treaty}, in Onhava.`), [
      `Federal Law On Ratifying the ${treaty}`,
      treaty,
    ]);
  });

  it('are acts whose title is in small letters', () => {
    assert.deepEqual(
      documents('Bodo signed the Executive Order on measures to support big families, and a law on taxes.'),
      ['Executive Order on measures to support big families'],
    );
  });

  it('have their parties before the subject', () => {
    const text =
      'They signed the Agreement between the Government of Zembla and the Government of Terra on Cooperation in Fisheries there.';
    assert.deepEqual(documents(text), [
      'Agreement between the Government of Zembla and the Government of Terra on Cooperation in Fisheries',
    ]);
  });

  it('have the year before, the court or the paper behind a listed name', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'statute', type: 'document', name: 'Onhava Statute' }),
      entity({ id: 'initiative', type: 'document', name: 'Gzorn Initiative' }),
      entity({ id: 'court', type: 'organization', name: 'Whale Court' }),
    ]);
    const text =
      'Under the 1999 Onhava Statute of the Whale Court they wrote a Gzorn Initiative Concept Paper then.';
    assert.deepEqual(found('document', text, { gazetteer }), [
      '1999 Onhava Statute of the Whale Court',
      'Gzorn Initiative Concept Paper',
    ]);
  });

  it('have their year or number', () => {
    assert.deepEqual(
      documents(
        'He signed the Gzorn Defence Authorization Act for Fiscal Year 2024, then Proclamation 10685.',
      ),
      ['Gzorn Defence Authorization Act for Fiscal Year 2024', 'Proclamation 10685'],
    );
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'bluebook', type: 'document', name: 'Whale Bluebook' }),
    ]);
    assert.deepEqual(found('document', 'He protests the Whale Bluebook 2024 of Zembla.', { gazetteer }), [
      'Whale Bluebook 2024',
    ]);
  });

  it('are guidelines for something, and no agreement on anything', () => {
    assert.deepEqual(documents('They wrote the Guidelines for Zembla-Terra Defence Cooperation here.'), [
      'Guidelines for Zembla-Terra Defence Cooperation',
    ]);
    assert.deepEqual(
      documents('They signed the agreement on cooperation, and the agreement on whale hunting.'),
      ['agreement on whale hunting'],
    );
  });

  it('go on behind a possessive, and end before a second document or event', () => {
    assert.deepEqual(documents("They wrote the Concept of Zembla's Whale Policy Abroad in the north."), [
      "Concept of Zembla's Whale Policy Abroad",
    ]);
    assert.deepEqual(
      documents(
        'They wrote the Memorandum on Whale Transfers and the Indo-Kolm Strategy for Seals and others there.',
      ),
      ['Memorandum on Whale Transfers', 'Indo-Kolm Strategy for Seals'],
    );
    assert.deepEqual(
      documents('They read the July 4 Joint Statement and the Regulations on Whale Control there.'),
      ['July 4 Joint Statement', 'Regulations on Whale Control'],
    );
  });

  it('are papers of a colour and reports with a subject, but no forum on a vision', () => {
    assert.deepEqual(documents('He read the White Paper on Whales, the World Harvest Report and a Paper.'), [
      'White Paper on Whales',
      'World Harvest Report',
    ]);
    assert.deepEqual(documents('He spoke at the Zembla-Terra New Cooperation Vision Forum.'), []);
  });
});
