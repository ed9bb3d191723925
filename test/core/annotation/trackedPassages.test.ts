import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrackedPassages } from '../../../src/core/annotation/trackedPassages';
import { awkwardPieces } from '../text/awkward';

/** A document with undo and redo, as an editor keeps it, whose passages are tracked. */
class Document {
  private readonly past: string[] = [];
  private readonly future: string[] = [];
  readonly passages: TrackedPassages;

  constructor(private text: string) {
    this.passages = new TrackedPassages(text);
  }

  type(start: number, end: number, inserted: string): void {
    this.past.push(this.text);
    this.future.length = 0;
    const text = this.text.slice(0, start) + inserted + this.text.slice(end);
    this.passages.change([{ start, end, insertedLength: inserted.length }], text);
    this.text = text;
  }

  /** Takes back so many changes in one event, as editors do with a typed word. */
  undo(times = 1): void {
    for (let i = 0; i < times; i++) this.go(this.past, this.future, i === times - 1);
  }

  redo(times = 1): void {
    for (let i = 0; i < times; i++) this.go(this.future, this.past, i === times - 1);
  }

  read(id: string): string {
    return (this.passages.spansOf(id) ?? []).map((span) => this.text.slice(span.start, span.end)).join(' … ');
  }

  get now(): string {
    return this.text;
  }

  private before?: string;

  private go(from: string[], to: string[], report: boolean): void {
    this.before ??= this.text;
    const next = from.pop();
    if (next !== undefined) {
      to.push(this.text);
      this.text = next;
    }
    if (!report) return;
    this.passages.change([replaced(this.before, this.text)], this.text);
    this.before = undefined;
  }
}

/** One edit that turns `before` into `after`, as small as it can be. */
function replaced(before: string, after: string): { start: number; end: number; insertedLength: number } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  return { start, end: before.length - tail, insertedLength: after.length - tail - start };
}

