import * as vscode from 'vscode';
import type { CorpusSymbol } from '../../core/corpus/symbols';
import { SymbolTable, symbolsOf } from '../../core/corpus/symbols';
import type { CorpusIndexes } from '../corpus/corpusIndexes';
import type { CorpusIndexing } from '../corpus/corpusIndexing';
import { definitionOfCode } from '../navigation/codePlaces';
import { definitionOf } from './entityNavigation';

const limit = 200;
/** How many symbols are made ready before the host may do something else. */
const atOnce = 2000;

class FoundSymbol extends vscode.SymbolInformation {
  constructor(
    symbol: CorpusSymbol,
    readonly found: CorpusSymbol,
    readonly index: CorpusIndexing,
    location: vscode.Location,
  ) {
    super(symbol.text, kinds[symbol.kind], containers()[symbol.kind], location);
  }
}

/** "Go to Symbol in Workspace": entities by any of their names, codes, headlines of releases. */
export function registerCorpusSymbols(indexes: CorpusIndexes): vscode.Disposable {
  const tables = new WeakMap<CorpusIndexing, { readonly version: unknown; readonly table: SymbolTable }>();

  const tableOf = async (index: CorpusIndexing): Promise<SymbolTable> => {
    const known = tables.get(index);
    const { view, corpus } = index;
    const version = `${view.releaseCount} ${view.mentionCount} ${corpus.gazetteer.entities.size} ${corpus.codes.size}`;
    if (known?.version === version) return known.table;
    const making = SymbolTable.make(
      symbolsOf(view, corpus.gazetteer.entities.values(), corpus.codes.values()),
    );
    for (let count = 1; ; count++) {
      const step = making.next();
      if (step.done) {
        tables.set(index, { version, table: step.value });
        return step.value;
      }
      if (count % atOnce === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  };

  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, cancel) {
      const found: vscode.SymbolInformation[] = [];
      for (const index of indexes.all()) {
        if (cancel.isCancellationRequested) return found;
        const table = await tableOf(index);
        for (const symbol of table.search(query, limit)) {
          const nowhere = new vscode.Location(index.corpus.root, new vscode.Range(0, 0, 0, 0));
          found.push(new FoundSymbol(symbol, symbol, index, nowhere));
        }
      }
      return found;
    },
    async resolveWorkspaceSymbol(symbol) {
      if (!(symbol instanceof FoundSymbol)) return symbol;
      const { found, index } = symbol;
      const start = new vscode.Range(0, 0, 0, 0);
      if (found.kind === 'headline') symbol.location = new vscode.Location(index.uriOf(found.id), start);
      if (found.kind === 'code') {
        const codebook = new vscode.Location(index.corpus.codebookUri, start);
        symbol.location = (await definitionOfCode(found.id, index.corpus)) ?? codebook;
      }
      if (found.kind === 'entity') {
        symbol.location = (await definitionOf(found.id, index.corpus)) ?? symbol.location;
      }
      return symbol;
    },
  });
}

const kinds: Readonly<Record<CorpusSymbol['kind'], vscode.SymbolKind>> = {
  entity: vscode.SymbolKind.Class,
  code: vscode.SymbolKind.EnumMember,
  headline: vscode.SymbolKind.File,
};

function containers(): Readonly<Record<CorpusSymbol['kind'], string>> {
  return {
    entity: vscode.l10n.t('entity'),
    code: vscode.l10n.t('code'),
    headline: vscode.l10n.t('release'),
  };
}
