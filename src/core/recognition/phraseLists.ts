import { W } from './lexicon';
import { isAbstract, isNameWord, opensPerson } from './nameWords';
import { findingFrom, findingOver, isCapital, isHyphen, isLowerWord, joinsMembers } from './reading';
import type { Reading } from './reading';
import { Kind, isMark, wordOf } from './tokens';

/** The end of the capitalised run at `from` without looking at `and` and commas. */
function runEnd(reading: Reading, from: number, lowerPortfolio: boolean): number {
  let end = from;
  while (end - from < 5) {
    const finding = findingFrom(reading, end);
    if (finding !== undefined && finding.type === 'place') end = finding.to;
    else if (finding !== undefined && finding.type === 'person') break;
    else if (finding?.type === 'organization' && end === from) end = finding.to;
    else if (finding !== undefined) return from;
    else if (end > from && isCapital(reading.tokens, end) && opensPerson(reading, end, false)) break;
    else if (isNameWord(reading, end, lowerPortfolio)) end++;
    else if (end > from && isHyphen(reading.tokens, end) && isCapital(reading.tokens, end + 1)) end += 2;
    else break;
  }
  return end;
}

/** `Natural Resources and Ecology`, `East Asian and Pacific Affairs`: where the second half belongs to the same name. */
export function andEnd(
  reading: Reading,
  from: number,
  at: number,
  lowerPortfolio: boolean,
  afterName: boolean,
): number {
  // `minister of natural resources and the environment`
  const article =
    lowerPortfolio && isLowerWord(reading.tokens, at + 1, 'the') && isLowerPortfolio(reading, at + 2);
  const start = article ? at + 2 : at + 1;
  const end = runEnd(reading, start, lowerPortfolio);
  if (end === start) return at;
  // `… and Foreign Minister`: a second office.
  for (let t = at + 1; t <= end; t++)
    if (
      (reading.tokens.classes[t]! & W.roleHead) !== 0 &&
      (t === end || (reading.tokens.classes[t]! & W.portfolio) === 0)
    )
      return at;
  // `Asian and Oceanian Affairs Bureau`
  if (
    end - at > 2 &&
    (reading.tokens.classes[end - 1]! & W.organizationHead) !== 0 &&
    (afterName || isAbstract(reading, at - 1)) &&
    isAbstract(reading, end - 2)
  )
    return end;
  if (joinsMembers(reading, at)) return Math.max(end, at + 3);
  // `New Challenges and Threats`, `Industrialists and Entrepreneurs`
  if (!afterName && isPluralNoun(reading, at - 1) && isPluralNoun(reading, end - 1)) return end;
  if (!isAbstract(reading, end - 1)) {
    // `Far East and Arctic`: two places that are no states, in the remit of one office.
    const second = findingFrom(reading, at + 1);
    return afterName &&
      second !== undefined &&
      second.type === 'place' &&
      second.to === end &&
      isRegionPair(reading, from, at, end)
      ? end
      : at;
  }
  if (afterName && findingFrom(reading, at + 1)?.type === 'place' && findingFrom(reading, at + 1)!.to === end)
    return at;
  return end;
}

function isLowerPortfolio({ tokens }: Reading, t: number): boolean {
  return tokens.kind[t] === Kind.lower && (tokens.classes[t]! & W.portfolio) !== 0;
}

function isPluralNoun(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const over = findingOver(reading, t);
  const isInsideBody = over?.type === 'organization' && over.reason === 'rule';
  if (tokens.kind[t] !== Kind.capital || (over !== undefined && !isInsideBody)) return false;
  const heads =
    W.roleHead | W.rolePlural | W.organizationHead | W.eventHead | W.documentHead | W.facilityHead;
  return (
    (tokens.classes[t]! & heads) === 0 &&
    /[a-z]{3}[^s'’]s$/.test(wordOf(tokens, t)) &&
    !reading.isGivenName(t)
  );
}

function isRegionPair(reading: Reading, from: number, at: number, end: number): boolean {
  const regions =
    /^(?:Far East|North|South|East|West|Arctic|Antarctic|Pacific|Europe|Eurasia|Africa|Caucasus|Balkans|Middle East)/;
  const { text, start } = reading.tokens;
  return (
    regions.test(text.slice(start[at + 1]!, reading.tokens.end[end - 1]!)) &&
    regions.test(text.slice(start[from]!, start[at]!))
  );
}

/** `Scientific` in `Trade, Economic, Scientific and Technical Cooperation` */
function isAdjective({ tokens }: Reading, t: number): boolean {
  return (
    tokens.kind[t] === Kind.capital &&
    /[a-z]{2}(?:ical|ific|omic|nical|tural|cial|arian|tary)$/.test(wordOf(tokens, t))
  );
}

/** `Trade, Economy, Science and Technology`: the end of a list of abstract nouns that begins with the comma at `at`. */
export function listEnd(reading: Reading, at: number, lowerPortfolio: boolean): number {
  const { tokens } = reading;
  if (!isAbstract(reading, at - 1)) return at;
  let t = at;
  for (let items = 0; items < 8; items++) {
    if (isMark(tokens, t, ',')) {
      const isLast = isLowerWord(tokens, t + 1, 'and');
      const afterComma = !isLast ? t + 1 : isLowerWord(tokens, t + 2, 'the') ? t + 3 : t + 2;
      const end = runEnd(reading, afterComma, lowerPortfolio);
      // `Foreign Affairs, Gzorn Union and Cooperation`
      const isBody = findingFrom(reading, afterComma)?.type === 'organization';
      if (end === afterComma || !(isAbstract(reading, end - 1) || isAdjective(reading, end - 1) || isBody))
        return at;
      if (isLast) return isAbstract(reading, end - 1) ? end : at;
      t = end;
    } else if (isLowerWord(tokens, t, 'and')) {
      const last = isLowerWord(tokens, t + 1, 'the') ? t + 2 : t + 1;
      const end = runEnd(reading, last, lowerPortfolio);
      return end > last && isAbstract(reading, end - 1) ? end : at;
    } else return at;
  }
  return at;
}
