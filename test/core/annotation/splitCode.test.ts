import assert from 'node:assert/strict';
import { splitCode } from '../../../src/core/annotation/splitCode';

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
`;

describe('splitting a code in a sidecar', () => {
  it('changes the annotations named and leaves all other bytes', () => {
    assert.equal(
      splitCode(sidecar, 'thanks', 'warm', new Set(['aaaaaaaa'])),
      sidecar.replace('[thanks, support]', '[warm, support]'),
    );
  });

  it('names a code once', () => {
    assert.match(splitCode(sidecar, 'thanks', 'support', new Set(['aaaaaaaa'])), /codes: \[support\]/);
  });

  it('does nothing to others, to an annotation without the code, or to a sidecar that can’t be read', () => {
    assert.equal(splitCode(sidecar, 'thanks', 'warm', new Set(['cccccccc'])), sidecar);
    assert.equal(splitCode(sidecar, 'support', 'warm', new Set(['bbbbbbbb'])), sidecar);
    const broken = `${sidecar}<<<<<<< ours\n`;
    assert.equal(splitCode(broken, 'thanks', 'warm', new Set(['aaaaaaaa'])), broken);
  });
});
