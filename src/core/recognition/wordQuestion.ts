import type { Tokens } from './tokens';
import { wordOf } from './tokens';
import type { Vocabulary } from './vocabulary';

const unknown = 0;
const yes = 1;
const no = 2;

/**
 * Makes a question about single words one about tokens, and remembers the answers by the words' numbers in the vocabulary: looking a
 * number up takes a tenth of the time of asking a `Map` of strings or a regular expression, and few words are new.
 */
export function rememberWords(ask: (word: string) => boolean): (tokens: Tokens, t: number) => boolean {
  let known: Vocabulary | undefined;
  let answers = new Uint8Array(0);
  return (tokens, t) => {
    const number = tokens.word[t] ?? 0;
    if (number < 0) return ask(wordOf(tokens, t));
    if (known !== tokens.vocabulary) {
      known = tokens.vocabulary;
      answers = new Uint8Array(1 << 12);
    }
    if (number >= answers.length) answers = lengthened(answers, number * 2);
    if (answers[number] === unknown) answers[number] = ask(wordOf(tokens, t)) ? yes : no;
    return answers[number] === yes;
  };
}

function lengthened(answers: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length);
  longer.set(answers);
  return longer;
}
