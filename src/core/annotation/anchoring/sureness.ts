import type { Span } from '../../text/span';
import type { Carried } from './carrying';
import type { Comparison } from './comparison';
import { trustIn } from './drift';
import {
  hasRival,
  hasTwin,
  hasTwinBeside,
  isRepeated,
  rarityOf,
  type Run,
  runAround,
  settled,
  standsTwice,
} from './run';
import { holdsSentences, isBetweenItsNeighbours } from './sentences';
import { measureSupport } from './support';

/** Characters of unchanged text that settle on which side of a change a passage stands. */
const settling = 40;

/** Share of what stood on the one side that must be left where the other side came along whole. */
const leastLeft = 0.25;

/** Whether a passage that was carried over whole may be attached without asking. */
export function isSure(comparison: Comparison, span: Span, carried: Carried): boolean {
  const known = comparison.old.complete || isBetweenItsNeighbours(comparison, carried);
  const trust = known ? 2 : trustIn(comparison, span.start, carried.span.start);
  if (trust === 0) return false;
  const run = runAround(comparison, carried);
  const long = span.end - span.start >= settling;
  if (run.before + run.after < settled && span.end - span.start < 20) return false;
  const repeats = isRepeated(comparison, carried);
  if (repeats && (carried.moved || trust === 1)) return false;
  if (trust === 1 && hasTwin(comparison, run, carried)) return false;
  const repeated = rarityOf(comparison, carried) < 2;
  // What is said elsewhere too, right beside a change, may have been written anew there.
  if (repeated && Math.min(run.before, run.after) < settled) return false;
  // All of it may as well be its like on the other side of what was taken out or put in.
  if (!carried.pinned) return false;
  const common = repeated || carried.moved || repeats;
  if (common && hasRival(comparison, run, carried)) return false;
  // Little around it that came along, and said elsewhere too: it may have been written anew from there.
  if (Math.max(run.before, run.after) < settling && standsTwice(comparison, carried)) return false;
  if (endsInDoubt(comparison, run, carried)) return false;
  if (run.rare === 0 || hasTwinBeside(comparison, run, carried, settling)) return false;
  const { before, after } = measureSupport(comparison, carried);
  const weaker = Math.min(before, after);
  const near = before < after ? run.before : run.after;
  if (weaker >= 0.8 || (weaker >= 0.5 && (near >= 20 || long))) return true;
  if (weaker >= leastLeft && Math.max(before, after) >= 0.95 && (near >= settling || long)) return true;
  return holdsSentences(comparison, run, carried);
}

/** True where the passage ends, right beside a change, with a word that may as well be another one like it. */
function endsInDoubt({ doubtful, old, oldTokens }: Comparison, run: Run, carried: Carried): boolean {
  const isDoubtfulWord = (token: number): boolean =>
    doubtful[token] === 1 && /[\p{L}\p{N}]/u.test(old.text.charAt(oldTokens.starts[token]!));
  return (
    (run.before < settled && isDoubtfulWord(carried.firstToken)) ||
    (run.after < settled && isDoubtfulWord(carried.lastToken))
  );
}
