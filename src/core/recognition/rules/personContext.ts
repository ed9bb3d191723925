import { W } from '../lexicon';
import { findingFrom, findingOver, findingTo, isCapital, isHyphen, isLowerWord } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark, wordOf } from '../tokens';
import { countWords, hasAcronym, isSyllable } from './nameShapes';

/** Whether an office or an honorific stands right in front. */
export function isIntroduced(reading: Reading, from: number, roleEnds: ReadonlySet<number>): boolean {
  const { tokens } = reading;
  let t = from;
  if (isMark(tokens, t - 1, '.') && tokens.spaced[t - 1] === 0) t--;
  const before = t - 1;
  if (before > 0 && (tokens.classes[before]! & W.honorific) !== 0 && isCapital(tokens, before)) {
    return (
      !/^(?:Dear|Respected|Esteemed)$/.test(wordOf(tokens, before)) || countWords(tokens, from, from + 2) > 1
    );
  }
  if (
    before > 0 &&
    (tokens.classes[before]! & W.rank) !== 0 &&
    isCapital(tokens, before) &&
    findingOver(reading, before) === undefined
  )
    return true;
  return roleEnds.has(from) || findingTo(reading, from)?.type === 'role';
}

/** `X Y, deputy prime minister of …`, also with an age or a bracket between. */
export function isApposed(reading: Reading, to: number, roleStarts: ReadonlySet<number>): boolean {
  const { tokens } = reading;
  let t = to;
  if (!isMark(tokens, t, ',') && !isMark(tokens, t, '(')) return false;
  t++;
  if (isLowerWord(tokens, t, 'the') || isLowerWord(tokens, t, 'a') || isLowerWord(tokens, t, 'former')) t++;
  return roleStarts.has(t) || findingFrom(reading, t)?.type === 'role' || isOffice(reading, t);
}

/** `, vice-chairman of its commission`: an office in small letters whose body is not named. */
function isOffice(reading: Reading, from: number): boolean {
  const { tokens } = reading;
  for (let t = from; t < from + 5; t++) {
    if (isHyphen(tokens, t)) continue;
    if (tokens.kind[t] !== Kind.lower) return false;
    if ((tokens.classes[t]! & W.roleHead) !== 0) return tokens.kind[t + 1] === Kind.lower;
    if ((tokens.classes[t]! & (W.roleModifier | W.portfolio)) === 0) return false;
  }
  return false;
}

/** `H.E. Do Hung Viet`: a name that is a small word elsewhere, behind an honorific and before more of the name. */
export function isBehindHonorific(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const before = isMark(tokens, t - 1, '.') && tokens.spaced[t - 1] === 0 ? t - 2 : t - 1;
  if (tokens.kind[t] !== Kind.capital || !isCapital(tokens, t + 1) || before < 1) return false;
  if ((tokens.classes[t]! & (W.honorific | W.roleHead | W.roleModifier)) !== 0) return false;
  // A line cut off behind `Respected Comrade`, and the next one: no name begins like that.
  if (/^(?:The|This|These|That|Those|There)$/.test(wordOf(tokens, t))) return false;
  return (tokens.classes[before]! & W.honorific) !== 0 && isCapital(tokens, before);
}

/** `The EU Special Envoy for Disarmament, X Y, travelled`: between an office's comma and another. */
export function isEnclosed(
  reading: Reading,
  from: number,
  to: number,
  roleEnds: ReadonlySet<number>,
): boolean {
  const { tokens } = reading;
  if (!isMark(tokens, from - 1, ',') || !isMark(tokens, to, ',') || hasAcronym(tokens, from, to))
    return false;
  return roleEnds.has(from - 1) || findingTo(reading, from - 1)?.type === 'role';
}

/** A writer's name by itself behind the last sentence: `… a stern judgment. Un Jong Chol` */
export function isSignature(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  if (tokens.kind[to] !== Kind.stop || to - from !== 3) return false;
  if (!isMark(tokens, from - 1, '.') && tokens.kind[from - 1] !== Kind.stop) return false;
  return isSyllable(tokens, from, true) && isSyllable(tokens, from + 1) && isSyllable(tokens, from + 2);
}

export function speaks(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  const at = isLowerWord(tokens, t, 'also') || isLowerWord(tokens, t, 'then') ? t + 1 : t;
  if (tokens.kind[at] !== Kind.lower || (tokens.classes[at]! & W.speech) === 0) return false;
  return !/^(?:had|has|gave|made|left|held|led|opened|took|signed|observed|called|calls|welcomed|met|meets|meet|holds|received|presented|visits|visited|addresses)$/.test(
    wordOf(tokens, at),
  );
}