describe('tracked passages', () => {
  const text = 'The guests arrived. Talks were held. The guests left.';
  const talks = { start: 20, end: 36 };

  it('come back when their deletion is undone', () => {
    const document = new Document(text);
    document.passages.set('k7m2qp4d', [talks]);
    document.type(10, 40, '');
    assert.equal(document.read('k7m2qp4d'), '');
    document.undo();
    assert.equal(document.read('k7m2qp4d'), 'Talks were held.');
    document.redo();
    assert.equal(document.read('k7m2qp4d'), '');
  });

  it('come back when they are cut and pasted to their place', () => {
    const document = new Document(text);
    document.passages.set('k7m2qp4d', [talks]);
    document.type(20, 37, '');
    document.type(20, 20, 'Talks were held. ');
    assert.equal(document.read('k7m2qp4d'), 'Talks were held.');
  });

  it('come back when several steps are undone at once, wherever they were changed', () => {
    const document = new Document(text);
    document.passages.set('a', [talks]);
    document.passages.set('b', [{ start: 4, end: 10 }]);
    document.type(0, 0, 'Yesterday. ');
    document.type(31, 47, '');
    document.type(15, 21, '');
    assert.equal(document.read('a') + document.read('b'), '');
    document.undo(3);
    assert.equal(document.read('a'), 'Talks were held.');
    assert.equal(document.read('b'), 'guests');
  });

  it('made after an undo live through the redo', () => {
    const document = new Document(text);
    document.type(0, 0, 'Yesterday. ');
    document.undo();
    document.passages.set('new', [talks]);
    document.redo();
    assert.equal(document.read('new'), 'Talks were held.');
  });

  it('made in text that undo takes away are there again after redo', () => {
    const document = new Document('Talks.');
    document.type(6, 6, ' Dinner.');
    document.passages.set('dinner', [{ start: 7, end: 14 }]);
    document.undo();
    assert.equal(document.read('dinner'), '');
    document.redo();
    assert.equal(document.read('dinner'), 'Dinner.');
  });

  it('moved by hand do not jump back', () => {
    const document = new Document(text);
    document.passages.set('a', [talks]);
    document.type(20, 37, '');
    document.passages.set('a', [{ start: 4, end: 10 }]);
    document.undo();
    assert.equal(document.read('a'), 'guests');
  });

  it('may have several spans', () => {
    const document = new Document(text);
    document.passages.set('a', [
      { start: 4, end: 10 },
      { start: 41, end: 47 },
    ]);
    document.type(11, 37, 'came. ');
    assert.equal(document.read('a'), 'guests … guests');
  });

  it('stay when the line ends of the whole text are changed', () => {
    const document = new Document('First line.\nTalks were held.\nLast line.\n');
    document.passages.set('a', [{ start: 12, end: 28 }]);
    document.passages.set('b', [{ start: 6, end: 17 }]);
    document.type(0, document.now.length, document.now.replace(/\n/g, '\r\n'));
    assert.equal(document.read('a'), 'Talks were held.');
    assert.equal(document.read('b'), 'line.\r\nTalks');
  });

  it('stay when a corrected copy is pasted over their paragraph', () => {
    const document = new Document(
      'The gucsts arrived at the palacc.\nTalks were held\nin a warm atmosphere.',
    );
    document.passages.set('a', [{ start: 34, end: 59 }]);
    document.passages.set('b', [{ start: 4, end: 10 }]);
    document.type(
      0,
      document.now.length,
      'The guests arrived at the palace. Talks were held in a very warm atmosphere.',
    );
    assert.equal(document.read('a'), 'Talks were held in a very warm');
    assert.equal(document.read('b'), 'guests');
  });

  it('are orphans when something else is pasted over their paragraph', () => {
    const document = new Document('Talks were held in a warm atmosphere.');
    document.passages.set('a', [{ start: 0, end: 15 }]);
    document.type(0, document.now.length, 'The floral baskets were laid before the statues in the morning.');
    assert.equal(document.read('a'), '');
  });

  it('are all orphans after a change that was not reported in full, rather than anywhere', () => {
    const passages = new TrackedPassages(text);
    passages.set('a', [talks]);
    passages.change([], 'Something else.');
    assert.deepEqual(passages.spansOf('a'), [{ start: 15, end: 15 }]);
  });

  it('are forgotten when they are deleted', () => {
    const document = new Document(text);
    document.passages.set('a', [talks]);
    document.passages.delete('a');
    document.type(0, 5, '');
    document.undo();
    assert.equal(document.passages.spansOf('a'), undefined);
    assert.deepEqual([...document.passages.ids], []);
  });

  it('are, whatever is typed, undone and redone, where they were whenever the text is what it was', () => {
    const action = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('type' as const),
          at: fc.nat(1000),
          drop: fc.nat(12),
          text: fc.array(fc.constantFrom(...awkwardPieces), { maxLength: 3 }).map((p) => p.join('')),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constantFrom('undo' as const, 'redo' as const),
          times: fc.integer({ min: 1, max: 4 }),
        }),
      },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const document = new Document(text);
        document.passages.set('a', [talks]);
        document.passages.set('b', [
          { start: 4, end: 10 },
          { start: 41, end: 47 },
        ]);
        const seen = new Map<string, string>();
        const look = (): void => {
          const places = JSON.stringify(
            ['a', 'b'].map((id) => document.passages.spansOf(id)!.map(({ start, end }) => [start, end])),
          );
          const before = seen.get(document.now) ?? places;
          assert.equal(places, before);
          seen.set(document.now, before);
        };
        look();
        for (const action of actions) {
          if (action.do === 'type') {
            const start = action.at % (document.now.length + 1);
            document.type(start, Math.min(document.now.length, start + action.drop), action.text);
          } else document[action.do](action.times);
          look();
        }
      }),
      { numRuns: 2000 },
    );
  });
});
