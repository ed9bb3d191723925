import { W } from '../lexicon';
import { addRuleFinding, findingOver, isCapital } from '../reading';
import type { Reading } from '../reading';
import { isMark, opensSentence, wordOf } from '../tokens';

/** Newspapers and broadcasters named behind their kind: `the Zambian paper Brandline News`. */
export function findMedia(reading: Reading): void {
  const { tokens } = reading;
  for (const t of tokens.salient) {
    if ((tokens.classes[t]! & W.mediaKind) === 0) continue;
    if (/^(?:newspaper|tabloid|magazine)$/.test(wordOf(tokens, t))) findBefore(reading, t);
    if (!isCapital(tokens, t + 1)) continue;
    let from = t + 1;
    if (/^The$/.test(wordOf(tokens, from)) && isCapital(tokens, from + 1)) from++;
    let to = from;
    while (to - from < 5 && isCapital(tokens, to) && !(findingOver(reading, to)?.type === 'person')) to++;
    if (to === from || isMark(tokens, to, "'")) continue;
    addMedium(reading, from, to);
  }
}

/** `published by Gzorn Zeit newspaper` */
function findBefore(reading: Reading, kind: number): void {
  const { tokens } = reading;
  let from = kind;
  while (kind - from < 4 && isTitleWord(reading, from - 1)) from--;
  if (from === kind || opensSentence(tokens, from)) return;
  if (reading.titleCase[from] === 1) for (let t = from; t < kind; t++) if (tokens.classes[t] !== 0) return;
  addMedium(reading, from, kind);
}

function addMedium(reading: Reading, from: number, to: number): void {
  addRuleFinding(reading, { from, to, type: 'organization', rule: 'media', strength: 43 });
}

function isTitleWord(reading: Reading, t: number): boolean {
  const { tokens } = reading;
  if (!isCapital(tokens, t) || findingOver(reading, t) !== undefined) return false;
  return (tokens.classes[t]! & (W.function | W.honorific | W.roleHead | W.weekday | W.speech)) === 0;
}
