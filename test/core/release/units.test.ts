import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { sentencesOf } from '../../../src/core/release/sentences';
import { unitsAround } from '../../../src/core/release/units';

describe('sentences', () => {
  const cut = (text: string): readonly string[] =>
    sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

  it('end at full stops, question marks and closing quotes', () => {
    assert.deepEqual(cut('Talks were held. Who came? “Nobody knows.” So it goes.'), [
      'Talks were held.',
      'Who came?',
      '“Nobody knows.”',
      'So it goes.',
    ]);
  });

  for (const text of [
    'The office on Jan. 20 made it public.',
    'The envoy met Mr. Petrov on Dec. 3 in Hall No. 5.',
    'The stand of the U.S. forces is known.',
    'Ambassador J. K. Rowley attended.',
    'Gen. Park and Lt. Col. Ito shook hands.',
    'Resolution No. 2231 was recalled by Dr. Aoki.',
  ]) {
    it(`do not end within “${text}”`, () => assert.deepEqual(cut(text), [text]));
  }

  it('end after U.S. where the next one plainly begins', () => {
    assert.deepEqual(cut('It was done by the U.S. The region is calm.'), [
      'It was done by the U.S.',
      'The region is calm.',
    ]);
  });

  it('do not end at a line break in their middle', () => {
    assert.equal(cut('They discussed the issues of continuously\n\ntaking measures.').length, 1);
  });

  it('cover every character but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', 'U.S.', '”', '1') }),
        (text) => {
          const joined = sentencesOf(text, { start: 0, end: text.length }).map((s) =>
            text.slice(s.start, s.end),
          );
          assert.equal(joined.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

describe('units around a cursor', () => {
  const text =
    'Envoy Visits Capital\n\nPyongyang, May 3 (KCNA) -- The envoy of the northern republic arrived by train on May 2, 2031, and he met the minister of foreign trade at the hall. Both sides parted as friends.';
  const release = parseRelease(text, {});
  const around = (words: string): readonly string[] => {
    const start = text.indexOf(words);
    return unitsAround(release, { start, end: start + words.length }).map(
      (unit) => `${unit.type}: ${text.slice(unit.start, unit.end)}`,
    );
  };

  it('grow from phrase to clause, sentence, paragraph and release', () => {
    const units = around('foreign');
    assert.deepEqual(units.slice(0, 3), [
      'phrase: he met the minister of foreign trade',
      'clause: and he met the minister of foreign trade at the hall',
      'sentence: The envoy of the northern republic arrived by train on May 2, 2031, and he met the minister of foreign trade at the hall.',
    ]);
    assert.match(units[3]!, /^paragraph: .*parted as friends\.$/s);
    assert.match(units[4]!, /^release: Envoy Visits/);
  });

  it('do not part a date at its comma', () => {
    assert.equal(
      around('train')[0],
      'clause: The envoy of the northern republic arrived by train on May 2, 2031',
    );
  });

  it('are each larger than the one before, whatever is selected', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(60), (start, length) => {
        const span = { start, end: Math.min(text.length, start + length) };
        let size = span.end - span.start;
        for (const unit of unitsAround(release, span)) {
          assert.ok(unit.start <= span.start && span.end <= unit.end);
          assert.ok(unit.end - unit.start > size);
          size = unit.end - unit.start;
        }
      }),
    );
  });
});
