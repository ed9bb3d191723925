import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, someEntities } from '../support';

const sites = (text: string): readonly string[] => found('facility', text);
const bodies = (text: string): readonly string[] => found('organization', text);

describe('sites', () => {
  it('have their kind in small letters', () => {
    assert.deepEqual(
      sites(
        'He flew from Gzornovo airport to the Onhava nuclear power plant and to Gzorn air base, said Bodo.',
      ),
      ['Gzornovo airport', 'Onhava nuclear power plant', 'Gzorn air base'],
    );
    assert.deepEqual(
      sites('He saw the Kinbotskaya hospital, an Onhava hospital and the Zemblan airport there.'),
      ['Kinbotskaya hospital'],
    );
  });

  it('have their kind before the name', () => {
    assert.deepEqual(
      sites('They saw Camp Gzorn, Naval Station Onhava and Joint Base Kolm-Krang, and a camp there.'),
      ['Camp Gzorn', 'Naval Station Onhava', 'Joint Base Kolm-Krang'],
    );
  });

  it('are the house of an office where something happens, else its body', () => {
    const text = "They met at the Prime Minister's Office; the Prime Minister's Office said so.";
    assert.deepEqual(sites(text), ["Prime Minister's Office"]);
    assert.deepEqual(bodies(text), ["Prime Minister's Office"]);
  });

  it('are centres of a kind', () => {
    assert.deepEqual(
      sites('He went to the Gzorn House Museum Centre and the Gzorn National Medical Center.'),
      ['Gzorn House Museum Centre', 'Gzorn National Medical Center'],
    );
  });

  it('are statues and tombs of a person', () => {
    assert.deepEqual(
      sites('Flowers were laid before the Statue of the President Charles Xavier in the town.'),
      ['Statue of the President Charles Xavier'],
    );
  });

  it('are smelteries, hostels and the like', () => {
    assert.deepEqual(sites('The Gzorn Smeltery sent apples to the Kalma Hostel and to the Kolm Brewery.'), [
      'Gzorn Smeltery',
      'Kalma Hostel',
      'Kolm Brewery',
    ]);
  });
});

describe('bodies', () => {
  it('are units with a number', () => {
    assert.deepEqual(
      bodies('Bodo Krang, 8th Army commander, and the 7th Fleet left for the 75th Party day.'),
      ['8th Army', '7th Fleet'],
    );
  });

  it('are councils for projects, and no corporation of any state', () => {
    assert.deepEqual(
      bodies('He heads the Council for Whale Development and National Projects, said Bodo there.'),
      ['Council for Whale Development and National Projects'],
    );
    assert.deepEqual(bodies('The State Corporation built it in the north.'), []);
  });

  it('end at the last of several heads', () => {
    assert.deepEqual(bodies('They serve in the 2nd Gzorn Brigade Combat Team of the north.'), [
      '2nd Gzorn Brigade Combat Team',
    ]);
    assert.deepEqual(bodies('He greeted the National School History Forum in a message.'), []);
    assert.deepEqual(bodies('He toured the Gzorn School Uniform Factory.'), []);
  });

  it('are what a coalition is for', () => {
    assert.deepEqual(bodies('He thanked the Global Coalition to Defeat Gzorn for all that it did.'), [
      'Global Coalition to Defeat Gzorn',
    ]);
  });

  it('are offices of an office, without the town of the byline', () => {
    assert.deepEqual(bodies('The Office of the Zemblan Trade Representative is here.'), [
      'Office of the Zemblan Trade Representative',
    ]);
    assert.deepEqual(bodies('Readout by the Office of the Spokesperson Onhava, in the morning.'), [
      'Office of the Spokesperson',
    ]);
  });

  it('have the adjective of their state before a listed name', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'mti', type: 'organization', name: 'Ministry of Trade and Industry' }),
    ]);
    const text = 'He met Zemblan Ministry of Trade and Industry officials.';
    assert.deepEqual(found('organization', text, { gazetteer }), ['Zemblan Ministry of Trade and Industry']);
  });

  it('are another body where a rank stands before a listed name', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'council', type: 'organization', name: 'State Council' }),
    ]);
    const text = 'He met the Supreme State Council of Zembla, then the State Council.';
    assert.deepEqual(found('organization', text, { gazetteer }), [
      'Supreme State Council of Zembla',
      'State Council',
    ]);
  });

  it('are explained by initials that something follows in the brackets', () => {
    assert.deepEqual(
      bodies('the Zemblan Whale Policy Committee (ZWPC, or the “Whale Talk”) met; later the ZWPC left'),
      ['Zemblan Whale Policy Committee', 'ZWPC', 'ZWPC'],
    );
  });
});
