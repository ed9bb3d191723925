import assert from 'node:assert/strict';
import { countCode, replaceCode } from '../../../src/core/annotation/replaceCode';

const sidecar = `version: 1
release: a.txt
annotations:
  # looked at twice
  - id: aaaaaaaa
    codes: [thanks, support]
    target:
      - {start: 0, end: 3, quote: The}
  - id: bbbbbbbb
    codes: [thanks]
    target:
      - {start: 4, end: 7, quote: two}
  - id: cccccccc
    codes: [thanks]
    target:
      - {start: 8, end: 13, quote: sides}
    note: keep
`;

describe('replacing a code in a sidecar', () => {
  it('names the new code instead, once, and leaves all other bytes', () => {
    const merged = replaceCode(sidecar, 'thanks', 'support');
    assert.equal(
      merged,
      sidecar.replace('[thanks, support]', '[support]').replaceAll('[thanks]', '[support]'),
    );
  });

  it('without a new code takes it away; an annotation that says nothing else goes, one with a note stays', () => {
    const without = replaceCode(sidecar, 'thanks', undefined);
    assert.match(without, /codes: \[support\]/);
    assert.doesNotMatch(without, /bbbbbbbb/);
    assert.match(without, /cccccccc[\s\S]*note: keep/);
  });

  it('does nothing to a sidecar without the code, or one that can’t be read', () => {
    assert.equal(replaceCode(sidecar, 'blame', 'support'), sidecar);
    const broken = `${sidecar}<<<<<<< ours\n`;
    assert.equal(replaceCode(broken, 'thanks', 'support'), broken);
  });

  it('counts its annotations', () => {
    assert.equal(countCode(sidecar, 'thanks'), 3);
    assert.equal(countCode(sidecar, 'than'), 0);
  });
});
