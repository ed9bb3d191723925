import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { likeness } from '../../../src/core/text/likeness';

/** The same by the library, which looks for all best matches. */
function byLibrary(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [match] = search(long, short, short.length);
  if (!match) return 0;
  const left = Math.max(0, long.length - (match.end - match.start));
  return Math.max(0, 1 - (match.errors + left) / long.length);
}

describe('likeness of two texts', () => {
  it('is 1 for the same, 0 for what has nothing in common, and less the more is changed', () => {
    assert.equal(likeness('deep thanks', 'deep thanks'), 1);
    assert.equal(likeness('abc', ''), 0);
    assert.equal(likeness('abc', 'xyz'), 0);
    assert.ok(likeness('deep thanks', 'deep thank') > likeness('deep thanks', 'deep than'));
  });

  it('counts what the longer one has besides', () => {
    assert.equal(likeness('abcd', 'abcdabcd'), 0.5);
  });

  it('is what the matches of approx-string-match make it, for any texts', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 256 }),
      fc.string({ unit: fc.constantFrom('a', 'é', '“', '한', '\ud83d'), minLength: 1, maxLength: 100 }),
      fc.string({ minLength: 1, maxLength: 70 }),
    );
    const like = fc
      .tuple(text, fc.nat(), fc.nat(20), fc.string({ maxLength: 5 }))
      .map(([one, at, cut, put]) => {
        const from = at % one.length;
        return [one, (one.slice(0, from) + put + one.slice(from + cut) || 'x').slice(0, 256)] as const;
      });
    fc.assert(
      fc.property(fc.oneof(fc.tuple(text, text), like), ([a, b]) => {
        fc.pre(a !== b);
        assert.equal(likeness(a, b), byLibrary(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('of very long texts is that of their ends', () => {
    const middle = 'x'.repeat(1000);
    assert.equal(likeness(`begin${middle}end`, `begin${middle}${middle}end`), 1);
  });
});
