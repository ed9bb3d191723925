import { addRuleFinding, findingOver, isHyphen } from '../reading';
import type { Reading } from '../reading';
import { wordOf } from '../tokens';

const ministries = /^(?:MFA|MOFA)$/;

/**
 * Bodies in capital letters that need no explanation: the agency that a dateline names (`agency`, as `parseRelease` reads it), all
 * over the release, and the short forms of foreign ministries.
 */
export function findAgencies(reading: Reading, agency: string | undefined): void {
  const { tokens } = reading;
  const own = agency !== undefined && /^[A-Z]{2,8}$/.test(agency) ? agency : undefined;
  for (const t of tokens.uppers) {
    if (findingOver(reading, t) !== undefined) continue;
    const word = wordOf(tokens, t);
    if (word !== own && !ministries.test(word)) continue;
    if (isHyphen(tokens, t - 1) || isHyphen(tokens, t + 1)) continue;
    addRuleFinding(reading, {
      from: t,
      to: t + 1,
      type: 'organization',
      rule: word === own ? 'media' : 'organization',
      strength: 34,
    });
  }
}
