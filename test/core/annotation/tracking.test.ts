import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trackSpan, type TrackedSpan } from '../../../src/core/annotation/tracking';
import { type Edit, invertEdits, sortEdits } from '../../../src/core/text/edit';

/** A text edit as a person makes it. */
interface Typed extends Edit {
  readonly text: string;
}

const typed = (start: number, end: number, text: string): Typed => ({
  start,
  end,
  text,
  insertedLength: text.length,
});

function write(text: string, edits: readonly Typed[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

describe('a passage in an edited text', () => {
  const text = 'The two sides held talks today.';
  const passage = { start: 14, end: 24 }; // held talks

  /** What the passage reads after each of the changes, one after the other. */
  function after(...changes: (readonly Typed[])[]): string {
    let now = text;
    let span: TrackedSpan = passage;
    for (const edits of changes) {
      span = trackSpan(span, edits);
      now = write(now, edits);
    }
    return now.slice(span.start, span.end);
  }

  it('moves along when something is typed before it', () =>
    assert.equal(after([typed(4, 4, 'great ')]), 'held talks'));
  it('stays when something is typed after it', () => assert.equal(after([typed(30, 30, '!')]), 'held talks'));
  it('grows when something is typed inside it', () =>
    assert.equal(after([typed(19, 19, 'warm ')]), 'held warm talks'));
  it('leaves outside what is typed at its borders', () => {
    assert.equal(after([typed(14, 14, 'solemnly ')]), 'held talks');
    assert.equal(after([typed(24, 24, ' again')]), 'held talks');
  });
  it('shrinks when a part of it is deleted', () => assert.equal(after([typed(18, 24, '')]), 'held'));
  it('keeps the rest when something across its border is replaced', () => {
    assert.equal(after([typed(8, 19, 'people had ')]), 'talks');
    assert.equal(after([typed(19, 30, 'a dinner')]), 'held ');
  });
  it('keeps a replaced word, even its last one, even if it is retyped letter by letter', () => {
    assert.equal(after([typed(14, 18, 'had')]), 'had talks');
    assert.equal(after([typed(19, 24, 't')], [typed(20, 20, 'e')], [typed(21, 21, 'a')]), 'held tea');
    assert.equal(after([typed(19, 24, '')], [typed(19, 19, 'tea')]), 'held tea');
  });
  it('closes again once the person goes on elsewhere', () =>
    assert.equal(after([typed(19, 24, 'tea')], [typed(0, 0, '*')], [typed(23, 23, '!')]), 'held tea'));
  it('is empty when it is deleted or overwritten', () => {
    assert.equal(after([typed(14, 24, '')]), '');
    assert.equal(after([typed(14, 24, 'met')]), '');
    assert.equal(after([typed(0, 31, 'Nothing.')]), '');
    assert.equal(after([typed(14, 24, '')], [typed(14, 14, 'dined')]), '');
  });
  it('follows several cursors at once', () =>
    assert.equal(
      after([typed(0, 3, 'Our'), typed(19, 19, 'long '), typed(24, 24, ' here')]),
      'held long talks',
    ));
});

/** A text length, a span of it, and disjoint edits in order, several of which may touch. */
const anyChange = fc.integer({ min: 1, max: 30 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    cut: fc.tuple(fc.nat(length), fc.nat(length)),
    open: fc.tuple(fc.boolean(), fc.boolean()),
    edits: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3)), { maxLength: 6 }).map((gaps) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const [skip, drop, insertedLength] of gaps) {
        const start = Math.min(length, at + skip);
        const end = Math.min(length, start + drop);
        if (start === at && start === end && edits.length > 0) continue; // two cursors at one place are one
        edits.push({ start, end, insertedLength });
        at = end;
      }
      return sortEdits(edits);
    }),
  }),
);

describe('tracking, against marked characters', () => {
  it('gives the stretch that the marks cover', () => {
    fc.assert(
      fc.property(anyChange, ({ length, cut, open, edits }) => {
        const [start, end] = [Math.min(...cut), Math.max(...cut)];
        fc.pre(start < end);
        const span = { start, end, openStart: open[0], openEnd: open[1] };
        const marks = markedAfter(length, span, edits);
        const tracked = trackSpan(span, edits);
        if (marks.every((mark) => mark !== 'survived')) {
          assert.equal(tracked.start, tracked.end);
        } else {
          const inside = marks.map((mark) => mark !== 'outside');
          assert.deepEqual(
            { start: tracked.start, end: tracked.end },
            { start: inside.indexOf(true), end: inside.lastIndexOf(true) + 1 },
          );
        }
      }),
      { numRuns: 20000 },
    );
  });

  it('stays within the text', () => {
    fc.assert(
      fc.property(anyChange, ({ length, cut, edits }) => {
        const span = trackSpan({ start: Math.min(...cut), end: Math.max(...cut) }, edits);
        const after = write(
          'x'.repeat(length),
          edits.map((e) => ({ ...e, text: 'y'.repeat(e.insertedLength) })),
        );
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= after.length);
      }),
      { numRuns: 5000 },
    );
  });

  it('of a passage no edit touches is taken back by the inverse edits', () => {
    fc.assert(
      fc.property(anyChange, ({ cut, edits }) => {
        const span = { start: Math.min(...cut), end: Math.max(...cut) };
        fc.pre(edits.every((edit) => edit.end < span.start || edit.start > span.end));
        assert.deepEqual(trackSpan(trackSpan(span, edits), invertEdits(edits)), span);
      }),
      { numRuns: 5000 },
    );
  });
});

type Mark = 'outside' | 'survived' | 'inserted';

/** Every character of the text after the edits, and whether it belongs to the passage: the obvious, slow way. */
function markedAfter(length: number, span: TrackedSpan, edits: readonly Edit[]): readonly Mark[] {
  const marked = (i: number): boolean => span.start <= i && i < span.end;
  const result: Mark[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at++) result.push(marked(at) ? 'survived' : 'outside');
  };
  for (const { start, end, insertedLength } of edits) {
    copyTo(start);
    let inside: boolean;
    if (start < end) {
      inside = Array.from({ length: end - start }, (_, i) => start + i).every(marked);
    } else {
      const before = marked(start - 1) || (start === span.start && span.openStart === true);
      const after = marked(start) || (start === span.end && span.openEnd === true);
      inside = before && after;
    }
    for (let i = 0; i < insertedLength; i++) result.push(inside ? 'inserted' : 'outside');
    at = end;
  }
  copyTo(length);
  return result;
}
