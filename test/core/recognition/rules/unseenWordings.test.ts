import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, mentionsIn, someEntities } from '../support';

// Further wordings of issuers that the lists and rules were not made from.

describe('ties of states', () => {
  it('are no bodies; their treaties in initials are documents', () => {
    const text = 'The Zembla-Terra Alliance and the Zembla-Terra FTA grew; an FTA is good.';
    assert.deepEqual(found('organization', text), []);
    assert.deepEqual(found('document', text), ['Zembla-Terra FTA']);
  });
});

describe('offices in the words of other agencies', () => {
  it('are two where a rank stands behind one of state', () => {
    assert.deepEqual(found('role', 'He met Zemblan Deputy Defense Minister Colonel General Bodo Krang.'), [
      'Zemblan Deputy Defense Minister',
    ]);
  });

  it('are first chairmen, members that somebody is, and units in small letters', () => {
    assert.deepEqual(
      found('role', 'Arno Kinbote, first chairman of the Defence Commission of Zembla, left.'),
      ['first chairman of the Defence Commission of Zembla'],
    );
    assert.deepEqual(found('role', 'He is also member of the Gzorn Affairs Commission.'), [
      'member of the Gzorn Affairs Commission',
    ]);
    assert.deepEqual(found('role', 'Bodo Krang, director of the Zembla policy cooperation division, came.'), [
      'director of the Zembla policy cooperation division',
    ]);
    assert.deepEqual(found('role', 'Bodo Krang, director general for trade policy at the office, came.'), [
      'director general for trade policy',
    ]);
  });
});

describe('sites, games and towns', () => {
  it('have their town in front', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-hotel', type: 'facility', name: 'Gzorn Hotel' }),
      entity({ id: 'olympics', type: 'event', name: 'Olympic Games', aliases: ['Olympics'] }),
    ]);
    const text = 'a reception at Onhava Gzorn Hotel before the GzornChang Olympics';
    assert.deepEqual(found('facility', text, { gazetteer }), ['Onhava Gzorn Hotel']);
    assert.deepEqual(found('event', text, { gazetteer }), ['GzornChang Olympics']);
  });

  it('are residences of an office', () => {
    assert.deepEqual(found('facility', "a banquet at the Prime Minister's Official Residence"), [
      "Prime Minister's Official Residence",
    ]);
  });

  it('are named behind their kind', () => {
    assert.deepEqual(found('place', 'a mine in the town of Krasnogzorsk that closed'), ['Krasnogzorsk']);
    assert.deepEqual(found('place', 'in the region of Free trade'), []);
  });
});

describe('short forms of bodies and states', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'gzorn-council', type: 'organization', name: 'Council of the Gzorn Union' }),
    entity({ id: 'river-council', type: 'organization', name: 'River Council' }),
    entity({ id: 'car', type: 'place', name: 'Central Arnorian Republic', demonyms: ['Arnorian'] }),
  ]);
  const linked = (text: string): (string | undefined)[] =>
    mentionsIn(text, { gazetteer })
      .filter(({ type }) => type === 'organization')
      .map(({ entity: id }) => id);

  it('are the one council that is named in full, and nobody where there are two', () => {
    assert.deepEqual(linked('The Council of the Gzorn Union met. Today the Council decided to act.'), [
      'gzorn-council',
      'gzorn-council',
    ]);
    assert.deepEqual(linked('The Council of the Gzorn Union met the River Council. The Council left.'), [
      'gzorn-council',
      'river-council',
    ]);
  });

  it('mean what the release explains, whatever a list knows under the same letters', () => {
    const listed = compileGazetteer([
      ...someEntities,
      entity({
        id: 'gzorn-assembly',
        type: 'organization',
        name: 'Gzorn Popular Assembly',
        aliases: ['GPA'],
      }),
    ]);
    const text = 'They began talks on the General Partnership Agreement (GPA).';
    assert.deepEqual(found('document', text, { gazetteer: listed }), [
      'General Partnership Agreement',
      'GPA',
    ]);
    assert.deepEqual(found('organization', text, { gazetteer: listed }), []);
  });

  it('are the initials of a state', () => {
    assert.deepEqual(found('place', 'in the Central Arnorian Republic (CAR) and Terra', { gazetteer }), [
      'Central Arnorian Republic',
      'CAR',
      'Terra',
    ]);
  });
});

