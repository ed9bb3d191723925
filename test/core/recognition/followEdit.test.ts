import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followEdit, type ReadText } from '../../../src/core/recognition/followEdit';
import { recognize } from '../../../src/core/recognition/recognize';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { replacement } from '../../../src/core/text/edit';
import { overlaps } from '../../../src/core/text/span';
import { someGazetteer } from './support';

const anew = (text: string): ReadText => {
  const release = parseRelease(text);
  return { release, mentions: recognize(release, someGazetteer) };
};
const follow = (before: ReadText, text: string): ReadText => followEdit(before, text, someGazetteer);
const named = ({ release, mentions }: ReadText): string[] =>
  mentions.map(({ start, end, type }) => `${type} ${release.text.slice(start, end)}`);

const paragraphs = [
  'Onhava, March 5 (ZNA) -- Charles Xavier, President of Zembla, met the Terran delegation on Monday.',
  'Xavier spoke of the DPRK-Zembla talks, of the United Nations and of the\nZemblan People’s Party.',
  'Minister of Foreign Affairs Oswin Bretwit left Onhava for the Far East in May 2024.',
];
const text = ['Charles Xavier Receives Guests', ...paragraphs, ...paragraphs, 'Xavier thanked Bretwit.'].join(
  '\n\n',
);

describe('following an edit', () => {
  it('shifts everything behind it', () => {
    const before = anew(text);
    const at = text.indexOf('left Onhava');
    const after = follow(before, `${text.slice(0, at)}soon ${text.slice(at)}`);
    assert.deepEqual(after, anew(after.release.text));
  });

  it('finds a name that is typed, letter by letter', () => {
    let read = anew(text);
    const at = text.indexOf(' on Monday');
    const typed = ' and the UN';
    for (let n = 1; n <= typed.length; n++)
      read = follow(read, text.slice(0, at) + typed.slice(0, n) + text.slice(at));
    assert.deepEqual(named(read), named(anew(read.release.text)));
    assert.ok(named(read).filter((one) => one === 'organization UN').length === 1);
  });

  it('forgets a name that is broken, and knows it again', () => {
    const read = anew(text);
    const at = text.indexOf('United Nations') + 3;
    const broken = follow(read, `${text.slice(0, at)}x${text.slice(at)}`);
    assert.ok(!named(broken).slice(0, 14).includes('organization United Nations'));
    assert.deepEqual(follow(broken, text).mentions, read.mentions);
  });

  it('is what reading anew gives, where a word that names nothing is typed into a paragraph or deleted', () => {
    const { mentions } = anew(text);
    const places = [...text.matchAll(/(?<=\p{Ll} )(?=\p{Ll})/gu)]
      .map(({ index }) => index)
      .filter((at) => !mentions.some(({ start, end }) => start - 1 <= at && at <= end + 1));
    const word = fc.constantFrom('gladly ', 'calmly again ', 'quite ');
    fc.assert(
      fc.property(fc.constantFrom(...places), word, (place, own) => {
        const original = anew(text);
        const typed = follow(original, text.slice(0, place) + own + text.slice(place));
        assert.deepEqual(typed, anew(typed.release.text));
        assert.deepEqual(follow(typed, text), original);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps order and limits whatever is edited; what no edit touches stays as it was', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n\n', '\n', 'Onhava', 'Kim Jong Un ', 'More from Zembla\n', ' -- ', 'President '),
    );
    const edit = fc.tuple(fc.nat(), fc.oneof(fc.nat(12), fc.nat(400)), piece);
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let read = anew(text);
        for (const [at, deleted, inserted] of edits) {
          const old = read;
          const { text: now } = read.release;
          const from = at % (now.length + 1);
          const next = now.slice(0, from) + inserted + now.slice(from + deleted);
          const { start, end, insertedLength } = replacement(now, next);
          read = follow(read, next);
          check(read);
          for (const region of old.release.regions) {
            const own = old.mentions.filter((mention) => overlaps(region, mention));
            const shift = insertedLength - (end - start);
            if (region.end < start) for (const mention of own) assert.ok(read.mentions.includes(mention));
            else if (region.start > end)
              for (const { start: s, end: e, type } of own)
                assert.ok(
                  read.mentions.some((m) => m.start === s + shift && m.end === e + shift && m.type === type),
                );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function check({ release, mentions }: ReadText): void {
  let reach = 0;
  for (const region of release.regions) {
    assert.ok(region.start >= reach && region.end > region.start && region.end <= release.text.length);
    reach = region.end;
  }
  let flat = 0;
  let last = 0;
  for (const mention of mentions) {
    assert.ok(mention.start >= last && mention.end <= release.text.length && mention.start < mention.end);
    last = mention.start;
    if (mention.parent) {
      assert.ok(mention.parent.start <= mention.start && mention.end <= mention.parent.end);
      continue;
    }
    assert.ok(mention.start >= flat);
    flat = mention.end;
    for (const region of release.regions)
      assert.ok(region.type !== 'boilerplate' || !overlaps(region, mention));
  }
}
