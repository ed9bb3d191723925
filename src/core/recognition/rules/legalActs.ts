import { W } from '../lexicon';
import { isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { listEnd } from '../phraseLists';
import { Kind, isGenitiveMark, isMark, wordOf } from '../tokens';
import { datedEnd, opensDocument } from './documentTitle';

/** `Federal Law On Amendments to …`, `Executive Order On …`: an `On` with a capital in the middle of a sentence. */
export function isTitledLaw(reading: Reading, t: number): boolean {
  return wordOf(reading.tokens, t + 1) === 'On' && isCapital(reading.tokens, t - 1);
}

/** The title of a law from its `On`: words in capitals and the small words between them. */
export function lawEnd(reading: Reading, on: number): number {
  const { tokens } = reading;
  let end = on + 1;
  while (end - on < 60 && end < tokens.count) {
    if (isMark(tokens, end, ',')) {
      // `Treaty of Friendship, Cooperation and Mutual Assistance`
      const next = listEnd(reading, end, false);
      if (next === end) break;
      end = next;
      continue;
    }
    const small = tokens.kind[end] === Kind.lower && (tokens.classes[end]! & W.function) !== 0;
    if (
      isLowerWord(tokens, end, 'and') &&
      opensDocument(reading, isLowerWord(tokens, end + 1, 'the') ? end + 2 : end + 1)
    )
      break;
    const glued = isHyphen(tokens, end) || isGenitiveMark(tokens, end);
    if (!small && !glued && !isCapital(tokens, end) && tokens.kind[end] !== Kind.number) break;
    end++;
  }
  while (end > on + 1 && tokens.kind[end - 1] === Kind.lower) end--;
  return datedEnd(reading, end);
}

/** `Federal Law No. 123`, `Council Regulation (EC) No 765/2006`, `Governance Act 2010`; the end of the head where no number follows. */
export function numberedActEnd(reading: Reading, t: number): number {
  const { tokens } = reading;
  if (!/^(?:Law|Decree|Order|Act|Directive|Regulation|Decision)$/.test(wordOf(tokens, t))) return t + 1;
  let at = t + 1;
  if (isMark(tokens, at, '(') && tokens.kind[at + 1] === Kind.upper && isMark(tokens, at + 2, ')')) at += 3;
  if (wordOf(tokens, at) === 'No') at += isMark(tokens, at + 1, '.') ? 2 : 1;
  else if (at === t + 1 && wordOf(tokens, t) !== 'Act' && !isMark(tokens, at + 1, '/')) return t + 1;
  if (tokens.kind[at] !== Kind.number) return t + 1;
  at++;
  if (isHyphen(tokens, at) && tokens.kind[at + 1] === Kind.upper) at += 2;
  while (isMark(tokens, at, '/') && tokens.spaced[at] === 0 && tokens.kind[at + 1] !== Kind.stop) at += 2;
  return at;
}
