import { compileNames } from '../recognition/matcher/compileNames';
import type { NameIndex } from '../recognition/matcher/compileNames';
import { findNames } from '../recognition/matcher/findNames';
import type { Span } from '../text/span';
import type { CorpusView, IndexedRelease } from './corpusView';
import { wordHashes } from './wordSignature';

/** A phrase made ready to be looked for in many texts. */
export interface Phrase {
  readonly names: NameIndex;
  readonly words: readonly number[];
}

/**
 * Makes a phrase searchable: word for word, with the tolerance of names (line ends, markup, kinds of quotes and hyphens,
 * diacritics), whatever the case. Undefined where it has no letter or digit, or is longer than 64 words.
 */
export function compilePhrase(text: string): Phrase | undefined {
  const names = compileNames([{ text, caseRule: 'ignore', glue: 'none' }]);
  return names.skipped.length > 0 ? undefined : { names, words: wordHashes([text]) };
}

/** Where a text says the phrase, by start. UTF-16 code units. */
export function findPhrase(phrase: Phrase, text: string): readonly Span[] {
  return findNames(phrase.names, text).map(({ start, end }) => ({ start, end }));
}

/** The releases whose texts may say the phrase, by path: few others, and none that does is left out. */
export function* releasesWithPhrase(view: CorpusView, phrase: Phrase): Generator<IndexedRelease, void> {
  for (const { release, mayHold } of view.releasesWithSignatures()) if (mayHold(phrase.words)) yield release;
}
