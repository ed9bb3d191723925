import * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import type { Mention } from '../../core/recognition/mention';
import { oneLine } from '../../core/recognition/newEntity';
import type { Region, RegionType, Release } from '../../core/release/release';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import { codedPassages } from '../navigation/underCursor';
import type { Releases } from '../release/releases';
import { entityKinds } from '../support/entityKinds';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';
import { typeName } from '../support/typeName';

const firstWords = 60;
/** More symbols than that make an outline slow and say nothing. */
const symbolsAtMost = 5000;
/** How long a burst of changes is waited out before the outline follows. */
const settleMs = 400;

/**
 * The layout of a release as outline, breadcrumbs and sticky scroll, with the mentions and tagged passages of each part; its
 * boilerplate and long parts fold.
 */
export function registerOutline(releases: Releases, annotations: AnnotatedReleases): vscode.Disposable {
  const selector = { language: releaseLanguage };
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document) {
      const { release, mentions } = await releases.read(document);
      const passages = codedPassages((await annotations.of(document))?.passages ?? []);
      return symbolsOf(document, release, mentions.slice(0, symbolsAtMost), passages);
    },
  };
  return vscode.Disposable.from(
    registeredAgain(
      () => vscode.languages.registerDocumentSymbolProvider(selector, provider, { label: 'Pressmark' }),
      annotations.onDidChange,
      releases.onDidChange,
    ),
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

/**
 * A provider that the editor is to ask again a moment after each of some events: it keeps the symbols of a version of a text until
 * there is another provider.
 */
function registeredAgain(
  register: () => vscode.Disposable,
  ...events: readonly vscode.Event<unknown>[]
): vscode.Disposable {
  let registered = register();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const before = registered;
      registered = register();
      before.dispose();
    }, settleMs);
  };
  const subscriptions = vscode.Disposable.from(...events.map((event) => event(again)));
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    subscriptions.dispose();
    registered.dispose();
  });
}

function symbolsOf(
  document: vscode.TextDocument,
  release: Release,
  mentions: readonly Mention[],
  passages: readonly Passage[],
): vscode.DocumentSymbol[] {
  const { text, regions } = release;
  const symbols = regions.map((region) => {
    const range = toRange(document, region);
    const name = shortened(text.slice(region.start, region.end)) || region.type;
    return new vscode.DocumentSymbol(name, region.type, symbolKinds[region.type], range, range);
  });
  const put = (symbol: vscode.DocumentSymbol, start: number): void => {
    const index = regionAt(regions, start);
    const parent = index < 0 ? undefined : symbols[index];
    if (parent?.range.contains(symbol.range)) parent.children.push(symbol);
    else if (!parent) symbols.push(symbol);
    else {
      // One that goes on in the next paragraph is shown where it begins.
      symbol.range = symbol.selectionRange = new vscode.Range(symbol.range.start, parent.range.end);
      parent.children.push(symbol);
    }
  };
  for (const mention of mentions) {
    if (mention.parent) continue;
    const range = toRange(document, mention);
    const words = oneLine(text.slice(mention.start, mention.end)) || mention.type;
    const kind = entityKinds[mention.type] ?? vscode.SymbolKind.Object;
    put(new vscode.DocumentSymbol(words, typeName(mention.type), kind, range, range), mention.start);
  }
  for (const { annotation, spans } of passages) {
    const [span] = spans;
    if (!span) continue;
    const range = toRange(document, span);
    const name = shortened(text.slice(span.start, span.end)) || annotation.id;
    const kind = vscode.SymbolKind.EnumMember;
    put(new vscode.DocumentSymbol(name, annotation.codes.join(', '), kind, range, range), span.start);
  }
  for (const { children } of symbols) children.sort(byStart);
  return symbols;
}

/** The region that holds an offset; regions are in reading order and don't overlap. */
function regionAt(regions: readonly Region[], offset: number): number {
  let low = 0;
  let high = regions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (regions[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  const found = regions[low];
  return found && found.start <= offset && offset < found.end ? low : -1;
}

function byStart(a: vscode.DocumentSymbol, b: vscode.DocumentSymbol): number {
  return a.range.start.compareTo(b.range.start) || b.range.end.compareTo(a.range.end);
}

function shortened(text: string): string {
  const line = text
    .slice(0, 10 * firstWords)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > firstWords ? `${line.slice(0, firstWords).trimEnd()}…` : line;
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
