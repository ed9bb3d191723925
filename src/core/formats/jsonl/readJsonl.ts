import { toLf } from '../../text/lines';
import type { Details, ReadRecord } from '../details';
import { readDetails, regroup } from '../details';
import type { ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import type { JsonObject } from '../json';
import { asList, asObject, asOffset, asString, objectsIn, parseJsonFile, parseJsonLines } from '../json';
import { isRecord, tieRecords } from './relations';
import type { Message } from '../../text/message';
import { isMessage, sentence } from '../../text/message';

/** Reads Prodigy's tasks, and spaCy's training lines with `entities` or `ents`. */
export function readSpacy(files: readonly SourceFile[]): ReadResult {
  return readTasks(files, (task) => [
    ...objectsIn(task['spans']).map((span) =>
      recordOf(span['start'], span['end'], span['label'], span['pressmark']),
    ),
    ...asList(task['entities'] ?? task['ents']).map((entity) => recordOfTriple(entity)),
  ]);
}

/** Reads doccano's exports: `label` or `labels` triples, or `entities` with offsets. */
export function readDoccano(files: readonly SourceFile[]): ReadResult {
  return readTasks(
    files.filter(({ path }) => !path.endsWith('label_config.json')),
    (task) => {
      const carried = detailsByPlace(task['pressmark']);
      const take = (start: unknown, end: unknown, label: unknown): unknown =>
        carried.get(JSON.stringify([start, end, label]))?.shift();
      const triples = asList(task['label'] ?? task['labels']).map((triple) => {
        const [start, end, label] = asList(triple);
        return recordOf(start, end, label, take(start, end, label));
      });
      const spans = objectsIn(task['entities']) as readonly Record<string, unknown>[];
      const entities = spans.map(({ start_offset: start, end_offset: end, label }) =>
        recordOf(start, end, label, take(start, end, label)),
      );
      const ids = spans.map(({ id }) => id);
      return [...triples, ...tieRecords(entities, ids, task['relations'])];
    },
  );
}

/** Details by the span and label they were written for, so that they find it again in whatever order it comes back. */
function detailsByPlace(value: unknown): Map<string, JsonObject[]> {
  const found = new Map<string, JsonObject[]>();
  for (const details of objectsIn(value)) {
    const key = JSON.stringify(details['at']);
    found.set(key, [...(found.get(key) ?? []), details]);
  }
  return found;
}

/** `[start, end, label]`, or an object with these. */
function recordOfTriple(value: unknown): ReadRecord | Message {
  const object = asObject(value);
  if (object !== undefined)
    return recordOf(object['start'], object['end'], object['label'], object['pressmark']);
  const [start, end, label] = asList(value);
  return recordOf(start, end, label, undefined);
}

function recordOf(start: unknown, end: unknown, label: unknown, details: unknown): ReadRecord | Message {
  const span = { start: asOffset(start) ?? -1, end: asOffset(end) ?? -1 };
  const name = asString(label);
  if (span.start < 0 || span.end <= span.start) {
    return sentence('a span from {0} to {1} cannot be.', told(start), told(end));
  }
  if (name === undefined) return sentence('a span has no label.');
  const known: Details | undefined = readDetails(details);
  return { labels: [name], spans: [span], ...(known !== undefined && { details: known }) };
}

/** As the file has it. */
function told(value: unknown): string {
  return JSON.stringify(value) ?? '–';
}

function readTasks(
  files: readonly SourceFile[],
  read: (task: JsonObject) => (ReadRecord | Message)[],
): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files.flatMap((file) =>
    tasksOf(file, problems).flatMap(({ line, value }, i): ReadDocument[] => {
      const task = asObject(value);
      const text = asString(task?.['text'] ?? task?.['data']);
      if (task === undefined || text === undefined) {
        problems.push({ file: file.path, line, message: sentence('A task is an object with a “text”.') });
        return [];
      }
      const found = read(task);
      for (const problem of found.filter(isMessage)) {
        problems.push({ file: file.path, line, message: sentence('In task {0}, {1}', i + 1, problem) });
      }
      const records = found.filter(isRecord);
      return [
        { path: pathOf(task, file, i), text: toLf(text), unit: 'codepoints', annotations: regroup(records) },
      ];
    }),
  );
  return { documents, codes: [], entities: [], problems };
}

/** Lines of JSON, or one JSON array. */
function tasksOf(file: SourceFile, problems: ReadProblem[]): readonly { line: number; value: unknown }[] {
  const first = file.content.find((byte) => byte > 0x20);
  if (first !== 0x5b) return parseJsonLines(file, problems);
  return asList(parseJsonFile(file, problems)).map((value) => ({ line: 1, value }));
}

function pathOf(task: JsonObject, file: SourceFile, index: number): string {
  const meta = asObject(task['meta']);
  const named = [meta?.['file'], task['file'], meta?.['source'], task['filename'], meta?.['filename']];
  return named.map(asString).find((path) => path !== undefined) ?? `${file.path}#${index + 1}`;
}
