import { W } from '../lexicon';
import { findingFrom, isCapital, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** `Whale Dialogue | Relations`, `Squid Crisis | Response`, `Fiscal | Year`: everyday words about an event, or no event. */
export function leadsOn(tokens: Tokens, t: number): boolean {
  if (wordOf(tokens, t) === 'Year' && wordOf(tokens, t - 1) === 'Fiscal') return true;
  const isName = /^(?:Exercise|Operation)$/.test(wordOf(tokens, t));
  return (
    isCapital(tokens, t + 1) &&
    (isName
      ? (tokens.classes[t + 1]! & (W.documentHead | W.organizationHead)) !== 0
      : /^(?:Relations|Partners?|Partnership|Response|Participants|Members|Outcomes|Chair)$/.test(
          wordOf(tokens, t + 1),
        ))
  );
}

/** `chairman of the Literary Forum …`: what has a chairman of its own name is a body. */
export function isSociety(reading: Reading, from: number, head: string): boolean {
  if (!/^(?:Forum|Movement|Congress|Conference)$/.test(head)) return false;
  const { tokens } = reading;
  if (head === 'Movement' && hasWord(reading, from, liberation)) return true;
  const of = isLowerWord(tokens, from - 1, 'the') ? from - 2 : from - 1;
  return (
    isLowerWord(tokens, of, 'of') &&
    /^(?:chairman|chairwoman|chairperson|president|secretary|general|director|leader|coordinator|secretary-general)$/i.test(
      wordOf(tokens, of - 1),
    )
  );
}

/** `Zemblan World Congress`: a congress of a people is a body, unless it has a number or a year. */
export function isPeoplesCongress(reading: Reading, from: number, head: number): boolean {
  const people = findingFrom(reading, from);
  return wordOf(reading.tokens, head) === 'Congress' && people?.form === 'demonym' && people.to < head;
}

const liberation =
  /^(?:Islanders|Peoples?|Workers|Citizens|Socialist|Youth|Students|Peasants|Islamic|Liberation|Resistance|Freedom|Popular|Patriotic|Democratic|National|Republican|Political|Civic)$/;

/** Whether one of the six words from `from` on, before the head, is of a kind. */
function hasWord(reading: Reading, from: number, kind: RegExp): boolean {
  for (let t = from; t < from + 6 && isCapital(reading.tokens, t); t++)
    if (kind.test(wordOf(reading.tokens, t))) return true;
  return false;
}
