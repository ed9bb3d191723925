import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRelease } from '../../../src/core/release/parseRelease';
import type { Region } from '../../../src/core/release/release';

const shared = resolve(__dirname, '../../../../shared');

interface Gold {
  readonly files: readonly {
    readonly file: string;
    readonly structure: readonly (Region & { readonly date?: string; readonly place?: string })[];
  }[];
}

/** Runs only beside the shared texts, which this project does not hold; says so where they are absent. */
function withShared(folder: string, run: (path: string) => void): () => void {
  const path = join(shared, folder);
  return () => {
    if (existsSync(path)) run(path);
    else console.log(`      skipped: ../shared/${folder} is absent`);
  };
}

describe('parseRelease on real releases', () => {
  it(
    'finds the gold regions of the five, offset by offset',
    withShared('gold', (path) => {
      const gold = JSON.parse(readFileSync(join(path, 'gold.json'), 'utf8')) as Gold;
      for (const { file, structure } of gold.files) {
        const text = readFileSync(join(shared, 'press-releases', file), 'utf8');
        const { regions, metadata } = parseRelease(text, { fileName: file });
        const expected = structure.map(({ type, start, end, hardBreaks }) => ({
          type,
          start,
          end,
          ...(hardBreaks ? { hardBreaks } : {}),
        }));
        assert.deepEqual(regions, expected, file);
        const dated =
          structure.find(({ type, date }) => type === 'dateline' && date) ??
          structure.find(({ date }) => date);
        assert.equal(metadata.date, dated?.date, file);
        const placed = structure.find(({ place }) => place);
        assert.equal(metadata.place, placed?.place, file);
      }
    }),
  );

  for (const [issuer, end] of [
    ['kcna', 'endmark'],
    ['kremlin', 'paragraph'],
  ] as const)
    it(
      `gives every release of ${issuer} one headline, a date and a body`,
      withShared(`corpus/${issuer}`, (path) => {
        const strayDates: string[] = [];
        for (const file of readdirSync(path)) {
          const { regions, metadata, text } = parseRelease(readFileSync(join(path, file), 'utf8'), {
            fileName: file,
          });
          assert.equal(regions[0]?.type, 'headline', file);
          assert.equal(regions.filter(({ type }) => type === 'headline').length, 1, file);
          assert.equal(regions.at(-1)?.type, end, file);
          const days = (Date.parse(metadata.date ?? '') - Date.parse(file.slice(0, 10))) / 86_400_000;
          if (!(Math.abs(days) <= 1)) strayDates.push(file);
          const covered = regions.reduce((sum, region) => sum + region.end - region.start, 0);
          assert.ok(covered >= 0.9 * text.trim().length, file);
          const hidden = regions
            .filter(({ type }) => type === 'boilerplate')
            .reduce((sum, r) => sum + r.end - r.start, 0);
          assert.ok(hidden <= 2, file);
        }
        // One dateline of KCNA is a week older than the news below it.
        assert.ok(strayDates.length <= 1, strayDates.join(', '));
      }),
    );
});
