import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { recognize } from '../../../../src/core/recognition/recognize';
import { parseRelease } from '../../../../src/core/release/parseRelease';
import { entity, found, mentionsIn, someEntities } from '../support';

// Wordings of issuers that the lists and rules were not made from.

describe('bodies', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'lore-agency', type: 'organization', name: 'Central Lore Agency', aliases: ['CLA'] }),
    entity({ id: 'grand-assembly', type: 'organization', name: 'Grand Assembly' }),
    entity({ id: 'presidium', type: 'organization', name: 'Presidium of the Grand Assembly' }),
    entity({ id: 'pact', type: 'organization', name: 'PACT' }),
    entity({ id: 'guard-council', type: 'organization', name: 'Guard Council' }),
  ]);

  it('of a list keep their identity with their state in front or behind', () => {
    const text =
      'The Zemblan Central Lore Agency (CLA) reported to the Grand Assembly of the Republic of Zembla.';
    const bodies = mentionsIn(text, { gazetteer }).filter(({ type }) => type === 'organization');
    assert.deepEqual(
      bodies.map(({ start, end, entity: id }) => [text.slice(start, end), id]),
      [
        ['Zemblan Central Lore Agency', 'lore-agency'],
        ['CLA', 'lore-agency'],
        ['Grand Assembly of the Republic of Zembla', 'grand-assembly'],
      ],
    );
  });

  it('of a list go on to their state inside a longer one, too', () => {
    const text = 'president of the Presidium of the Grand Assembly of Zembla';
    assert.deepEqual(found('organization', text, { gazetteer }), [
      'Presidium of the Grand Assembly of Zembla',
      'Grand Assembly of Zembla',
    ]);
  });

  it('of another body are not the one a list knows', () => {
    const text = 'a session of the PACT Collective Guard Council';
    const body = mentionsIn(text, { gazetteer }).find(({ start }) => text.startsWith('PACT Coll', start))!;
    assert.equal(text.slice(body.start, body.end), 'PACT Collective Guard Council');
    assert.equal(body.entity, undefined);
  });

  it('of one people abroad go on to the country', () => {
    assert.deepEqual(
      found('organization', 'a letter from the Council of the Zemblan Youth League in Terra'),
      ['Council of the Zemblan Youth League in Terra', 'Zemblan Youth League in Terra'],
    );
    assert.deepEqual(
      found('organization', 'a letter of the Zemblan Federation of Bakers in Commerce in Terra'),
      ['Zemblan Federation of Bakers in Commerce in Terra'],
    );
    assert.deepEqual(found('organization', 'The Onhava Trade Chamber in Zembla'), ['Onhava Trade Chamber']);
  });

  it('join two kinds of members or arts', () => {
    assert.deepEqual(found('organization', 'He joined the Zemblan Botanists and Gardeners Association.'), [
      'Zemblan Botanists and Gardeners Association',
    ]);
    assert.deepEqual(found('organization', 'It saw the Onhava Song and Dance Ensemble.'), [
      'Onhava Song and Dance Ensemble',
    ]);
    assert.deepEqual(found('organization', "a gift of the Zemblan Sportsmen's Federation"), [
      "Zemblan Sportsmen's Federation",
    ]);
    assert.deepEqual(
      found(
        'organization',
        'the Zemblan-Terran Commission on Trade, Economic, Scientific and Technical Cooperation',
      ),
      ['Zemblan-Terran Commission on Trade, Economic, Scientific and Technical Cooperation'],
    );
  });

  it('begin behind what another body did to them', () => {
    assert.deepEqual(found('organization', 'It helped the Zembla-designated Ministry of Kites.'), [
      'Ministry of Kites',
    ]);
    assert.deepEqual(found('organization', 'It came from Bank Gzornik, a lender.'), ['Bank Gzornik']);
  });

  it('are the agency of the dateline all over the release, and a bare foreign ministry', () => {
    const text = 'ONHAVA, June 5, 2026 (GZNA) -- The MFA denied it, GZNA reported.';
    const words = recognize(parseRelease(text), gazetteer).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(
      words.filter((word) => /^[A-Z]{3,4}$/.test(word)),
      ['GZNA', 'MFA', 'GZNA'],
    );
  });

  it('are papers named before their kind; relations of states are none', () => {
    assert.deepEqual(found('organization', 'It was printed by Gzornoye Vremya newspaper in May.'), [
      'Gzornoye Vremya',
    ]);
    assert.deepEqual(found('organization', 'They praised the Global Strategic Alliance of both.'), []);
  });
});

