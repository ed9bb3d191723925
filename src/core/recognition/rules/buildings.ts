import { isLowerWord } from '../reading';
import type { Reading } from '../reading';

const bodies = /^(?:(?:Prime Minister|President)['’]s Office|Presidential Office)$/;
const longest = 24;

/** `met at the Prime Minister's Office`: the house of an office, where something happens in it. */
export function findBuildings(reading: Reading): void {
  const { tokens } = reading;
  for (const finding of reading.findings) {
    if (finding.type !== 'organization') continue;
    const before = isLowerWord(tokens, finding.from - 1, 'the') ? finding.from - 2 : finding.from - 1;
    if (!isLowerWord(tokens, before, 'at') && !isLowerWord(tokens, before, 'outside')) continue;
    const start = tokens.start[finding.from]!;
    const end = tokens.end[finding.to - 1]!;
    if (end - start <= longest && bodies.test(tokens.text.slice(start, end))) finding.type = 'facility';
  }
}
