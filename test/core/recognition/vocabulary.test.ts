import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldWord } from '../../../src/core/recognition/fold';
import { wordClasses } from '../../../src/core/recognition/lexicon';
import { tokenize, wordOf } from '../../../src/core/recognition/tokens';
import { Vocabulary } from '../../../src/core/recognition/vocabulary';

describe('vocabulary', () => {
  it('gives every word one number, and the word back', () => {
    const vocabulary = new Vocabulary();
    const words = Array.from({ length: 5000 }, (_, i) => `word${(i * 7919) % 2500}`);
    const numbers = words.map((word) => vocabulary.numberOf(`(${word})`, 1, 1 + word.length));
    assert.equal(new Set(numbers).size, 2500);
    words.forEach((word, i) => assert.equal(vocabulary.word(numbers[i]!), word));
  });

  it('knows the classes and the folded form of any word', () => {
    const vocabulary = new Vocabulary();
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('Minister', 'of', 'Šefčovič'),
    );
    fc.assert(
      fc.property(word, fc.string(), (own, before) => {
        const number = vocabulary.numberOf(before + own, before.length, before.length + own.length);
        if (own.length > 48) return assert.equal(number, -1);
        assert.equal(vocabulary.word(number), own);
        assert.equal(vocabulary.classesOf(number), wordClasses(own));
        assert.equal(vocabulary.folded(number), foldWord(own));
      }),
    );
  });
});

describe('tokens', () => {
  const wordsIn = (text: string, seams: readonly number[] = []): string[] => {
    const tokens = tokenize(text, [{ start: 0, end: text.length }], seams);
    return Array.from({ length: tokens.count }, (_, t) => wordOf(tokens, t)).filter((word) => word !== '');
  };

  it('are words, numbers and marks', () => {
    assert.deepEqual(
      wordsIn("On Jan. 5 the **U.S.** and Russia's O'Brien met 1,000 people, PresidentKim said in G20."),
      [
        'On',
        'Jan',
        '.',
        '5',
        'the',
        'U.S.',
        'and',
        'Russia',
        "'s",
        "O'Brien",
        'met',
        '1,000',
        'people',
        ',',
      ].concat(['President', 'Kim', 'said', 'in', 'G20', '.']),
    );
  });

  it('end at seams', () => {
    assert.deepEqual(wordsIn('KimJong Unwho left', [10]), ['Kim', 'Jong', 'Un', 'who', 'left']);
    assert.deepEqual(wordsIn("of Zembla's whales", [9]), ['of', 'Zembla', "'s", 'whales']);
  });

  it('hold words too long to be kept', () => {
    const long = 'x'.repeat(5000);
    assert.deepEqual(wordsIn(`a ${long} b`), ['a', long, 'b']);
  });
});
