import type { Finding } from '../finding';
import { addFinding, findingOver, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';

interface Meaning {
  readonly type: string;
  readonly candidates: readonly string[];
}

/**
 * Abbreviations: explained in brackets behind a name (`Korea Forest Service (KFS)`), or made of the initials of a body named in
 * full somewhere in the release (`Liberal Korea Party`, then `LKP`).
 */
export function findAbbreviations(reading: Reading): void {
  const { tokens } = reading;
  const known = new Map<string, Meaning>();
  const explained = new Map<string, Finding>();
  let named: Map<number, Finding[]> | undefined;
  for (const t of tokens.uppers) {
    if (!isMark(tokens, t - 1, '(')) continue;
    const to = numberedEnd(reading, t);
    // `(GZORN, or the “Whale Talk”)`
    const goesOn = isMark(tokens, to, ',') && isLowerWord(tokens, to + 1, 'or');
    if (!isMark(tokens, to, ')') && !goesOn) continue;
    const name = (named ??= nameEnds(reading)).get(t - 1)?.find((each) => abbreviates(reading, t, each));
    if (name === undefined) continue;
    const key = to === t + 1 ? wordOf(tokens, t) : `${wordOf(tokens, t)} ${wordOf(tokens, to - 1)}`;
    if (findingOver(reading, t) !== undefined) {
      explained.set(key, name);
      continue;
    }
    known.set(key, name);
  }
  if (explained.size > 0) explain(reading, explained);
  let initials: Map<string, Meaning> | undefined;
  for (const t of tokens.uppers) {
    const word = wordOf(tokens, t);
    const over = findingOver(reading, t);
    // Inside a longer body (`Central Committee of the LPRP`) only an abbreviation that the release explains.
    if (
      over !== undefined &&
      !(known.has(word) && /^(?:organization|role)$/.test(over.type) && over.to - over.from > 1)
    )
      continue;
    if (word.length < 2 || (reading.titleCase[t] === 1 && word.length > 6)) continue;
    const numbered = numberedEnd(reading, t);
    const edition = numbered > t + 1 ? known.get(`${word} ${wordOf(tokens, numbered - 1)}`) : undefined;
    initials ??= initialsOfBodies(reading);
    const meaning =
      edition ??
      known.get(word) ??
      editionOf(word, known, explained) ??
      (word.length > 2 ? initials.get(word) : undefined);
    if (meaning === undefined) continue;
    addFinding(reading, {
      from: t,
      to: edition === undefined ? t + 1 : numbered,
      type: meaning.type,
      reason: 'short-form',
      rule: 'abbreviation',
      candidates: meaning.candidates,
      certain: false,
      strength: 35,
    });
  }
}

/** `GZORN2045` where `GZORN` is the short form of an event: its edition of a year. */
function editionOf(word: string, ...known: readonly ReadonlyMap<string, Meaning>[]): Meaning | undefined {
  if (known.every(({ size }) => size === 0)) return undefined;
  const letters = /^([A-Z]+)(?:20)?\d\d?$/.exec(word)?.[1];
  const event =
    letters === undefined
      ? undefined
      : known.map((meanings) => meanings.get(letters)).find((meaning) => meaning !== undefined);
  return event?.type === 'event' ? event : undefined;
}

/** The end of `AMM-58` or `AMM 58` at its letters: the abbreviation of a meeting with the number of this one. */
function numberedEnd({ tokens }: Reading, t: number): number {
  const number = isHyphen(tokens, t + 1) ? t + 2 : t + 1;
  const isNumber = tokens.kind[number] === Kind.number && /^\d{1,3}$/.test(wordOf(tokens, number));
  return isNumber && tokens.kind[t] === Kind.upper ? number + 1 : t + 1;
}

/**
 * `Communist Party of Zembla (CPZ)` where a list knows another CPZ: in this release it is what the release says. Where the name in
 * full has no entity, the abbreviation keeps the one it has unless that is of another type.
 */
function explain(reading: Reading, explained: ReadonlyMap<string, Finding>): void {
  for (const finding of reading.findings) {
    if (finding.reason !== 'name' || finding.to - finding.from !== 1) continue;
    const name = explained.get(wordOf(reading.tokens, finding.from));
    if (name === undefined || (name.type === finding.type && finding.candidates[0] === name.candidates[0]))
      continue;
    if (name.type === finding.type && name.candidates.length === 0) continue;
    finding.type = name.type;
    finding.candidates = name.candidates;
  }
}

/** The names of several words that end before each token, the shortest first: bodies, documents, events or sites. */
function nameEnds(reading: Reading): Map<number, Finding[]> {
  const ends = new Map<number, Finding[]>();
  for (const finding of reading.findings) {
    if (/^(?:date|person|role)$/.test(finding.type) || finding.to - finding.from < 2) continue;
    const known = ends.get(finding.to);
    if (known === undefined) ends.set(finding.to, [finding]);
    else known.push(finding);
  }
  for (const list of ends.values()) if (list.length > 1) list.sort((a, b) => b.from - a.from);
  return ends;
}

function initialsOfBodies(reading: Reading): Map<string, Meaning> {
  const { tokens } = reading;
  const initials = new Map<string, Meaning>();
  for (const finding of reading.findings) {
    if (finding.type !== 'organization' || finding.to - finding.from < 3) continue;
    let letters = '';
    for (let t = finding.from; t < finding.to && letters.length < 8; t++)
      if (isCapital(tokens, t)) letters += wordOf(tokens, t).charAt(0);
    if (letters.length > 2 && !initials.has(letters)) initials.set(letters, finding);
  }
  return initials;
}

/** Whether the letters of an abbreviation stand in a name, in order, the first at its beginning: `(BCM)` is none of `South China Sea`. */
function abbreviates(reading: Reading, t: number, name: Finding): boolean {
  const { tokens } = reading;
  const letters = wordOf(tokens, t).replace(/[^A-Z]/g, '');
  if (
    letters.length > 1 &&
    (initialsOf(reading, name) === letters || initialsOf(reading, name, true) === letters)
  )
    return true;
  let next = 0;
  let capitals = 0;
  for (let at = name.from; at < name.to && next < letters.length; at++) {
    const capital = isCapital(tokens, at);
    const word = wordOf(tokens, at).toUpperCase();
    // Within a word, letters behind the third count only where the word's first did: `Intergovernmental`.
    const opened = word.charAt(0) === letters[next];
    if (opened) capitals++;
    for (const letter of word.slice(0, capital ? (opened ? 8 : 3) : 1)) if (letter === letters[next]) next++;
  }
  if (capitals > 1 && (next >= Math.min(letters.length, 3) || next === letters.length)) return true;
  return isShuffled(reading, letters, name);
}

/** `(MINUSCA)` behind an English name: the initials of another language's order, of a long name. */
function isShuffled(reading: Reading, letters: string, name: Finding): boolean {
  const initials = initialsOf(reading, name);
  return (
    letters.length >= 4 && initials.length >= 5 && [...letters].every((letter) => initials.includes(letter))
  );
}

/** The first letters of the words with capitals; `small`: of those between them, too (`MOD`, Memorandum of Discussion). */
function initialsOf({ tokens }: Reading, name: Finding, small = false): string {
  let initials = '';
  for (let t = name.from; t < name.to; t++)
    if (isCapital(tokens, t) || (small && tokens.kind[t] === Kind.lower))
      initials += wordOf(tokens, t).charAt(0).toUpperCase();
  return initials;
}
