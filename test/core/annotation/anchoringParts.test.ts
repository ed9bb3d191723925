import assert from 'node:assert/strict';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import { closest } from '../../../src/core/annotation/anchoring/similarity';
import { sameWords } from '../../../src/core/annotation/anchoring/words';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { makeSelector } from '../../../src/core/annotation/selector';

describe('two texts say the same words', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['as they are', 'a warm welcome', 'a warm welcome'],
    ['wrapped anew', 'a warm\nwelcome', 'a warm welcome'],
    ['with several blanks, tabs, CRLF', 'a  warm\t\r\n welcome', 'a warm welcome'],
    ['with a blank that doesn’t break', 'a\u00a0warm\u2009welcome', 'a warm welcome'],
  ];
  for (const [name, a, b] of same) {
    it(name, () => {
      assert.equal(sameWords(a, b), true);
      assert.equal(sameWords(b, a), true);
    });
  }

  const others: readonly (readonly [string, string, string])[] = [
    ['a blank more or less', 'a warm welcome', 'a warmwelcome'],
    ['another letter', 'café', 'cafe'],
    ['letters beyond ASCII are no blanks', 'a\u00e9b', 'a b'],
    ['a beginning', 'a warm', 'a warm welcome'],
    ['a blank at the end', 'a warm', 'a warm '],
  ];
  for (const [name, a, b] of others) {
    it(`not with ${name}`, () => {
      assert.equal(sameWords(a, b), false);
      assert.equal(sameWords(b, a), false);
    });
  }
});

describe('the stretch most like a quote', () => {
  const text = '... a warm welcone ... a warm welcoma ... a cold reception ...';
  const whole = { start: 0, end: text.length };
  const read = (near: number, window = whole, quote = 'a warm welcome'): string | undefined => {
    const found = closest(text, window, quote, 0.5, near);
    return found && `${found.span.start}, ${found.likeness.toFixed(2)} alike`;
  };

  it('is the nearest of equally good ones, wherever the window begins', () => {
    assert.equal(read(0), '4, 0.93 alike');
    assert.equal(read(30), '23, 0.93 alike');
    assert.equal(read(40, { start: 4, end: 40 }), '23, 0.93 alike');
    assert.equal(read(0, { start: 20, end: text.length }), '23, 0.93 alike');
  });

  it('is none where nothing is half as alike, nothing is asked for, or too much', () => {
    assert.equal(read(0, whole, 'Sergey Lavrov met'), undefined);
    assert.equal(read(0, whole, ''), undefined);
    assert.equal(closest('x'.repeat(300), { start: 0, end: 300 }, 'x'.repeat(257), 0.5, 0), undefined);
    assert.equal(closest('x'.repeat(300), { start: 0, end: 300 }, 'x'.repeat(256), 0.5, 0)?.likeness, 1);
  });
});

describe('an annotation that a person keeps for its quote', () => {
  const text = 'The hosts gave a dinner. The guests expressed deep thanks for the warm welcome.';
  const start = text.indexOf('expressed deep thanks');
  const kept: Annotation = {
    id: 'aaaaaaaa',
    codes: [],
    orphan: true,
    target: [makeSelector(text, { start, end: start + 21 })],
  };
  const state = (now: string): string => anchorAnnotations(now, [kept], { previousText: text })[0]!.state;

  it('has its place where its text is, and is not asked about where something like it is', () => {
    assert.equal(state(text), 'exact');
    assert.equal(state(`News. ${text}`), 'moved');
    assert.equal(state(text.replace('expressed deep', 'expressed their deep')), 'orphan');
    assert.equal(state(''), 'orphan');
  });
});
