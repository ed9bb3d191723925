import assert from 'node:assert/strict';
import { parseRelease } from '../../../src/core/release/parseRelease';
import {
  firstUnitWithin,
  neighbourUnit,
  unitsOf,
  untouchedParagraphs,
} from '../../../src/core/release/unitSequence';
import type { Span } from '../../../src/core/text/span';

const text = `Talks Held in Port Harrow

Port Harrow, January 21 (VNA) -- The two sides exchanged views, and agreed on the next steps. They will meet on Jan. 30.

The Minister thanked his hosts; the hosts thanked him.
`;

describe('reading a release unit by unit', () => {
  const release = parseRelease(text);
  const span = (quote: string): Span => {
    const start = text.indexOf(quote);
    assert.ok(start >= 0, quote);
    return { start, end: start + quote.length };
  };
  const cursor = (quote: string): Span => ({ start: span(quote).start, end: span(quote).start });
  const quote = (found: Span | undefined): string | undefined => found && text.slice(found.start, found.end);

  it('lists the units of a size in reading order', () => {
    assert.deepEqual(unitsOf(release, 'sentence').map(quote), [
      'Talks Held in Port Harrow',
      'The two sides exchanged views, and agreed on the next steps.',
      'They will meet on Jan. 30.',
      'The Minister thanked his hosts; the hosts thanked him.',
    ]);
    assert.deepEqual(unitsOf(release, 'clause').map(quote).slice(1, 3), [
      'The two sides exchanged views',
      'and agreed on the next steps',
    ]);
  });

  it('goes from a cursor to the sentence it stands in, then on by sentence', () => {
    assert.equal(
      quote(neighbourUnit(release, cursor('exchanged'), 1)),
      'The two sides exchanged views, and agreed on the next steps.',
    );
    assert.equal(
      quote(neighbourUnit(release, span('The two sides exchanged views, and agreed on the next steps.'), 1)),
      'They will meet on Jan. 30.',
    );
    assert.equal(
      quote(neighbourUnit(release, span('They will meet on Jan. 30.'), -1)),
      'The two sides exchanged views, and agreed on the next steps.',
    );
  });

  it('keeps to the size that is selected', () => {
    assert.equal(
      quote(neighbourUnit(release, span('and agreed on the next steps'), 1)),
      'They will meet on Jan. 30',
    );
    assert.equal(
      quote(
        neighbourUnit(
          release,
          span('The two sides exchanged views, and agreed on the next steps. They will meet on Jan. 30.'),
          1,
        ),
      ),
      'The Minister thanked his hosts; the hosts thanked him.',
    );
  });

  it('goes on by sentence from a selection that is no unit, and ends where the release ends', () => {
    assert.equal(quote(neighbourUnit(release, span('sides exchanged'), 1)), 'They will meet on Jan. 30.');
    assert.equal(
      neighbourUnit(release, span('The Minister thanked his hosts; the hosts thanked him.'), 1),
      undefined,
    );
  });

  it('shrinks to the first unit within', () => {
    const paragraph = span(
      'The two sides exchanged views, and agreed on the next steps. They will meet on Jan. 30.',
    );
    const sentence = firstUnitWithin(release, paragraph);
    assert.equal(quote(sentence), 'The two sides exchanged views, and agreed on the next steps.');
    const clause = firstUnitWithin(release, sentence!);
    assert.equal(quote(clause), 'The two sides exchanged views');
  });

  it('tells which paragraphs nothing is tagged in', () => {
    assert.deepEqual(untouchedParagraphs(release, [span('agreed'), span('Talks')]).map(quote), [
      'The Minister thanked his hosts; the hosts thanked him.',
    ]);
  });
});
