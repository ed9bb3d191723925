import assert from 'node:assert/strict';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { invertSidecarEdits } from '../../../src/core/annotation/sidecarEdit';
import { closedRelease, isTagged, tagClosed } from '../../../src/core/annotation/tagSpans';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { phraseOccurrences } from '../../../src/core/text/phraseOccurrences';

const text = '😀 Full support. They gave full support and full\r\nsupport again.';
const now = '2026-01-01T00:00:00Z';

describe('tagging every occurrence in a release that is not open', () => {
  let count = 0;
  const newId = (): string => `id${String(count++).padStart(6, '0')}`;
  const spans = phraseOccurrences(text, 'full support');
  const tag = { codes: ['solidarity'], author: 'ana' };
  const empty = newSidecar('a.txt', fingerprint(''));

  it('makes one annotation for each, with offsets as files count them', () => {
    const edits = tagClosed(closedRelease(text, undefined)!, spans, tag, newId, now);
    const { sidecar } = readSidecar(editSidecar(empty, edits));
    assert.deepEqual(
      sidecar?.annotations.map(({ target: [first] }) => [first?.start, first?.end, first?.quote]),
      [
        [2, 14, 'Full support'],
        [26, 38, 'full support'],
        [43, 55, 'full\nsupport'],
      ],
    );
    assert.deepEqual(sidecar?.text, fingerprint(text));
    assert.equal(sidecar?.annotations[0]?.author, 'ana');
  });

  it('adds the code where the very passage is annotated, and does nothing where it has it', () => {
    const once = editSidecar(
      empty,
      tagClosed(closedRelease(text, undefined)!, spans.slice(0, 1), tag, newId, now),
    );
    const live = closedRelease(text, once)!;
    assert.equal(isTagged(live.passages, spans[0]!, ['solidarity']), true);
    assert.equal(isTagged(live.passages, spans[1]!, ['solidarity']), false);
    assert.deepEqual(tagClosed(live, spans.slice(0, 1), tag, newId, now), []);
    const more = editSidecar(once, tagClosed(live, spans, { codes: ['praise'] }, newId, now));
    const { sidecar } = readSidecar(more);
    assert.deepEqual(
      sidecar?.annotations.map(({ codes }) => codes),
      [['solidarity', 'praise'], ['praise'], ['praise']],
    );
  });

  it('is taken back byte for byte', () => {
    const before = editSidecar(
      empty,
      tagClosed(closedRelease(text, undefined)!, spans.slice(0, 1), tag, newId, now),
    );
    const commented = before.replace('annotations:', 'annotations: # all of them');
    const edits = tagClosed(closedRelease(text, commented)!, spans, { codes: ['praise'] }, newId, now);
    const inverse = invertSidecarEdits(readSidecar(commented), edits);
    assert.equal(editSidecar(editSidecar(commented, edits), inverse), commented);
  });

  it('leaves a sidecar alone that can’t be read', () => {
    assert.equal(closedRelease(text, '<<<<<<< ours\n'), undefined);
  });
});
