import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import { anchorAnnotations } from '../../../src/core/annotation/anchoring';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { checkSidecar } from '../../../src/core/annotation/checks/checkSidecar';
import { carryOutFix } from '../../../src/core/annotation/fixDecisions';
import { LiveAnnotations } from '../../../src/core/annotation/liveAnnotations';
import { needsReview } from '../../../src/core/annotation/review';
import { applyEdits } from '../../../src/core/annotation/sidecarEdit';
import { readSidecar } from '../../../src/core/annotation/sidecar';

const now = '2026-11-21T17:00:00Z';
const text = 'Both sides expressed deep thanks for the warm welcome.\nThey agreed to meet again.\n';

function sidecar(...items: readonly { id: string; says: string; quote: string }[]): string {
  const lines = items.map(({ id, says, quote }) => {
    const start = Math.max(0, text.indexOf(quote));
    return `  - id: ${id}\n    ${says}\n    target: [{start: ${start}, end: ${start + quote.length}, quote: ${quote}}]\n`;
  });
  return `version: 1\nrelease: a.txt\nannotations:\n${lines.join('')}`;
}

/** An open release with a sidecar, and what carrying out a fix leaves of it. */
function opened(source: string): {
  readonly live: LiveAnnotations;
  readonly fix: (rule: string, title: RegExp) => string;
  readonly undo: () => string;
} {
  let file = readSidecar(source);
  const live = new LiveAnnotations(text);
  const load = (): void => {
    const { annotations } = file.sidecar!;
    live.load(annotations, anchorAnnotations(text, annotations));
  };
  load();
  return {
    live,
    fix: (rule, title) => {
      const codes = new Map([['plans', { id: 'plans', name: 'Plans', examples: [], codes: [] }]]);
      const finding = checkSidecar(file, { text, codes }).find((found) => found.rule === rule);
      const fix = finding?.fixes.find((one) => title.test(inWords(one.title)));
      assert.ok(fix?.sidecar, `${rule}: ${finding?.fixes.map((one) => inWords(one.title)).join(' | ')}`);
      file = applyEdits(file, carryOutFix(live, fix.sidecar, now));
      load();
      return file.source;
    },
    undo: () => {
      file = applyEdits(file, live.undo()!);
      load();
      return file.source;
    },
  };
}

describe('a fix of a check, carried out on an open release', () => {
  it('changes what the annotation says, and one undo takes it back', () => {
    const source = sidecar({ id: 'aaaaaaaa', says: 'codes: [plan]', quote: 'meet again' });
    const { fix, undo } = opened(source);
    assert.match(fix('sidecar/undefined-code', /Use the code/), /codes: \[plans\]/);
    assert.match(undo(), /codes: \[plan\]/);
  });

  it('joins two overlapping passages with one code: codes, notes and text of both', () => {
    const { live, fix, undo } = opened(
      sidecar(
        { id: 'aaaaaaaa', says: 'codes: [plans]\n    note: One.', quote: 'expressed deep thanks' },
        { id: 'bbbbbbbb', says: 'codes: [plans, thanks]\n    note: Two.', quote: 'deep thanks for' },
      ),
    );
    const joined = fix('sidecar/overlap', /^Join/);
    assert.match(joined, /quote: expressed deep thanks for\n|quote: expressed deep thanks for,/);
    assert.deepEqual(
      live.passages.map(({ annotation }) => [annotation.id, annotation.codes, annotation.note]),
      [['aaaaaaaa', ['plans', 'thanks'], 'One.\n\nTwo.']],
    );
    undo();
    assert.equal(live.passages.length, 2);
  });

  it('keeps what lost its passage for its quote, and does not ask again', () => {
    const gone = { id: 'aaaaaaaa', says: 'codes: [plans]', quote: 'a toast was drunk to friendship' };
    const { live, fix, undo } = opened(sidecar(gone));
    const asks = (): boolean => live.passages.some(({ annotation, state }) => needsReview(annotation, state));
    assert.ok(asks());
    const kept = fix('sidecar/stale-quote', /^Keep it/);
    assert.match(kept, /orphan: true/);
    assert.match(kept, /quote: a toast was drunk to friendship/);
    assert.ok(!asks());
    assert.deepEqual(
      checkSidecar(readSidecar(kept), { text }).map(({ rule }) => rule),
      [],
    );
    undo();
    assert.ok(asks());
  });

  it('follows typing that is not saved yet', () => {
    const { live } = opened(sidecar({ id: 'aaaaaaaa', says: 'codes: [plans]', quote: 'deep thanks' }));
    const edited = `New line.\n${text}`;
    live.edited([{ start: 0, end: 0, insertedLength: 10 }], edited);
    const annotation = live.passage('aaaaaaaa')!.annotation;
    const place = { ...annotation.target[0]!, start: annotation.target[0]!.start - 10 };
    const wider: Annotation = {
      ...annotation,
      target: [{ ...place, quote: text.slice(place.start, place.end) }],
    };
    carryOutFix(live, [{ kind: 'put', annotation: wider }], now);
    const [span] = live.passage('aaaaaaaa')!.spans;
    assert.equal(edited.slice(span!.start, span!.end), 'expressed deep thanks');
  });
});

describe('an annotation kept as an orphan', () => {
  const annotation = readSidecar(
    sidecar({ id: 'aaaaaaaa', says: 'codes: [plans]\n    orphan: true', quote: 'deep thanks for the warm' }),
  ).sidecar!.annotations[0]!;

  it('is an orphan, whatever resembles it', () => {
    const [anchor] = anchorAnnotations(text.replace('deep thanks', 'deap thanks'), [annotation]);
    assert.deepEqual(anchor, { id: 'aaaaaaaa', state: 'orphan', spans: [] });
  });

  it('has its place again when its text is back', () =>
    assert.equal(anchorAnnotations(text, [annotation])[0]!.state, 'exact'));

  it('is placed by a person, and then no orphan', () => {
    const live = new LiveAnnotations(text);
    live.load([annotation], [{ id: 'aaaaaaaa', state: 'orphan', spans: [] }]);
    live.move('aaaaaaaa', [{ start: 0, end: 10 }], now);
    assert.equal(live.passage('aaaaaaaa')!.annotation.orphan, undefined);
    assert.equal(live.passage('aaaaaaaa')!.state, 'exact');
  });
});
