import assert from 'node:assert/strict';
import fc from 'fast-check';
import { concordance, lastWords, leftContextKey } from '../../../src/core/corpus/concordance';
import { compilePhrase, findPhrase } from '../../../src/core/corpus/phrase';
import { awkwardSpan } from '../text/awkward';

const of = (text: string, keyword: string, width: number): ReturnType<typeof concordance> => {
  const start = text.indexOf(keyword);
  return concordance(text, { start, end: start + keyword.length }, width);
};

describe('concordance', () => {
  const text =
    'The first\nparagraph ends.\n\nThe **Foreign\nMinister** warmly thanked his hosts for all.\n\nA third.';

  it('shows a keyword in its context, in one line, cut at words', () => {
    assert.deepEqual(of(text, 'thanked', 18), {
      before: 'Minister warmly ',
      keyword: 'thanked',
      after: ' his hosts for',
    });
  });

  it('keeps the last words of a context, where there is room for a few only', () => {
    assert.equal(lastWords('a short one ', 16), 'a short one ');
    assert.equal(lastWords('talks with the Foreign Minister ', 16), '… Minister ');
    assert.equal(lastWords('Donaudampfschifffahrt', 10), '…chifffahrt');
    assert.equal(lastWords('am Donaudampfschifffahrt ', 10), '…hifffahrt ');
  });

  it('does not reach into another paragraph', () => {
    assert.deepEqual(of(text, 'Foreign\nMinister', 60), {
      before: 'The ',
      keyword: 'Foreign Minister',
      after: ' warmly thanked his hosts for all.',
    });
  });

  it('sorts by the words on the left as they are read backwards', () => {
    assert.equal(leftContextKey(of(text, 'thanked', 18)), 'warmly minister');
  });

  it('never holds more than was asked for, nor half a character', () => {
    fc.assert(
      fc.property(awkwardSpan, fc.nat({ max: 40 }), ({ text, start, end }, width) => {
        const whole = (at: number): boolean => !/[\udc00-\udfff]/.test(text[at] ?? '');
        fc.pre(whole(start) && whole(end));
        const line = concordance(text, { start, end }, width);
        assert.ok(line.before.length <= width && line.after.length <= width);
        for (const part of Object.values(line)) assert.ok(part.isWellFormed() && !/[\r\n]/.test(part));
      }),
    );
  });
});

describe('phrase', () => {
  it('is found across line ends, markup and cases', () => {
    const phrase = compilePhrase('full support and solidarity')!;
    const text = 'Its Full\nsupport and **solidarity**; full support, and solidarity.';
    assert.deepEqual(
      findPhrase(phrase, text).map(({ start, end }) => text.slice(start, end)),
      ['Full\nsupport and **solidarity'],
    );
  });

  it('needs a letter or digit', () => {
    assert.equal(compilePhrase(' -- '), undefined);
  });
});
