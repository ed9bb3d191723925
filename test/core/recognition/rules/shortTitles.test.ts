import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, mentionsIn, someEntities } from '../support';

// Documents, events and bodies by less than their names, and names that less stands beside than it seems.

describe('short forms of documents', () => {
  it('are the one charter or treaty that is named in full', () => {
    const text = 'They read the Gzorn Charter. The parties keep to the Charter, and the Treaty is nobody’s.';
    assert.deepEqual(found('document', text), ['Gzorn Charter', 'Charter']);
  });

  it('mean what the full name means', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-charter', type: 'document', name: 'Gzorn Charter' }),
    ]);
    const mentions = mentionsIn('They read the Gzorn Charter. We honour the Charter.', { gazetteer });
    assert.deepEqual(
      mentions.map(({ entity: id }) => id),
      ['gzorn-charter', 'gzorn-charter'],
    );
  });

  it('are none where two are named, or where more of a name follows', () => {
    assert.deepEqual(found('document', 'The Gzorn Treaty and the Onhava Treaty hold; the Treaty is old.'), [
      'Gzorn Treaty',
      'Onhava Treaty',
    ]);
    assert.deepEqual(found('document', 'The Gzorn Charter holds; under the Charter Rules they left.'), [
      'Gzorn Charter',
    ]);
  });
});

describe('short forms of events', () => {
  it('are the words of their kind', () => {
    const text =
      'The Zembla-Terra Strategic Dialogue opened in Onhava. The Strategic Dialogue was long, the Dialogue and the Economic Dialogue were not.';
    assert.deepEqual(found('event', text), ['Zembla-Terra Strategic Dialogue', 'Strategic Dialogue']);
  });
});

describe('the title of the release itself', () => {
  it('is no document where it is a statement', () => {
    assert.deepEqual(
      found('document', 'Joint Statement on the Zembla-Terra Whale Dialogue', { region: 'headline' }),
      [],
    );
    assert.deepEqual(found('document', 'They issued a Joint Statement on Whaling today.'), [
      'Joint Statement on Whaling',
    ]);
  });
});

describe('bodies and their parties', () => {
  it('have both states in front of a listed group', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'whale-group', type: 'organization', name: 'Whale Consultative Group' }),
    ]);
    assert.deepEqual(found('organization', 'the Zembla-Terra Whale Consultative Group met', { gazetteer }), [
      'Zembla-Terra Whale Consultative Group',
    ]);
  });

  it('end before the office that they meet with', () => {
    assert.deepEqual(
      found(
        'organization',
        'He chaired the Steering Committee for Whale Cooperation with Deputy Prime Minister Bodo Krang.',
      ),
      ['Steering Committee for Whale Cooperation'],
    );
  });

  it('are houses without an article, and forces of a region', () => {
    assert.deepEqual(
      found('organization', 'The President will ask Congress to act; the Congress of whalers met.'),
      ['Congress'],
    );
    assert.deepEqual(
      found('organization', 'He saw the Joint Task Force-Gzorn and Onhava Press Secretary Bodo Krang.'),
      ['Joint Task Force-Gzorn'],
    );
  });
});

describe('family names in a list', () => {
  it('are persons behind several offices, those that are words or common, too', () => {
    const text =
      'Zemblan Minister Bodo Krang, UN envoy Shin Gzorn and Terran Minister Arno Kinbote met. Ministers Krang, Shin, and Kinbote left.';
    assert.deepEqual(found('person', text), [
      'Bodo Krang',
      'Shin Gzorn',
      'Arno Kinbote',
      'Krang',
      'Shin',
      'Kinbote',
    ]);
  });
});

