import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Decision } from '../../../src/core/annotation/decisions';
import { decideTogether } from '../../../src/core/annotation/decisions';
import { LiveAnnotations } from '../../../src/core/annotation/liveAnnotations';
import {
  adjacentPassage,
  fitSpans,
  joinSpans,
  mergePassages,
  splitPassage,
  splitSpans,
  touchedPassages,
} from '../../../src/core/annotation/reshape';
import type { Span } from '../../../src/core/text/span';

const text = 'The hosts gave thanks. The guests gave thanks too, and left early.';
const now = '2026-01-01T00:00:00Z';
const span = (quote: string): Span => ({
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
});
const quotes = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join('|');

class Desk {
  readonly live = new LiveAnnotations(text);
  private count = 0;
  readonly newId = (): string => `id${String(this.count++).padStart(6, '0')}`;

  tag(
    spans: readonly Span[],
    more: { codes?: string[]; note?: string; entity?: string; author?: string } = {},
  ): string {
    const id = this.newId();
    this.live.create([{ id, codes: ['gratitude'], ...more, spans }], now);
    return id;
  }

  decide(decisions: readonly Decision[] | undefined): void {
    assert.ok(decisions);
    decideTogether(this.live, decisions, now);
  }

  get said(): readonly string[] {
    return this.live.passages.map(
      ({ annotation, spans }) => `${annotation.codes.join('+')}: ${quotes(spans)}`,
    );
  }
}

describe('setting the borders of a passage', () => {
  it('makes it wider or narrower', () => {
    assert.deepEqual(fitSpans([span('gave thanks')], [span('The hosts gave thanks')]), [
      span('The hosts gave thanks'),
    ]);
    assert.deepEqual(fitSpans([span('The hosts gave thanks')], [span('thanks')]), [span('thanks')]);
  });

  it('leaves the stretches that are not touched', () => {
    const spans = [span('The hosts'), span('left early')];
    assert.equal(quotes(fitSpans(spans, [span('left')])), 'The hosts|left');
    assert.equal(quotes(fitSpans(spans, [span('guests')])), 'guests');
  });

  it('means the passage most like the selection', () => {
    const desk = new Desk();
    const long = desk.tag([span('The guests gave thanks too, and left early.')]);
    const short = desk.tag([span('gave thanks too')]);
    desk.tag([span('The hosts')]);
    const order = (selection: Span): readonly string[] =>
      touchedPassages(desk.live.passages, [selection]).map(({ annotation }) => annotation.id);
    assert.deepEqual(order(span('gave thanks too, and')), [short, long]);
    assert.deepEqual(order(span('thanks too, and left early.')), [long, short]);
    assert.deepEqual(order({ start: 0, end: 0 }), []);
  });
});

describe('splitting a passage', () => {
  it('at a place gives two, with the note on the first', () => {
    const desk = new Desk();
    const id = desk.tag([span('gave thanks too, and left early')], {
      note: 'two things',
      author: 'ana',
      codes: ['a', 'b'],
    });
    const at = text.indexOf('and left');
    desk.decide(splitPassage(text, desk.live.passage(id)!, { start: at, end: at }, desk.newId));
    assert.deepEqual(desk.said, ['a+b: gave thanks too,', 'a+b: and left early']);
    const [first, second] = desk.live.passages;
    assert.equal(first?.annotation.id, id);
    assert.equal(first?.annotation.note, 'two things');
    assert.equal(second?.annotation.note, undefined);
    assert.equal(second?.annotation.author, 'ana');
    desk.live.undo();
    assert.deepEqual(desk.said, ['a+b: gave thanks too, and left early']);
  });

  it('at a selection gives what is before, in and after it', () => {
    assert.deepEqual(
      splitSpans(text, [span('The guests gave thanks too, and left')], span('gave thanks too')).map(quotes),
      ['The guests', 'gave thanks too', 'and left'],
    );
  });

  it('of several stretches parts them', () => {
    const at = text.indexOf('The guests');
    assert.deepEqual(
      splitSpans(text, [span('The hosts'), span('left early')], { start: at, end: at }).map(quotes),
      ['The hosts', 'left early'],
    );
  });

  it('at its border does nothing', () => {
    const desk = new Desk();
    const id = desk.tag([span('gave thanks')]);
    const { start } = span('gave thanks');
    assert.equal(splitPassage(text, desk.live.passage(id)!, { start, end: start }, desk.newId), undefined);
  });

  it('loses nothing but white space and marks, whatever the cut', () => {
    const place = fc.nat(text.length);
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, d) => {
        const spans = [{ start: Math.min(a, b), end: Math.max(a, b) }];
        const pieces = splitSpans(text, spans, { start: Math.min(c, d), end: Math.max(c, d) });
        const bare = (found: string): string => found.replace(/[\s|,.]/g, '');
        assert.equal(bare(pieces.map(quotes).join('')), bare(quotes(spans)));
      }),
    );
  });
});

describe('merging passages', () => {
  it('keeps the first, with the codes and notes of all, and one undo parts them again', () => {
    const desk = new Desk();
    const second = desk.tag([span('The guests gave thanks too')], { codes: ['b', 'a'], note: 'two' });
    const first = desk.tag([span('The hosts gave thanks')], { codes: ['a'], note: 'one' });
    desk.decide(mergePassages(text, [desk.live.passage(second)!, desk.live.passage(first)!]));
    assert.deepEqual(desk.said, ['a+b: The hosts gave thanks. The guests gave thanks too']);
    assert.equal(desk.live.passages[0]?.annotation.id, first);
    assert.equal(desk.live.passages[0]?.annotation.note, 'one\n\ntwo');
    desk.live.undo();
    assert.deepEqual(desk.said, ['a: The hosts gave thanks', 'b+a: The guests gave thanks too']);
    desk.live.redo();
    assert.equal(desk.said.length, 1);
  });

  it('with words between keeps both stretches', () => {
    assert.equal(
      quotes(joinSpans(text, [span('left early'), span('The hosts'), span('hosts gave')])),
      'The hosts gave|left early',
    );
  });

  it('needs two, and refuses two different entities', () => {
    const desk = new Desk();
    const a = desk.live.passage(desk.tag([span('The hosts')], { entity: 'a' }))!;
    const b = desk.live.passage(desk.tag([span('gave thanks')], { entity: 'b' }))!;
    const c = desk.live.passage(desk.tag([span('left early')]))!;
    assert.equal(mergePassages(text, [a]), undefined);
    assert.equal(mergePassages(text, [a, b]), undefined);
    desk.decide(mergePassages(text, [a, c]));
    assert.equal(desk.live.passage(a.annotation.id)?.annotation.entity, 'a');
  });

  it('without a selection means the passage right after', () => {
    const desk = new Desk();
    const first = desk.live.passage(desk.tag([span('The hosts gave thanks')]))!;
    desk.tag([span('left early')]);
    assert.equal(adjacentPassage(text, desk.live.passages, first), undefined);
    const next = desk.tag([span('The guests')]);
    assert.equal(adjacentPassage(text, desk.live.passages, first)?.annotation.id, next);
  });
});
