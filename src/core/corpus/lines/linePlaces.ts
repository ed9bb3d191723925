import type { Span } from '../../text/span';
import type { CorpusView, IndexedRelease } from '../corpusView';
import type { PassageFact } from '../facts';
import { passagesOf } from '../questions/passagesOf';
import type { SubjectKey } from '../subject';

/** Where a line of a concordance has its keyword. Offsets are UTF-16 code units of the release's text. */
export interface LinePlace extends Span {
  readonly release: IndexedRelease;
  /** Whether the program, or a person, is sure of it. */
  readonly certain: boolean;
}

/** The places of one release, by start. */
export interface ReleasePlaces {
  readonly release: IndexedRelease;
  readonly places: readonly LinePlace[];
}

/** A subject's mentions in a release. */
export function placesIn(
  view: CorpusView,
  release: IndexedRelease,
  subject: SubjectKey,
): readonly LinePlace[] {
  return view
    .mentionsIn(release, subject)
    .map(({ start, end, certain }) => ({ release, start, end, certain }));
}

/** The spans of the passages with a code, release by release in order of path; orphans have none. */
export function* placesOfCode(view: CorpusView, code: string): Generator<ReleasePlaces, void> {
  for (const { release, passages } of passagesOf(view, code)) {
    const places = passages.flatMap((passage) =>
      passage.spans.map(({ start, end }) => ({ release, start, end, certain: isSettled(passage) })),
    );
    if (places.length > 0) yield { release, places };
  }
}

function isSettled({ state }: PassageFact): boolean {
  return state === 'exact' || state === 'moved';
}
