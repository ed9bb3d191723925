import { contentSigns } from './detect-content';
import { counterSigns, wordSigns } from './detect-counter';
import { datelineSigns } from './detect-dateline';
import { layoutSigns } from './detect-form';
import type { Sample } from './detect-sample';
import { sampleOf } from './detect-sample';
import type { Sign } from './detect-sign';

/** What detection thinks of a text, and why. */
export interface Detection {
  readonly isRelease: boolean;
  /** Sum of the weights of the signs; {@link releaseThreshold} and more is a release. */
  readonly score: number;
  /** Names of the signs found, the heaviest first; those that speak against a release begin with `not: `. */
  readonly signs: readonly string[];
}

/** From this score on a text is taken for a release. One sure sign (a wire dateline) or several weak ones reach it. */
export const releaseThreshold = 5;

/** A date and a slug, as people who collect releases name their files. */
const collectedName = /(?:^|[/\\])(?:18|19|20)\d\d[-_.]?\d\d[-_.]?\d\d[-_ ][^/\\]{3,}$/u;

/** From this score on the form alone is so sure that a text may speak of anything: a release on a licence is one. */
const sureForm = 10;

/**
 * Whether a text has the form of a press release, whoever issued it: dateline, agency, masthead, statement headline,
 * end mark, signature … and the words and turns of phrase of the field, against the signs of other kinds of text
 * (mail, logs, tables, code, contracts, lectures, stories). Looks at the first and the last few thousand characters
 * only, so the cost doesn't grow with the file. Deciding what to do about it (settings, globs, the person's own
 * choice of language) is the caller's.
 */
export function looksLikeRelease(text: string, fileName: string): Detection {
  const sample = sampleOf(text);
  const form = [...formSigns(sample, fileName)];
  const words = scoreOf(form) >= sureForm ? [] : wordSigns(sample);
  const against = [...counterSigns(sample, fileName), ...words];
  const vetoed = isVetoed(against);
  const found = vetoed ? against : [...form, ...contentSigns(sample), ...against];
  const score = vetoed ? 0 : scoreOf(found);
  const byWeight = [...found].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    isRelease: score >= releaseThreshold,
    score,
    signs: byWeight.map(({ name, weight }) => (weight < 0 ? `not: ${name}` : name)),
  };
}

/** The same answer without the reasons, in a third of the time for most releases: their form is soon enough. */
export function isReleaseText(text: string, fileName: string): boolean {
  const sample = sampleOf(text);
  const against = counterSigns(sample, fileName);
  if (isVetoed(against)) return false;
  let needed = releaseThreshold - scoreOf(against);
  const enough = Math.max(needed, sureForm);
  let score = 0;
  for (const { weight } of formSigns(sample, fileName)) if ((score += weight) >= enough) return true;
  if (score < sureForm) {
    const words = wordSigns(sample);
    if (isVetoed(words)) return false;
    needed -= scoreOf(words);
  }
  return score >= needed || score + scoreOf(contentSigns(sample)) >= needed;
}

/** What layout and file name say, one sign after the other as they are asked for. */
function* formSigns(sample: Sample, fileName: string): Generator<Sign> {
  yield* datelineSigns(sample);
  yield* layoutSigns(sample);
  if (collectedName.test(fileName)) yield { name: 'dated file name', weight: 1 };
}

const isVetoed = (against: readonly Sign[]): boolean => against.some(({ weight }) => weight <= -100);

const scoreOf = (signs: readonly Sign[]): number => signs.reduce((sum, { weight }) => sum + weight, 0);
