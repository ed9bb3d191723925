import * as vscode from 'vscode';
import { unitsAround } from '../../core/release/units';
import type { Releases } from '../release/releases';
import { mentionsAt } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';

/** "Expand Selection" and "Shrink Selection" go by mention, phrase, clause, sentence, paragraph. */
export function registerSelectionRanges(releases: Releases): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(
    { language: releaseLanguage },
    {
      async provideSelectionRanges(document, positions) {
        const { release, mentions } = await releases.read(document);
        return positions.map((position) => {
          const offset = document.offsetAt(position);
          const word = document.getWordRangeAtPosition(position);
          const inner = mentionsAt(mentions, offset).map((mention) => toRange(document, mention));
          const outer = unitsAround(release, { start: offset, end: offset }).map((unit) =>
            toRange(document, unit),
          );
          const ranges = [...(word ? [word] : []), ...inner, ...outer];
          return nest(ranges.length > 0 ? ranges : [new vscode.Range(position, position)]);
        });
      },
    },
  );
}

/** A chain from the innermost range outwards; a range that does not hold the one before it is left out. */
function nest(ranges: readonly vscode.Range[]): vscode.SelectionRange {
  const kept: vscode.Range[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (!last || (range.contains(last) && !range.isEqual(last))) kept.push(range);
  }
  return kept.reduceRight<vscode.SelectionRange | undefined>(
    (parent, range) => new vscode.SelectionRange(range, parent),
    undefined,
  )!;
}