describe('names that go on', () => {
  it('behind those a list knows, with Arabic articles', () => {
    const listed = compileGazetteer([
      ...someEntities,
      entity({ id: 'odon', type: 'person', name: 'Odon bin Kinbote' }),
    ]);
    assert.deepEqual(found('person', 'He met Odon bin Kinbote Al-Gzorn, who left.', { gazetteer: listed }), [
      'Odon bin Kinbote Al-Gzorn',
    ]);
  });
});

describe('what stands around a name', () => {
  it('is no part of an adviser’s office, of a ministerial, or of a month of this year', () => {
    assert.deepEqual(found('role', 'He met the Zemblan deputy security adviser in Onhava.'), [
      'Zemblan deputy security adviser',
    ]);
    assert.deepEqual(
      found('event', 'He will host the 2+2 Ministerial. The UN Ministerial meetings in Onhava end.'),
      ['2+2 Ministerial'],
    );
    assert.deepEqual(found('date', 'He left in October last year and comes in December this year.'), []);
  });
});

describe('offices in a release without a date', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({
      id: 'odon-kinbote',
      type: 'person',
      name: 'Odon Kinbote',
      family: 'Kinbote',
      offices: [
        { title: 'Secretary of State', of: 'terra', from: '2001-01-20', until: '2005-01-20' },
        { title: 'Deputy Secretary of State', of: 'terra', from: '1999-01-20', until: '2001-01-20' },
      ],
    }),
  ]);
  const linked = (text: string, date?: string): (string | undefined)[] =>
    mentionsIn(text, { gazetteer, ...(date === undefined ? {} : { date }) })
      .filter(({ type }) => type === 'role')
      .map(({ entity: id }) => id);

  it('are those that the holder had once; with a date, only those held then', () => {
    assert.deepEqual(linked('Secretary Odon Kinbote left.'), ['secretary-of-state-terra']);
    assert.deepEqual(linked('Secretary Odon Kinbote left.', '2000-05-01'), [
      'deputy-secretary-of-state-terra',
    ]);
    assert.deepEqual(linked('Secretary Odon Kinbote left.', '2020-05-01'), [undefined]);
    assert.deepEqual(linked('Acting Secretary of State Odon Kinbote left.', '2002-05-01'), [
      'secretary-of-state-terra',
    ]);
  });
});

describe('ministries in letters', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({
      id: 'mfa-terra',
      type: 'organization',
      name: 'Ministry of Foreign Affairs of Terra',
      aliases: ['MOFA'],
    }),
    entity({ id: 'mfa-zembla', type: 'organization', name: 'Ministry of Foreign Affairs of Zembla' }),
  ]);
  const linked = (text: string): (string | undefined)[] =>
    mentionsIn(text, { gazetteer, date: '2024-06-05' })
      .filter(({ type }) => type === 'organization')
      .map(({ entity: id }) => id);

  it('are those of the state whose officials need no state beside them', () => {
    assert.deepEqual(linked('President Charles Xavier thanked MOFA.'), ['mfa-zembla']);
  });

  it('are found under the long name of a state, too', () => {
    const listed = compileGazetteer([
      ...someEntities,
      entity({
        id: 'mfa-zembla',
        type: 'organization',
        name: 'Ministry of Foreign Affairs of the Republic of Zembla',
      }),
    ]);
    const text = 'President Charles Xavier thanked the Foreign Ministry.';
    const body = mentionsIn(text, { gazetteer: listed }).find(({ type }) => type === 'organization');
    assert.equal(body?.entity, 'mfa-zembla');
  });

  it('are nobody’s where nothing tells', () => {
    assert.deepEqual(linked('The people thanked MOFA.'), [undefined]);
  });
});
