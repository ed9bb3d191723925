import * as vscode from 'vscode';
import type { RegionType } from '../../core/release/release';
import type { Releases } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';

const firstWords = 60;

/** The layout of a release as outline, breadcrumbs and sticky scroll; its boilerplate and long parts fold. */
export function registerOutline(releases: Releases): vscode.Disposable {
  const selector = { language: releaseLanguage };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, {
      async provideDocumentSymbols(document) {
        const { release } = await releases.read(document);
        return release.regions.map((region) => {
          const range = toRange(document, region);
          const text = release.text.slice(region.start, region.end).replace(/\s+/g, ' ').trim();
          const name = text.length > firstWords ? `${text.slice(0, firstWords).trimEnd()}…` : text;
          return new vscode.DocumentSymbol(
            name || region.type,
            region.type,
            symbolKinds[region.type],
            range,
            range,
          );
        });
      },
    }),
    vscode.languages.registerFoldingRangeProvider(selector, {
      async provideFoldingRanges(document) {
        const { release } = await releases.read(document);
        return release.regions
          .map((region) => ({ region, range: toRange(document, region) }))
          .filter(({ range }) => range.end.line > range.start.line)
          .map(({ region, range }) => {
            const kind = region.type === 'boilerplate' ? vscode.FoldingRangeKind.Comment : undefined;
            return new vscode.FoldingRange(range.start.line, range.end.line, kind);
          });
      },
    }),
  );
}

const symbolKinds: Readonly<Record<RegionType, vscode.SymbolKind>> = {
  'masthead-date': vscode.SymbolKind.Constant,
  'masthead-source': vscode.SymbolKind.Constant,
  headline: vscode.SymbolKind.Module,
  dateline: vscode.SymbolKind.Field,
  paragraph: vscode.SymbolKind.String,
  endmark: vscode.SymbolKind.Null,
  sourceline: vscode.SymbolKind.Constant,
  signature: vscode.SymbolKind.Property,
  'signature-date': vscode.SymbolKind.Property,
  byline: vscode.SymbolKind.Property,
  boilerplate: vscode.SymbolKind.Null,
};
