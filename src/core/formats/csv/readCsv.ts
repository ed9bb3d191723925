import Papa from 'papaparse';
import type { Code } from '../../annotation/codebook';
import type { OffsetUnit } from '../../text/offsets';
import { decodeText } from '../decode';
import type { ReadAnnotation, ReadProblem, ReadResult, ReadSpan, SourceFile } from '../format';
import { splitList } from '../tables';
import { unguarded } from './formulas';
import { DocumentGatherer, defined, present } from '../gather';
import type { Message } from '../../text/message';
import { isMessage, sentence } from '../../text/message';

/** A row by column name, with the line it begins on. */
interface Record {
  readonly line: number;
  get(...names: string[]): string | undefined;
}

/**
 * Reads `annotations.csv` and `codebook.csv` as `csv` writes them, and any table with a file, start and end column
 * (also called document, doc, begin; code or label for codes). Tables without offsets are passed over.
 */
export function readCsv(files: readonly SourceFile[]): ReadResult {
  const gatherer = new DocumentGatherer();
  const problems: ReadProblem[] = [];
  let codes: readonly Code[] = [];
  for (const file of files) {
    const records = readRecords(file, problems);
    const columns = records[0];
    if (columns === undefined) continue;
    const unit = unitOf(columns);
    if (unit !== undefined) readAnnotations(file.path, records, unit, gatherer, problems);
    else if (columns.get('id') !== undefined && columns.get('name') !== undefined) codes = readCodes(records);
  }
  return { documents: gatherer.documents(), codes, entities: [], problems };
}

function readRecords(file: SourceFile, problems: ReadProblem[]): Record[] {
  const text = decodeText(file, problems).replace(/\r\n?/g, '\n');
  const { data, errors } = Papa.parse<string[]>(text, { newline: '\n', delimiter: delimiterOf(text) });
  const lines = lineNumbers(data);
  for (const { row, message } of errors) {
    const line = row === undefined ? undefined : lines[row];
    problems.push({
      file: file.path,
      ...(line !== undefined && { line }),
      message: sentence('No valid CSV: {0}', message),
    });
  }
  const names = new Map((data[0] ?? []).map((name, i) => [name.trim().toLowerCase(), i]));
  return data.slice(1).flatMap((cells, i) => {
    if (cells.length === 1 && cells[0]!.trim() === '') return [];
    const get = (...wanted: string[]): string | undefined => {
      const index = wanted.map((name) => names.get(name)).find((found) => found !== undefined);
      return index === undefined ? undefined : unguarded(cells[index] ?? '');
    };
    return [{ line: lines[i + 1]!, get }];
  });
}

/** What parts the column names: a spreadsheet may have made it a semicolon or tab. Cells would mislead. */
function delimiterOf(text: string): string {
  const header = text.slice(0, (text + '\n').indexOf('\n'));
  return [',', '\t', ';'].find((candidate) => header.includes(candidate)) ?? ',';
}

/** 1-based line on which each row begins; quoted cells may hold line ends. */
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const own = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return own;
  });
}

const units: readonly OffsetUnit[] = ['codepoints', 'utf16', 'bytes'];
const startNames = ['start', 'begin', 'start_offset', 'start_codepoints'];

function unitOf(columns: Record): OffsetUnit | undefined {
  if (columns.get('file', 'document', 'doc') === undefined) return undefined;
  if (columns.get(...startNames) !== undefined) return 'codepoints';
  return units.find((unit) => columns.get(`start_${unit}`) !== undefined);
}

function readAnnotations(
  file: string,
  records: readonly Record[],
  unit: OffsetUnit,
  gatherer: DocumentGatherer,
  problems: ReadProblem[],
): void {
  const isMentions = records[0]!.get('certain') !== undefined;
  /** Annotations of several parts by release and id, so that rows may have been sorted anew. */
  const open = new Map<string, { spans: ReadSpan[] }>();
  for (const record of records) {
    const path = record.get('file', 'document', 'doc') ?? '';
    const span = readSpan(record, unit);
    if (isMessage(span) || path === '') {
      problems.push({
        file,
        line: record.line,
        message: isMessage(span) ? span : sentence('No file is named.'),
      });
      continue;
    }
    const id = present(record.get('id'));
    const key = `${path}\n${id ?? ''}`;
    const whole = Number(record.get('parts') ?? '1') > 1 ? open.get(key) : undefined;
    if (whole !== undefined && (id !== undefined || Number(record.get('part')) > 1)) {
      whole.spans.push(span);
      whole.spans.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
      continue;
    }
    const spans = [span];
    open.set(key, { spans });
    gatherer.add(path, unit, { ...readFields(record), spans, ...(isMentions && { recognised: true }) });
  }
}

function readSpan(record: Record, unit: OffsetUnit): ReadSpan | Message {
  const start = record.get(`start_${unit}`, ...startNames) ?? '';
  const end = record.get(`end_${unit}`, 'end', 'end_offset') ?? '';
  if (!/^\d+$/.test(start.trim()) || !/^\d+$/.test(end.trim())) {
    return sentence('Start and end must be whole numbers, not “{0}” and “{1}”.', start, end);
  }
  if (Number(end) <= Number(start))
    return sentence('The passage ends ({0}) before it begins ({1}).', end, start);
  const quote = record.get('quote', 'text');
  const prefix = record.get('before', 'prefix');
  const suffix = record.get('after', 'suffix');
  return {
    start: Number(start),
    end: Number(end),
    ...(quote !== undefined && { quote }),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  };
}

function readFields(record: Record): Omit<ReadAnnotation, 'spans'> {
  const optional = {
    id: present(record.get('id')),
    note: present(record.get('note', 'comment')),
    author: present(record.get('author', 'annotator')),
    created: present(record.get('created')),
    modified: present(record.get('modified')),
  };
  const entity = {
    id: present(record.get('entity')),
    type: present(record.get('entity_type', 'type')),
    name: present(record.get('entity_name')),
    wikidata: present(record.get('wikidata')),
    none: record.get('rejected')?.toLowerCase() === 'true' ? true : undefined,
  };
  return {
    ...defined(optional),
    labels: splitList(record.get('codes', 'code', 'labels', 'label') ?? ''),
    ...(Object.values(entity).some((value) => value !== undefined) && { entity: defined(entity) }),
  };
}

function readCodes(records: readonly Record[]): Code[] {
  const childrenOf = (parent: string): Code[] =>
    records
      .filter((record) => (record.get('parent') ?? '') === parent && record.get('id') !== '')
      .map((record) => {
        const id = record.get('id')!;
        const examples = present(record.get('examples'));
        return {
          id,
          name: present(record.get('name')) ?? id,
          ...defined({
            definition: present(record.get('definition')),
            color: present(record.get('color')),
            key: present(record.get('key')),
          }),
          examples: examples?.split('\n') ?? [],
          ...(record.get('retired')?.toLowerCase() === 'true' && { retired: true }),
          codes: id === parent ? [] : childrenOf(id),
        };
      });
  return childrenOf('');
}
