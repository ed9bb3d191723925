import assert from 'node:assert/strict';
import type { CorpusSymbol } from '../../../src/core/corpus/symbols';
import { SymbolTable } from '../../../src/core/corpus/symbols';

const symbol = (kind: CorpusSymbol['kind'], id: string, text: string): CorpusSymbol => ({ kind, id, text });
const symbols = [
  symbol('entity', 'sergey-lavrov', 'Sergey Lavrov'),
  symbol('entity', 'sergey-lavrov', 'Sergei Viktorovich Lavrov'),
  symbol('entity', 'wpk', 'Workers’ Party of Korea'),
  symbol('entity', 'wpk', 'WPK'),
  symbol('entity', 'dubcek', 'Alexander Dubček'),
  symbol('code', 'solidarity', 'Solidarity and support'),
  symbol('headline', 'a.txt', 'Foreign Minister Lavrov Arrives'),
  symbol('headline', 'b.txt', 'Party Meeting Held'),
];

function table(): SymbolTable {
  const steps = SymbolTable.make(symbols);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('symbols of a corpus', () => {
  const found = (query: string, limit = 10): string[] =>
    table()
      .search(query, limit)
      .map(({ text }) => text);

  it('are found by the beginnings of words, names before headlines, each entity once', () => {
    assert.deepEqual(found('lavrov'), ['Sergey Lavrov', 'Foreign Minister Lavrov Arrives']);
    assert.deepEqual(found('lav ser', 1), ['Sergey Lavrov']);
    assert.deepEqual(found('party'), ['Party Meeting Held', 'Workers’ Party of Korea']);
  });

  it('whatever the case, diacritics and quotes', () => {
    assert.deepEqual(found('DUBCEK'), ['Alexander Dubček']);
    assert.deepEqual(found("workers' p"), ['Workers’ Party of Korea']);
  });

  it('by their letters in order, after all better matches', () => {
    assert.deepEqual(found('wpk'), ['WPK']);
    assert.deepEqual(found('slvr').slice(0, 1), ['Sergey Lavrov']);
    assert.deepEqual(found('xyz'), []);
  });

  it('no more than asked for', () => {
    assert.equal(found('', 3).length, 3);
  });
});
