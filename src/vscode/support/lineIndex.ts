import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';

/** UTF-16 offset of each line's start, for files that are read without being opened as documents. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

export function rangeIn(starts: readonly number[], span: Span): vscode.Range {
  return new vscode.Range(positionIn(starts, span.start), positionIn(starts, span.end));
}

function positionIn(starts: readonly number[], offset: number): vscode.Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return new vscode.Position(low, Math.max(0, offset - starts[low]!));
}
