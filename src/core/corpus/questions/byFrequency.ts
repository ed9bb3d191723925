import type { Frequency } from '../corpusView';

/** The more frequent first; of equally frequent, the one in more releases. */
export function byFrequency(a: Frequency, b: Frequency): number {
  return b.count - a.count || b.releases - a.releases;
}
