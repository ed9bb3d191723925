import { readFileSync } from 'node:fs';
import type { Indexer } from '../../src/core/corpus/indexing/indexer';
import { inSlices } from '../../src/core/corpus/indexing/slices';
import { subjectProfile } from '../../src/core/corpus/questions/subjectProfile';
import { placeInGazetteer } from '../../src/vscode/navigation/placesInGazetteer';
import type { Row } from './figures';
import { percentile } from './figures';

const everyMs = 100;

interface Asked {
  readonly hover: number[];
  readonly definition: number[];
}

/**
 * Asks an index again and again what a hover and Go to Definition ask on an entity, from the moment when the person wants it: the wait
 * for the thread counts too. As the editor does, it answers a card in slices.
 */
export class Asking {
  readonly asked: Asked = { hover: [], definition: [] };
  private stopped = false;
  private count = 0;
  private readonly done: Promise<void>;

  constructor(
    private readonly indexer: Indexer,
    private readonly subject: string,
    private readonly gazetteerFile: string,
  ) {
    this.done = this.run();
  }

  async stop(): Promise<Asked> {
    this.stopped = true;
    await this.done;
    return this.asked;
  }

  private define(): void {
    const begun = performance.now();
    placeInGazetteer(this.subject, this.gazetteerFile, readFileSync(this.gazetteerFile, 'utf8'));
    this.asked.definition.push(performance.now() - begun);
  }

  private async run(): Promise<void> {
    const host = {
      now: () => performance.now(),
      yield: () => new Promise<void>((resolve) => setImmediate(resolve)),
    };
    for (;;) {
      const wanted = performance.now() + everyMs;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      if (this.stopped) return;
      await inSlices(host, subjectProfile(this.indexer.index.view(), this.subject, 3));
      this.asked.hover.push(performance.now() - wanted);
      // Reading a large gazetteer holds the thread up, and is seldom asked for.
      if (++this.count % 10 === 0 && this.gazetteerFile.endsWith('.yaml')) this.define();
    }
  }
}

export function rowsOfAsking(reading: Asked, idle: Asked): readonly Row[] {
  const kinds = (['hover', 'definition'] as const).filter((what) => reading[what].length > 0);
  return kinds.flatMap((what) =>
    ([0.5, 0.95] as const).map((share): Row => {
      const still = `${percentile(idle[what], share).toFixed(1)} ms when idle`;
      const note = `${still}; asked ${reading[what].length} times, then ${idle[what].length}`;
      const name = `${what} while indexing, p${share * 100}`;
      return { what: name, value: percentile(reading[what], share), unit: 'ms', note };
    }),
  );
}
