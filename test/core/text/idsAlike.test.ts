import assert from 'node:assert/strict';
import { idsAlike } from '../../../src/core/text/idsAlike';

describe('ids that may have been meant', () => {
  it('are those a slip away, the nearest first, two at most', () => {
    assert.deepEqual(idsAlike('coastl-territory', ['coastal-territory', 'russia', 'far-east']), [
      'coastal-territory',
    ]);
    assert.deepEqual(idsAlike('thanks_', ['thank', 'thanks', 'thinks', 'tanks']), ['thanks', 'thank']);
  });

  it('are none where nothing is near', () => {
    assert.deepEqual(idsAlike('vestria', ['mongolia', 'thanks']), []);
  });
});
