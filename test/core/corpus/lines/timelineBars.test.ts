import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timelineBars } from '../../../../src/core/corpus/lines/timelineBars';

const day = fc
  .date({ min: new Date('1946-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a time line', () => {
  it('counts by day, month or year, whichever gives a readable number of bars, without gaps', () => {
    const days = timelineBars([
      { date: '2024-02-28', count: 2 },
      { date: '2024-03-01', count: 1 },
    ]);
    assert.equal(days.unit, 'day');
    assert.deepEqual(
      days.bars.map(({ period, count }) => `${period} ${count}`),
      ['2024-02-28 2', '2024-02-29 0', '2024-03-01 1'],
    );
    const months = timelineBars([
      { date: '2023-11-30', count: 2 },
      { date: '2024-09-01', count: 1 },
      { date: '2024-09-03', count: 4 },
      { date: undefined, count: 7 },
    ]);
    assert.equal(months.unit, 'month');
    assert.deepEqual(months.bars[0], { period: '2023-11', count: 2, releases: 1 });
    assert.deepEqual(months.bars.at(-1), { period: '2024-09', count: 5, releases: 2 });
    assert.equal(months.bars.length, 11);
    assert.equal(months.undated, 7);
    assert.equal(
      timelineBars([
        { date: '1946-01-01', count: 1 },
        { date: '2024-01-01', count: 1 },
      ]).bars.length,
      79,
    );
    assert.deepEqual(timelineBars([]), { unit: 'year', bars: [], undated: 0 });
  });

  it('loses nothing, and its periods follow each other', () => {
    const counts = fc.array(fc.record({ date: fc.option(day, { nil: undefined }), count: fc.nat(9) }));
    fc.assert(
      fc.property(counts, (given) => {
        const { bars, undated, unit } = timelineBars(given);
        const sum = bars.reduce((total, { count }) => total + count, 0);
        assert.equal(
          sum + undated,
          given.reduce((total, { count }) => total + count, 0),
        );
        const dated = given.filter(({ date }) => date !== undefined);
        assert.equal(
          bars.reduce((total, { releases }) => total + releases, 0),
          dated.length,
        );
        const periods = bars.map(({ period }) => period);
        assert.deepEqual(periods, [...new Set(periods)].sort());
        const length = { year: 4, month: 7, day: 10 }[unit];
        assert.ok(periods.every((period) => period.length === length));
      }),
    );
  });
});
