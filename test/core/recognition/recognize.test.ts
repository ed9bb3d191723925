import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mention } from '../../../src/core/recognition/mention';
import { recognize } from '../../../src/core/recognition/recognize';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { contains, overlaps } from '../../../src/core/text/span';
import { mentionsIn, someGazetteer } from './support';

const pieces =
  `Zembla|Terra|Zemblan|Onhava|President|Charles Xavier|Xavier|Minister of|Foreign|Ministry|of the|and|,|.|(|)|UN|June 5|2024|
 summit|-|'s|’|**|\n|\n\n| |Joint Declaration|Kim Jong Un|Comrade|Mr.|said|treaty on|peace|Committee for|Trade|Station|-0-|Juche113.1.21.|😀|é|\ud800|\u00a0`.split(
    '|',
  );

/** Texts that are likely to set rules off. */
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function checkShape(text: string, mentions: readonly Mention[]): void {
  const flat = mentions.filter(({ parent }) => parent === undefined);
  for (const [i, mention] of mentions.entries()) {
    assert.ok(mention.start < mention.end && mention.end <= text.length);
    assert.match(text.slice(mention.start, mention.end), /^\S[^]*\S$|^\S$/u);
    const before = mentions[i - 1];
    if (before)
      assert.ok(
        before.start < mention.start || (before.start === mention.start && before.end >= mention.end),
      );
    if (mention.parent)
      assert.ok(
        mentions.some(({ start, end }) => start === mention.parent!.start && end === mention.parent!.end),
      );
    if (mention.parent) assert.ok(contains(mention.parent, mention));
  }
  for (let i = 1; i < flat.length; i++) assert.ok(!overlaps(flat[i - 1]!, flat[i]!));
}

describe('recognize', () => {
  it('gives well-formed mentions for any text, and never throws', () => {
    fc.assert(
      fc.property(texts, (text) => {
        checkShape(text, mentionsIn(text, { date: '2024-06-20' }));
        checkShape(text, recognize(parseRelease(text), someGazetteer));
      }),
      { numRuns: 400 },
    );
  });

  it('finds nothing in boilerplate', () => {
    const text = 'In Zembla.\nMore from Terra';
    const mentions = recognize(
      {
        text,
        regions: [
          { type: 'paragraph', start: 0, end: 10 },
          { type: 'boilerplate', start: 11, end: text.length },
        ],
        metadata: {},
      },
      someGazetteer,
    );
    assert.deepEqual(
      mentions.map(({ entity }) => entity),
      ['zembla'],
    );
  });

  it('never carries a name from one region to the next', () => {
    const text = 'Charles\nXavier';
    const regions = [
      { type: 'headline', start: 0, end: 7 },
      { type: 'paragraph', start: 8, end: 14 },
    ] as const;
    assert.deepEqual(recognize({ text, regions, metadata: {} }, someGazetteer), []);
  });

  it('reads over markup and hard breaks inside a region', () => {
    const text = 'the Ministry of Foreign\n\nAffairs of **Zembla** said';
    const [ministry] = mentionsIn(text);
    assert.equal(text.slice(ministry?.start, ministry?.end), 'Ministry of Foreign\n\nAffairs of **Zembla');
  });

  it('takes time linear in the text, however hostile', () => {
    const hostile = [
      'a ',
      'A ',
      '(',
      'of the ',
      'Minister of ',
      'President ',
      'Kim ',
      'Charles Xavier, ',
      'Ministry of ',
      'Trade, ',
      'Zembla-',
      'Trade and ',
      'the agreement on ',
      'between Zembla and ',
      'U.S.',
      'aaA',
      "People's ",
      'June 5 ',
      'Juche113.1.21.',
      'Trade Organization (ABC) ',
      'Office of the President of the ',
    ];
    const cpu = (text: string): number => {
      const before = process.cpuUsage();
      mentionsIn(text, { date: '2024-06-20' });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpu('President Xavier met Zembla. '.repeat(2000));
    for (const unit of hostile) {
      const small = cpu(unit.repeat(Math.ceil(30_000 / unit.length)));
      const large = (): number => cpu(unit.repeat(Math.ceil(240_000 / unit.length)));
      const most = 30 * Math.max(small, 5);
      // Eight times the text: quadratic time would be sixty-four times as long. A miss, on a busy machine, is measured again.
      const taken = large();
      assert.ok(
        taken < most || large() < most || large() < most,
        `${JSON.stringify(unit)}: ${small} ms, ${taken} ms`,
      );
    }
  });
});
