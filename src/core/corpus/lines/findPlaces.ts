import type { CorpusView, IndexedRelease } from '../corpusView';
import type { Breathing } from '../indexing/slices';
import { compilePhrase, findPhrase, releasesWithPhrase } from '../phrase';
import type { ReleasePlaces } from './linePlaces';
import { placesOfCode } from './linePlaces';
import type { LineTopic } from './topic';

interface Reading extends Breathing {
  read(release: IndexedRelease): Promise<string | undefined>;
  progress?(done: number, total: number): void;
  isCancelled?(): boolean;
}

/** As many texts are read at once. */
const atOnce = 16;
const sliceMs = 8;
/** So often it is told that there is more. */
const tellMs = 700;

/** Finds the places of a phrase or a code, release by release in order of path; `grown` is told now and then that there are more. */
export async function findPlaces(
  view: CorpusView,
  topic: Exclude<LineTopic, { kind: 'subject' }>,
  host: Reading,
  found: ReleasePlaces[],
  grown: () => Promise<void>,
): Promise<void> {
  let since = host.now();
  let told = since;
  let before = 0;
  for await (const places of topic.kind === 'code'
    ? placesOfCode(view, topic.code)
    : placesOfPhrase(view, topic.text, host)) {
    found.push(places);
    if (host.isCancelled?.()) return;
    if (host.now() - since < sliceMs) continue;
    if (host.now() - told > tellMs && found.length > before) {
      before = found.length;
      await grown();
      told = host.now();
    }
    await host.yield();
    since = host.now();
  }
}

/** Where a phrase stands, release by release in order of path; only texts that may hold it are read. */
async function* placesOfPhrase(
  view: CorpusView,
  text: string,
  host: Reading,
): AsyncGenerator<ReleasePlaces, void> {
  const phrase = compilePhrase(text);
  if (phrase === undefined) return;
  const releases: IndexedRelease[] = [];
  let since = host.now();
  for (const release of releasesWithPhrase(view, phrase)) {
    releases.push(release);
    if (host.now() - since < sliceMs) continue;
    await host.yield();
    since = host.now();
  }
  for (let from = 0; from < releases.length && !host.isCancelled?.(); from += atOnce) {
    const some = releases.slice(from, from + atOnce);
    const texts = await Promise.all(some.map((release) => host.read(release)));
    for (const [n, release] of some.entries()) {
      const spans = findPhrase(phrase, texts[n] ?? '');
      const places = spans.map(({ start, end }) => ({ release, start, end, certain: true }));
      if (places.length > 0) yield { release, places };
    }
    if (host.now() - since < sliceMs) continue;
    host.progress?.(from + some.length, releases.length);
    await host.yield();
    since = host.now();
  }
}
