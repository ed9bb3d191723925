import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsOfName } from '../../../src/core/corpus/gazetteerKeys';
import { mayHoldAll, wordHashes, wordSignature } from '../../../src/core/corpus/wordSignature';
import { compileNames } from '../../../src/core/recognition/matcher/compileNames';
import { findNames } from '../../../src/core/recognition/matcher/findNames';

const mayHold = (text: string, name: string): boolean => mayHoldAll(wordSignature(text), wordHashes([name]));

describe('word signature', () => {
  it('knows the words of a text in any spelling', () => {
    const text =
      'ComradeKim Jong Un met **Böhm** in ＫＩＥＶ; Russia’s answer, Tok-hun said,\r\nin Pyongyang 1950.';
    for (const name of [
      'kim',
      'KIM JONG',
      'Comrade Kim',
      'BOHM',
      'Bo\u0308hm',
      'Kiev',
      'Russia',
      'Tok Hun',
      '1950',
    ])
      assert.ok(mayHold(text, name), name);
    for (const name of ['Lavrov', 'Jongun', 'Kim Jong Il', 'Seoul']) assert.ok(!mayHold(text, name), name);
  });

  it('is the same for composed and decomposed Hangul', () => {
    assert.ok(mayHold('평양 회담'.normalize('NFD'), '평양'));
    assert.ok(mayHold('평양 회담', '평양'.normalize('NFD')));
  });

  it('takes one word in fifteen, or fewer, for a word that is not there', () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i}x`).join(' ');
    const signature = wordSignature(words);
    const wrong = Array.from({ length: 5000 }, (_, i) => `other${i}`).filter((word) =>
      mayHoldAll(signature, wordHashes([word])),
    );
    assert.ok(wrong.length < 333, `${wrong.length} of 5000`);
  });

  it('knows names that stripped markup left between other words, however many', () => {
    for (const text of ['O’BrienKimKim', 'RussiaKim', 'UnUnUnUnUnUnUnUnKim JongUnUnUnUnUnUnUnUn Russia'])
      assert.ok(mayHold(text, 'Kim'), text);
    assert.ok(mayHold('O’BrienKimKim', 'O’BrienKim'));
    assert.ok(!mayHold('O’BrienKimKim', 'O’BrienKi'));
  });

  it('denies nothing of a text with more words than it can count', () => {
    const words: string[] = [];
    for (let i = 0; i < 550_000; i++) words.push(`x${i.toString(36)}Y${i.toString(36)}`);
    assert.ok(mayHold(words.join(' '), 'Kim'));
  });

  it('never denies a name that the matcher finds', () => {
    const piece = fc.constantFrom(
      ...[
        'Kim',
        'Jong',
        'Un',
        'Russia',
        'DPRK',
        'the',
        'U.S.',
        'O’Brien',
        'Bořek',
        'ærø',
        'Straße',
        '평양',
        '北京',
      ],
      ...[' ', '  ', '-', '\n', '**', '’s', '.', ', ', '\u00a0', '\u2011', '\u00ad'],
    );
    const spelling = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll(' ', ''),
    );
    const texts = fc.array(
      fc.tuple(piece, spelling).map(([text, spell]) => spell(text)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), texts, texts, (parts, before, after) => {
        const name = parts.join('');
        fc.pre(/[\p{L}\p{N}]/u.test(name));
        const index = compileNames([{ text: name }]);
        for (const spell of [name, name.toUpperCase(), name.replaceAll(' ', '\n'), name.normalize('NFD')]) {
          const text = before.join('') + spell + after.join('');
          if (findNames(index, text).length === 0) continue;
          assert.ok(mayHoldAll(wordSignature(text), wordsOfName(name)), JSON.stringify({ name, text }));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
