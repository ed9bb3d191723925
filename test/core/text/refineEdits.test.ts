import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../src/core/text/edit';
import { refineEdits } from '../../../src/core/text/refineEdits';
import { awkwardText } from './awkward';

/** Everything between the edits, as it stands before and after; and the lengths must add up. */
function check(before: string, edits: readonly Edit[], after: string): void {
  let shift = 0;
  let at = 0;
  for (const { start, end, insertedLength } of edits) {
    assert.ok(at <= start && start <= end && end <= before.length);
    assert.equal(after.slice(at + shift, start + shift), before.slice(at, start));
    shift += insertedLength - (end - start);
    at = end;
  }
  assert.equal(after.slice(at + shift), before.slice(at));
}

describe('refined edits', () => {
  const whole = (before: string, after: string): readonly Edit[] =>
    refineEdits(before, [{ start: 0, end: before.length, insertedLength: after.length }], after);

  it('are what really changed in a stretch that was replaced', () => {
    const before = 'The gucsts arrived at the palace in the morning.';
    assert.deepEqual(whole(before, before.replace('gucsts', 'guests')), [
      { start: 6, end: 7, insertedLength: 1 },
    ]);
  });

  it('are one for each line end that changed', () =>
    assert.deepEqual(whole('a\r\nb\nc\rd', 'a\nb\nc\nd'), [
      { start: 1, end: 3, insertedLength: 1 },
      { start: 6, end: 7, insertedLength: 1 },
    ]));

  it('leave short replacements as they are', () =>
    assert.deepEqual(whole('Nobak', 'Novak'), [{ start: 0, end: 5, insertedLength: 5 }]));

  it('leave as they are what has little in common', () =>
    assert.equal(
      whole('Talks were held in a warm atmosphere.', 'Floral baskets were laid before the tomb.').length,
      1,
    ));

  it('turn any text into any other', () => {
    const words = fc.array(fc.constantFrom('talks ', 'were ', 'held\n', 'held\r\n', 'in ', 'Moscow. ', 'x'), {
      maxLength: 40,
    });
    const texts = fc.oneof(
      awkwardText,
      words.map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, before, after, tail) => {
        const edits = [
          { start: head.length, end: head.length + before.length, insertedLength: after.length },
        ];
        check(
          head + before + tail,
          refineEdits(head + before + tail, edits, head + after + tail),
          head + after + tail,
        );
      }),
      { numRuns: 3000 },
    );
  });
});
