import * as vscode from 'vscode';
import type { Corpora } from '../../corpus/corpora';
import { definitionsOf, pointedId } from '../../corpus/corpusIds';
import { corpusYaml } from '../../corpus/fileKind';
import { lineStarts, rangeIn } from '../../support/lineIndex';

/** From the id of a code or entity to where the codebook or a gazetteer defines it. */
export function registerIdDefinitions(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(corpusYaml, {
    async provideDefinition(document, position, cancel) {
      const pointed = await pointedId(document, position, corpora);
      if (!pointed || cancel.isCancellationRequested) return undefined;
      const { corpus, place } = pointed;
      const files = await definitionsOf(corpus, place.kind, place.id);
      return files.flatMap(({ uri, source, places }) => {
        const starts = lineStarts(source);
        return places
          .filter(({ role }) => role === 'definition')
          .map(({ span }) => new vscode.Location(uri, rangeIn(starts, span)));
      });
    },
  });
}
