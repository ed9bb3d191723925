import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../src/core/corpus/corpusIndex';
import type { FileFacts } from '../../../src/core/corpus/facts';
import type { IndexReading } from '../../../src/core/corpus/indexCodec';
import { readIndex, writeIndex } from '../../../src/core/corpus/indexCodec';
import { factsOf } from './arbitraryFacts';
import { everything } from './plainIndex';

const origin = {
  engine: 'test 1',
  settings: '{"detection":"auto"}',
  gazetteer: new Map([['wpk', { core: 2 ** 52 + 1, names: [{ hash: 7, words: [-5, 2 ** 31 - 1] }] }]]),
};
const someFiles = fc.array(factsOf(fc.constantFrom('a.txt', 'b/c.txt', 'b/ü.txt', '회담.txt')), {
  maxLength: 8,
});

function indexOf(files: readonly FileFacts[]): CorpusIndex {
  const index = new CorpusIndex();
  for (const facts of files) index.replace(facts);
  return index;
}

function written(index: CorpusIndex): Uint8Array {
  return Buffer.concat([...writeIndex(index, origin)]);
}

function read(bytes: Uint8Array, expected = origin): IndexReading {
  const steps = readIndex(bytes, expected);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('stored index', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const index = indexOf(files);
        const reading = read(written(index));
        assert.ok(reading.ok);
        assert.deepEqual(everything(reading.stored.index.view()), everything(index.view()));
        assert.deepEqual(reading.stored.gazetteer, origin.gazetteer);
        assert.deepEqual(reading.stored.index.paths(), index.paths());
        for (const path of index.paths())
          assert.deepEqual(reading.stored.index.known(path), index.known(path));
      }),
    );
  });

  it('can be changed after it came back', () => {
    fc.assert(
      fc.property(someFiles, someFiles, (before, after) => {
        const reading = read(written(indexOf(before)));
        assert.ok(reading.ok);
        for (const facts of after) reading.stored.index.replace(facts);
        assert.deepEqual(
          everything(reading.stored.index.view()),
          everything(indexOf([...before, ...after]).view()),
        );
      }),
    );
  });

  it('does not hold older versions of files, nor does a compacted index', () => {
    const old = fc.sample(
      factsOf(fc.constant('a.txt')).filter(({ state }) => state === 'release'),
      40,
    );
    const index = indexOf(old);
    const compacted = indexOf(old);
    const steps = compacted.compact();
    while (!steps.next().done);
    assert.ok(written(index).length < 2 * written(indexOf(old.slice(-1))).length);
    assert.ok(compacted.byteSize < index.byteSize);
    assert.equal(index.isWasteful || compacted.isWasteful, false);
    assert.deepEqual(everything(compacted.view()), everything(index.view()));
  });

  it('never throws on damaged bytes, and never gives other answers for them', () => {
    const damage = fc.record({ at: fc.nat(), byte: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() });
    fc.assert(
      fc.property(someFiles, damage, (files, { at, byte, cut }) => {
        const index = indexOf(files);
        const whole = written(index);
        const place = at % whole.length;
        const damaged = cut ? whole.slice(0, place) : Uint8Array.from(whole);
        if (!cut) damaged[place]! ^= byte;
        const reading = read(damaged);
        assert.equal(reading.ok, false);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => assert.equal(read(noise).ok, false)));
  });

  it('tells why it is of no use', () => {
    const bytes = written(indexOf([]));
    const older = Uint8Array.from(bytes);
    older[4] = 0;
    assert.deepEqual(read(older), { ok: false, reason: 'other-version' });
    assert.deepEqual(read(bytes, { ...origin, engine: 'test 2' }), { ok: false, reason: 'other-engine' });
    assert.deepEqual(read(bytes, { ...origin, settings: '' }), { ok: false, reason: 'other-settings' });
    assert.deepEqual(read(new Uint8Array()), { ok: false, reason: 'damaged' });
  });
});
