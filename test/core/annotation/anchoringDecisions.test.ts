import assert from 'node:assert/strict';
import { type AnchorOptions, anchorAnnotations } from '../../../src/core/annotation/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { makeSelector } from '../../../src/core/annotation/selector';

const opening = `Harbour Talks in Newton

NEWTON, May 4 (ZNA) -- A delegation of the Republic of Zembla led by Foreign Minister Anna Weiss arrived here on Sunday.
`;
const talks = 'Talks were held between the two sides in the Hall of Friendship in the afternoon. ';
const toast = 'Deputy Minister Carl Braun proposed a toast to the health of all who had come from so far. ';
const evening = 'In the evening the guests saw a concert given by pupils of the school of music. ';
const leave = 'They will stay here for three days, and leave for the south by train.\n';
const release = `${opening}${talks}${toast}${evening}${leave}`;

type Old = 'all of it' | 'only what annotations tell';

/** What becomes of the first of `quotes` when `before` has become `now`: state, score, and the text attached or proposed. */
function anchored(old: Old, now: string, quotes: string | readonly string[], before = release): string {
  const annotations = [quotes].flat().map((quote, i): Annotation => {
    const start = before.indexOf(quote);
    assert.ok(start >= 0, quote);
    return {
      id: `a000000${i}`,
      codes: [],
      target: [makeSelector(before, { start, end: start + quote.length })],
    };
  });
  const options: AnchorOptions =
    old === 'all of it' ? { previousText: before } : { previousLength: [...before].length };
  const [{ state, score, spans }] = anchorAnnotations(now, annotations, options) as [
    ReturnType<typeof anchorAnnotations>[number],
  ];
  const read = spans.map(({ start, end }) => now.slice(start, end)).join(' … ');
  return [state, score, read && `“${read}”`].filter((part) => part !== undefined && part !== '').join(' ');
}

function decides(
  name: string,
  now: string,
  quotes: string | readonly string[],
  expected: Readonly<Record<Old, string>> | string,
  before?: string,
): void {
  it(name, () => {
    for (const old of ['all of it', 'only what annotations tell'] as const) {
      const said = typeof expected === 'string' ? expected : expected[old];
      assert.equal(anchored(old, now, quotes, before), said, `of the old text is known ${old}`);
    }
  });
}

describe('a passage whose own words changed is proposed, with how alike the place is', () => {
  const quote = 'proposed a toast to the health of all';
  const one = (now: string): string => release.replace(quote, now);
  decides(
    'one letter of 37',
    one('proposed a toast to the wealth of all'),
    quote,
    'fuzzy 0.99 “proposed a toast to the wealth of all”',
  );
  decides(
    'a word put in',
    one('proposed a solemn toast to the health of all'),
    quote,
    'fuzzy 0.97 “proposed a solemn toast to the health of all”',
  );
  decides(
    'a word left out',
    one('proposed a toast to health of all'),
    quote,
    'fuzzy 0.95 “proposed a toast to health of all”',
  );
  decides(
    'its first word',
    one('offered a toast to the health of all'),
    quote,
    'fuzzy 0.92 “offered a toast to the health of all”',
  );
  decides(
    'its last word',
    one('proposed a toast to the health of everybody'),
    quote,
    'fuzzy 0.86 “proposed a toast to the health of everybody”',
  );
  decides(
    'half of its words',
    one('drank with his guests to the health of all'),
    quote,
    'fuzzy 0.75 “drank with his guests to the health of all”',
  );
  decides('nearly all of them', one('made no secret of his joy about seeing them all'), quote, 'orphan');
  decides('all of them', one('sang'), quote, 'orphan');
  decides(
    'and its place as well',
    `${one('proposed a toast to the wealth of all')}`.replace(talks, ''),
    quote,
    'fuzzy 0.96 “proposed a toast to the wealth of all”',
  );
});

describe('a passage whose surroundings changed', () => {
  const quote = 'proposed a toast';
  decides('before it', release.replace('Deputy Minister Carl Braun', 'The host'), quote, {
    'all of it': 'moved “proposed a toast”',
    'only what annotations tell': 'fuzzy 0.8 “proposed a toast”',
  });
  decides(
    'behind it',
    release.replace('to the health of all who had come from so far', 'soon'),
    quote,
    'fuzzy 0.8 “proposed a toast”',
  );
  decides(
    'on both sides',
    release.replace(toast, 'Then he proposed a toast soon. '),
    quote,
    'fuzzy 0.59 “proposed a toast”',
  );
  decides(
    'on both sides and all around',
    `Another text. Somebody proposed a toast. Nothing else is left.`,
    quote,
    'fuzzy 0.55 “proposed a toast”',
  );
  decides(
    'and that is short, right beside the change',
    release.replace('Carl Braun proposed', 'Karl Brown, smiling, proposed'),
    'proposed',
    { 'all of it': 'moved “proposed”', 'only what annotations tell': 'fuzzy 0.86 “proposed”' },
  );
});

