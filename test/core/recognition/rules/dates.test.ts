import assert from 'node:assert/strict';
import { found, mentionsIn } from '../support';

const released = '2024-06-20';

/** Dates of a sentence as `words = normalised`. */
function dates(text: string, date: string | undefined = released): string[] {
  return mentionsIn(text, { ...(date === undefined ? {} : { date }) })
    .filter((mention) => mention.type === 'date')
    .map((mention) => `${text.slice(mention.start, mention.end)} = ${mention.normalized ?? '?'}`);
}

describe('dates', () => {
  it('are days with month and year, in either order', () => {
    assert.deepEqual(dates('They met on January 15, 2024 in Onhava.'), ['January 15, 2024 = 2024-01-15']);
    assert.deepEqual(dates('They met on 15 January 2024 in Onhava.'), ['15 January 2024 = 2024-01-15']);
    assert.deepEqual(dates('the 5th of June 2024'), ['5th of June 2024 = 2024-06-05']);
  });

  it('take the dot of an abbreviated month along, but not the full stop behind a month', () => {
    assert.deepEqual(dates('It was on Jan. 20 that they met.'), ['Jan. 20 = 2024-01-20']);
    assert.deepEqual(dates('on Dec.7'), ['Dec.7 = 2023-12-07']);
    assert.deepEqual(dates('They met in May.'), ['May = 2024-05']);
  });

  it('without a year mean the last one before the release, with "will" the next', () => {
    assert.deepEqual(dates('They met on June 19.'), ['June 19 = 2024-06-19']);
    assert.deepEqual(dates('They met on November 3.'), ['November 3 = 2023-11-03']);
    assert.deepEqual(dates('They will meet on November 3.'), ['November 3 = 2024-11-03']);
    assert.deepEqual(
      mentionsIn('They met on June 19.').map((mention) => mention.normalized),
      [undefined],
    );
  });

  it('are ranges with one normal form for both ends', () => {
    assert.deepEqual(dates('a visit from January 15 to 17, 2024'), [
      'January 15 to 17, 2024 = 2024-01-15/2024-01-17',
    ]);
    assert.deepEqual(dates('on 14-16 February'), ['14-16 February = 2024-02-14/2024-02-16']);
    assert.deepEqual(dates('from March 30 to April 2, 2024'), [
      'March 30 to April 2, 2024 = 2024-03-30/2024-04-02',
    ]);
    assert.deepEqual(dates('a plan for 2022–2024'), ['2022–2024 = 2022/2024']);
  });

  it('don’t take a number that counts something for a day', () => {
    assert.deepEqual(dates('On June 5 and 12 countries signed it.'), ['June 5 = 2024-06-05']);
    assert.deepEqual(dates('In 5 hours, at 5:30 p.m., 2,000 people and 2024 tons'), []);
  });

  it('are Juche years: 1912 is the first', () => {
    assert.deepEqual(dates('in April, Juche 108(2019), he'), ['April, Juche 108(2019) = 2019-04']);
    assert.deepEqual(dates('May Juche 106 (2017)'), ['May Juche 106 (2017) = 2017-05']);
    assert.deepEqual(dates('April 23, Juche 109(2020)'), ['April 23, Juche 109(2020) = 2020-04-23']);
    assert.deepEqual(dates('Juche113.1.21.'), ['Juche113.1.21. = 2024-01-21']);
  });

  it('are written in numbers', () => {
    assert.deepEqual(dates('2023-10-20'), ['2023-10-20 = 2023-10-20']);
    assert.deepEqual(dates('on 20.10.2023'), ['20.10.2023 = 2023-10-20']);
    assert.deepEqual(dates('from 10/20/2023 to 03/04/2024'), [
      '10/20/2023 = 2023-10-20',
      '03/04/2024 = 2024-04-03',
    ]);
    const [american] = mentionsIn('on 03/04/2024', { issuer: 'United States Department of State' });
    assert.equal(american?.normalized, '2024-03-04');
    assert.deepEqual(dates('2022-06-08T15:15:00Z, NA'), ['2022-06-08T15:15:00Z = 2022-06-08']);
    assert.deepEqual(dates('paragraph 2023-13-45'), []);
  });

  it('include a weekday beside them', () => {
    assert.deepEqual(dates('Nov. 28, 2024 Thursday'), ['Nov. 28, 2024 Thursday = 2024-11-28']);
    assert.deepEqual(dates('on Tuesday, June 4'), ['Tuesday, June 4 = 2024-06-04']);
    assert.deepEqual(dates('from Thursday, September 5 to Tuesday, December 3, 2024'), [
      'Thursday, September 5 to Tuesday, December 3, 2024 = 2024-09-05/2024-12-03',
    ]);
  });

  it('end at their year where a time of day is stuck to it', () => {
    assert.deepEqual(dates('19 June 201823:03'), ['19 June 2018 = 2018-06-19']);
    assert.deepEqual(dates('Item 201823 of 19 June'), ['19 June = 2024-06-19']);
  });

  it('are months and years by themselves only where a preposition makes them dates', () => {
    assert.deepEqual(dates('since September 2023 and in June'), [
      'September 2023 = 2023-09',
      'June = 2024-06',
    ]);
    assert.deepEqual(dates('You may march in 2021.'), ['2021 = 2021']);
    assert.deepEqual(dates('March on! May I? Resolution 2021'), []);
    assert.deepEqual(dates('in the 1950s'), ['1950s = 1950/1959']);
  });

  it('are not words like today, nor months of last year, nor durations', () => {
    assert.deepEqual(
      found('date', 'today, this year, between June and August of last year, for two years', {
        date: released,
      }),
      [],
    );
  });
});
