import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { LiveAnnotations } from '../../../src/core/annotation/liveAnnotations';
import type { SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import { toLf } from '../../../src/core/text/lines';
import { widenToGraphemes } from '../../../src/core/text/graphemes';
import { storedOffsets } from '../../../src/core/text/offsets';
import type { Span } from '../../../src/core/text/span';

const text = 'The two sides expressed deep thanks. They agreed to meet again.';
const now = '2026-01-01T00:00:00Z';

/** A release that is edited and annotated, with the sidecar that its edits make. */
class Desk {
  readonly live: LiveAnnotations;
  readonly sidecar = new Map<string, Annotation>();
  fingerprint: unknown;
  private count = 0;

  constructor(public text: string) {
    this.live = new LiveAnnotations(text);
  }

  write(edits: readonly SidecarEdit[] | undefined): void {
    for (const edit of edits ?? []) {
      if (edit.kind === 'put') this.sidecar.set(edit.annotation.id, edit.annotation);
      if (edit.kind === 'remove') this.sidecar.delete(edit.id);
      if (edit.kind === 'text') this.fingerprint = edit.text;
    }
  }

  tag(quote: string, ...codes: string[]): string {
    const start = this.text.indexOf(quote);
    return this.tagSpan(start, start + quote.length, ...codes);
  }

  tagSpan(start: number, end: number, ...codes: string[]): string {
    const id = `id${String(this.count++).padStart(6, '0')}`;
    this.write(this.live.create([{ id, codes, spans: [{ start, end }] }], now));
    return id;
  }

  type(start: number, end: number, inserted: string): void {
    this.text = this.text.slice(0, start) + inserted + this.text.slice(end);
    this.live.edited([{ start, end, insertedLength: inserted.length }], this.text);
  }

  save(): void {
    this.write(this.live.saved());
  }

  quoteOf(id: string): string {
    const passage = this.live.passage(id);
    return (passage?.spans ?? []).map(({ start, end }) => this.text.slice(start, end)).join('|');
  }
}

describe('annotations of an open release', () => {
  it('are written at once, with the place they have in the text', () => {
    const desk = new Desk(text);
    const id = desk.tag('deep thanks', 'gratitude');
    const stored = desk.sidecar.get(id);
    assert.deepEqual(stored?.codes, ['gratitude']);
    assert.equal(stored?.created, now);
    assert.deepEqual(stored?.target[0]?.quote, 'deep thanks');
    assert.equal(stored?.target[0]?.start, text.indexOf('deep thanks'));
    assert.deepEqual(desk.fingerprint, fingerprint(text));
  });

  it('follow unsaved edits on screen, while the sidecar speaks of the text on disk', () => {
    const desk = new Desk(text);
    const id = desk.tag('deep thanks', 'gratitude');
    desk.type(0, 0, 'TODAY: ');
    assert.equal(desk.quoteOf(id), 'deep thanks');
    assert.equal(desk.sidecar.get(id)?.target[0]?.start, text.indexOf('deep thanks'));
    desk.save();
    assert.equal(desk.sidecar.get(id)?.target[0]?.start, text.indexOf('deep thanks') + 7);
  });

  it('tagged in a text with unsaved changes elsewhere are stored where they are on disk', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('agreed to meet', 'commitment');
    assert.equal(desk.sidecar.get(id)?.target[0]?.start, text.indexOf('agreed to meet'));
  });

  it('tagged in unsaved text wait until it is saved', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('TODAY', 'protocol');
    assert.equal(desk.sidecar.has(id), false);
    assert.equal(desk.quoteOf(id), 'TODAY');
    desk.save();
    assert.deepEqual(desk.sidecar.get(id)?.target[0]?.start, 0);
  });

  it('tagged in unsaved text that is thrown away are kept with their quote', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('TODAY', 'protocol');
    desk.write(desk.live.discarded());
    assert.equal(desk.sidecar.get(id)?.target[0]?.quote, 'TODAY');
  });

  it('tagged in unsaved text that is deleted before it is saved are kept with their quote', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('TODAY', 'protocol');
    desk.type(0, 7, '');
    desk.save();
    assert.equal(desk.sidecar.get(id)?.target[0]?.quote, 'TODAY');
    assert.equal(desk.live.passage(id)?.state, 'orphan');
  });

  it('tagged in unsaved text are written down when the file is replaced from outside', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('TODAY', 'protocol');
    const other = `${text} Soon.`;
    desk.write(desk.live.replaced(other, [{ id, state: 'orphan', spans: [] }]));
    assert.equal(desk.sidecar.get(id)?.target[0]?.quote, 'TODAY');
    desk.live.load([...desk.sidecar.values()], [{ id, state: 'orphan', spans: [] }]);
    assert.equal(desk.live.passage(id)?.state, 'orphan');
  });

  it('tagged in unsaved text are told with the places they have in it, to be kept over the end of a session', () => {
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    const id = desk.tag('TODAY', 'protocol');
    desk.type(0, 0, 'AND ');
    assert.deepEqual(
      desk.live.waiting.map(({ id: own, target }) => [own, target[0]?.start, target[0]?.quote]),
      [[id, 4, 'TODAY']],
    );
    desk.save();
    assert.deepEqual(desk.live.waiting, []);
  });

  it('come back with the unsaved text of an earlier session, and are written when that is saved', () => {
    const before = new Desk(text);
    before.type(0, 0, 'TODAY: ');
    const id = before.tag('TODAY', 'protocol');
    const desk = new Desk(text);
    assert.deepEqual(desk.live.resume(before.live.waiting), [], 'its text isn’t there');
    desk.type(0, 0, 'TODAY: ');
    assert.deepEqual(
      desk.live.resume(before.live.waiting).map((annotation) => annotation.id),
      [id],
    );
    assert.equal(desk.quoteOf(id), 'TODAY');
    assert.equal(desk.sidecar.has(id), false);
    desk.save();
    assert.equal(desk.sidecar.get(id)?.target[0]?.start, 0);
  });

  it('of a sidecar that are not in the text on disk have their place in unsaved text that they are in', () => {
    const before = new Desk(`TODAY: ${text}`);
    const id = before.tag('TODAY', 'protocol');
    const desk = new Desk(text);
    desk.type(0, 0, 'TODAY: ');
    desk.live.load([before.sidecar.get(id)!], [{ id, state: 'orphan', spans: [] }]);
    assert.equal(desk.quoteOf(id), 'TODAY');
    assert.equal(desk.live.passage(id)?.state, 'exact');
    desk.type(0, 7, '');
    assert.equal(desk.live.passage(id)?.state, 'orphan');
  });

  it('keep the quote of deleted text, and have their place again when the deletion is undone', () => {
    const desk = new Desk(text);
    const id = desk.tag('deep thanks', 'gratitude');
    const start = text.indexOf('deep thanks');
    desk.type(start, start + 'deep thanks'.length, '');
    assert.equal(desk.live.passage(id)?.state, 'orphan');
    desk.save();
    assert.equal(desk.sidecar.get(id)?.target[0]?.quote, 'deep thanks');
    desk.type(start, start, 'deep thanks');
    assert.equal(desk.live.passage(id)?.state, 'exact');
    assert.equal(desk.quoteOf(id), 'deep thanks');
  });

  it('are changed, deleted, and brought back by undo and redo', () => {
    const desk = new Desk(text);
    const id = desk.tag('deep thanks', 'gratitude');
    desk.write(desk.live.change([id], (a) => ({ ...a, note: 'Compare.' }), now));
    desk.write(desk.live.remove([id]));
    assert.equal(desk.sidecar.size, 0);
    desk.write(desk.live.undo());
    assert.equal(desk.sidecar.get(id)?.note, 'Compare.');
    desk.write(desk.live.undo());
    assert.equal(desk.sidecar.get(id)?.note, undefined);
    desk.write(desk.live.undo());
    assert.equal(desk.sidecar.size, 0);
    assert.equal(desk.live.undo(), undefined);
    desk.write(desk.live.redo());
    desk.write(desk.live.redo());
    assert.equal(desk.sidecar.get(id)?.note, 'Compare.');
  });

  it('brought back by undo stand where their text has moved to meanwhile', () => {
    const desk = new Desk(text);
    const id = desk.tag('deep thanks', 'gratitude');
    desk.write(desk.live.remove([id]));
    desk.type(0, 0, 'TODAY: ');
    desk.save();
    desk.write(desk.live.undo());
    assert.equal(desk.quoteOf(id), 'deep thanks');
    assert.equal(desk.sidecar.get(id)?.target[0]?.start, text.indexOf('deep thanks') + 7);
  });

  it('that several actions made together are undone together', () => {
    const desk = new Desk(text);
    desk.write(
      desk.live.together(() => [
        ...desk.live.create([{ id: 'aaaaaaaa', codes: ['x'], spans: [{ start: 0, end: 3 }] }], now),
        ...desk.live.create([{ id: 'bbbbbbbb', codes: ['x'], spans: [{ start: 4, end: 7 }] }], now),
      ]),
    );
    assert.equal(desk.sidecar.size, 2);
    desk.write(desk.live.undo());
    assert.equal(desk.sidecar.size, 0);
  });

  it('loaded from a sidecar that others wrote keep what they say byte for byte when only places are checked', () => {
    const desk = new Desk(text);
    const start = text.indexOf('deep');
    const annotation: Annotation = {
      id: 'k7m2qp4d',
      codes: ['gratitude'],
      target: [{ start, end: start + 4, quote: 'deep', prefix: 'sed ' }],
    };
    desk.live.load([annotation], [{ id: 'k7m2qp4d', state: 'exact', spans: [{ start, end: start + 4 }] }]);
    assert.deepEqual(desk.live.saved(), []);
  });

  it('in doubt keep the older fingerprint, which tells git which text their selectors speak of', () => {
    const desk = new Desk(text);
    const target = [{ start: 0, end: 5, quote: 'Those' }];
    desk.live.load(
      [{ id: 'k7m2qp4d', codes: [], target }],
      [{ id: 'k7m2qp4d', state: 'fuzzy', spans: [{ start: 0, end: 3 }], score: 0.6 }],
    );
    desk.tag('deep thanks', 'gratitude');
    assert.equal(desk.fingerprint, undefined);
    desk.write(desk.live.move('k7m2qp4d', [{ start: 0, end: 3 }], now));
    assert.equal(desk.sidecar.get('k7m2qp4d')?.target[0]?.quote, 'The');
    assert.deepEqual(desk.fingerprint, fingerprint(text));
  });
});

