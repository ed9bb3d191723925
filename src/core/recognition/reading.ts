import type { Finding } from './finding';
import { alike } from './finding';
import { W } from './lexicon';
import { Kind, isGenitiveMark, isMark, opensSentence, wordOf } from './tokens';
import type { Tokens } from './tokens';

/**
 * A release as the rules see it: its tokens, and what has been found so far. Findings are looked up by the token they begin or end
 * at; of several, the longest is kept. A rule adds what it finds, so that the next one can build on it.
 */
export interface Reading {
  readonly tokens: Tokens;
  readonly findings: Finding[];
  /** Index into `findings` of the longest that begins at a token, or -1. */
  readonly startsAt: Int32Array;
  /** Index into `findings` of the longest that ends before a token, or -1. */
  readonly endsAt: Int32Array;
  /** Index into `findings` of the flat one over a token, or -1. */
  readonly covers: Int32Array;
  /** 1 where a token stands in a headline that capitalises every word. */
  readonly titleCase: Uint8Array;
  /** 1 where an empty line stands before a token of a headline: no name that only rules find goes over it. */
  readonly parted: Uint8Array;
  /** Whether the word of a token is a given name, or a family name, that a list knows. */
  readonly isGivenName: (t: number) => boolean;
  readonly isFamilyName: (t: number) => boolean;
  /** Whether a place finding names a state (or its adjective), not a town. */
  readonly isPolity: (finding: Finding) => boolean;
}

/** Adds what a rule made of whatever fields it has. */
export function addFinding(reading: Reading, found: Finding): void {
  putFinding(reading, alike(found));
}

/** Of somebody or something that no list has, as far as a rule can tell. */
export function addRuleFinding(
  reading: Reading,
  {
    from,
    to,
    type,
    strength,
    rule,
  }: Pick<Finding, 'from' | 'to' | 'type' | 'strength'> & { readonly rule: string },
): void {
  putFinding(reading, {
    from,
    to,
    type,
    reason: 'rule',
    candidates: nobody,
    certain: false,
    strength,
    rule,
    normalized: undefined,
    form: undefined,
    holder: undefined,
  });
}

const nobody: readonly string[] = [];

/** Adds a finding that has all fields already, in the order of {@link alike}. */
export function putFinding(reading: Reading, finding: Finding): void {
  const { findings, startsAt, endsAt, covers } = reading;
  const index = findings.length;
  findings.push(finding);
  const { from, to } = finding;
  const length = to - from;
  const before = startsAt[from]!;
  if (before < 0 || lengthOf(findings, before) < length) startsAt[from] = index;
  const behind = endsAt[to]!;
  if (behind < 0 || lengthOf(findings, behind) < length) endsAt[to] = index;
  for (let t = from; t < to; t++) {
    const over = covers[t]!;
    if (over < 0 || lengthOf(findings, over) < length) covers[t] = index;
  }
}

function lengthOf(findings: readonly Finding[], index: number): number {
  const finding = findings[index]!;
  return finding.to - finding.from;
}

/** The longest finding that begins at a token. */
export function findingFrom(reading: Reading, t: number): Finding | undefined {
  const index = t >= 0 && t < reading.startsAt.length ? reading.startsAt[t]! : -1;
  return index < 0 ? undefined : reading.findings[index];
}

/** The longest finding that ends right before a token. */
export function findingTo(reading: Reading, t: number): Finding | undefined {
  const index = t >= 0 && t < reading.endsAt.length ? reading.endsAt[t]! : -1;
  return index < 0 ? undefined : reading.findings[index];
}

/** The longest finding over a token. */
export function findingOver(reading: Reading, t: number): Finding | undefined {
  const index = t >= 0 && t < reading.covers.length ? reading.covers[t]! : -1;
  return index < 0 ? undefined : reading.findings[index];
}

/** Whether a token is a word that begins with a capital (a name may be made of it). */
export function isCapital(tokens: Tokens, t: number): boolean {
  const kind = tokens.kind[t];
  return kind === Kind.capital || kind === Kind.upper || kind === Kind.initial;
}

