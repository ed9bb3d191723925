import type { Code } from '../annotation/codebook';
import type { Entity } from '../recognition/entity';
import type { CorpusView } from './corpusView';
import type { FuzzyText } from './fuzzyMatch';
import { fuzzyQuery, fuzzyScore, fuzzyText } from './fuzzyMatch';
import { foldName } from './subject';

/** Something of a corpus that can be gone to by name. */
export interface CorpusSymbol {
  readonly kind: 'entity' | 'code' | 'headline';
  /** Id of the entity or code, path of the release. */
  readonly id: string;
  /** The name, or one of the names. */
  readonly text: string;
}

/** Entities by all their names, codes, and headlines of releases. */
export function* symbolsOf(
  view: CorpusView,
  entities: Iterable<Entity>,
  codes: Iterable<Code>,
): Generator<CorpusSymbol, void> {
  for (const { id, name, aliases } of entities)
    for (const text of new Set([name, ...aliases])) yield { kind: 'entity', id, text };
  for (const { id, name } of codes) yield { kind: 'code', id, text: name };
  for (const { path, title } of view.releases())
    if (title !== undefined) yield { kind: 'headline', id: path, text: title };
}

interface Entry {
  readonly symbol: CorpusSymbol;
  readonly text: FuzzyText;
}

/** Symbols made ready to be searched with every key that is typed. */
export class SymbolTable {
  private constructor(private readonly entries: readonly Entry[]) {}

  /** Makes a table in steps: run the generator to its end, breathing in between. */
  static *make(symbols: Iterable<CorpusSymbol>): Generator<void, SymbolTable> {
    const entries: Entry[] = [];
    for (const symbol of symbols) {
      entries.push({ symbol, text: fuzzyText(foldName(symbol.text)) });
      yield;
    }
    return new SymbolTable(entries);
  }

  /**
   * The symbols that match best, best first, each entity once; entities before codes before headlines where they match equally.
   * An empty query matches everything.
   */
  search(wanted: string, limit: number): readonly CorpusSymbol[] {
    const query = fuzzyQuery(foldName(wanted));
    const found: { readonly symbol: CorpusSymbol; readonly score: number }[] = [];
    for (const { symbol, text } of this.entries) {
      const score = fuzzyScore(query, text);
      if (score > 0) found.push({ symbol, score: score + precedence[symbol.kind] });
    }
    found.sort((a, b) => b.score - a.score || (a.symbol.text < b.symbol.text ? -1 : 1));
    const best = new Map<string, CorpusSymbol>();
    for (const { symbol } of found) {
      if (best.size === limit) break;
      const key = `${symbol.kind} ${symbol.id}`;
      if (!best.has(key)) best.set(key, symbol);
    }
    return [...best.values()];
  }
}

const precedence = { entity: 0.02, code: 0.01, headline: 0 } as const;
