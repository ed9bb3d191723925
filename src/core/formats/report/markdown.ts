import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import type { Survey } from '../survey';
import type { Report, ReportCode, ReportPassage } from './gatherReport';
import { countsLine, gatherReport, isHeading, passagesCounted } from './gatherReport';
import { reportLimits } from './limits';

/** A report in CommonMark with tables: tagged passages by code, with sources and counts. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown report',
  description: 'tagged passages by code with sources, counts and small plots, as one Markdown file',
  units: [],
  extensions: ['.md'],
  capabilities: capabilities(reportLimits),
  write,
};

const entitiesShown = 30;
const barLength = 24;

async function* write(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  const path = `${corpus.name}.md`;
  const report = await gatherReport(corpus, survey);
  yield { path, content: head(report) };
  for (const entry of report.codes) {
    const { code, depth, passages } = entry;
    const heading = '#'.repeat(Math.min(6, depth + 3));
    const lines = [`${heading} ${escape(code.name)}`, ''];
    if (code.definition !== undefined) lines.push(`${escape(code.definition)}`, '');
    for (const example of code.examples) lines.push(`- Example: ${escape(example)}`);
    if (code.examples.length > 0) lines.push('');
    if (!isHeading(entry)) lines.push(passagesCounted(entry), '');
    lines.push(...passages.flatMap(passageLines));
    yield { path, content: lines.map((line) => `${line}\n`).join('') };
  }
  if (report.notes.length > 0) {
    const lines = ['## Notes', '', ...report.notes.flatMap(passageLines)];
    yield { path, content: lines.map((line) => `${line}\n`).join('') };
  }
}

function head(report: Report): string {
  const { name, codes, entities, months } = report;
  const most = Math.max(1, ...codes.map(({ passages }) => passages.length));
  const mostMonth = Math.max(1, ...months.map(([, passages]) => passages));
  const mostMentions = Math.max(1, entities[0]?.mentions ?? 0);
  const lines = [
    `# ${escape(name)}`,
    '',
    `${countsLine(report)}.`,
    '',
    '## Codes',
    '',
    '| Code | Passages | Releases | |',
    '|---|--:|--:|---|',
    ...codes.map(
      (entry) =>
        `| ${'&emsp;'.repeat(entry.depth)}${escape(entry.code.name)} | ${codeCells(entry, most).join(' | ')} |`,
    ),
    '',
  ];
  if (months.length > 1) {
    lines.push('## Passages by month', '', '| Month | Passages | |', '|---|--:|---|');
    lines.push(
      ...foldedMonths(months).map(
        ([month, passages]) => `| ${month} | ${passages} | ${bar(passages, mostMonth)} |`,
      ),
      '',
    );
  }
  if (entities.length > 0) {
    lines.push('## Entities', '', '| Entity | Type | Mentions | Releases | |', '|---|---|--:|--:|---|');
    for (const { entity, mentions: found, releases: where } of entities.slice(0, entitiesShown)) {
      const cells = [escape(entity.name), escape(entity.type), found, where, bar(found, mostMentions)];
      lines.push(`| ${cells.join(' | ')} |`);
    }
    if (entities.length > entitiesShown) lines.push('', `… and ${entities.length - entitiesShown} more.`);
    lines.push('');
  }
  lines.push('## Passages', '');
  return lines.map((line) => `${line}\n`).join('');
}

function codeCells(code: ReportCode, most: number): readonly (string | number)[] {
  const { passages, releases } = code;
  return isHeading(code) ? ['', '', ''] : [passages.length, releases, bar(passages.length, most)];
}

/** Months without a passage that follow one another are one row. */
function foldedMonths(months: Report['months']): (readonly [string, number])[] {
  const rows: (readonly [string, number])[] = [];
  for (let i = 0; i < months.length; i++) {
    const [first, passages] = months[i]!;
    let end = i;
    while (passages === 0 && months[end + 1]?.[1] === 0) end++;
    rows.push([end === i ? first : `${first} – ${months[end]![0]}`, passages]);
    i = end;
  }
  return rows;
}

function passageLines({ path, date, quote, note, author, entity, others }: ReportPassage): string[] {
  const link = entity === undefined ? [] : [`→ ${entity}`];
  const source = [path, date, author, ...link, ...others.map((other) => `also: ${other}`)];
  const told = source.filter((part) => part !== undefined).map(escape);
  return [
    ...quote.split('\n').map((line) => `> ${escape(line)}`),
    '>',
    `> — ${told.join(' · ')}`,
    '',
    ...(note === undefined ? [] : [...note.split('\n').map(escape), '']),
  ];
}

function bar(value: number, most: number): string {
  return value === 0 ? '' : '█'.repeat(Math.max(1, Math.round((barLength * value) / most)));
}

/** Text as itself: every character that could mean something in Markdown or HTML is escaped. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~:@$^"']/g, (character) => `\\${character}`)
    .trim();
}
