import assert from 'node:assert/strict';
import { newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { applyEdits } from '../../../src/core/annotation/sidecarEdit';
import { hold, sidecarOf } from '../../../src/vscode/annotation/heldSidecars';

describe('sidecars read lately', () => {
  it('are not read again', () => {
    const source = newSidecar('a.txt');
    assert.equal(sidecarOf(source), sidecarOf(source));
    assert.equal(sidecarOf(`${source}# by hand\n`).source, `${source}# by hand\n`);
  });

  it('nor is what edits made: it says what its source says', () => {
    const annotation = {
      id: 'k7m2qp4d',
      codes: ['thanks'],
      target: [{ start: 0, end: 4, quote: 'Both' }],
    };
    const made = hold(applyEdits(sidecarOf(newSidecar('a.txt')), [{ kind: 'put', annotation }]));
    assert.equal(sidecarOf(made.source), made);
    assert.deepEqual(made.sidecar, readSidecar(made.source).sidecar);
  });
});
