import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { assertLinear } from '../linear';

const piece = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '-0-',
  '###',
  '--',
  '—',
  'Onhava, May 5 (ZNA) --',
  'See also',
  'Share',
  '5 May 2026',
  'Juche113.1.21.',
  '2022-06-08T15:15:00Z, NA',
  'A Title of Some Length',
  'Political News Team',
  'www.zna.example',
  '**',
  '\ud83d',
  '😀',
  'They met in the capital.',
  'continuing in the',
  'and so on',
  ',',
  '"',
  '(',
  'Kim Jong Un',
  '1. ',
  '- ',
);
const anyText = fc.oneof(
  fc
    .array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'binary' })), { maxLength: 60 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

describe('parseRelease on any text', () => {
  it('never throws; regions are in order, apart, not empty, and hold no space at their ends', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, fileName) => {
        const { regions, metadata } = parseRelease(text, { fileName });
        let at = 0;
        for (const { start, end, hardBreaks = [] } of regions) {
          assert.ok(at <= start && start < end && end <= text.length);
          assert.equal(text.slice(start, end).trim().length > 0, true);
          assert.doesNotMatch(text.slice(start, end), /^\s|\s$/u);
          for (const breakAt of hardBreaks)
            assert.ok(breakAt > start && breakAt < end && /[\s\u200b\ufeff]/u.test(text[breakAt]!));
          at = end;
        }
        if (metadata.date !== undefined) assert.match(metadata.date, /^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves no letter outside every region', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { regions } = parseRelease(text);
        let rest = '';
        let at = 0;
        for (const { start, end } of regions) {
          rest += text.slice(at, start);
          at = end;
        }
        assert.doesNotMatch(rest + text.slice(at), /[\p{L}\d]/u);
      }),
      { numRuns: 1000 },
    );
  });

  const units: Record<string, string> = {
    'one line': 'x',
    'a a a a': 'a ',
    brackets: '[',
    'closing brackets': '([{',
    'blank lines': '\n',
    'short lines': 'a\n',
    'carriage returns': 'a\r',
    spaces: ' ',
    'end marks': 'a -0- ',
    'glued end marks': '-0-',
    dashes: '-- ',
    'open lines': 'it went on and on with no end in the sight of\n\n',
    datelines: 'Onhava, May 5 (ZNA) -- it was.\n',
    bylines: 'It was. Rodong Sinmun ',
    dates: 'A thing was done\n5 May 2026\n',
    headings: 'See also\n',
    surrogates: '\ud83d',
  };
  for (const [name, unit] of Object.entries(units))
    it(`takes linear time on ${name}`, () => {
      assertLinear(parseRelease, unit);
    });

  it('reads a line of ten million units', () => {
    const { regions } = parseRelease('Onhava is large. '.repeat(600_000));
    assert.equal(regions.length, 1);
  });
});
