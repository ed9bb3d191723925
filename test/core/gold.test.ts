import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

// The hand-made gold of test/gold, described in its README.md. All offsets are code points of the LF text without BOM.
const goldFolder = resolve(__dirname, '../gold');
const corpusFolder = resolve(__dirname, '../../../shared/corpus');
const issuers = ['kcna', 'rodong', 'kremlin'] as const;

const offset = z.number().int().nonnegative();
const isoSpan = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/);
const goldMention = z.strictObject({
  start: offset,
  end: offset,
  type: z.enum(['person', 'organization', 'place', 'role', 'event', 'document', 'facility', 'date']),
  entity: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  level: z.enum(['core', 'optional']),
  parent: z.tuple([offset, offset]).optional(),
  normalized: isoSpan.optional(),
});
const goldFile = z.strictObject({
  version: z.literal(1),
  file: z.string(),
  set: z.enum(['development', 'development-2', 'final']),
  text: z.strictObject({ length: offset, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  mentions: z.array(goldMention).min(1),
});
type GoldMention = z.infer<typeof goldMention>;

const encloses = (outer: GoldMention, inner: GoldMention): boolean =>
  outer !== inner && outer.start <= inner.start && inner.end <= outer.end;
const place = (m: GoldMention): string => `${m.type} [${m.start}, ${m.end})`;

const names = issuers.flatMap((issuer) =>
  readdirSync(join(goldFolder, issuer))
    .sort()
    .map((name) => `${issuer}/${name}`),
);
const gold = names.map((name) => ({ name, yaml: readFileSync(join(goldFolder, name), 'utf8') }));

describe('the hand-made gold', () => {
  for (const { name, yaml } of gold) {
    describe(name, () => {
      const read = goldFile.parse(parse(yaml));
      const { mentions } = read;

      it('is named after its release', () => assert.equal(name, read.file.replace(/\.txt$/, '.gold.yaml')));

      it('orders mentions by start, then longer first, each within the text', () => {
        for (const [i, m] of mentions.entries()) {
          assert.ok(m.start < m.end && m.end <= read.text.length, place(m));
          const before = mentions[i - 1];
          if (before === undefined) continue;
          const inOrder = before.start < m.start || (before.start === m.start && before.end > m.end);
          assert.ok(inOrder, `${place(before)} comes before ${place(m)}`);
        }
      });

      it('gives as parent the smallest mention around, and none where there is none', () => {
        for (const m of mentions) {
          const around = mentions.filter((other) => encloses(other, m));
          const smallest = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
          assert.deepEqual(m.parent, smallest && [smallest.start, smallest.end], place(m));
        }
      });

      it('has no mentions that overlap without one being inside the other', () => {
        for (const [i, m] of mentions.entries()) {
          const crossing = mentions.slice(i + 1).find((o) => o.start < m.end && m.end < o.end);
          assert.equal(crossing, undefined, `${place(m)} is crossed`);
        }
      });

      it('normalizes every core date, and nothing but dates, to a day, month, year or range that exists', () => {
        for (const m of mentions) {
          if (m.type !== 'date') assert.equal(m.normalized, undefined, place(m));
          else if (m.level === 'core') assert.ok(m.normalized, place(m));
          const ends = m.normalized?.split('/') ?? [];
          for (const end of ends) {
            assert.equal(new Date(end).toISOString().slice(0, end.length), end, place(m));
          }
          assert.deepEqual(ends, [...ends].sort(), place(m));
        }
      });
    });
  }
});

/** The text as offsets count it: UTF-8 without BOM, line ends as LF. */
function storedText(file: string): string {
  return readFileSync(join(corpusFolder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}

/** The choice of test/gold/README.md: the ten files of 600 to 6,000 bytes whose hash is lowest. */
function choose(issuer: string): readonly string[] {
  const rank = (file: string): string =>
    createHash('sha256').update(`pressmark gold 1:${issuer}/${file}`).digest('hex');
  return readdirSync(join(corpusFolder, issuer))
    .filter((file) => file.endsWith('.txt'))
    .filter((file) => {
      const { size } = statSync(join(corpusFolder, issuer, file));
      return 600 <= size && size <= 6000;
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .slice(0, 10);
}

/** The second choice: of the files of 900 to 3,500 bytes that the first left, the lowest hash of each year, then the next of each. */
function chooseByYear(issuer: string): readonly string[] {
  const rank = (file: string): string =>
    createHash('sha256').update(`pressmark gold 2:${issuer}/${file}`).digest('hex');
  const taken = new Set(choose(issuer));
  const years = new Map<string, string[]>();
  for (const file of readdirSync(join(corpusFolder, issuer)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const { size } = statSync(join(corpusFolder, issuer, file));
    if (!file.endsWith('.txt') || taken.has(file) || size < 900 || size > 3500) continue;
    years.set(file.slice(0, 4), [...(years.get(file.slice(0, 4)) ?? []), file]);
  }
  const chosen: string[] = [];
  for (let round = 0; round < 7; round++)
    for (const year of [...years.keys()].sort())
      chosen.push(...(years.get(year)?.slice(round, round + 1) ?? []));
  return chosen.slice(0, 7);
}

describe('the releases behind the hand-made gold', () => {
  before(function () {
    if (existsSync(corpusFolder)) return;
    console.log('      skipped: ../shared/corpus is not there, so offsets are not compared with the texts');
    this.skip();
  });

  for (const { name, yaml } of gold) {
    it(`has the text that ${basename(name)} was made from`, () => {
      const read = goldFile.parse(parse(yaml));
      const text = storedText(read.file);
      const characters = [...text];
      assert.equal(characters.length, read.text.length);
      assert.equal(createHash('sha256').update(text).digest('hex'), read.text.sha256);
      for (const m of read.mentions) {
        const covered = characters.slice(m.start, m.end).join('');
        assert.equal(covered, covered.trim(), place(m));
        assert.doesNotMatch(
          covered,
          /^[.,;:"'’(*-]|[,;:"'’(*-]$|['’]s$/,
          `${place(m)} takes its surroundings along`,
        );
      }
    });
  }

  it('is the documented second choice: seven releases of an issuer, the lowest of each year in turn', () => {
    for (const issuer of issuers) {
      const expected = chooseByYear(issuer).map((file) => [file, 'development-2']);
      const sets = gold
        .filter(({ name }) => name.startsWith(`${issuer}/`))
        .map(({ yaml }) => goldFile.parse(parse(yaml)))
        .filter(({ set }) => set === 'development-2')
        .map((read) => [basename(read.file), read.set]);
      assert.deepEqual(Object.fromEntries(sets), Object.fromEntries(expected));
    }
  });

  it('is the documented choice: of ten releases of an issuer, five for development and five for the end', () => {
    for (const issuer of issuers) {
      const chosen = choose(issuer);
      const sets = Object.fromEntries(
        gold
          .filter(({ name }) => name.startsWith(`${issuer}/`))
          .map(({ yaml }) => goldFile.parse(parse(yaml)))
          .filter(({ set }) => set !== 'development-2')
          .map((read) => [basename(read.file), read.set]),
      );
      const expected = chosen.map((file, i) => [file, i < 5 ? 'development' : 'final']);
      assert.deepEqual(sets, Object.fromEntries(expected));
    }
  });
});
