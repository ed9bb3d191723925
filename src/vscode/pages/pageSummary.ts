import type { CorpusView } from '../../core/corpus/corpusView';
import type { Breathing } from '../../core/corpus/indexing/slices';
import type { LineList } from '../../core/corpus/lines/lineList';
import { timelineBars } from '../../core/corpus/lines/timelineBars';
import { CodesAroundCounter } from '../../core/corpus/questions/codesAround';
import { CoMentionCounter } from '../../core/corpus/questions/coMentions';
import { readSubject } from '../../core/corpus/subject';
import type { PageSummary } from '../../shared/pageProtocol';
import type { Corpus } from '../corpus/corpus';
import { typeName } from '../support/typeName';

const companionsShown = 24;
const codesShown = 24;
const defaultColor = '#94a3b8';

/** How many lines there are, in how many releases, and when. */
export type LineCounts = Omit<PageSummary, 'companions' | 'codes'>;

/** Who a subject appears with, and under which codes. */
export type Neighbours = Pick<PageSummary, 'companions' | 'codes'>;

export const noNeighbours: Neighbours = { companions: [], codes: [] };

export function countsOf(list: LineList): LineCounts {
  const { unit, bars, undated } = timelineBars(list.counts());
  return { lines: list.length, releases: list.releaseCount, unit, bars: [...bars], undated };
}

/**
 * Counts over all releases that mention a subject, without blocking for long. With `soFar`, tells now and then what it has found in
 * those it has looked at.
 */
export async function neighboursOf(
  view: CorpusView,
  subject: string,
  corpus: Corpus,
  host: Breathing & { isCancelled(): boolean },
  soFar?: (neighbours: Neighbours) => void,
): Promise<Neighbours> {
  const companions = new CoMentionCounter(view, subject, 'paragraph');
  const codes = new CodesAroundCounter(subject);
  const result = (): Neighbours => ({
    companions: companionsAmong(companions, corpus),
    codes: codesAmong(codes, corpus),
  });
  const { ordinals } = view.occurrencesOf(subject);
  let [since, pause] = [host.now(), firstTellMs];
  let next = since + pause;
  for (const ordinal of ordinals) {
    const release = view.releaseAt(ordinal);
    companions.add(release);
    codes.add(view, release);
    if (host.now() - since < sliceMs) continue;
    await host.yield();
    if (host.isCancelled()) break;
    since = host.now();
    if (since < next || soFar === undefined) continue;
    soFar(result());
    next = host.now() + (pause *= 2);
  }
  return result();
}

const sliceMs = 4;
const firstTellMs = 400;

function companionsAmong(counter: CoMentionCounter, corpus: Corpus): Neighbours['companions'] {
  return (
    counter
      .result(companionsShown * 4)
      // A date or an office stands beside everybody.
      .filter(({ type }) => type !== 'date' && type !== 'role')
      .slice(0, companionsShown)
      .map(({ subject: key, type, count, releases }) => ({
        subject: key,
        name: nameOf(key, corpus),
        type: typeName(type),
        count,
        releases,
      }))
  );
}

function codesAmong(counter: CodesAroundCounter, corpus: Corpus): Neighbours['codes'] {
  return counter
    .result()
    .slice(0, codesShown)
    .map(({ code, count, covering, releases }) => ({
      code,
      name: corpus.codes.get(code)?.name ?? code,
      color: corpus.codes.get(code)?.color ?? defaultColor,
      count,
      covering,
      releases,
    }));
}

/** How a subject is called: the entity's name, or the name as it is compared where no gazetteer lists it. */
export function nameOf(subject: string, corpus: Corpus): string {
  const read = readSubject(subject);
  return read.listed ? (corpus.gazetteer.entities.get(read.entity)?.name ?? read.entity) : read.name;
}