export function isLowerWord(tokens: Tokens, t: number, word: string): boolean {
  // Most words differ in their first letter.
  return (
    tokens.kind[t] === Kind.lower && tokens.first[t] === word.charCodeAt(0) && wordOf(tokens, t) === word
  );
}

/** A hyphen or dash that glues two words, with no space on either side. */
export function isHyphen(tokens: Tokens, t: number): boolean {
  if (
    tokens.kind[t] !== Kind.mark ||
    tokens.spaced[t] === 1 ||
    t + 1 >= tokens.count ||
    tokens.spaced[t + 1] === 1
  )
    return false;
  const code = tokens.first[t]!;
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}

/** `designated` in `U.S.-designated`, `based`, `led`: behind the hyphen of a name, it ends what the name is part of. */
function isParticiple(tokens: Tokens, t: number): boolean {
  return /^(?:[a-z]{2,}ed|led|run|made|born|bound|built|held|owned|wide|speaking|brokered)$/.test(
    wordOf(tokens, t),
  );
}

/** A capital that says nothing: a common word at the opening of a sentence, or a function word. */
export function isEmptyCapital(tokens: Tokens, t: number): boolean {
  const classes = tokens.classes[t]!;
  if ((classes & W.function) !== 0)
    return tokens.kind[t] !== Kind.upper && !(isHyphen(tokens, t + 1) && isCapital(tokens, t + 2));
  return (classes & (W.common | W.speech | W.weekday)) !== 0 && opensSentence(tokens, t);
}

/**
 * The left edge of a run of capitalised words that ends before `end`: over hyphens, `&`, `and` between capitals, numbers and
 * possessives of nouns that names are made of (`People's`); not over function words, commas, or other people's possessives.
 */
export function leftEdge(reading: Reading, end: number): number {
  const { tokens } = reading;
  let edge = end;
  for (;;) {
    const t = edge - 1;
    if (t <= 0 || end - t > 12 || reading.parted[edge] === 1) return edge;
    const finding = findingTo(reading, edge);
    if (finding !== undefined && (finding.type === 'place' || finding.type === 'organization')) {
      edge = finding.from;
      continue;
    }
    if (finding !== undefined && finding.type !== 'date') return edge;
    if (isCapital(tokens, t)) {
      if (reading.titleCase[t] === 1 && (tokens.classes[t]! & W.speech) !== 0) return edge;
      if (isEmptyCapital(tokens, t) || (tokens.classes[t]! & W.honorific) !== 0) return edge;
      edge = t;
      continue;
    }
    if (isMark(tokens, t, '.') && tokens.kind[t - 1] === Kind.initial && isCapital(tokens, edge)) {
      edge = t - 1;
      continue;
    }
    if (tokens.kind[t] === Kind.number) {
      // `GES-2`, `U-15`
      if (isHyphen(tokens, t - 1) && isCapital(tokens, t - 2)) {
        edge = t - 2;
        continue;
      }
      if (
        !/^\d+(?:st|nd|rd|th)$|^(?:19|20)\d\d$|^\d{1,2}\.\d{1,2}$/.test(wordOf(tokens, t)) ||
        findingOver(reading, t)?.type === 'date'
      )
        return edge;
      edge = t;
      continue;
    }
    if (isHyphen(tokens, t) && (isCapital(tokens, t - 1) || tokens.kind[t - 1] === Kind.number)) {
      edge = t;
      continue;
    }
    if (
      tokens.kind[t] === Kind.lower &&
      isHyphen(tokens, t - 1) &&
      isCapital(tokens, t - 2) &&
      edge < end + 1 &&
      !isParticiple(tokens, t)
    ) {
      edge = t - 2;
      continue;
    }
    if (
      isGenitiveMark(tokens, t) &&
      isCapital(tokens, t - 1) &&
      ((tokens.classes[t - 1]! & W.genitive) !== 0 || isPluralGenitive(reading, t))
    ) {
      edge = t;
      continue;
    }
    if ((isLowerWord(tokens, t, 'and') || isMark(tokens, t, '&')) && joinsCapitals(reading, t)) {
      edge = t;
      continue;
    }
    return edge;
  }
}

