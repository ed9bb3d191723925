import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { DrawnRanges } from '../../../src/vscode/support/drawnRanges';

/** Stands in for a range: only whether two are equal is asked. */
const range = (start: number): vscode.Range =>
  ({ start, isEqual: (other: { start: unknown }) => other.start === start }) as unknown as vscode.Range;

describe('decorations', () => {
  const set: string[] = [];
  const document = { version: 1 };
  const editor = {
    document,
    setDecorations: (type: string, ranges: readonly { start: number }[]) =>
      set.push(`${type}: ${ranges.map(({ start }) => start).join(' ')}`),
  } as unknown as vscode.TextEditor;
  const type = (name: string): vscode.TextEditorDecorationType =>
    name as unknown as vscode.TextEditorDecorationType;
  const drawn = new DrawnRanges();
  const draw = (ranges: Readonly<Record<string, readonly number[]>>): readonly string[] => {
    set.length = 0;
    drawn.draw(
      editor,
      new Map(Object.entries(ranges).map(([name, starts]) => [type(name), starts.map(range)])),
    );
    return [...set];
  };

  it('are set where they are others than before, and only there', () => {
    assert.deepEqual(draw({ blue: [1, 2], red: [3] }), ['blue: 1 2', 'red: 3']);
    assert.deepEqual(draw({ blue: [1, 2], red: [3] }), []);
    assert.deepEqual(draw({ blue: [1, 2, 4], red: [3] }), ['blue: 1 2 4']);
    assert.deepEqual(draw({ blue: [1, 2, 5], red: [] }), ['blue: 1 2 5', 'red: ']);
  });

  it('are all set when the text is another: the editor has moved them meanwhile', () => {
    document.version = 2;
    assert.deepEqual(draw({ blue: [1, 2, 5], red: [] }), ['blue: 1 2 5', 'red: ']);
    assert.deepEqual(draw({ blue: [1, 2, 5], red: [] }), []);
  });
});
