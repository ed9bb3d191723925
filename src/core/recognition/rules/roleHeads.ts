import { W } from '../lexicon';
import { findingTo, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** The head noun of an office with its modifiers: `First Deputy Prime Minister`. */
export interface Head {
  /** First token of modifiers and head. */
  readonly from: number;
  /** The head noun itself. */
  readonly last: number;
  /** Behind the head with what is glued to it (`General`, `-in-Chief`). */
  readonly end: number;
  readonly noun: string;
  readonly capital: boolean;
}

const runClasses = W.roleHead | W.roleModifier | W.portfolio;

/** Reads the head noun at a token; undefined where a longer head follows that has this one as a modifier. */
export function readHead(reading: Reading, t: number): Head | undefined {
  const { tokens } = reading;
  const capital = isCapital(tokens, t);
  if (/^General$/.test(wordOf(tokens, t)) && /^Consulate$/.test(wordOf(tokens, t - 1))) return undefined;
  if (isPartOfLongerHead(tokens, t, capital)) return undefined;
  if (/^(?:Prince|Princess)$/.test(wordOf(tokens, t)) && isTitleBehind(tokens, t, t - 1)) return undefined;
  const from = modifiersEdge(reading, t, capital);
  return { from, last: t, end: headEnd(tokens, t), noun: wordOf(tokens, t).toLowerCase(), capital };
}

/** `Deputy` in `Deputy Minister`, `Chief` in `Chief Cabinet Secretary`: another head follows in the same run. */
function isPartOfLongerHead(tokens: Tokens, t: number, capital: boolean): boolean {
  let at = t + 1;
  for (let steps = 0; steps < 4; steps++) {
    if (isHyphen(tokens, at)) at++;
    if (at >= tokens.count || isCapital(tokens, at) !== capital || (tokens.classes[at]! & runClasses) === 0)
      return false;
    if (tokens.kind[at] !== Kind.lower && !capital) return false;
    // `Defense Minister | Colonel General`: a rank behind an office is another.
    if (isTitleBehind(tokens, at, t)) return false;
    if ((tokens.classes[at]! & W.roleHead) !== 0) return !isHeadSuffix(tokens, at);
    at++;
  }
  return false;
}

const offices = /^(?:Minister|Secretary|President|Director|Chief|Chairman|Attaché|Adviser|Advisor)$/;

/** `Defense Minister | Colonel General`, `Foreign Minister | Prince`: a rank or a title of birth behind an office. */
function isTitleBehind(tokens: Tokens, t: number, office: number): boolean {
  const isTitle = (tokens.classes[t]! & W.rank) !== 0 || /^(?:Prince|Princess)$/.test(wordOf(tokens, t));
  return isTitle && offices.test(wordOf(tokens, office));
}

/** `General` in `Secretary General`, `Attorney General`. */
function isHeadSuffix(tokens: Tokens, t: number): boolean {
  if (!/^general$/i.test(wordOf(tokens, t))) return false;
  const before = isHyphen(tokens, t - 1) ? t - 2 : t - 1;
  return /^(?:secretary|director|consul|attorney|procurator|prosecutor|governor|inspector|auditor|solicitor|comptroller)$/i.test(
    wordOf(tokens, before),
  );
}

function headEnd(tokens: Tokens, t: number): number {
  let end = t + 1;
  if (isHyphen(tokens, end) && isLowerWord(tokens, end + 1, 'in') && isHyphen(tokens, end + 2)) end += 4;
  else if (
    isHyphen(tokens, end) &&
    /^(?:general|elect|designate|large|counsellor|counselor)$/i.test(wordOf(tokens, end + 1))
  )
    end += 2;
  else if (isHyphen(tokens, end) && /^at$/i.test(wordOf(tokens, end + 1)) && isHyphen(tokens, end + 2))
    end += 4;
  else if (end < tokens.count && isHeadSuffix(tokens, end)) end++;
  // `Foreign Minister II`: the second of two ministers of one portfolio.
  else if (/^Minister$/.test(wordOf(tokens, t)) && /^II$/.test(wordOf(tokens, end))) end++;
  else if (/^charg[eé]$/i.test(wordOf(tokens, t)) && /^d['’]affaires$/i.test(wordOf(tokens, end)))
    end +=
      isCapital(tokens, t) && isLowerWord(tokens, end + 1, 'ad') && isLowerWord(tokens, end + 2, 'interim')
        ? 3
        : 1;
  if (/^chief$/i.test(wordOf(tokens, t)) && /^executive$/i.test(wordOf(tokens, end)))
    end += /^officer$/i.test(wordOf(tokens, end + 1)) ? 2 : 1;
  if (/^extraordinary$/i.test(wordOf(tokens, end)) && isLowerWord(tokens, end + 1, 'and')) end += 3;
  return end;
}

/** The first of the modifiers before a head: `First Deputy Prime`, `Vice-`, `Foreign`. */
function modifiersEdge(reading: Reading, head: number, capital: boolean): number {
  const { tokens } = reading;
  let from = head;
  while (head - from < 9 && reading.parted[from] === 0) {
    // `Ministry of Foreign Affairs` before `Spokesperson`
    if (findingTo(reading, from)?.type === 'organization') break;
    let t = from - 1;
    if (isHyphen(tokens, t)) t--;
    if (t > 0 && from === head && isUnitBefore(tokens, t, head, capital)) {
      from = t;
      continue;
    }
    // `Joint Secretary`
    if (
      from === head &&
      capital &&
      /^(?:Joint|Additional)$/.test(wordOf(tokens, t)) &&
      /^(?:Secretary|Director|Commissioner)$/.test(wordOf(tokens, head))
    )
      return t;
    // `parliament speaker`, `government spokesman`
    if (t > 0 && from === head && !capital && tokens.kind[t] === Kind.lower && isHouseBefore(tokens, t, head))
      return t;
    // `first vice department director`
    if (
      from === head &&
      isLowerWord(tokens, t, 'department') &&
      /^(?:vice|deputy)$/.test(wordOf(tokens, t - 1))
    ) {
      from = t;
      continue;
    }
    if (t <= 0 || (tokens.classes[t]! & runClasses) === 0) {
      const joined = joinedModifier(tokens, t, from, capital);
      if (joined === undefined) break;
      from = joined;
      continue;
    }
    // `acting President`, `defense Minister`: a capital that only the head has.
    if (capital && from === head && tokens.kind[t] === Kind.lower && isSmallModifier(tokens, t, head))
      return t;
    if (isCapital(tokens, t) !== capital || tokens.kind[t] === Kind.mark) break;
    if (
      !capital &&
      /^(?:first|general|state|former|international|home|high|the)$/.test(wordOf(tokens, t)) &&
      !isFirstDeputy(tokens, t)
    )
      break;
    if (/^former$/i.test(wordOf(tokens, t))) break;
    if (isTitleBehind(tokens, from, t)) break;
    // `Under President Krang`
    if (wordOf(tokens, t) === 'Under' && wordOf(tokens, from) !== 'Secretary') break;
    from = t;
  }
  return from;
}

function isSmallModifier(tokens: Tokens, t: number, head: number): boolean {
  return (
    /^(?:acting|interim)$/.test(wordOf(tokens, t)) ||
    (/^(?:defen[cs]e|foreign|interior|finance|justice)$/.test(wordOf(tokens, t)) &&
      wordOf(tokens, head) === 'Minister')
  );
}

/** `Section Chief`, `Department Head` */
function isUnitBefore(tokens: Tokens, t: number, head: number, capital: boolean): boolean {
  return (
    capital &&
    tokens.kind[t] === Kind.capital &&
    /^(?:Section|Department|Bureau|Division|Faculty|Board|Party|Team)$/.test(wordOf(tokens, t)) &&
    /^(?:Head|Chief|Director|Director-General|Chairman|Chairperson|Chair|Secretary|Leader|Spokesperson|Spokesman|Spokeswoman)$/.test(
      wordOf(tokens, head),
    )
  );
}

function isHouseBefore(tokens: Tokens, t: number, head: number): boolean {
  return (
    /^(?:parliament|parliamentary|government|presidential|cabinet|army|military|house)$/.test(
      wordOf(tokens, t),
    ) && /^(?:speaker|spokesman|spokeswoman|spokesperson)$/.test(wordOf(tokens, head))
  );
}

function isFirstDeputy(tokens: Tokens, t: number): boolean {
  return (
    /^(?:vice|deputy|secretary|chairman)$/i.test(wordOf(tokens, t + 1)) || /^general$/.test(wordOf(tokens, t))
  );
}

/** `Trade and Industry` before `Minister`. */
function joinedModifier(tokens: Tokens, t: number, from: number, capital: boolean): number | undefined {
  if (!capital || t !== from - 1 || !isLowerWord(tokens, t, 'and') || !isCapital(tokens, t - 1))
    return undefined;
  const portfolio = W.portfolio | W.roleModifier;
  const heads = W.roleHead | W.organizationHead;
  if ((tokens.classes[t - 1]! & portfolio) === 0 || (tokens.classes[t - 1]! & heads & ~portfolio) !== 0)
    return undefined;
  return (tokens.classes[from]! & W.portfolio) !== 0 ? t - 1 : undefined;
}
