import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Arena } from '../../../src/core/corpus/store/arena';
import { ByteReader, MalformedBytes } from '../../../src/core/corpus/store/byteReader';
import { ByteWriter } from '../../../src/core/corpus/store/byteWriter';
import { PostingLists } from '../../../src/core/corpus/store/postingLists';
import { StringTable } from '../../../src/core/corpus/store/stringTable';
import { Terms } from '../../../src/core/corpus/store/terms';

function finish(steps: Generator<void, void>): void {
  while (!steps.next().done);
}

describe('bytes of the index', () => {
  it('come back as they were written', () => {
    const value = fc.oneof(
      fc.record({ kind: fc.constant('varint' as const), value: fc.maxSafeNat() }),
      fc.record({ kind: fc.constant('double' as const), value: fc.double({ noNaN: true }) }),
      fc.record({
        kind: fc.constant('string' as const),
        value: fc.string({ unit: 'binary', maxLength: 30 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const out = new ByteWriter(4);
        for (const one of values) {
          if (one.kind === 'varint') out.varint(one.value);
          else if (one.kind === 'double') out.double(one.value);
          else out.string(one.value);
        }
        const reader = new ByteReader(out.view());
        for (const { kind, value } of values) assert.equal(reader[kind](), value);
        assert.equal(reader.at, out.length);
        assert.throws(() => reader.byte(), MalformedBytes);
      }),
    );
  });

  it('of long texts too', () => {
    const out = new ByteWriter();
    const long = 'a'.repeat(100_000) + '한국'.repeat(50_000);
    out.string(long);
    out.string('a'.repeat(100_000));
    const reader = new ByteReader(out.view());
    assert.equal(reader.string(), long);
    assert.equal(reader.string(), 'a'.repeat(100_000));
  });

  it('stay where they are put', () => {
    const arena = new Arena(100);
    const blocks = Array.from({ length: 200 }, (_, i) => new Uint8Array((i * 37) % 150).fill(i));
    const addresses = blocks.map((block) => arena.add(block));
    blocks.forEach((block, i) => {
      const at = arena.offsetOf(addresses[i]!);
      assert.deepEqual(arena.chunkOf(addresses[i]!).slice(at, at + block.length), block);
    });
  });
});

describe('posting lists', () => {
  it('give back what was appended, however long and however mixed', () => {
    const lists = new PostingLists();
    const plain = new Map<number, [number, number][]>();
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let release = 0; release < 12_000; release++) {
      const terms = new Set([random(3), random(40), random(5000), 6000 + release]);
      for (const term of terms) {
        const count = random(4) === 0 ? random(300) : 1;
        lists.append(term, release, count);
        const known = plain.get(term);
        if (known) known.push([release, count]);
        else plain.set(term, [[release, count]]);
      }
    }
    for (const [term, expected] of plain) {
      const found: [number, number][] = [];
      lists.each(term, (release, count) => found.push([release, count]) > 0);
      assert.deepEqual(found, expected, `term ${term}`);
    }
  });

  it('are walked as they were when the walk began, and until it is ended', () => {
    const lists = new PostingLists();
    for (let release = 0; release < 100; release++) lists.append(1, release, 1);
    const found: number[] = [];
    lists.each(1, (release) => {
      lists.append(1, 1000 + release, 2);
      return found.push(release) < 60;
    });
    assert.deepEqual(
      found,
      Array.from({ length: 60 }, (_, i) => i),
    );
    lists.each(2, () => assert.fail('there is no such list'));
  });
});

describe('string table', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 600 });

  it('numbers different strings in their order, and finds them again after it was stored', () => {
    fc.assert(
      fc.property(texts, (texts) => {
        const table = new StringTable();
        const expected = [...new Set(texts)];
        for (const text of texts) assert.equal(table.add(text), expected.indexOf(text));
        const out = new ByteWriter();
        table.write(out);
        const stored = new StringTable();
        finish(stored.restore(new ByteReader(out.view())));
        for (const one of [table, stored]) {
          assert.equal(one.count, expected.length);
          expected.forEach((text, number) => {
            assert.equal(one.find(text), number);
            assert.equal(one.get(number), text);
            if (text !== '') assert.equal(one.unit(number, 0), text.charCodeAt(0));
          });
          assert.equal(one.find('longer than all of them'), -1);
          assert.equal(one.add('longer than all of them'), expected.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('terms', () => {
  it('have a number for each type they are mentioned as', () => {
    const terms = new Terms();
    const asPlace = terms.number('georgia', 'place');
    assert.equal(terms.number('georgia'), asPlace);
    const asOrganization = terms.number('georgia', 'organization');
    assert.notEqual(asOrganization, asPlace);
    assert.deepEqual(terms.find('georgia'), [asPlace, asOrganization]);
    assert.deepEqual([terms.typeOf(asPlace), terms.key(asOrganization)], ['place', 'georgia']);
    assert.deepEqual(terms.find('atlantis'), []);
    const out = new ByteWriter();
    terms.write(out);
    const stored = new Terms();
    finish(stored.restore(new ByteReader(out.view())));
    assert.deepEqual(stored.find('georgia'), [asPlace, asOrganization]);
    assert.equal(stored.typeOf(asOrganization), 'organization');
  });
});
