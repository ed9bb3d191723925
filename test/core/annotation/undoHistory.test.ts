import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UndoHistory } from '../../../src/core/annotation/undoHistory';

describe('UndoHistory', () => {
  it('gives back the last act first, and does it again', () => {
    const history = new UndoHistory<string>();
    history.add('tag');
    history.add('teach');
    assert.deepEqual(history.undo(), ['teach']);
    assert.deepEqual(history.undo(), ['tag']);
    assert.equal(history.undo(), undefined);
    assert.deepEqual(history.redo(), ['tag']);
    assert.deepEqual(history.redo(), ['teach']);
    assert.equal(history.redo(), undefined);
  });

  it('says what undo would take back next', () => {
    const history = new UndoHistory<string>();
    assert.deepEqual(history.last, []);
    history.add('tag');
    history.add('entity', 'link');
    assert.deepEqual(history.last, ['entity', 'link']);
    history.undo();
    assert.deepEqual(history.last, ['tag']);
  });

  it('takes back as one what was joined, the last part first', () => {
    const history = new UndoHistory<string>();
    history.add('tag');
    const mark = history.mark();
    history.add('entity');
    history.add('link');
    history.join(mark);
    assert.deepEqual(history.undo(), ['link', 'entity']);
    assert.deepEqual(history.redo(), ['entity', 'link']);
    history.undo();
    assert.deepEqual(history.undo(), ['tag']);
  });

  it('joins nothing where nothing was done since', () => {
    const history = new UndoHistory<string>();
    history.add('tag');
    history.join(history.mark());
    assert.deepEqual(history.undo(), ['tag']);
  });

  it('forgets what was undone once something new is done', () => {
    const history = new UndoHistory<string>();
    history.add('tag');
    history.undo();
    history.add('teach');
    assert.equal(history.redo(), undefined);
  });

  it('is a stack, however many acts there are', () => {
    const step = fc.oneof(fc.nat(9), fc.constant('undo' as const), fc.constant('redo' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = new UndoHistory<number>();
        const done: number[] = [];
        const undone: number[] = [];
        for (const act of steps) {
          if (act === 'undo') {
            const last = done.pop();
            assert.deepEqual(history.undo(), last === undefined ? undefined : [last]);
            if (last !== undefined) undone.push(last);
          } else if (act === 'redo') {
            const last = undone.pop();
            assert.deepEqual(history.redo(), last === undefined ? undefined : [last]);
            if (last !== undefined) done.push(last);
          } else {
            history.add(act);
            done.push(act);
            undone.length = 0;
          }
        }
      }),
    );
  });
});
