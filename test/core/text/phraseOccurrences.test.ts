import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitsGrapheme } from '../../../src/core/text/graphemes';
import { longestPhrase, phraseOccurrences } from '../../../src/core/text/phraseOccurrences';
import { awkwardSpan } from './awkward';

describe('occurrences of a phrase', () => {
  const found = (text: string, phrase: string): readonly string[] =>
    phraseOccurrences(text, phrase).map(({ start, end }) => text.slice(start, end));

  it('are whole words, whatever the case', () => {
    assert.deepEqual(found('The sea. Seaside, the SEA; undersea. sea', 'sea'), ['sea', 'SEA', 'sea']);
  });

  it('may be broken over lines and hold other white space', () => {
    assert.deepEqual(
      found(
        'full support\nand  solidarity; full\r\n\r\nsupport and\u00a0solidarity',
        'full support and solidarity',
      ),
      ['full support\nand  solidarity', 'full\r\n\r\nsupport and\u00a0solidarity'],
    );
  });

  it('may be written with other quotes and hyphens', () => {
    assert.deepEqual(
      found('the people’s “long-lived” tie, the people\'s "long‑lived" tie', 'people\'s "long-lived"'),
      ['people’s “long-lived”', 'people\'s "long‑lived"'],
    );
  });

  it('are taken by the letter: nothing in a phrase is a pattern', () => {
    assert.deepEqual(found('costs $5 (about .*) and [x]', '.*'), ['.*']);
    assert.deepEqual(found('costs $5 (about .*) and [x]', '$5 (about'), ['$5 (about']);
    assert.deepEqual(found('a|b \\ ^', '|'), ['|']);
  });

  it('are found within words of scripts that join them', () => {
    assert.deepEqual(found('조선은 조선의', '조선'), ['조선', '조선']);
    assert.deepEqual(found('朝鲜人民', '人民'), ['人民']);
  });

  it('do not overlap, and there are none of nothing', () => {
    assert.deepEqual(phraseOccurrences('ha ha ha', 'ha ha'), [{ start: 0, end: 5 }]);
    assert.deepEqual(phraseOccurrences('some text', ' \n'), []);
  });

  it('say what was looked for, and are found again wherever words begin and end', () => {
    const plain = (said: string): string => said.replace(/\s+/gu, ' ').replace(/[’]/g, "'").toLowerCase();
    fc.assert(
      fc.property(awkwardSpan, ({ text, start, end }) => {
        const phrase = text.slice(start, end).trim();
        for (const span of phraseOccurrences(text, phrase))
          assert.equal(plain(text.slice(span.start, span.end)), plain(phrase));
        const alone = `${text} | ${phrase} |`;
        const whole =
          phrase !== '' && phrase.length <= longestPhrase && !splitsGrapheme(text, { start, end });
        if (whole && !splitsGrapheme(alone, { start: text.length + 3, end: text.length + 3 + phrase.length }))
          assert.ok(phraseOccurrences(alone, phrase).length > 0);
      }),
    );
  });
});
