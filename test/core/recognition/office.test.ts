import assert from 'node:assert/strict';
import { canonicalOffice, officeId, officesAt } from '../../../src/core/recognition/office';
import { entity } from './support';

describe('offices', () => {
  const person = entity({
    id: 'x',
    type: 'person',
    name: 'X',
    offices: [
      { title: 'Governor', of: 'onhava', from: '2010', until: '2015-03' },
      { title: 'President', of: 'zembla', from: '2015-03-20' },
    ],
  });
  const titles = (date?: string): string[] => officesAt(person, date).map(({ title }) => title);

  it('are those held at a date; the day an office ends is not part of it', () => {
    assert.deepEqual(titles('2009-12-31'), []);
    assert.deepEqual(titles('2010-06-01'), ['Governor']);
    assert.deepEqual(titles('2015-02-28'), ['Governor']);
    assert.deepEqual(titles('2015-03-19'), []);
    assert.deepEqual(titles('2015-03-20'), ['President']);
    assert.deepEqual(titles('2024'), ['President']);
  });

  it('without a date are those that haven’t ended', () => {
    assert.deepEqual(titles(), ['President']);
  });

  it('have one spelling for many', () => {
    for (const title of [
      'Foreign Minister',
      'Minister of Foreign Affairs',
      'minister for Foreign Affairs',
      'Minister of the Foreign Affairs',
    ])
      assert.equal(canonicalOffice(title), 'minister-of-foreign-affairs', title);
    assert.equal(canonicalOffice('Defense Minister'), 'minister-of-defence');
    assert.equal(canonicalOffice('First Deputy Defence Minister'), 'first-deputy-minister-of-defence');
    assert.equal(canonicalOffice('Vice-Minister of Foreign Affairs'), 'deputy-minister-of-foreign-affairs');
    assert.equal(canonicalOffice('First Deputy Prime Minister'), 'first-deputy-prime-minister');
  });

  it('have an id made of title and polity', () => {
    assert.equal(officeId('Foreign Minister', 'zembla'), 'minister-of-foreign-affairs-zembla');
    assert.equal(officeId('President', 'zembla'), 'president-of-zembla');
    assert.equal(officeId('Ambassador to North Korea', 'russia'), 'ambassador-of-russia-to-north-korea');
  });
});
