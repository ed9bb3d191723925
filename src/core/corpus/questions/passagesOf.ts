import type { CorpusView, IndexedRelease } from '../corpusView';
import type { PassageFact } from '../facts';

/** The passages of one release that carry a code, by first start; orphans have no spans. */
export interface ReleasePassages {
  readonly release: IndexedRelease;
  readonly passages: readonly PassageFact[];
}

/** Every passage tagged with a code, release by release in order of path. Lazy: stop when you have enough. */
export function* passagesOf(view: CorpusView, code: string): Generator<ReleasePassages, void> {
  for (const { release } of view.releasesWith(`#${code}`)) {
    const passages = view.passagesIn(release).filter((passage) => passage.codes.includes(code));
    if (passages.length > 0) yield { release, passages };
  }
}
