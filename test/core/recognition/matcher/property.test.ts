import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileNames } from '../../../../src/core/recognition/matcher/compileNames';
import { findNames } from '../../../../src/core/recognition/matcher/findNames';
import { HitBuffer } from '../../../../src/core/recognition/matcher/hitBuffer';
import { scanNames } from '../../../../src/core/recognition/matcher/scanNames';
import type { NameEntry } from '../../../../src/core/recognition/matcher/names';
import { windowSize } from '../../../../src/core/recognition/matcher/units';
import { assertLinear } from '../../linear';
import { referenceHits } from './referenceMatcher';

const word = fc.constantFrom(
  ...[
    'Kim',
    'Jong',
    'Un',
    'KIM',
    'kim',
    'of',
    'the',
    'U',
    'S',
    's',
    'US',
    'Xi',
    'an',
    'José',
    'JOSE',
    'Straße',
    'STRASSE',
    'Łódź',
  ],
  ...[
    'Workers',
    'Party',
    'who',
    'visited',
    'Ung',
    'O',
    'Brien',
    'DPRK',
    'Russia',
    'Mt',
    'W',
    '中',
    '王毅',
    '김정은',
    '113',
    'й',
    'Йод',
    'McUn',
    'KimJong',
  ],
);
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constant(' ') },
  fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\n\n',
      '\n\n\n',
      '\u00a0',
      '  ',
      '**',
      '** ',
      ' **',
      '-',
      '‑',
      '–',
      ' - ',
      '--',
      "'",
      '’',
      "' ",
      '’s ',
      '.',
      '. ',
      ', ',
    ],
    ...[
      '',
      '',
      '',
      ' (',
      ') ',
      '“',
      '” ',
      '"',
      '\u200b',
      '\u00ad',
      '\u0301',
      '/',
      '・',
      '! ',
      '\u2028',
      '😀',
      '\ud83d',
    ],
  ),
);
const written = fc.oneof(
  { weight: 4, arbitrary: fc.constant((s: string) => s) },
  fc.constantFrom<(s: string) => string>(
    (s) => s.normalize('NFD'),
    (s) => s.toUpperCase(),
  ),
);
const text = fc
  .tuple(fc.array(fc.tuple(gap, word), { minLength: 1, maxLength: 14 }), gap, written)
  .map(([parts, end, write]) => write(parts.map((part) => part.join('')).join('') + end));
const inName = fc.constantFrom(' ', ' ', ' ', '-', "'", "' ", '.', '. ', ' (', '');
const name = fc
  .tuple(word, fc.array(fc.tuple(inName, word), { maxLength: 3 }), fc.constantFrom('', '', '', '.'), written)
  .map(([first, rest, end, write]) => write(first + rest.map((part) => part.join('')).join('') + end));
const entry: fc.Arbitrary<NameEntry> = fc.record(
  {
    text: name,
    caseRule: fc.constantFrom('exact' as const, 'raise' as const, 'ignore' as const),
    glue: fc.constantFrom('none' as const, 'capital' as const, 'word' as const),
  },
  { requiredKeys: ['text'] },
);

function allHits(entries: readonly NameEntry[], searched: string): string[] {
  const index = compileNames(entries);
  const hits = new HitBuffer();
  scanNames(index, searched, 0, searched.length, hits);
  const found: string[] = [];
  for (let i = 0; i < hits.length; i++) {
    const form = hits.form(i);
    for (let k = index.entryStarts[form]!; k < index.entryStarts[form + 1]!; k++)
      found.push(`${hits.start(i)}-${hits.end(i)} ${index.formEntries[k]!}`);
  }
  return found.sort();
}