describe('annotations of an open release, whatever is done', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('tag' as const), at: fc.nat(), length: fc.nat({ max: 12 }) }),
    fc.record({
      do: fc.constant('type' as const),
      at: fc.nat(),
      length: fc.nat({ max: 6 }),
      text: fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', ' ', '\r\n', '😀') }),
    }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat() }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'save' as const) }),
  );
  const start = 'Both sides agreed 😀 on\r\npeace and on\r\ntrade. Both sides agreed.';

  /** Selections and edits of an editor never split a character. */
  function spanOf(text: string, at: number, length: number): Span {
    const from = at % (text.length + 1);
    return widenToGraphemes(text, { start: from, end: Math.min(text.length, from + length) });
  }

  function play(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Desk {
    const desk = new Desk(start);
    for (const one of steps) {
      const { start, end } = 'length' in one ? spanOf(desk.text, one.at, one.length) : { start: 0, end: 0 };
      const at = 'at' in one ? one.at : 0;
      if (one.do === 'tag') {
        if (end > start) desk.tagSpan(start, end, 'code');
      } else if (one.do === 'type') {
        desk.type(start, end, one.text);
      } else if (one.do === 'remove') {
        const passages = desk.live.passages;
        if (passages.length > 0)
          desk.write(desk.live.remove([passages[at % passages.length]!.annotation.id]));
      } else if (one.do === 'save') {
        desk.save();
      } else {
        desk.write(desk.live[one.do]());
      }
    }
    return desk;
  }

  it('the sidecar holds each annotation once it is saved, and each quote stands where it says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const desk = play(steps);
        desk.save();
        const onDisk = toLf(desk.text);
        const offsets = storedOffsets(onDisk);
        assert.deepEqual(
          new Set(desk.sidecar.keys()),
          new Set(desk.live.passages.map(({ annotation }) => annotation.id)),
        );
        for (const passage of desk.live.passages) {
          if (passage.state !== 'exact') continue;
          const [selector] = desk.sidecar.get(passage.annotation.id)!.target;
          assert.equal(
            onDisk.slice(offsets.toHeld(selector!.start), offsets.toHeld(selector!.end)),
            selector!.quote,
          );
          assert.equal(toLf(desk.quoteOf(passage.annotation.id)), selector!.quote);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('undoing everything leaves no annotation, and redoing everything brings them all back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const desk = play(steps);
        while (desk.live.canRedo) desk.write(desk.live.redo());
        const ids = new Set(desk.live.passages.map(({ annotation }) => annotation.id));
        while (desk.live.canUndo) desk.write(desk.live.undo());
        assert.equal(desk.live.passages.length, 0);
        assert.equal(desk.sidecar.size, 0);
        while (desk.live.canRedo) desk.write(desk.live.redo());
        assert.deepEqual(new Set(desk.live.passages.map(({ annotation }) => annotation.id)), ids);
      }),
      { numRuns: 2000 },
    );
  });
});
