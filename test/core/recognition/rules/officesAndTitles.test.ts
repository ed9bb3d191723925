import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, someEntities } from '../support';

// Ranks, titles and long portfolios around names that no list holds.

const roles = (text: string): readonly string[] => found('role', text);
const persons = (text: string): readonly string[] => found('person', text);

describe('names behind ranks and initials', () => {
  it('begin behind a rank in short, one or two', () => {
    assert.deepEqual(persons('He called Adm. Krang and Lt. Gen. Orin Gzornov in Onhava.'), [
      'Krang',
      'Orin Gzornov',
    ]);
  });

  it('go on behind a middle initial, even to a town’s name', () => {
    assert.deepEqual(persons('Deputy Minister Lisa O. Onhava came.'), ['Lisa O. Onhava']);
  });

  it('are none of allies and partnerships', () => {
    assert.deepEqual(
      persons('the UN Ally Terra, and the Comprehensive Strategic Partnership supports it'),
      [],
    );
  });
});

describe('offices with long portfolios', () => {
  it('have an article behind the last “and”, and a body among the items', () => {
    assert.deepEqual(roles('He met Zemblan Minister of the Economy, Finance and the Recovery Bodo Krang.'), [
      'Zemblan Minister of the Economy, Finance and the Recovery',
    ]);
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-union', type: 'organization', name: 'Gzorn Union' }),
    ]);
    assert.deepEqual(
      found('role', 'Minister of Foreign Affairs, Gzorn Union and Cooperation Bodo Krang left.', {
        gazetteer,
      }),
      ['Minister of Foreign Affairs, Gzorn Union and Cooperation'],
    );
  });

  it('serve another office', () => {
    assert.deepEqual(roles('The Advisor to the Defense Minister came to Onhava.'), [
      'Advisor to the Defense Minister',
    ]);
  });

  it('end before a rank or a title of birth', () => {
    assert.deepEqual(roles('He met Secretary General of Defense Policy of Zembla Admiral Bodo Krang.'), [
      'Secretary General of Defense Policy of Zembla',
    ]);
    assert.deepEqual(roles('He met Zemblan Foreign Minister Prince Bodo Krang.'), [
      'Zemblan Foreign Minister',
    ]);
  });

  it('do not begin with “Under” but for a secretary', () => {
    assert.deepEqual(roles('Under President Krang, the Under Secretary of State Arno Kinbote left.'), [
      'President',
      'Under Secretary of State',
    ]);
  });

  it('may be held for the time being, or be a senior official’s', () => {
    assert.deepEqual(
      roles("Chargé d'Affaires ad interim Bodo Krang met Senior Official for Northern Terra Arno Kinbote."),
      ["Chargé d'Affaires ad interim", 'Senior Official for Northern Terra'],
    );
  });
});
