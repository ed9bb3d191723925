import { findingTo, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import type { Tokens } from '../tokens';

/** Documents that name the year they aim at: `Community Vision 2045`. */
const aims = /^(?:Vision|Agenda|Strategy|Plan|Roadmap|Framework|Concept)$/;
/** Papers that come out each year. */
const issues = /^(?:Bluebook|Report|Paper|Review|Strategy|Yearbook|Outlook|Survey)$/;
/** Documents that hold for some years: `Action Plan on Whales 2045–2049`. */
const terms =
  /^(?:Vision|Agenda|Strategy|Plan|Roadmap|Framework|Concept|Programme|Program|Arrangement|Memorandum|Report)$/;

/** The end of the years that close the title of a document whose head is `head` and whose words end before `end`. */
export function yearsEnd({ tokens }: Reading, head: string, end: number): number {
  if (terms.test(head)) {
    const term = termEnd(tokens, end);
    if (term > end) return term;
    if (isMark(tokens, end, '(')) {
      const inner = termEnd(tokens, end + 1);
      if (inner > end + 1 && isMark(tokens, inner, ')')) return inner + 1;
    }
  }
  if (!isYear(tokens, end) || tokens.spaced[end] === 0 || isHyphen(tokens, end + 1)) return end;
  const word = wordOf(tokens, end);
  if (aims.test(head) && /^20[2-9]\d$/.test(word)) return end + 1;
  return issues.test(head) && /^20\d\d$/.test(word) && tokens.kind[end + 1] !== Kind.number ? end + 1 : end;
}

/** The end of `2045-2049` at a token; the token itself where there is none. */
function termEnd(tokens: Tokens, t: number): number {
  return isYear(tokens, t) && isHyphen(tokens, t + 1) && /^(?:\d\d)?\d\d$/.test(wordOf(tokens, t + 2))
    ? t + 3
    : t;
}

/** `2045-2049 Action Plan`: the years in front of a document. */
export function yearsEdge(reading: Reading, edge: number, head: number): number {
  const { tokens } = reading;
  if (edge === head || !terms.test(wordOf(tokens, head))) return edge;
  const years = findingTo(reading, edge);
  const from = years?.type === 'date' ? years.from : edge - 3;
  return termEnd(tokens, from) === edge ? from : edge;
}

function isYear(tokens: Tokens, t: number): boolean {
  return tokens.kind[t] === Kind.number && /^(?:19|20)\d\d$/.test(wordOf(tokens, t));
}
