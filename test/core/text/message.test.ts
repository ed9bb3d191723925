import assert from 'node:assert/strict';
import { inWords, sentence } from '../../../src/core/text/message';

const korean: Readonly<Record<string, string>> = {
  '{0} is missing.': '{0}이(가) 없습니다.',
  'Item {0} of `{1}`': '`{1}`의 항목 {0}',
  'Add it.': '추가하세요.',
};

describe('A message', () => {
  const message = [
    ...sentence('{0} is missing.', sentence('Item {0} of `{1}`', 3, 'codes')),
    ...sentence('Add it.'),
  ];

  it('is told in English, sentence after sentence', () =>
    assert.equal(inWords(message), 'Item 3 of `codes` is missing. Add it.'));

  it('is told in another language, with its parts in their places, and what they are made of too', () =>
    assert.equal(
      inWords(message, (pattern) => korean[pattern] ?? pattern),
      '`codes`의 항목 3이(가) 없습니다. 추가하세요.',
    ));

  it('keeps braces that are no places, and what stands in its parts', () => {
    assert.equal(inWords(sentence('{length: 3}, {0}', '{1}')), '{length: 3}, {1}');
    assert.equal(inWords(sentence('{0} and {1}', 'a')), 'a and {1}');
    assert.equal(inWords([]), '');
  });
});
