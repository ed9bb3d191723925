/** Words that stay small in titles and can't end one. */
const small =
  'a|an|and|as|at|but|by|de|del|for|from|in|into|la|of|on|or|over|per|the|to|under|upon|via|vs|with|within|without|against|between|among|during|after|before|concerning|regarding|и|в|на|о|об|с|по|для|та|і|з|про|й';
const smallWord = new RegExp(`^(?:${small})$`, 'iu');
const endsOpen = new RegExp(
  `(?:(?:^|[\\s(])(?:${small}|is|are|was|were|that|which|who|whose|its|their|his|her|our)|[,(–—:;/&-]|[’']s|s[’'])$`,
  'iu',
);
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}\.|(?:\p{Lu}\.){2,}|(?:Co|Corp|Inc|Ltd|Mr|Mrs|Ms|Dr|St|No|Jr|Sr|Gen|Col|Prof|vs|etc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)$/u;
const sentenceEnd = /[.!?…。！？](?:["'”’»)\]*]|\s?<…>)*$/u;

/** Whether a line ends as sentences do; a full stop that belongs to an abbreviation (`U.S.`) doesn't count. */
export function endsSentence(line: string): boolean {
  const tail = line.slice(-24);
  return sentenceEnd.test(tail) && !abbreviation.test(tail);
}

/** Whether more must follow: the line ends with a preposition, an article, a possessive, a comma. */
export function endsOpenly(line: string): boolean {
  return endsOpen.test(line.slice(-24));
}

/** Whether a line goes on with what the former began: it starts with a small letter. */
export function startsSmall(line: string): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(line);
}

/** How many of a line's longer words begin with a capital, 0 to 1; scripts without capitals count as titles. */
export function titleShare(line: string): number {
  const words = line.match(/[\p{L}\p{M}\d.'’-]+/gu) ?? [];
  const weighty = words.filter((word) => !smallWord.test(word) && /^\p{L}/u.test(word));
  if (weighty.length === 0) return 0;
  return weighty.filter((word) => !/^\p{Ll}/u.test(word)).length / weighty.length;
}

/** Letters and digits in lower case with single spaces: what two printings of one title share. */
export function plainWords(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim();
}
