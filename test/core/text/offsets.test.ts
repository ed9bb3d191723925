import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toLf } from '../../../src/core/text/lines';
import { type OffsetUnit, offsetsIn, storedOffsets } from '../../../src/core/text/offsets';
import { awkwardSpan, awkwardText } from './awkward';

describe('stored offsets', () => {
  it('are the held ones in plain text', () => {
    const offsets = storedOffsets('Talks were held.\nThey were warm.');
    assert.equal(offsets.toStored(17), 17);
    assert.equal(offsets.toHeld(17), 17);
    assert.equal(offsets.length, 32);
  });

  it('count an emoji once', () => {
    const offsets = storedOffsets('a\u{1f600}b');
    assert.deepEqual([0, 1, 3, 4].map(offsets.toStored, offsets), [0, 1, 2, 3]);
    assert.deepEqual([0, 1, 2, 3].map(offsets.toHeld, offsets), [0, 1, 3, 4]);
  });

  it('count every line end once, whatever it is', () => {
    const offsets = storedOffsets('a\r\nb\rc\nd');
    assert.equal(offsets.toStored('a\r\nb\rc\n'.length), 6);
    assert.equal(offsets.toHeld(2), 3);
    assert.equal(offsets.length, 7);
  });

  it('take the place before a pair or a CRLF for one inside it', () => {
    assert.equal(storedOffsets('a\u{1f600}').toStored(2), 1);
    assert.equal(storedOffsets('a\r\nb').toStored(2), 1);
  });

  it('end before the line end, not within it, when a quote does', () => {
    assert.equal(storedOffsets('ab\r\ncd').toHeld(2), 2);
  });

  it('are clamped to the text', () => {
    const offsets = storedOffsets('a\r\nb');
    assert.equal(offsets.toStored(99), 3);
    assert.equal(offsets.toHeld(99), 4);
    assert.equal(offsets.toHeld(-1), 0);
  });

  it('count a lone surrogate, which no UTF-8 file can hold, as one', () => {
    assert.equal(storedOffsets('a\ud83dz\ude00').length, 4);
  });
});

describe('offsets in other units', () => {
  const text = 'é\r\n\u{1f600}x';
  it('utf16 counts code units of the LF text', () => {
    assert.equal(offsetsIn('utf16', text).length, 5);
    assert.equal(offsetsIn('utf16', text).toHeld(4), 5);
  });
  it('bytes counts UTF-8 bytes of the LF text', () => {
    const offsets = offsetsIn('bytes', text);
    assert.equal(offsets.length, 8);
    assert.equal(offsets.toHeld(3), 3);
    assert.equal(offsets.toHeld(5), 3, 'inside the four bytes of the emoji');
    assert.equal(offsets.toHeld(7), 5);
  });
});

/** The obvious way: cut, bring to LF, count. */
const counted: Readonly<Record<OffsetUnit, (lf: string) => number>> = {
  codepoints: (lf) => [...lf].length,
  utf16: (lf) => lf.length,
  bytes: (lf) => Buffer.byteLength(lf, 'utf8'),
};

for (const unit of ['codepoints', 'utf16', 'bytes'] as const) {
  describe(`offsets in ${unit}, for any text`, () => {
    it('are what cutting and counting gives', () => {
      fc.assert(
        fc.property(awkwardSpan, ({ text, start }) => {
          fc.pre(isBorder(text, start));
          const offsets = offsetsIn(unit, text);
          assert.equal(offsets.toStored(start), counted[unit](toLf(text.slice(0, start))));
          assert.equal(offsets.toHeld(offsets.toStored(start)), start);
        }),
        { numRuns: 3000 },
      );
    });

    it('come back from every stored offset of a character', () => {
      fc.assert(
        fc.property(awkwardText, (text) => {
          const offsets = offsetsIn(unit, text);
          let stored = 0;
          for (const character of toLf(text)) {
            assert.equal(offsets.toStored(offsets.toHeld(stored)), stored);
            stored += counted[unit](character);
          }
          assert.equal(offsets.length, stored);
          assert.equal(offsets.toHeld(stored), text.length);
        }),
        { numRuns: 300 },
      );
    });
  });
}

describe('offsets in every short text', () => {
  const units = ['a', '\x7f', '\x80', '\u07ff', '\u0800', '\r', '\n', '\ud83d', '\ude00'];
  const texts = [''];
  for (let from = 0, length = 1; length <= 4; length++) {
    const to = texts.length;
    for (; from < to; from++) for (const unit of units) texts.push(texts[from]! + unit);
  }

  for (const unit of ['codepoints', 'utf16', 'bytes'] as const) {
    it(`in ${unit} are what cutting and counting gives, lone surrogates too`, () => {
      for (const text of texts) {
        // At the beginning, and across a checkpoint.
        for (const before of ['', 'é'.repeat(255)]) {
          const whole = before + text;
          const offsets = offsetsIn(unit, whole);
          assert.equal(offsets.length, counted[unit](toLf(whole)));
          for (let start = before.length; start <= whole.length; start++) {
            if (!isBorder(whole, start)) continue;
            const stored = counted[unit](toLf(whole.slice(0, start)));
            if (offsets.toStored(start) !== stored || offsets.toHeld(stored) !== start)
              assert.fail(`${JSON.stringify(text)} at ${start - before.length}`);
          }
        }
      }
    });
  }
});

function isBorder(text: string, offset: number): boolean {
  return !/^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
}
