/** What stands in a sentence: a name, a number, or words that are said in the reader's language too. */
export type Part = string | number | Message;

export interface Sentence {
  /** In English, with `{0}`, `{1}`… where its parts stand. */
  readonly pattern: string;
  readonly parts: readonly Part[];
}

/** What a person is told, sentence by sentence, so that a host can say it in their language: see {@link inWords}. */
export type Message = readonly Sentence[];

/** A message of one sentence, or of several that always stand together. `scripts/l10n.mjs` gathers the patterns for translators. */
export function sentence(pattern: string, ...parts: readonly Part[]): Message {
  return [{ pattern, parts }];
}

/** Tells a message from what else a function may give, where that is an object. */
export function isMessage(value: object): value is Message {
  return Array.isArray(value);
}

/** The message as text: in English, or in the language that `translate` gives patterns in. */
export function inWords(message: Message, translate = (pattern: string): string => pattern): string {
  const saying = ({ pattern, parts }: Sentence): string =>
    translate(pattern).replace(/\{(\d+)\}/g, (hole, index: string) => {
      const part = parts[Number(index)] ?? hole;
      return typeof part === 'object' ? inWords(part, translate) : String(part);
    });
  return message.map(saying).join(' ');
}
