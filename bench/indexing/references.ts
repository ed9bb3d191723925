import type { CorpusView } from '../../src/core/corpus/corpusView';
import { coMentions } from '../../src/core/corpus/questions/coMentions';
import { mentionsOf } from '../../src/core/corpus/questions/mentionsOf';
import { timeline } from '../../src/core/corpus/questions/timeline';
import type { Entity } from '../../src/core/recognition/entity';
import type { Row } from './figures';
import { namesOf } from './entities';
import { timeRipgrep } from './ripgrep';

/** All references of the most frequent entity, as lines and columns, as an editor asks for them. */
export function timeReferences(
  view: CorpusView,
  subject: string,
  entities: readonly Entity[],
  { ripgrep, root }: { readonly ripgrep?: string; readonly root: string },
): readonly Row[] {
  const begun = performance.now();
  let first = 0;
  let count = 0;
  let lines = 0;
  for (const { release, mentions } of mentionsOf(view, subject)) {
    const starts = view.lineStarts(release);
    let line = 0;
    for (const { start } of mentions) {
      while (line + 1 < starts.length && starts[line + 1]! <= start) line++;
      lines += line;
      count++;
      first ||= performance.now() - begun;
    }
  }
  const last = performance.now() - begun;
  const named = entities.filter(({ id }) => id === subject);
  const rows: Row[] = [
    { what: 'references: first', value: first, unit: 'ms', goal: 50 },
    {
      what: 'references: last',
      value: last,
      unit: 'ms',
      note: `${count.toLocaleString('en')} references of ${subject}, ${((last / count) * 1e5).toFixed(0)} ms per 100,000; line ${(lines / count).toFixed(1)} on average`,
    },
  ];
  if (ripgrep !== undefined)
    rows.push({ what: 'ripgrep, its names', value: timeRipgrep(ripgrep, namesOf(named), root), unit: 'ms' });
  rows.push(
    {
      what: 'who appears with it',
      value: time(() => coMentions(view, subject, 'paragraph', 100)),
      unit: 'ms',
    },
    { what: 'its time line', value: time(() => timeline(view, subject, 'month')), unit: 'ms' },
  );
  return rows;
}

function time(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
