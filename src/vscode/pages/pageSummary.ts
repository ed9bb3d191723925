import type { CorpusView } from '../../core/corpus/corpusView';
import type { Breathing } from '../../core/corpus/indexing/slices';
import { inSlices } from '../../core/corpus/indexing/slices';
import type { LineList } from '../../core/corpus/lines/lineList';
import { timelineBars } from '../../core/corpus/lines/timelineBars';
import { CodesAroundCounter } from '../../core/corpus/questions/codesAround';
import { CoMentionCounter } from '../../core/corpus/questions/coMentions';
import { readSubject } from '../../core/corpus/subject';
import type { PageSummary, PageTopic } from '../../shared/pageProtocol';
import type { Corpus } from '../corpus/corpus';
import { typeName } from '../support/typeName';

const companionsShown = 24;
const codesShown = 24;
const defaultColor = '#94a3b8';

/** What the lines of a topic say together: how many, when, with whom, under which codes. Never blocks for long. */
export async function pageSummary(
  view: CorpusView,
  topic: PageTopic,
  list: LineList,
  corpus: Corpus,
  host: Breathing,
): Promise<PageSummary> {
  const counts = new Map<number, { date: string | undefined; count: number }>();
  for (const { release } of list.places) {
    const known = counts.get(release.ordinal);
    if (known) known.count++;
    else counts.set(release.ordinal, { date: release.date, count: 1 });
  }
  const neighbours = topic.kind === 'subject' ? await neighboursOf(view, topic.subject, corpus, host) : none;
  const { unit, bars, undated } = timelineBars(counts.values());
  const [lines, releases] = [list.length, counts.size];
  return { lines, releases, unit, bars: [...bars], undated, ...neighbours };
}

type Neighbours = Pick<PageSummary, 'companions' | 'codes'>;

const none: Neighbours = { companions: [], codes: [] };

async function neighboursOf(
  view: CorpusView,
  subject: string,
  corpus: Corpus,
  host: Breathing,
): Promise<Neighbours> {
  const companions = new CoMentionCounter(view, subject, 'paragraph');
  const codes = new CodesAroundCounter(subject);
  await inSlices(host, eachRelease());
  function* eachRelease(): Generator<void, void> {
    for (const { release } of view.releasesWith(subject)) {
      companions.add(release);
      codes.add(view, release);
      yield;
    }
  }
  return {
    companions: companions
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
      })),
    codes: codes
      .result()
      .slice(0, codesShown)
      .map(({ code, count, covering, releases }) => ({
        code,
        name: corpus.codes.get(code)?.name ?? code,
        color: corpus.codes.get(code)?.color ?? defaultColor,
        count,
        covering,
        releases,
      })),
  };
}

/** How a subject is called: the entity's name, or the name as it is compared where no gazetteer lists it. */
export function nameOf(subject: string, corpus: Corpus): string {
  const read = readSubject(subject);
  return read.listed ? (corpus.gazetteer.entities.get(read.entity)?.name ?? read.entity) : read.name;
}
