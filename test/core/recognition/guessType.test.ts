import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import { guessType } from '../../../src/core/recognition/guessType';
import { recognize } from '../../../src/core/recognition/recognize';
import { parseRelease } from '../../../src/core/release/parseRelease';

const gazetteer = compileGazetteer([]);

/** The guess for what stands between the brackets. */
function guess(sentence: string): string {
  const text = `Port Harrow, May 3 (VNA) -- ${sentence}\n`;
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const release = parseRelease(text.replace(/[[\]]/g, ''), {});
  return guessType(release, { start, end }, recognize(release, gazetteer), gazetteer);
}

describe('what a selection most likely names', () => {
  it('is what was recognised there', () => {
    assert.equal(guess('Ms. [Lena Orlova] spoke.'), 'person');
  });

  it('follows from the words', () => {
    assert.equal(guess('It fell to [Coastal Committee] then.'), 'organization');
    assert.equal(guess('Both signed the [Harrow Declaration] at noon.'), 'document');
    assert.equal(guess('They saw [Harrow Bridge] too.'), 'facility');
    assert.equal(guess('There was a [Second Harrow Forum] once.'), 'event');
  });

  it('follows from what stands around, where the words say nothing', () => {
    assert.equal(guess('They thanked the [Harrow Circle] for it.'), 'organization');
    assert.equal(guess('Somebody thanked [Zed Quillmark] for it.'), 'person');
    assert.equal(guess('It happened in [Quillmouth] then.'), 'place');
    assert.equal(guess('A word of [HCQ] came.'), 'organization');
  });

  it('is some type for any words', () => {
    for (const words of ['x', '123', 'и', '**', 'a very long line of words that names nothing at all'])
      assert.ok(guess(`They said [${words}] then.`));
  });
});
