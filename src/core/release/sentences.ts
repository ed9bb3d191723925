import type { Span } from '../text/span';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that a name, number or date follows; without their dot, lower case. */
const abbreviations = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'no nos art arts para paras sec vol pp fig mr mrs ms dr prof rev st messrs hon ' +
    'gen col lt maj capt cmdr adm brig sgt cpl pres rep sen gov amb min dept ' +
    'vs cf eg ie viz approx ca inc ltd co corp bros'
  ).split(' '),
);

/** Words that seldom follow `U.S.` within a sentence, and often begin the next one. */
const openers =
  /^(The|It|He|She|They|We|This|These|That|Those|In|On|At|As|But|And|However|For|During|After|Before|Both)\b/;

/**
 * The sentences of a stretch of prose (UTF-16 offsets), without white space at their ends. Boundaries are those of Unicode
 * (UAX #29), less those after abbreviations (`Jan. 20`, `No. 5`, `U.S. forces`), initials, and line breaks that do not
 * end anything (`hard` breaks in mid-sentence).
 */
export function sentencesOf(text: string, stretch: Span): readonly Span[] {
  const sentences: Span[] = [];
  let start = stretch.start;
  const prose = text.slice(stretch.start, stretch.end);
  for (const { index, segment } of segmenter.segment(prose)) {
    const end = stretch.start + index + segment.length;
    const isLast = end >= stretch.end;
    if (!isLast && !endsSentence(text.slice(start, end), text.slice(end, end + 40))) continue;
    const trimmed = trim(text, start, end);
    if (trimmed.start < trimmed.end) sentences.push(trimmed);
    start = end;
  }
  return sentences;
}

function endsSentence(sentence: string, following: string): boolean {
  const end = sentence.trimEnd();
  if (!/[.!?…。！？]["'”’»)\]*]*$/u.test(end)) return false;
  const word = /(\S+)\.$/.exec(end)?.[1]?.replace(/^["'“‘«([*]+/, '');
  if (word === undefined) return true;
  if (abbreviations.has(word.toLowerCase())) return false;
  if (/^\p{Lu}$/u.test(word)) return false;
  if (/^(\p{L}\.)+\p{L}$/u.test(word)) return openers.test(following);
  return true;
}

function trim(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
