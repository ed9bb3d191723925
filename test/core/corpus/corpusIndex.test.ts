import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../src/core/corpus/corpusIndex';
import type { FileFacts } from '../../../src/core/corpus/facts';
import { mentionsOf } from '../../../src/core/corpus/questions/mentionsOf';
import { passagesOf } from '../../../src/core/corpus/questions/passagesOf';
import { factsOf } from './arbitraryFacts';
import { PlainIndex, everything } from './plainIndex';

const path = fc.constantFrom('a.txt', 'b/one.txt', 'b/two.txt', 'b.txt', 'ü.txt', 'z/0.txt');
const change = fc.oneof(
  { weight: 4, arbitrary: factsOf(path).map((facts) => ({ kind: 'replace' as const, facts })) },
  { weight: 1, arbitrary: path.map((gone) => ({ kind: 'remove' as const, path: gone })) },
);
type Change = { kind: 'replace'; facts: FileFacts } | { kind: 'remove'; path: string };

function make(index: CorpusIndex, plain: PlainIndex, change: Change): void {
  if (change.kind === 'replace') {
    index.replace(change.facts);
    plain.files.set(change.facts.path, change.facts);
  } else {
    index.remove([change.path]);
    plain.files.delete(change.path);
  }
}

function fromScratch(plain: PlainIndex): CorpusIndex {
  const index = new CorpusIndex();
  for (const facts of plain.all()) index.replace(facts);
  return index;
}

describe('corpus index', () => {
  it('after any changes answers as an index made from scratch', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const index = new CorpusIndex();
        const plain = new PlainIndex();
        for (const one of changes) make(index, plain, one);
        assert.deepEqual(everything(index.view()), everything(fromScratch(plain).view()));
      }),
    );
  });

  it('gives back every mention and passage as it was put in', () => {
    fc.assert(
      fc.property(factsOf(path), (facts) => {
        const index = new CorpusIndex();
        index.replace(facts);
        const view = index.view();
        const release = view.release(facts.path);
        assert.equal(release === undefined, facts.state !== 'release');
        if (release === undefined) return;
        assert.deepEqual(view.mentionsIn(release), facts.mentions);
        assert.deepEqual(view.passagesIn(release), facts.passages);
        assert.deepEqual(view.lineStarts(release), facts.lineStarts);
        assert.deepEqual(release.stamp, facts.stamp);
        assert.equal(release.title, facts.metadata.title);
        assert.equal(release.date, facts.metadata.date);
        assert.equal(release.issuer, facts.metadata.issuer);
        assert.equal(release.length, facts.length);
      }),
    );
  });

  it('counts, and finds mentions and passages in order of path', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const index = new CorpusIndex();
        const plain = new PlainIndex();
        for (const one of changes) make(index, plain, one);
        const view = index.view();
        for (const [subject, frequency] of plain.frequencies((f) => f.mentions.map((m) => m.subject))) {
          assert.deepEqual(view.frequency(subject), frequency);
          assert.deepEqual(
            [...mentionsOf(view, subject)].map(({ release, mentions }) => [release.path, mentions]),
            plain.mentionsOf(subject),
          );
        }
        for (const [code, frequency] of plain.frequencies((f) => f.passages.flatMap((p) => p.codes))) {
          assert.deepEqual(view.frequency(`#${code}`), frequency);
          assert.deepEqual(
            [...passagesOf(view, code)].map(({ release, passages }) => [release.path, passages]),
            plain
              .releases()
              .map((f) => [f.path, f.passages.filter((p) => p.codes.includes(code))] as const)
              .filter(([, passages]) => passages.length > 0),
          );
        }
      }),
    );
  });

  it('a view says the same for ever, whatever the index does meanwhile', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.array(change, { maxLength: 12 }),
        (before, after) => {
          const index = new CorpusIndex();
          const plain = new PlainIndex();
          for (const one of before) make(index, plain, one);
          const view = index.view();
          const said = everything(view);
          for (const one of after) make(index, plain, one);
          index.view();
          assert.deepEqual(everything(view), said);
        },
      ),
    );
  });
});
