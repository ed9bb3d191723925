import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import type { Survey } from '../survey';
import { escapeHtml } from './escapeHtml';
import type { Report, ReportCode, ReportPassage } from './gatherReport';
import { gatherReport } from './gatherReport';
import { reportLimits } from './limits';
import { barChart, columnChart } from './plots';
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
  const { name, releases, annotations, mentions, codes, entities, months } = report;
  const title = escapeHtml(name);
  const shown = entities.slice(0, entitiesShown);
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    `<title>${title}</title>\n<style>\n${style}</style>\n</head>\n<body>\n<main>\n`,
    `<h1>${title}</h1>\n<p class="counts">${releases} releases, ${annotations} annotations, `,
    `${mentions} recognised mentions</p>\n`,
    codes.length === 0
      ? ''
      : section(
          'Passages by code',
          barChart(
            'Passages by code',
            codes.map(({ code, depth, passages, releases: found }) => ({
              label: code.name,
              depth,
              value: passages.length,
              detail: passages.length === 0 ? '0' : `${passages.length} in ${found}`,
              ...(code.color !== undefined && { color: code.color }),
            })),
          ),
          'Passages, and the releases that they are in.',
        ),
    months.length < 2
      ? ''
      : section(
          'Passages by month',
          columnChart(
            'Passages by month',
            months.map(([label, value]) => ({ label, value })),
          ),
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
              detail: `${found} in ${where}`,
            })),
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

function toc(codes: readonly ReportCode[]): string {
  const items = codes.map(
    ({ code, passages }, i) =>
      `<li><a href="#code-${i + 1}">${escapeHtml(code.name)}</a> <span>${passages.length}</span></li>\n`,
  );
  return items.length === 0 ? '' : `<nav aria-label="Codes"><ul>\n${items.join('')}</ul></nav>\n`;
}

function codeSection({ code, depth, releases, passages }: ReportCode, number: number): string {
  const level = Math.min(6, depth + 3);
  const color = /^#[0-9a-f]{6}$/i.test(code.color ?? '') ? ` style="border-left-color: ${code.color}"` : '';
  const definition = code.definition === undefined ? '' : `<p>${escapeHtml(code.definition)}</p>\n`;
  const examples = code.examples.map((example) => `<p class="example">Example: ${escapeHtml(example)}</p>\n`);
  return [
    `<section class="code" id="code-${number}"${color}>\n`,
    `<h${level}>${escapeHtml(code.name)}</h${level}>\n${definition}${examples.join('')}`,
    `<p class="counts">${passages.length} passages in ${releases} releases</p>\n`,
    passages.map(passage).join(''),
    '</section>\n',
  ].join('');
}

function passage({ path, date, quote, note, author, others }: ReportPassage): string {
  const source = [path, date, author, ...others.map((other) => `also: ${other}`)];
  const told = source.filter((part) => part !== undefined).map(escapeHtml);
  return [
    `<figure><blockquote>${escapeHtml(quote)}</blockquote>\n`,
    `<figcaption>${told.join(' · ')}</figcaption>\n`,
    note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>\n`,
    '</figure>\n',
  ].join('');
}
