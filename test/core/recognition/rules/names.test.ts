import assert from 'node:assert/strict';
import { found, mentionsIn } from '../support';

describe('organizations', () => {
  it('are a capitalised head with the names before it and its complement', () => {
    assert.deepEqual(found('organization', 'the Ministry of Foreign Affairs and Trade of Zembla said'), [
      'Ministry of Foreign Affairs and Trade of Zembla',
    ]);
    assert.deepEqual(found('organization', 'the Zemblan Interior Ministry and the National Guard'), [
      'Zemblan Interior Ministry',
      'National Guard',
    ]);
    assert.deepEqual(
      found(
        'organization',
        'the Zembla-Terra Inter-governmental Committee for Cooperation in Trade, Economy, Science and Technology met',
      ),
      ['Zembla-Terra Inter-governmental Committee for Cooperation in Trade, Economy, Science and Technology'],
    );
  });

  it('are not a bare head, nor a government', () => {
    assert.deepEqual(found('organization', 'The Ministry and the Committee met the Zemblan Government.'), []);
  });

  it('nest the bodies and places in them', () => {
    const text = 'the Institute of History of the ZPP';
    const [outer, inner] = mentionsIn(text);
    assert.deepEqual(inner?.parent, { start: outer?.start, end: outer?.end });
    assert.equal(inner?.entity, 'zpp');
  });

  it('lend their abbreviation, where brackets explain it', () => {
    assert.deepEqual(found('organization', 'the Onhava Port Authority (OPA) said. The OPA added.'), [
      'Onhava Port Authority',
      'OPA',
      'OPA',
    ]);
  });

  it('are papers named behind their kind', () => {
    assert.deepEqual(found('organization', 'The Terran paper Gzorn Mai wrote so.'), ['Gzorn Mai']);
  });
});

describe('places', () => {
  it('are known by their generic noun', () => {
    assert.deepEqual(
      found('place', 'in Gzorn Province, on Mt. Qwirk and Lake Odon, in the City of Qwirkle.'),
      ['Gzorn Province', 'Mt. Qwirk', 'Lake Odon', 'City of Qwirkle'],
    );
  });

  it('are both halves of a compound, and adjectives with their form', () => {
    const mentions = mentionsIn('Zembla-Terra relations and the Zemblan people');
    assert.deepEqual(
      mentions.map(({ entity, form }) => [entity, form]),
      [
        ['zembla', 'compound'],
        ['terra', 'compound'],
        ['zembla', 'demonym'],
      ],
    );
  });
});

describe('facilities', () => {
  it('are a capitalised head with names before it', () => {
    assert.deepEqual(found('facility', 'at the Gzorn State Guesthouse and Onhava International Airport'), [
      'Gzorn State Guesthouse',
      'Onhava International Airport',
    ]);
    assert.deepEqual(found('facility', 'at the Kanggye Farm Machine Factory'), [
      'Kanggye Farm Machine Factory',
    ]);
    assert.deepEqual(found('facility', 'the hall, the Hall, a museum'), []);
  });

  it('may be the office building of a body', () => {
    assert.deepEqual(found('facility', 'met at the office building of the ZPP yesterday'), [
      'office building of the ZPP',
    ]);
  });
});

describe('events', () => {
  it('are summits and talks with a state, city or body before them', () => {
    assert.deepEqual(
      found(
        'event',
        'at the historic Zembla-Terra summit meeting in June, after the Onhava talks and a UN summit',
      ),
      ['Zembla-Terra summit meeting', 'Onhava talks', 'UN summit'],
    );
    assert.deepEqual(found('event', 'the summit, their talks, a meeting, Zemblan-Terran talks'), []);
    assert.deepEqual(found('event', 'after three Zembla-Terra summit meetings'), [
      'Zembla-Terra summit meetings',
    ]);
  });

  it('are proper names with a capitalised head', () => {
    assert.deepEqual(
      found(
        'event',
        'the Northern Economic Forum and the 20th International Gzorn Scientific Readings in Onhava.',
      ),
      ['Northern Economic Forum', '20th International Gzorn Scientific Readings'],
    );
    assert.deepEqual(found('event', 'the 79th session of the UN in New Wye'), ['79th session of the UN']);
  });
});

describe('documents', () => {
  it('are titled treaties and declarations', () => {
    assert.deepEqual(
      found(
        'document',
        'the Zembla-Terra Joint Declaration and the Treaty on the Prohibition of Nuclear Weapons.',
      ),
      ['Zembla-Terra Joint Declaration', 'Treaty on the Prohibition of Nuclear Weapons'],
    );
    assert.deepEqual(
      found('document', 'ratified the Agreement on Security Cooperation between Zembla and Terra yesterday'),
      ['Agreement on Security Cooperation between Zembla and Terra'],
    );
  });

  it('are definite agreements with their subject in small letters', () => {
    assert.deepEqual(
      found(
        'document',
        'under the Zembla-Terra treaty on comprehensive strategic partnership concluded in June',
      ),
      ['Zembla-Terra treaty on comprehensive strategic partnership'],
    );
    assert.deepEqual(
      found('document', 'the agreements reached, an agreement on the matter, the agreement made'),
      [],
    );
  });

  it('are numbered resolutions', () => {
    assert.deepEqual(found('document', 'UN Resolution 2231 (2015) and resolution 1701'), [
      'UN Resolution 2231 (2015)',
      'resolution 1701',
    ]);
    assert.deepEqual(found('document', 'UNSC Resolution 12 and resolution 34 (XXIX) of the Polar Forum'), [
      'UNSC Resolution 12',
      'resolution 34 (XXIX)',
    ]);
  });
});

describe('places by their surroundings', () => {
  it('are unknown names behind a locative "in", or before the comma of a known place', () => {
    assert.deepEqual(found('place', 'They met in Gzornau on the river and went to Qwirkle, Terra.'), [
      'Gzornau',
      'Qwirkle',
      'Terra',
    ]);
    assert.deepEqual(found('place', 'He was born in Novy Gzorn.'), ['Novy Gzorn']);
  });

  it('are not what one takes part or believes in, nor adjectives, nor common nouns', () => {
    assert.deepEqual(
      found(
        'place',
        'He took part in Gzornfest. He spoke in Qwirkish terms. In Connection with it, in Article 5.',
      ),
      [],
    );
  });
});

describe('companies', () => {
  it('are known by their legal form', () => {
    assert.deepEqual(
      found('organization', 'They sanctioned Gzorn LLC and Qwirkle Trading Co., Ltd. for it.'),
      ['Gzorn LLC', 'Qwirkle Trading Co., Ltd.'],
    );
    assert.deepEqual(found('organization', 'The manager of Qwirkle Trading Co. Ltd. came.'), [
      'Qwirkle Trading Co. Ltd.',
    ]);
  });
});