describe('events and documents', () => {
  it('are summits of several states, sessions with their number, ministerials', () => {
    assert.deepEqual(found('event', 'after the first Zembla-Terra-Onhava trilateral summit'), [
      'Zembla-Terra-Onhava trilateral summit',
    ]);
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'ga', type: 'organization', name: 'United Nations General Assembly' }),
      entity({ id: 'polar', type: 'organization', name: 'Polar Council' }),
    ]);
    const events = (text: string): string[] => found('event', text, { gazetteer });
    assert.deepEqual(events('They met during the 78th United Nations General Assembly.'), [
      '78th United Nations General Assembly',
    ]);
    assert.deepEqual(events('They discussed the upcoming Polar Council Ministerial, he said.'), [
      'Polar Council Ministerial',
    ]);
    assert.deepEqual(events('at the UN Foreign Ministers meeting in Onhava'), [
      'UN Foreign Ministers meeting',
    ]);
  });

  it('may be for something with a name, and be abbreviated with their number', () => {
    assert.deepEqual(
      found('event', 'to hold the Commemorative Summit for the 50th Year of Zembla-Terra Friendship'),
      ['Commemorative Summit for the 50th Year of Zembla-Terra Friendship'],
    );
    const text = 'The AMM 58 opened. The 58th Annual Mountain Meeting (AMM-58) and AMM-58 are one.';
    assert.deepEqual(found('event', text), ['AMM 58', '58th Annual Mountain Meeting', 'AMM-58', 'AMM-58']);
  });

  it('are exercises by what is said behind their name', () => {
    assert.deepEqual(found('event', 'They held Gzorn Mace, a large naval drill, in May.'), ['Gzorn Mace']);
    assert.deepEqual(found('event', 'They met Arno Kinbote, who saw a naval drill.'), []);
  });

  it('are orders in short', () => {
    assert.deepEqual(found('document', 'It is sanctioned under E.O. 13722 and EO 13382.'), [
      'E.O. 13722',
      'EO 13382',
    ]);
  });
});

describe('offices and persons', () => {
  it('keep the second of two ministers, acting ones, and capitals that only the head has', () => {
    assert.deepEqual(found('role', 'He met Foreign Minister II Gzerywan.'), ['Foreign Minister II']);
    assert.deepEqual(found('person', 'He met Foreign Minister II Gzerywan.'), ['Gzerywan']);
    assert.deepEqual(
      found('role', 'He met acting President Arno Kinbote and the defense Minister Bodo Krang.'),
      ['acting President', 'defense Minister'],
    );
    assert.deepEqual(
      found('role', 'Arno Kinbote, minister of natural resources and the environment, left.'),
      ['minister of natural resources and the environment'],
    );
    assert.deepEqual(found('role', 'A statement by the High Representative was read.'), [
      'High Representative',
    ]);
  });

  it('do not cross an empty line', () => {
    const text = 'Kinbote Meets President of Terra\n\nZemblan Vice Foreign Minister Bodo Krang';
    const roles = found('role', text, { region: 'headline' });
    assert.deepEqual(roles, ['President of Terra', 'Zemblan Vice Foreign Minister']);
    const second = found('role', 'A Speech in Zembla\n\nVice Foreign Minister Bodo Krang', {
      region: 'headline',
    });
    assert.deepEqual(second, ['Vice Foreign Minister']);
  });
});

describe('dates and languages', () => {
  it('are head lines with a full stop before the year, and its Juche year', () => {
    assert.deepEqual(found('date', 'calendar>>May 20. 2018 Juche 107'), ['May 20. 2018 Juche 107']);
    assert.deepEqual(found('date', 'calendar>>May 20. 2018'), ['May 20. 2018']);
    assert.deepEqual(found('date', 'They met on May 20. 2018 delegates came.'), ['May 20']);
  });

  it('are no people where an adjective is a language', () => {
    assert.deepEqual(found('place', 'The text (Zemblan (PDF) and Terran) was read.'), ['Terran']);
  });
});
