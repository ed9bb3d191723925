import * as vscode from 'vscode';
import { maxLanes } from '../../core/annotation/passageLook';

/** A passage that is shown, in the colours of its codes. */
export interface ShownPassage {
  readonly ranges: readonly vscode.Range[];
  readonly colors: readonly (string | undefined)[];
}

/** The part of a line that passages cover, with the colours of all codes there. */
export interface BarLine {
  readonly range: vscode.Range;
  readonly colors: readonly (string | undefined)[];
}

/**
 * What stands in the margin: for each line of the document one mark with the colours of all passages on it, at most five, beside the
 * rows from the first passage to the last. `passages` by start.
 */
export function barLines(passages: readonly ShownPassage[]): readonly BarLine[] {
  const lines = new Map<number, { from: number; to: number; colors: Set<string | undefined> }>();
  for (const { ranges, colors } of passages) {
    for (const { start, end } of ranges) {
      for (let line = start.line; line <= end.line; line++) {
        const from = line === start.line ? start.character : 0;
        const to = line === end.line ? end.character : Number.MAX_SAFE_INTEGER;
        const known = lines.get(line);
        if (!known) lines.set(line, { from, to, colors: new Set(colors) });
        else {
          known.from = Math.min(known.from, from);
          known.to = Math.max(known.to, to);
          for (const color of colors) known.colors.add(color);
        }
      }
    }
  }
  return [...lines].map(([line, { from, to, colors }]) => ({
    range: new vscode.Range(line, from, line, to),
    colors: [...colors].slice(0, maxLanes),
  }));
}
