import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import type { Annotation, Selector } from '../../../src/core/annotation/annotation';
import { makeSelector, quoteOf } from '../../../src/core/annotation/selector';
import { trimSpan, widenToGraphemes } from '../../../src/core/text/graphemes';
import { storedOffsets } from '../../../src/core/text/offsets';
import type { Span } from '../../../src/core/text/span';
import { awkwardText } from '../text/awkward';

const syllables = [
  'ba',
  'den',
  'ko',
  'lis',
  'mar',
  'ne',
  'po',
  'ri',
  'sun',
  'ta',
  'vel',
  'zu',
  'é',
  '산',
  'ж',
];
const word = fc
  .array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 })
  .map((all) => all.join(''));
const sentence = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('the', 'of', 'and') }),
    {
      minLength: 6,
      maxLength: 14,
    },
  )
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const anyRelease = fc.array(paragraph, { minLength: 2, maxLength: 8 }).map((all) => all.join('\n\n'));

/** A text and annotations of it, each of some words in a row. */
const annotatedRelease = anyRelease.chain((text) => {
  const words = [...text.matchAll(/\S+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  return fc
    .array(fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 8 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((picks) => {
      const spans = picks.map(([first, count]) => ({
        start: words[first]!.start,
        end: words[Math.min(words.length, first + count) - 1]!.end,
      }));
      return { text, spans, annotations: annotate(text, spans) };
    });
});

function annotate(text: string, spans: readonly Span[]): readonly Annotation[] {
  const offsets = storedOffsets(text);
  return spans.map((span, i) => ({
    id: i.toString(36).padStart(8, '0'),
    codes: [],
    target: [makeSelector(text, span, offsets)],
  }));
}

/** Characters that two texts have in common at their beginning. */
function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

const runs = { numRuns: 3000 };

describe('anchors', () => {
  it('are all exact in the same text, with whatever line ends, with and without the old text', () => {
    fc.assert(
      fc.property(annotatedRelease, fc.constantFrom('\n', '\r\n', '\r'), ({ text, annotations }, end) => {
        const now = text.replace(/\n/g, end);
        for (const options of [{}, { previousText: text }, { previousLength: [...text].length }]) {
          for (const [i, anchor] of anchorAnnotations(now, annotations, options).entries()) {
            assert.equal(anchor.state, 'exact');
            assert.equal(quoteOf(now, anchor.spans[0]!), annotations[i]!.target[0]!.quote);
          }
        }
      }),
      runs,
    );
  });

  it('are all exact in the same text, whatever its characters', () => {
    const spans = fc.array(fc.tuple(fc.nat(600), fc.nat(40)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(awkwardText, spans, (text, picks) => {
        const chosen = picks
          .map(([at, length]) => ({
            start: Math.min(at, text.length),
            end: Math.min(at + length, text.length),
          }))
          .map((span) => widenToGraphemes(text, trimSpan(text, widenToGraphemes(text, span))))
          .filter(({ start, end }) => start < end);
        for (const options of [{}, { previousText: text }]) {
          for (const [i, anchor] of anchorAnnotations(text, annotate(text, chosen), options).entries()) {
            assert.deepEqual(anchor, { id: anchor.id, state: 'exact', spans: [chosen[i]] });
          }
        }
      }),
      runs,
    );
  });

  it('follow what is put in before them, unless that begins with the same words and may as well stand behind them', () => {
    fc.assert(
      fc.property(annotatedRelease, paragraph, ({ text, spans, annotations }, added) => {
        const now = `${added}\n\n${text}`;
        const shift = added.length + 2;
        const same = commonBeginning(now, text);
        for (const options of [{ previousText: text }, { previousLength: [...text].length }]) {
          for (const [i, { state, spans: found }] of anchorAnnotations(now, annotations, options).entries()) {
            const { start, end } = spans[i]!;
            const behind = { start: start + shift, end: end + shift };
            if (start >= same || state === 'moved') assert.deepEqual(found, [behind]);
            if (start >= same && 'previousText' in options) assert.equal(state, 'moved');
            if (start < same) assert.notEqual(state, 'exact');
          }
        }
      }),
      runs,
    );
  });

  it('go where their words went, wherever something is put in between, and say so when they are not sure', () => {
    fc.assert(
      fc.property(annotatedRelease, sentence, fc.nat(), ({ text, spans, annotations }, added, pick) => {
        const gaps = [...text.matchAll(/(?<=\.) /g)].map((m) => m.index + 1);
        const at = gaps.length === 0 ? 0 : gaps[pick % gaps.length]!;
        const now = `${text.slice(0, at)}${added} ${text.slice(at)}`;
        const shift = added.length + 1;
        for (const options of [{ previousText: text }, { previousLength: [...text].length }]) {
          for (const [i, { state, spans: found }] of anchorAnnotations(now, annotations, options).entries()) {
            const { start, end } = spans[i]!;
            if (start < at && end > at) continue;
            const there = start < at ? { start, end } : { start: start + shift, end: end + shift };
            if (state === 'exact' || state === 'moved') assert.deepEqual(found, [there]);
          }
        }
      }),
      runs,
    );
  });

  it('lead back again', () => {
    fc.assert(
      fc.property(annotatedRelease, paragraph, ({ text, spans, annotations }, added) => {
        const now = `${text}\n\n${added}`;
        const there = anchorAnnotations(now, annotations, { previousText: text });
        const again = annotate(
          now,
          there.map((anchor) => anchor.spans[0]!),
        );
        const back = anchorAnnotations(text, again, { previousText: now });
        assert.deepEqual(
          back.map((anchor) => anchor.spans[0]),
          spans,
        );
      }),
      runs,
    );
  });

  it('of a deleted sentence are never attached, even if it is said again elsewhere', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 5, maxLength: 9 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (sentences, pick, place, known) => {
          const doomed = pick % sentences.length;
          const said = place % (sentences.length + 1);
          fc.pre(said !== doomed && said !== doomed + 1);
          const before = [...sentences];
          before.splice(said, 0, sentences[doomed]!);
          const index = said <= doomed ? doomed + 1 : doomed;
          const text = before.join(' ');
          const start = before.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
          const end = start + before[index]!.length;
          const annotations = annotate(text, [
            { start, end },
            { start: start + 3, end: end - 8 },
          ]);
          const now = before.toSpliced(index, 1).join(' ');
          const options = known ? { previousText: text } : { previousLength: [...text].length };
          for (const { state } of anchorAnnotations(now, annotations, options)) {
            assert.ok(state !== 'exact' && state !== 'moved', state);
          }
        },
      ),
      runs,
    );
  });
});

const anySelector: fc.Arbitrary<Selector> = fc.record(
  {
    start: fc.oneof(fc.integer(), fc.nat(200), fc.constantFrom(Number.MAX_SAFE_INTEGER, 1e300)),
    end: fc.oneof(fc.integer(), fc.nat(200)),
    quote: fc.oneof(fc.string({ unit: 'grapheme' }), awkwardText, fc.constantFrom('the', 'the of', '\0')),
    prefix: fc.oneof(fc.string(), fc.constantFrom('of ', '\0')),
    suffix: fc.oneof(fc.string(), fc.constantFrom(' and')),
  },
  { requiredKeys: ['start', 'end', 'quote'] },
);

describe('whatever selectors say', () => {
  it('every annotation gets its anchor, within the text', () => {
    const texts = fc.oneof(anyRelease, awkwardText, fc.constant(''));
    const targets = fc.array(fc.array(anySelector, { maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(texts, fc.option(texts, { nil: undefined }), targets, (text, previousText, all) => {
        const annotations = all.map((target, i) => ({ id: `id${i}`, codes: [], target }));
        const options = previousText === undefined ? {} : { previousText };
        const anchors = anchorAnnotations(text, annotations, options);
        assert.deepEqual(
          anchors.map(({ id }) => id),
          annotations.map(({ id }) => id),
        );
        for (const [i, { state, spans, score }] of anchors.entries()) {
          assert.equal(spans.length, state === 'orphan' ? 0 : all[i]!.length);
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
          if (score !== undefined) assert.ok(score >= 0 && score <= 1);
        }
      }),
      runs,
    );
  });
});
