import { parseRelease } from '../release/parseRelease';
import type { Release } from '../release/release';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import type { CompiledGazetteer } from './compileGazetteer';
import type { EntityType } from './entity';
import type { Mention } from './mention';
import { oneLine } from './newEntity';
import { recognize } from './recognize';

/**
 * What a stretch of a release most likely names: as the mentions there say, else by the words themselves (`… Committee`), else by the
 * word before them. A guess to offer first, no more. The span is in UTF-16 offsets of the release's text.
 */
export function guessType(
  { text }: Release,
  span: Span,
  mentions: readonly Mention[],
  gazetteer: CompiledGazetteer,
): EntityType {
  const exact = mentions.find(({ start, end }) => start === span.start && end === span.end);
  const words = oneLine(text.slice(span.start, span.end));
  return (
    exact?.type ?? typeByWords(words, gazetteer) ?? typeByName(mentions, span) ?? typeByPlace(text, span)
  );
}

/** What the rules make of the words in a sentence that says nothing of them. */
function typeByWords(words: string, gazetteer: CompiledGazetteer): EntityType | undefined {
  const before = 'Yesterday the ';
  const text = `${before}${words} was mentioned.\n`;
  const end = before.length + words.length;
  const found = recognize(parseRelease(text, {}), gazetteer);
  return found.find((mention) => mention.end === end && mention.start <= before.length && !mention.parent)
    ?.type;
}

/** A part of the words that is a mention and no date: a person's name of which one word more or less was selected. */
function typeByName(mentions: readonly Mention[], span: Span): EntityType | undefined {
  const most = (span.end - span.start) / 2;
  return mentions.find(
    (mention) =>
      mention.type === 'person' &&
      overlaps(mention, span) &&
      Math.min(mention.end, span.end) - Math.max(mention.start, span.start) > most,
  )?.type;
}

function typeByPlace(text: string, { start, end }: Span): EntityType {
  const before = /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]?.toLowerCase();
  const words = oneLine(text.slice(start, end)).split(' ');
  if (before === 'the' || words.every((word) => /^\p{Lu}{2,}$/u.test(word))) return 'organization';
  if (before === 'in' || before === 'at' || before === 'near') return 'place';
  const isName = words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word));
  return isName ? 'person' : 'organization';
}