describe('games', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'whale-games', type: 'event', name: 'Whale Games' }),
    entity({ id: 'terra-war', type: 'event', name: 'Terra War' }),
  ]);

  it('have a Roman number, a year and a town in front', () => {
    assert.deepEqual(found('event', 'the XXIV Whale Games and the 2045 Onhava Whale Games', { gazetteer }), [
      'XXIV Whale Games',
      '2045 Onhava Whale Games',
    ]);
  });

  it('of a year are no series, but those of that year', () => {
    const dated = compileGazetteer([
      ...someEntities,
      entity({ id: 'whale-games', type: 'event', name: 'Whale Games' }),
      entity({ id: 'seal-games', type: 'event', name: 'Seal Games', date: '2045-05-01' }),
    ]);
    const mentions = mentionsIn(
      'the 2045 Whale Games, the 2045 Seal Games, the 2041 Seal Games and the XXIV Whale Games',
      {
        gazetteer: dated,
      },
    );
    assert.deepEqual(
      mentions.filter(({ type }) => type === 'event').map(({ entity: id }) => id),
      [undefined, 'seal-games', undefined, undefined],
    );
  });

  it('and wars have the other party in front', () => {
    assert.deepEqual(found('event', 'the Zembla-Terra War was not the Terra War', { gazetteer }), [
      'Zembla-Terra War',
      'Terra War',
    ]);
  });
});

describe('offices and where they are held', () => {
  it('end before a second place', () => {
    assert.deepEqual(found('role', 'Bodo Krang, Coordinator for Northern Terra at the UN, came.'), [
      'Coordinator for Northern Terra',
    ]);
  });

  it('end before the name behind a mission', () => {
    assert.deepEqual(found('person', 'Deputy Chief of Mission Woodward C. Krang came.'), [
      'Woodward C. Krang',
    ]);
  });
});

describe('halls', () => {
  it('are for conventions and exhibitions, or for a sport', () => {
    assert.deepEqual(
      found(
        'facility',
        'They met at the Gzorn Convention and Exhibition Centre and saw the Krang Ski Jumping Centre.',
      ),
      ['Gzorn Convention and Exhibition Centre', 'Krang Ski Jumping Centre'],
    );
    assert.deepEqual(found('facility', 'It left the Onhava port. An Onhava port call is rare.'), [
      'Onhava port',
    ]);
  });
});

describe('what is named after an event, a people or a site', () => {
  it('is a memorial, a body, or nothing', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-war', type: 'event', name: 'Gzorn War' }),
    ]);
    assert.deepEqual(found('facility', 'wreaths at the Gzorn War Veterans Memorial', { gazetteer }), [
      'Gzorn War Veterans Memorial',
    ]);
    assert.deepEqual(
      found(
        'organization',
        'He met the Zemblan World Congress and the Lower House of the Terran Parliament.',
      ),
      ['Zemblan World Congress', 'Lower House of the Terran Parliament', 'Terran Parliament'],
    );
    assert.deepEqual(found('facility', 'the Talent Pipeline Challenge, the Onhava Museum-Reserve'), [
      'Onhava Museum-Reserve',
    ]);
  });
});

describe('works and bases', () => {
  it('are enterprises that make or mine, fleet activities and castles', () => {
    assert.deepEqual(
      found(
        'facility',
        'He saw the Gzorn General Machine Enterprise, Fleet Activities Onhava and Schloss Krang.',
      ),
      ['Gzorn General Machine Enterprise', 'Fleet Activities Onhava', 'Schloss Krang'],
    );
    assert.deepEqual(found('facility', 'He led the Gzorn Trading Enterprise.'), []);
  });

  it('are fortresses, test sites, crossings, and the works of a listed site', () => {
    assert.deepEqual(
      found(
        'facility',
        'They saw the Gzorn Fortress, the Krangvik nuclear test site and the Onhava border crossing.',
      ),
      ['Gzorn Fortress', 'Krangvik nuclear test site', 'Onhava border crossing'],
    );
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzornstal', type: 'facility', name: 'Gzornstal' }),
    ]);
    assert.deepEqual(
      found('facility', 'They left the Gzornstal Iron and Steel Works in May.', { gazetteer }),
      ['Gzornstal Iron and Steel Works'],
    );
  });
});

describe('sites whose kind is in small letters', () => {
  it('are plants of steel or atoms', () => {
    assert.deepEqual(found('facility', 'They saw the Onhava nuclear plant and the Gzorn steel plant.'), [
      'Onhava nuclear plant',
      'Gzorn steel plant',
    ]);
  });
});