describe('a passage that is said more than once', () => {
  const refrain = 'The talks proceeded in a warm atmosphere. ';
  const twice = `${opening}${talks}${refrain}${toast}${evening}${refrain}${leave}`;
  const quote = 'proceeded in a warm atmosphere';
  const [first, second] = [twice.indexOf(refrain), twice.lastIndexOf(refrain)];
  const without = (at: number): string => twice.slice(0, at) + twice.slice(at + refrain.length);
  decides('where nothing changed', twice, quote, 'exact “proceeded in a warm atmosphere”', twice);
  decides(
    'behind a new first sentence',
    twice.replace(opening, `${opening}It was a hot day. `),
    quote,
    'moved “proceeded in a warm atmosphere”',
    twice,
  );
  decides(
    'where its like was deleted',
    without(second),
    quote,
    'exact “proceeded in a warm atmosphere”',
    twice,
  );
  decides(
    'where it was deleted itself, and its like remains',
    without(first),
    quote,
    { 'all of it': 'orphan', 'only what annotations tell': 'fuzzy 0.68 “proceeded in a warm atmosphere”' },
    twice,
  );
  decides(
    'where only one of two is left, between other sentences',
    `${opening}${evening}${refrain}${talks}`,
    quote,
    { 'all of it': 'orphan', 'only what annotations tell': 'fuzzy 0.68 “proceeded in a warm atmosphere”' },
    twice,
  );
  decides(
    'where a third one was put in before it',
    twice.replace(talks, `${talks}${refrain}`),
    quote,
    'fuzzy 0.86 “proceeded in a warm atmosphere”',
    twice,
  );
  decides(
    'where its context stands three times',
    `${twice}${refrain}`,
    quote,
    'exact “proceeded in a warm atmosphere”',
    twice,
  );
});

describe('the first word of a sentence, where one that begins alike was put in before it,', () => {
  const before = `${opening}${talks}The toast came late. ${leave}`;
  const now = `${opening}${talks}The band played a march. The toast came late. ${leave}`;
  decides('is proposed where its sentence is', now, 'The toast', 'fuzzy 0.8 “The toast”', before);
  decides(
    'or only likely to be, its next word changed, never attached',
    now.replace('The toast came', 'The toasts came'),
    'The',
    'fuzzy 0.86 “The”',
    before,
  );
});

describe('text that moved', () => {
  decides(
    'a paragraph, to the end',
    `${opening}${talks}${evening}${leave}${toast}`,
    'Carl Braun proposed a toast',
    {
      'all of it': 'fuzzy 0.88 “Carl Braun proposed a toast”',
      'only what annotations tell': 'fuzzy 0.93 “Carl Braun proposed a toast”',
    },
  );
  decides(
    'a paragraph and what is on either side of it stays',
    `${opening}${talks}${evening}${leave}${toast}`,
    'pupils of the school',
    {
      'all of it': 'moved “pupils of the school”',
      'only what annotations tell': 'fuzzy 1 “pupils of the school”',
    },
  );
});

describe('text that was deleted', () => {
  decides('with the passage', release.replace(toast, ''), 'Carl Braun', 'orphan');
  decides(
    'and written anew with the same beginning',
    release.replace(toast, 'Deputy Minister Carl Braun welcomed them all with a few words. '),
    'Deputy Minister Carl Braun proposed',
    'fuzzy 0.73 “Deputy Minister Carl Braun welcomed”',
  );
  decides('up to the passage', `${toast}${evening}${leave}`, 'Deputy Minister Carl Braun', {
    'all of it': 'moved “Deputy Minister Carl Braun”',
    'only what annotations tell': 'fuzzy 0.8 “Deputy Minister Carl Braun”',
  });
  decides('from the passage on', `${opening}${talks}${toast}`, 'come from so far', {
    'all of it': 'exact “come from so far”',
    'only what annotations tell': 'fuzzy 0.81 “come from so far”',
  });
  decides(
    'but a few words of it',
    'Carl Braun, a toast.',
    'Carl Braun proposed a toast to the health',
    'orphan',
  );
});

describe('a passage of several lines, or cut out of words', () => {
  const across = 'in the afternoon. Deputy Minister';
  decides(
    'wrapped anew',
    release.replace('afternoon. Deputy', 'afternoon.\nDeputy'),
    across,
    'moved “in the afternoon.\nDeputy Minister”',
  );
  decides(
    'with a sentence put into it',
    release.replace('afternoon. Deputy', 'afternoon. It was hot. Deputy'),
    across,
    'fuzzy 0.95 “in the afternoon. It was hot. Deputy Minister”',
  );
  decides(
    'with a paragraph put into it',
    release.replace('afternoon. Deputy', `afternoon.\n\n${leave.repeat(6)}\nDeputy`),
    across,
    'fuzzy 0.59 “in the afternoon.\n\nThey will stay”',
  );
  decides(
    'that begins within a word',
    release.replace('Hall of Friendship', 'great Hall of Friendship'),
    'endship in the after',
    'moved “endship in the after”',
  );
  decides(
    'whose word changed where it was cut',
    release.replace('Friendship', 'Fellowship'),
    'ship in the after',
    'fuzzy 0.94 “ship in the after”',
  );
});

describe('how far a passage may have drifted', () => {
  // What the other annotations tell of the old text says how far its neighbours were shifted.
  const quotes = ['Carl Braun', 'Anna Weiss', 'a concert given by pupils'];
  const long = `${opening}${'One more sentence of no importance stands here. '.repeat(12)}${talks}${toast}${evening}${leave}`;
  decides(
    'as far as its neighbours',
    long.replace('stands here', 'stood here, in a way'),
    quotes,
    'moved “Carl Braun”',
    long,
  );
  decides(
    'as far as what follows it',
    long.replace(talks, `${'The weather was fine that day. '.repeat(9)}${talks}`),
    quotes,
    'moved “Carl Braun”',
    long,
  );
  decides(
    'where nobody tells',
    `${'The weather was fine that day. '.repeat(9)}${toast}`,
    quotes.slice(0, 1),
    { 'all of it': 'moved “Carl Braun”', 'only what annotations tell': 'fuzzy 0.93 “Carl Braun”' },
    long,
  );
});
