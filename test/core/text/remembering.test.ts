import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { ownCopy, remembering } from '../../../src/core/text/remembering';

describe('A function that remembers', () => {
  it('reads a text once', () => {
    const asked: string[] = [];
    const lengthOf = remembering((text) => {
      asked.push(text);
      return text.length;
    });
    assert.deepEqual(['Onhava', 'Lindholm', 'Onhava', ''].map(lengthOf), [6, 8, 6, 0]);
    assert.deepEqual(asked, ['Onhava', 'Lindholm', '']);
  });

  it('keeps no more than some thousand answers, and goes on', () => {
    let asked = 0;
    const numberOf = remembering((text) => {
      asked++;
      return Number(text);
    });
    for (let i = 0; i < 50_000; i++) assert.equal(numberOf(String(i)), i);
    const before = asked;
    assert.equal(numberOf('7'), 7);
    assert.equal(asked, before + 1);
  });

  it('keeps none of the releases that its texts were cut from', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const read = remembering((text) => text.toLowerCase());
    const numbers = Array.from({ length: 20_000 }, (_, i) => i);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 200; i++) {
      // Joined, not put together of pieces, so that its slices are slices of all of it.
      const release = [`${i} deputy minister for gzorn`, ...numbers].join(' ');
      assert.equal(read(release.slice(0, 27)).length, 27);
    }
    collect();
    const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.ok(megabytes < 10, `${megabytes.toFixed(0)} MB of 200 releases are kept`);
    // Used once more, so that what it remembers is still there when it is measured.
    assert.equal(read('Gzorn'), 'gzorn');
  });

  it('keeps copies that are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        assert.equal(ownCopy(text, start, end), text.slice(start, end));
      }),
    );
  });
});
