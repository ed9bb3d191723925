import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitsGrapheme, trimSpan, widenToGraphemes } from '../../../src/core/text/graphemes';
import { cost } from '../linear';
import { awkwardSpan } from './awkward';

/** The part of `marked` between brackets, widened, with brackets around the result. */
function widened(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const span = widenToGraphemes(text, { start, end });
  return `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
}

describe('a selection is widened', () => {
  it('not at all in plain text', () => assert.equal(widened('a [b] c'), 'a [b] c'));
  it('to whole letters with their accents', () => assert.equal(widened('caf[e]\u0301 x'), 'caf[e\u0301] x'));
  it('to whole emoji', () => assert.equal(widened('a\ud83d[\ude00] b'), 'a[\ud83d\ude00] b'));
  it('to whole families', () =>
    assert.equal(
      widened('\u{1f468}\u200d[\u{1f469}]\u200d\u{1f467}!'),
      '[\u{1f468}\u200d\u{1f469}\u200d\u{1f467}]!',
    ));
  it('to whole flags, even within a row of them', () =>
    assert.equal(
      widened('\u{1f1f0}\u{1f1f5}\u{1f1f7}[\u{1f1fa}]\u{1f1f0}\u{1f1f5}'),
      '\u{1f1f0}\u{1f1f5}[\u{1f1f7}\u{1f1fa}]\u{1f1f0}\u{1f1f5}',
    ));
  it('to whole Hangul syllables in NFD', () =>
    assert.equal(widened('\u1100[\u1161]\u11a8 x'), '[\u1100\u1161\u11a8] x'));
  it('to whole CRLF', () => assert.equal(widened('a[b\r]\nc'), 'a[b\r\n]c'));
  it('to nothing when it is empty', () => assert.equal(widened('e[]\u0301'), '[]e\u0301'));

  it('as segmenting the whole text says', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(awkwardSpan, ({ text, start, end }) => {
        const borders = [...segmenter.segment(text)].map((s) => s.index).concat(text.length);
        const from = borders.filter((b) => b <= start).at(-1);
        const to = start === end ? from : borders.find((b) => b >= end);
        assert.deepEqual(widenToGraphemes(text, { start, end }), { start: from, end: to });
        assert.equal(splitsGrapheme(text, { start: from!, end: to! }), false);
      }),
      { numRuns: 3000 },
    );
  });

  it('at once in a hostile text', () => {
    const text = '\u0301'.repeat(5_000_000);
    const took = cost(() => widenToGraphemes(text, { start: 2_500_000, end: 2_500_001 }));
    assert.ok(took < 500, `${took} ms`);
  });
});

describe('trimming', () => {
  const trimmed = (text: string): string => {
    const { start, end } = trimSpan(text, { start: 0, end: text.length });
    return text.slice(start, end);
  };
  it('drops white space at both ends, no-break spaces too', () =>
    assert.equal(trimmed(' \r\n\u00a0a b\u3000\n'), 'a b'));
  it('leaves nothing of nothing but white space', () => assert.equal(trimmed(' \n '), ''));
});