/** `Communists' League`: the bare apostrophe of a plural noun that is no name of its own. */
export function isPluralGenitive(reading: Reading, mark: number): boolean {
  const { tokens } = reading;
  return (
    tokens.end[mark]! - tokens.start[mark]! === 1 &&
    tokens.kind[mark - 1] === Kind.capital &&
    wordOf(tokens, mark - 1).endsWith('s') &&
    findingTo(reading, mark) === undefined &&
    isCapital(tokens, mark + 1)
  );
}

function demonymSoon(reading: Reading, t: number): boolean {
  return findingFrom(reading, t)?.form === 'demonym' || findingFrom(reading, t + 1)?.form === 'demonym';
}

/** `Strategic`, `Economic`, `Social`: an adjective of what something is about. */
function isKindWord({ tokens, titleCase }: Reading, t: number): boolean {
  return (
    tokens.kind[t] === Kind.capital &&
    titleCase[t] === 0 &&
    /^(?:Comprehensive|Enhanced|Progressive|Deep|Strategic|Economic|Political|Military|Social|Cultural|Educational|Scientific|Technical|Technological|Humanitarian|Financial|Commercial|Industrial|Legal|Judicial|Digital|Regional|Environmental|Natural|Global|National|Public)$/.test(
      wordOf(tokens, t),
    )
  );
}

/** `Trade and Industry`: an `and` between capitals of one name, none of which is a known name of its own. */
function joinsCapitals(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (!isCapital(tokens, t - 1) || !isCapital(tokens, t + 1)) return false;
  // `Asian and Oceanian Affairs`
  const adjective = findingTo(reading, t);
  if (
    adjective?.form === 'demonym' &&
    (findingFrom(reading, t + 1)?.form === 'demonym' || /i[ac]n?$/.test(wordOf(tokens, t + 1)))
  )
    return true;
  // `Southeast and Southwest Asian Affairs`
  if (
    /^(?:North|South|East|West)(?:east|west|ern)?$/.test(wordOf(tokens, t - 1)) &&
    demonymSoon(reading, t + 1)
  )
    return true;
  // `Strategic and Economic Dialogue`
  if (
    adjective === undefined &&
    isKindWord(reading, t - 1) &&
    isKindWord(reading, t + 1) &&
    isCapital(tokens, t + 2)
  )
    return true;
  if (
    isEmptyCapital(tokens, t - 1) ||
    findingTo(reading, t) !== undefined ||
    findingFrom(reading, t + 1) !== undefined
  )
    return false;
  const heads = W.organizationHead | W.roleHead | W.eventHead | W.documentHead | W.facilityHead | W.placeHead;
  if ((tokens.classes[t - 1]! & heads) !== 0) return false;
  return (tokens.classes[t - 1]! & W.portfolio) !== 0 || joinsMembers(reading, t);
}

/** `Scientists and Technologists Association`, `Song and Dance Ensemble`: two kinds of members or arts before the head of a body. */
export function joinsMembers(reading: Reading, and: number): boolean {
  const { tokens } = reading;
  const second = and + 1;
  if ((tokens.classes[second + 1]! & W.organizationHead) === 0 || !isCapital(tokens, second + 1))
    return false;
  if (/^(?:Ensemble|Troupe|Orchestra|Choir)$/.test(wordOf(tokens, second + 1))) return true;
  const members = /^[A-Z][a-z]{3,}(?:ists|ers|ors|ians|ants|ees|men|women)$/;
  return (
    reading.titleCase[and] === 0 &&
    members.test(wordOf(tokens, and - 1)) &&
    members.test(wordOf(tokens, second)) &&
    !reading.isGivenName(and - 1)
  );
}
