import { toLf } from '../../text/lines';
import type { ReadRecord } from '../details';
import { readDetails, regroup } from '../details';
import type { ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import { defined } from '../gather';
import type { JsonObject } from '../json';
import { asList, asObject, asOffset, asString, objectsIn, parseJsonFile } from '../json';
import { alignLineEnds } from '../lineEnds';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** Reads tasks as Label Studio exports them (JSON, and JSON-MIN's `label` lists), annotations and predictions. */
export function readLabelStudio(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files
    .filter(({ path }) => path.endsWith('.json'))
    .flatMap((file) =>
      asList(parseJsonFile(file, problems)).flatMap((task, i) => readTask(task, file.path, i + 1, problems)),
    );
  return { documents, codes: [], entities: [], problems };
}

function readTask(value: unknown, file: string, number: number, problems: ReadProblem[]): ReadDocument[] {
  const task = asObject(value);
  const data = asObject(task?.['data']) ?? task;
  const raw = asString(data?.['text']);
  if (task === undefined || raw === undefined) {
    problems.push({ file, message: sentence('Task {0} has no text in data.text.', number) });
    return [];
  }
  const toOffset = alignLineEnds(raw);
  const problem = (message: Message): void => {
    problems.push({ file, message: sentence('Task {0}: {1}', number, message) });
  };
  const read = (result: JsonObject, author?: string): ReadRecord[] =>
    readResult(result, author, toOffset, problem);
  const human = objectsIn(task['annotations'] ?? task['completions']).flatMap((annotation) => {
    const by = asObject(annotation['completed_by']);
    return objectsIn(annotation['result']).flatMap((result) => read(result, asString(by?.['email'])));
  });
  const predicted = objectsIn(task['predictions']).flatMap((prediction) =>
    objectsIn(prediction['result']).flatMap((result) => read(result)),
  );
  // JSON-MIN lists the values of regions under the name of their control, which is each project's own.
  const flat = Object.values(task)
    .flatMap((list) => (Array.isArray(list) ? objectsIn(list) : []))
    .filter((value) => 'start' in value && ('labels' in value || 'hypertextlabels' in value))
    .flatMap((value) => read({ type: 'labels', value }));
  const path = asString(data?.['file']) ?? asString(task['file_upload']) ?? `${file}#${number}`;
  const annotations = regroup([...human, ...predicted, ...flat]);
  return [{ path, text: toLf(raw), unit: 'utf16', annotations }];
}

function readResult(
  result: JsonObject,
  author: string | undefined,
  toOffset: (offset: number) => number,
  problem: (message: Message) => void,
): ReadRecord[] {
  const value = asObject(result['value']);
  const labels = asList(value?.['labels'] ?? value?.['hypertextlabels']).flatMap(
    (label) => asString(label) ?? [],
  );
  if (labels.length === 0) {
    if (result['type'] !== 'labels')
      problem(sentence('a result of type {0} is passed over.', String(result['type'])));
    return [];
  }
  const start = asOffset(value!['start']);
  const end = asOffset(value!['end']);
  if (start === undefined || end === undefined || end <= start) {
    problem(sentence('a region has no start and end that fit.'));
    return [];
  }
  const meta = asObject(result['meta']);
  const details = readDetails(meta?.['pressmark']);
  const note = asList(meta?.['text']).flatMap((text) => asString(text) ?? []);
  return [
    defined({
      labels,
      spans: [{ start: toOffset(start), end: toOffset(end) }],
      details: details ?? (author === undefined ? undefined : { author }),
      note: note.length === 0 ? undefined : note.join('\n'),
    }),
  ];
}
