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

/** A sentence ends between two tokens (`end` of one, `start` of the next) at a line's end or after a full stop. */
function isBreak(text: string, end: number, start: number): boolean {
  if (end === 0 || start === text.length) return true;
  const between = text.slice(end, Math.min(start, end + 80));
  return (
    between.includes('\n') ||
    (between !== '' && /[.!?]["”’')\]]?$/.test(text.slice(Math.max(0, end - 3), end)))
  );
}
