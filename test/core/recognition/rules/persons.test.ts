import assert from 'node:assert/strict';
import { found, mentionsIn } from '../support';

const persons = (text: string): string[] => found('person', text);

describe('persons no list holds', () => {
  it('stand behind an office or an honorific', () => {
    assert.deepEqual(persons('He met Foreign Minister Conmal Qwirkle.'), ['Conmal Qwirkle']);
    assert.deepEqual(persons('It was Mr. Qwirkle and Ms. Bodo Bretwit.'), ['Qwirkle', 'Bodo Bretwit']);
    assert.deepEqual(persons('H.E. Mr. Justin HAYHURST arrived.'), ['Justin HAYHURST']);
  });

  it('are not the first word of the line behind one that was cut off', () => {
    assert.deepEqual(persons('Thanks were extended to Respected Comrade\nThe Zemblan side welcomed it.'), []);
  });

  it('stand before an apposed office or a verb of speech', () => {
    assert.deepEqual(persons('There was Gzorn Qwirkle, vice-minister of Trade of Zembla.'), [
      'Gzorn Qwirkle',
    ]);
    assert.deepEqual(persons('In Onhava, Gzorn Qwirkle said so.'), ['Gzorn Qwirkle']);
  });

  it('are known by their given or family name', () => {
    assert.deepEqual(
      persons(
        'The guests were Marek Gzornic, Kim Song Nam, Cho Tae-yul, Zhang Qwei and KAMIKAWA Haruko.',
      ).slice(0, 3),
      ['Marek Gzornic', 'Kim Song Nam', 'Cho Tae-yul'],
    );
    assert.deepEqual(persons('with So Yong Guk and Kang Jin U'), ['So Yong Guk', 'Kang Jin U']);
  });

  it('keep patronymics, initials and particles', () => {
    assert.deepEqual(persons('President Oleg Viktorovich Qwirkle'), ['Oleg Viktorovich Qwirkle']);
    assert.deepEqual(persons('Minister V. V. Qwirkle said'), ['V. V. Qwirkle']);
    assert.deepEqual(persons('Minister Ahmed al-Gzorn said'), ['Ahmed al-Gzorn']);
    assert.deepEqual(persons('Minister Maria von der Gzorn said'), ['Maria von der Gzorn']);
  });

  it('are not bodies, places, months or words that open a sentence', () => {
    assert.deepEqual(
      persons('Today Charles Xavier met the Working Group. Addressing Charles Xavier, Onhava Port said no.'),
      ['Charles Xavier', 'Charles Xavier'],
    );
    assert.deepEqual(persons('The Trade Committee said. In June Zembla said.'), []);
  });

  it('in a headline are taken only as far as evidence goes', () => {
    assert.deepEqual(
      found('person', 'Foreign Minister Conmal Qwirkle Meets With Zemblan Delegation', {
        region: 'headline',
      }),
      ['Conmal Qwirkle'],
    );
    assert.deepEqual(found('person', 'New Houses Built In Northern Villages', { region: 'headline' }), []);
  });
});

describe('short forms', () => {
  it('are family names, once the full name stands anywhere in the release', () => {
    assert.deepEqual(persons('Xavier spoke. Later Charles Xavier left.'), ['Xavier', 'Charles Xavier']);
    const [first] = mentionsIn('Xavier spoke. Later Charles Xavier left.');
    assert.equal(first?.entity, 'charles-xavier');
    assert.equal(first?.reason, 'short-form');
    assert.deepEqual(persons('Xavier spoke.'), []);
  });

  it('hold for persons found by a rule, too', () => {
    assert.deepEqual(persons('Foreign Minister Conmal Qwirkle came. Qwirkle said so.'), [
      'Conmal Qwirkle',
      'Qwirkle',
    ]);
  });

  it('are never family names that many share in Korea, unless beside an office', () => {
    assert.deepEqual(persons('Minister Kim Song Nam came. Kim left.'), ['Kim Song Nam']);
    assert.deepEqual(persons('Minister Cho Tae-yul came. Minister Cho left.'), ['Cho Tae-yul', 'Cho']);
  });

  it('are not part of longer names', () => {
    assert.deepEqual(persons('Charles Xavier opened the Xavier Institute. Boris Xavier did not.'), [
      'Charles Xavier',
      'Boris Xavier',
    ]);
  });
});
