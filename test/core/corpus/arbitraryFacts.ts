import fc from 'fast-check';
import type { FileFacts, MentionFact, PassageFact } from '../../../src/core/corpus/facts';
import { wordSignature } from '../../../src/core/corpus/wordSignature';

const id = fc.constantFrom('russia', 'dprk', 'sergey-lavrov', 'choe-son-hui', 'wpk');
const subject = fc.oneof(id, fc.constantFrom('?person:im chon il', '?date:2024-01-21', '?place:한국'));
const small = fc.nat({ max: 400 });

const mention: fc.Arbitrary<MentionFact> = fc
  .record({
    start: small,
    length: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(300)),
    subject,
    type: fc.constantFrom('person', 'place', 'date', 'vessel'),
    certain: fc.boolean(),
    nested: fc.boolean(),
    reason: fc.constantFrom('name' as const, 'short-form' as const, 'rule' as const, 'person' as const),
    form: fc.constantFrom(undefined, 'demonym' as const, 'compound' as const),
    holder: fc.option(id, { nil: undefined }),
    alternatives: fc.option(fc.array(id, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    region: fc.nat({ max: 6 }),
  })
  .map(({ length, form, holder, alternatives, ...rest }) => ({
    ...rest,
    end: rest.start + length,
    ...(form === undefined ? {} : { form }),
    ...(holder === undefined ? {} : { holder }),
    ...(alternatives === undefined ? {} : { alternatives }),
  }));

const passage: fc.Arbitrary<PassageFact> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{7}$/),
    codes: fc.uniqueArray(fc.constantFrom('gratitude', 'solidarity', 'threat'), { maxLength: 3 }),
    entity: fc.option(fc.oneof(id, fc.constant('none')), { nil: undefined }),
    author: fc.option(fc.constantFrom('ana', 'Bořivoj', '李'), { nil: undefined }),
    state: fc.constantFrom(
      'exact' as const,
      'moved' as const,
      'fuzzy' as const,
      'ambiguous' as const,
      'orphan' as const,
    ),
    hasNote: fc.boolean(),
    spans: fc.array(
      fc.tuple(small, small).map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 3 },
    ),
    firstRegion: fc.integer({ min: -1, max: 3 }),
    lastRegion: fc.integer({ min: -1, max: 5 }),
  })
  .map(({ entity, author, ...rest }) => ({
    ...rest,
    ...(entity === undefined ? {} : { entity }),
    ...(author === undefined ? {} : { author }),
  }));

const stamp = fc
  .tuple(fc.nat(), fc.double({ noNaN: true, min: 0, max: 2e12 }))
  .map(([size, mtime]) => ({ size, mtime }));

/** Facts of one file with the given path. */
export function factsOf(path: fc.Arbitrary<string>): fc.Arbitrary<FileFacts> {
  return fc
    .record({
      path,
      stamp,
      sidecar: fc.option(stamp, { nil: undefined }),
      isRelease: fc.integer({ min: 0, max: 9 }),
      title: fc.option(fc.constantFrom('Visit Ends', 'Talks “Held”', '회담'), { nil: undefined }),
      date: fc.constantFrom(undefined, '2024-01-21', '2023-12-31', '0998-02-03'),
      issuer: fc.constantFrom(undefined, 'KCNA', 'President of Russia'),
      length: fc.nat(),
      contentHash: fc.nat(),
      lineStarts: fc.uniqueArray(small, { maxLength: 5 }),
      mentions: fc.array(mention, { maxLength: 8 }),
      passages: fc.array(passage, { maxLength: 3 }),
      text: fc.constantFrom('', 'The Foreign Minister', 'Choe Son Hui met Lavrov'),
    })
    .map(({ isRelease, sidecar, title, date, issuer, text, ...rest }) => {
      const release = isRelease > 0;
      return {
        ...rest,
        ...(sidecar === undefined ? {} : { sidecar }),
        state: release ? ('release' as const) : ('binary' as const),
        metadata: {
          ...(title === undefined ? {} : { title }),
          ...(date === undefined ? {} : { date }),
          ...(issuer === undefined ? {} : { issuer }),
        },
        lineStarts: rest.lineStarts.sort((a, b) => a - b),
        mentions: release ? sorted(rest.mentions.map(typed)) : [],
        passages: release ? rest.passages : [],
        words: wordSignature(text),
      };
    });
}

function sorted(mentions: MentionFact[]): MentionFact[] {
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** One mention in ten or so keeps a type of its own. */
function typed(mention: MentionFact): MentionFact {
  if (mention.type === 'vessel') return mention;
  const type = mention.subject.startsWith('?') ? mention.subject.slice(1).split(':')[0]! : 'person';
  return { ...mention, type };
}
