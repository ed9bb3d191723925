import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, mentionsIn, someEntities } from '../support';

describe('organizations', () => {
  it('that own another: both are found', () => {
    assert.deepEqual(found('organization', 'The Committee for Trade of the Onhava Fishers Party met.'), [
      'Committee for Trade of the Onhava Fishers Party',
      'Onhava Fishers Party',
    ]);
  });

  it('keep possessives of plurals, initials and numbers inside the name', () => {
    assert.deepEqual(found('organization', "He spoke to the Zemblan Glassmakers' League of Onhava."), [
      "Zemblan Glassmakers' League of Onhava",
    ]);
    assert.deepEqual(found('organization', 'It was paid by the J. Kinbote Herders Development Fund.'), [
      'J. Kinbote Herders Development Fund',
    ]);
    assert.deepEqual(found('organization', 'The crimes of Unit 731 are known.'), ['Unit 731']);
  });

  it('are what has a chairman of its own name', () => {
    const text = 'the chairman of the Literary Forum for the Study of Gzorn Politics';
    assert.deepEqual(found('organization', text), ['Literary Forum for the Study of Gzorn Politics']);
    assert.deepEqual(found('event', text), []);
  });

  it('are known by their initials afterwards, explained in brackets or not', () => {
    const text =
      "The Liberal Gzorn Party (LGP) lost. The LGP's leader left. The Central Committee of the LGP met.";
    assert.deepEqual(found('organization', text), [
      'Liberal Gzorn Party',
      'LGP',
      'LGP',
      'Central Committee of the LGP',
      'LGP',
    ]);
    assert.deepEqual(found('organization', 'The Liberal Gzorn Party lost; the LGP denied it.'), [
      'Liberal Gzorn Party',
      'LGP',
    ]);
  });

  it('are the unknown company before an officer', () => {
    assert.deepEqual(found('organization', 'He met GZORNEK Board Chairman Arno Kinbote.'), ['GZORNEK']);
    assert.deepEqual(found('role', 'He met GZORNEK Board Chairman Arno Kinbote.'), [
      'GZORNEK Board Chairman',
    ]);
  });

  it('named without their state are linked to those of the state the release speaks for', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'mfa-zembla', type: 'organization', name: 'Ministry of Foreign Affairs of Zembla' }),
      entity({ id: 'mfa-terra', type: 'organization', name: 'Ministry of Foreign Affairs of Terra' }),
    ]);
    const linked = (text: string): (string | undefined)[] =>
      mentionsIn(text, { gazetteer })
        .filter(({ type }) => type === 'organization')
        .map((mention) => mention.entity);
    assert.deepEqual(linked('Zembla protests. The Foreign Ministry of the state, Zembla, said so.'), [
      'mfa-zembla',
    ]);
    assert.deepEqual(linked('Zembla and Terra met. The Foreign Ministry said so.'), [undefined]);
  });
});

describe('events, documents and sites', () => {
  it('of an edition keep its name and year', () => {
    assert.deepEqual(
      found('event', 'guests of the 15th International Glass Exhibition HeliZembla 2022, held here'),
      ['15th International Glass Exhibition HeliZembla 2022'],
    );
    assert.deepEqual(found('event', "It was Glassmaker's Day yesterday."), ["Glassmaker's Day"]);
  });

  it('laws go on to the comma, and a year that opens a name is a date too', () => {
    const law =
      'He signed the Federal Law On the Procedure to Exit and Enter the Terran Federation, as planned.';
    assert.deepEqual(found('document', law), [
      'Federal Law On the Procedure to Exit and Enter the Terran Federation',
    ]);
    const act = 'as sealed in the 1975 Onhava Final Act of Zembla';
    assert.deepEqual(found('document', act), ['1975 Onhava Final Act of Zembla']);
    assert.deepEqual(found('date', act), ['1975']);
  });

  it('sites may have a number', () => {
    assert.deepEqual(found('facility', 'She saw the Onhava Friendship Hospital No. 103 today.'), [
      'Onhava Friendship Hospital No. 103',
    ]);
    assert.deepEqual(found('facility', 'flowers at the Monument to the Unknown Soldier'), [
      'Monument to the Unknown Soldier',
    ]);
  });
});

describe('places', () => {
  it('before a plural noun, and joined to a town', () => {
    assert.deepEqual(found('place', 'Farms in Gzornhang and Paekzam counties were hit.'), [
      'Gzornhang',
      'Paekzam',
    ]);
    assert.deepEqual(found('place', 'storms in North and South Onhava provinces'), ['Onhava']);
    assert.deepEqual(found('place', 'support for Onhava and Zornpin, she said'), ['Onhava', 'Zornpin']);
  });

  it('of travel', () => {
    assert.deepEqual(found('place', 'He will travel to Gzarva on foot.'), ['Gzarva']);
  });
});

describe('persons', () => {
  it('with syllables that are words elsewhere, and at the end as the writer', () => {
    assert.deepEqual(found('person', 'Present was Chairman Pak In Chol of the union.'), ['Pak In Chol']);
    assert.deepEqual(found('person', 'They will be judged by history. Un Jong Chol'), ['Un Jong Chol']);
  });

  it('stuck to an honorific in capitals', () => {
    assert.deepEqual(found('person', 'thanks to HEKim Jong Un.'), ['Kim Jong Un']);
  });

  it('between commas behind an office; not ships', () => {
    assert.deepEqual(found('person', 'The UN Special Envoy for Glass, Arnora van Kinbote, travelled.'), [
      'Arnora van Kinbote',
    ]);
    assert.deepEqual(found('person', 'the aircraft carrier Carl Gradus, which left'), []);
  });
});
