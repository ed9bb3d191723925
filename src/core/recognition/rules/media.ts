import { W } from '../lexicon';
import { addFinding, findingOver, isCapital } from '../reading';
import type { Reading } from '../reading';
import { isMark, wordOf } from '../tokens';

/** Newspapers and broadcasters named behind their kind: `the Zambian paper Brandline News`. */
export function findMedia(reading: Reading): void {
  const { tokens } = reading;
  for (let t = 1; t < tokens.count; t++) {
    if ((tokens.classes[t]! & W.mediaKind) === 0 || !isCapital(tokens, t + 1)) continue;
    let from = t + 1;
    if (/^The$/.test(wordOf(tokens, from)) && isCapital(tokens, from + 1)) from++;
    let to = from;
    while (to - from < 5 && isCapital(tokens, to) && !(findingOver(reading, to)?.type === 'person')) to++;
    if (to === from || isMark(tokens, to, "'")) continue;
    addFinding(reading, {
      from,
      to,
      type: 'organization',
      reason: 'rule',
      rule: 'media',
      candidates: [],
      certain: false,
      strength: 43,
    });
  }
}
