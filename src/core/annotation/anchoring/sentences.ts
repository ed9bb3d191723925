import type { Carried } from './carrying';
import type { Comparison } from './comparison';
import type { Run } from './run';

/** Least length of whole sentences that are taken for the same wherever they stand. */
const leastSentence = 60;

/** True where the passage lies within whole sentences that came along in one piece. */
export function holdsSentences(comparison: Comparison, run: Run, carried: Carried): boolean {
  const { toNew, old, oldTokens, newTokens, text } = comparison;
  let first = carried.firstToken;
  while (!startsSentence(first) && first > run.firstToken) first--;
  let last = carried.lastToken;
  while (!endsSentence(last) && last < run.lastToken) last++;
  return (
    startsSentence(first) &&
    endsSentence(last) &&
    oldTokens.ends[last]! - oldTokens.starts[first]! >= leastSentence
  );

  function startsSentence(token: number): boolean {
    return (
      isBreak(old.text, oldTokens.ends[token - 1] ?? 0, oldTokens.starts[token]!) &&
      isBreak(text, newTokens.ends[toNew[token]! - 1] ?? 0, newTokens.starts[toNew[token]!]!)
    );
  }

  function endsSentence(token: number): boolean {
    return (
      isBreak(old.text, oldTokens.ends[token]!, oldTokens.starts[token + 1] ?? old.text.length) &&
      isBreak(text, newTokens.ends[toNew[token]!]!, newTokens.starts[toNew[token]! + 1] ?? text.length)
    );
  }
}

/** Characters of a neighbouring sentence that must have come along, and those a sentence is followed for. */
const leastNeighbour = 40;
const longestSentence = 2000;

/**
 * True where something of the sentence before the passage's own, and of the one after it, stands before and after it
 * still. Of a sentence that was deleted, its like elsewhere stands beyond one of its neighbours.
 */
export function isBetweenItsNeighbours(comparison: Comparison, carried: Carried): boolean {
  const { old, toNew, moved, firm, divides, oldTokens } = comparison;
  if (carried.moved || old.fragmentAt(oldTokens.starts[carried.firstToken]!)?.stray) return false;
  return cameAlong(carried.firstToken, -1) && cameAlong(carried.lastToken, 1);

  function cameAlong(from: number, step: 1 | -1): boolean {
    let beyond = false;
    let came = 0;
    const origin = oldTokens.starts[from]!;
    for (let i = from; ; i += step) {
      const next = i + step;
      if (next < 0 || next >= toNew.length || divides[next] === 1) return false;
      beyond ||=
        step > 0
          ? isBreak(old.text, oldTokens.ends[i]!, oldTokens.starts[next]!)
          : isBreak(old.text, oldTokens.ends[next]!, oldTokens.starts[i]!);
      if (beyond && firm[next] === 1 && moved[next] === 0)
        came += oldTokens.ends[next]! - oldTokens.starts[next]!;
      if (came >= leastNeighbour) return true;
      if (Math.abs(oldTokens.starts[next]! - origin) > longestSentence) return false;
    }
  }
}

/** A sentence ends between two tokens (`end` of one, `start` of the next) at a line's end or after a full stop. */
function isBreak(text: string, end: number, start: number): boolean {
  if (end === 0 || start === text.length) return true;
  const between = text.slice(end, Math.min(start, end + 80));
  return (
    between.includes('\n') ||
    (between !== '' && /[.!?]["”’')\]]?$/.test(text.slice(Math.max(0, end - 3), end)))
  );
}
