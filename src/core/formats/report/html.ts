import { counted } from '../../text/counted';
import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import type { Survey } from '../survey';
import { escapeHtml } from './escapeHtml';
import type { Report, ReportCode, ReportPassage } from './gatherReport';
import { countsLine, gatherReport, isHeading, passagesCounted } from './gatherReport';
import { reportLimits } from './limits';
import { barChart, columnChart } from './plots';
import { dataTable } from './dataTable';
import { style } from './style';

/** A report as one HTML page: no script, nothing from the network, readable on paper. */
export const html: Format = {
  id: 'html',
  label: 'HTML report',
  description: 'tagged passages by code with sources, counts and plots, as one page to read or print',
  units: [],
  extensions: ['.html'],
  capabilities: capabilities(reportLimits),
  write,
};

const entitiesShown = 30;

async function* write(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  const path = `${corpus.name}.html`;
  const report = await gatherReport(corpus, survey);
  yield { path, content: head(report) };
  for (const [i, code] of report.codes.entries()) yield { path, content: codeSection(code, i + 1) };
  if (report.notes.length > 0) {
    yield { path, content: `<section><h3>Notes</h3>\n${report.notes.map(passage).join('')}</section>\n` };
  }
  yield { path, content: '</main>\n</body>\n</html>\n' };
}

function head(report: Report): string {
  const { name, codes, entities, months } = report;
  const title = escapeHtml(name);
  const shown = entities.slice(0, entitiesShown);
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    `<title>${title}</title>\n<style>\n${style}</style>\n</head>\n<body>\n<main>\n`,
    `<h1>${title}</h1>\n<p class="counts">${countsLine(report)}</p>\n`,
    codes.length === 0
      ? ''
      : section(
          'Passages by code',
          barChart(
            'Passages by code',
            codes.map((entry) => ({
              label: entry.code.name,
              depth: entry.depth,
              value: entry.passages.length,
              detail: isHeading(entry) ? '' : timesIn(entry.passages.length, entry.releases),
              ...(entry.code.color !== undefined && { color: entry.code.color }),
            })),
          ) +
            dataTable(
              ['Code', 'Passages', 'Releases'],
              codes
                .filter((entry) => !isHeading(entry))
                .map(({ code, passages, releases }) => [code.name, passages.length, releases]),
            ),
          'Passages, and the releases that they are in.',
        ),
    months.length < 2
      ? ''
      : section(
          'Passages by month',
          columnChart(
            'Passages by month',
            'passage',
            months.map(([label, value]) => ({ label, value })),
          ) +
            dataTable(
              ['Month', 'Passages'],
              months.filter(([, value]) => value > 0),
            ),
          'By the dates of the releases.',
        ),
    shown.length === 0
      ? ''
      : section(
          'Entities',
          barChart(
            'Most mentioned entities',
            shown.map(({ entity, mentions: found, releases: where }) => ({
              label: entity.name,
              depth: 0,
              value: found,
              detail: timesIn(found, where),
            })),
          ) +
            dataTable(
              ['Entity', 'Mentions', 'Releases'],
              shown.map(({ entity, mentions, releases }) => [entity.name, mentions, releases]),
            ) +
            (entities.length > shown.length ? `<p>… and ${entities.length - shown.length} more.</p>\n` : ''),
          'Mentions and links, and the releases that they are in.',
        ),
    '<h2>Passages</h2>\n',
    toc(codes),
  ].join('');
}

function section(title: string, content: string, caption = ''): string {
  const told = caption === '' ? '' : `<p class="counts">${escapeHtml(caption)}</p>\n`;
  return `<section><h2>${escapeHtml(title)}</h2>\n${told}${content}</section>\n`;
}

function timesIn(times: number, releases: number): string {
  return times === 0 ? '0' : `${times} in ${counted(releases, 'release')}`;
}

function toc(codes: readonly ReportCode[]): string {
  const items = codes.map(
    (entry, i) =>
      `<li><a href="#code-${i + 1}">${escapeHtml(entry.code.name)}</a>${isHeading(entry) ? '' : ` <span>${entry.passages.length}</span>`}</li>\n`,
  );
  return items.length === 0 ? '' : `<nav aria-label="Codes"><ul>\n${items.join('')}</ul></nav>\n`;
}

function codeSection(entry: ReportCode, number: number): string {
  const { code, depth, passages } = entry;
  const level = Math.min(6, depth + 3);
  const color = /^#[0-9a-f]{6}$/i.test(code.color ?? '') ? ` style="border-left-color: ${code.color}"` : '';
  const definition = code.definition === undefined ? '' : `<p>${escapeHtml(code.definition)}</p>\n`;
  const examples = code.examples.map((example) => `<p class="example">Example: ${escapeHtml(example)}</p>\n`);
  return [
    `<section class="code" id="code-${number}"${color}>\n`,
    `<h${level}>${escapeHtml(code.name)}</h${level}>\n${definition}${examples.join('')}`,
    isHeading(entry) ? '' : `<p class="counts">${passagesCounted(entry)}</p>\n`,
    passages.map(passage).join(''),
    '</section>\n',
  ].join('');
}

function passage({ path, date, quote, note, author, entity, others }: ReportPassage): string {
  const link = entity === undefined ? [] : [`→ ${entity}`];
  const source = [path, date, author, ...link, ...others.map((other) => `also: ${other}`)];
  const told = source.filter((part) => part !== undefined).map(escapeHtml);
  return [
    `<figure><blockquote>${escapeHtml(quote)}</blockquote>\n`,
    `<figcaption>${told.join(' · ')}</figcaption>\n`,
    note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>\n`,
    '</figure>\n',
  ].join('');
}