describe('findNames on random texts', () => {
  it('finds exactly what the slow reference finds', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), text, (entries, searched) => {
        const expected = referenceHits(entries, searched).map(
          ({ start, end, entry: e }) => `${start}-${end} ${e}`,
        );
        assert.deepEqual(allHits(entries, searched), expected.sort());
      }),
      { numRuns: 4000 },
    );
  });

  it('finds names whatever others begin alike, stuck together or not', () => {
    const part = fc.constantFrom('Kim', 'Jong', 'Un', 'KimJong', 'McUn');
    const few = fc
      .array(fc.tuple(fc.constantFrom(' ', ' ', '', '-'), part), { minLength: 1, maxLength: 4 })
      .map((parts) =>
        parts
          .map((own) => own.join(''))
          .join('')
          .trim(),
      );
    const alike = fc.array(few, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(alike, few, few, (names, before, behind) => {
        const searched = before + behind;
        const together = allHits(
          names.map((own) => ({ text: own })),
          searched,
        );
        const each = names.flatMap((own, i) =>
          allHits([{ text: own }], searched).map((hit) => hit.replace(/\d+$/, String(i))),
        );
        assert.deepEqual(together, each.sort());
      }),
      { numRuns: 3000 },
    );
  });

  it('finds in a long text what it finds in its parts, wherever they lie', () => {
    const names = fc.array(entry, { minLength: 1, maxLength: 4 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(names, text, fc.nat(2), fc.boolean(), share, (entries, rest, parts, reaching, within) => {
        const index = compileNames(entries);
        const found = (searched: string, from: number, to: number, base: number): string[] =>
          findNames(index, searched, from, to).map(
            ({ start, end, entries: own }) => `${start - base}-${end - base} ${own.join()}`,
          );
        const own = entries.map((each) => each.text).join(' ') + rest;
        // Nothing is found in it nor reaches across; so long that within `own` a part ends that is read at once, or what is looked at in it.
        const edge = parts * windowSize - (reaching ? index.reach : 0) - Math.floor(within * own.length);
        const filler = '!'.repeat(Math.max(0, edge - 4));
        const searched = `${filler}\n\n\n\n${own}\n\n\n\n${filler}`;
        const base = filler.length + 4;
        const expected = found(own, 0, own.length, 0);
        assert.deepEqual(found(searched, base, base + own.length, base), expected);
        assert.deepEqual(found(searched, 0, searched.length, base), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every name as written, at its own place', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (entries) => {
        const index = compileNames(entries);
        entries.forEach((own, i) => {
          if (index.skipped.includes(i)) return;
          const searched = `see ${own.text}, then`;
          const hits = findNames(index, searched);
          assert.ok(
            hits.some((hit) => hit.entries.includes(i)),
            own.text,
          );
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws, whatever names and text; flat hits never overlap and hold their nested ones', () => {
    const any = fc.oneof(text, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, any), { maxLength: 8 }),
        any,
        fc.nat(20),
        fc.nat(60),
        (names, searched, from, length) => {
          const index = compileNames(names.map((own) => ({ text: own })));
          const hits = findNames(index, searched, from, from + length);
          let at = from;
          hits.forEach(({ start, end, parent, entries }, i) => {
            assert.ok(start < end && start >= from && end <= Math.min(from + length, searched.length));
            assert.ok(entries.length > 0 && parent < i);
            if (parent >= 0) {
              const outer = hits[parent]!;
              assert.ok(outer.parent < 0 && outer.start <= start && end <= outer.end);
            } else {
              assert.ok(start >= at);
              at = end;
            }
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('findNames on hostile texts', () => {
  const hostile = compileNames(
    [
      'a',
      ...Array.from({ length: 4 }, (_, i) => 'a '.repeat(2 ** (i + 1)).trim()),
      'Kim Jong Un',
      'A A A',
      'U.S.',
      'x'.repeat(64),
      '가가가',
      '[a] [a]',
      'Aa Aa Aa',
    ].map((own) => ({ text: own })),
  );
  const scan = (searched: string): void => {
    const hits = new HitBuffer();
    scanNames(hostile, searched, 0, searched.length, hits);
  };
  const units: Record<string, string> = {
    'a a a a': 'a ',
    'one word': 'a',
    'stuck words': 'aA',
    'longer stuck words': 'Kim Jong ',
    brackets: '[',
    'a in brackets': '[a] ',
    spaces: ' ',
    'blank lines': 'a\n\n',
    marks: 'a\u0301\u0301\u0301',
    'signs of no width': '\u00ad',
    dots: 'U.S.',
    'a script without spaces': '가',
    hyphens: 'a-',
    capitals: 'A ',
  };
  for (const [kind, unit] of Object.entries(units))
    it(`takes linear time on ${kind}`, () => {
      assertLinear(scan, unit, 15_000);
    });

  it('reads a line of ten million units', () => {
    const index = compileNames([{ text: 'Kim Jong Un' }]);
    assert.equal(findNames(index, 'so said Kim Jong Un '.repeat(500_000)).length, 500_000);
  });
});
