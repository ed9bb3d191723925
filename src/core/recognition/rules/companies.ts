import { addRuleFinding, findingOver, isCapital, isEmptyCapital, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { Kind, isMark } from '../tokens';
import { rememberWords } from '../wordQuestion';

const isSuffix = rememberWords((word) =>
  /^(?:LLC|Ltd|Inc|Corp|GmbH|JSC|PJSC|OJSC|OOO|AG|SA|PLC|Co|LLP|OU|FZE|FZCO)$/.test(word),
);
const longestSuffix = 4;

/** Companies by their legal form: `Artel LLC`, `Gzorn Trading Co., Ltd.` */
export function findCompanies(reading: Reading): void {
  const { tokens } = reading;
  let next = 2;
  for (const t of tokens.salient) {
    if (
      t < next ||
      !isCapital(tokens, t) ||
      tokens.spaced[t] === 0 ||
      tokens.end[t]! - tokens.start[t]! > longestSuffix
    )
      continue;
    // `Co-operation`
    if (!isSuffix(tokens, t) || (isHyphen(tokens, t + 1) && tokens.kind[t + 2] === Kind.lower)) continue;
    let from = isMark(tokens, t - 1, ',') ? t - 1 : t;
    while (
      t - from < 7 &&
      isCapital(tokens, from - 1) &&
      !isEmptyCapital(tokens, from - 1) &&
      findingOver(reading, from - 1)?.type !== 'person'
    ) {
      from--;
      if (isHyphen(tokens, from - 1)) from--;
    }
    if (from >= t - 1 && !isCapital(tokens, from)) continue;
    if (from === t) continue;
    let to = t + 1;
    if (isMark(tokens, to, '.')) to++;
    const more = isMark(tokens, to, ',') ? to + 1 : to;
    if (isSuffix(tokens, more)) to = isMark(tokens, more + 1, '.') ? more + 2 : more + 1;
    addRuleFinding(reading, { from, to, type: 'organization', rule: 'company', strength: 34 });
    next = to;
  }
}
