import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findUrls } from '../../../src/core/text/urls';

const found = (text: string): readonly string[] =>
  findUrls(text).map(({ start, end }) => text.slice(start, end));

describe('web addresses in a text', () => {
  it('end before the punctuation of the sentence', () => {
    assert.deepEqual(found('See https://example.org/a, http://example.org/b?c=d#e. And www.example.org!'), [
      'https://example.org/a',
      'http://example.org/b?c=d#e',
      'www.example.org',
    ]);
    assert.deepEqual(found('“https://example.org/a.” «www.example.org/б»…'), [
      'https://example.org/a',
      'www.example.org/б',
    ]);
  });

  it('keep brackets of their own, and leave those around them', () => {
    assert.deepEqual(found('(see https://example.org/x_(y).) [https://example.org/z]'), [
      'https://example.org/x_(y)',
      'https://example.org/z',
    ]);
  });

  it('have a scheme to be opened with', () => {
    assert.deepEqual(
      findUrls('www.example.org and HTTPS://EXAMPLE.ORG').map(({ target }) => target),
      ['https://www.example.org', 'HTTPS://EXAMPLE.ORG'],
    );
  });

  it('are not every word with dots', () => {
    assert.deepEqual(found('No. 5 of the U.S. at 3.5 per cent; https:// and www. alone; ftp://x.org'), []);
  });

  it('lie in the text, apart from each other, however odd it is', () => {
    const piece = fc.constantFrom('https://', 'www.', 'a.b', '(', ')', ']', '.', ' ', '😀', '*', '\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findUrls(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.doesNotMatch(text.slice(start, end), /[\s.,;:!?]$/);
          last = end;
        }
      }),
    );
  });

  it('take a line of a megabyte of brackets like any other', () => {
    assert.equal(found(`https://a${')'.repeat(1_000_000)}`).length, 1);
  });
});
