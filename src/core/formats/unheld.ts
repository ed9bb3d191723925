import type { CodebookReading } from '../annotation/codebookFile';
import type { SidecarFile } from '../annotation/sidecarFile';
import { annotationSchema, frameSchema, selectorSchema } from '../annotation/sidecarSchema';
import type { Message } from '../text/message';
import { sentence } from '../text/message';
import { isList, isMapValue } from '../yaml/render';
import type { YamlValue } from '../yaml/value';

/** What stands in a file of the corpus and cannot be exported into any format. */
export interface Unheld {
  readonly feature: 'unreadable' | 'other-keys';
  /** The problem, or where the key stands and what it says. */
  readonly what: string | Message;
}

/** Of a sidecar; by id, so that what belongs to annotations that are not exported can be left alone. */
export interface UnheldOfSidecar {
  readonly unreadable: readonly Message[];
  /** Id of an annotation (`''` for the file itself) → its keys that have no place in an export, with their values. */
  readonly otherKeys: ReadonlyMap<string, readonly string[]>;
}

// `conflict` is between two annotations of one sidecar, and `orphan` shows as a place that is not sure.
const ofAnnotation = new Set(Object.keys(annotationSchema.shape).filter((key) => key !== 'conflict'));
const ofSelector = new Set(Object.keys(selectorSchema.shape));
const ofFrame = new Set(Object.keys(frameSchema.shape));

export function unheldOfSidecar(file: SidecarFile): UnheldOfSidecar {
  if (file.sidecar === undefined) {
    return { unreadable: [file.problems[0]?.message ?? []], otherKeys: new Map() };
  }
  const unreadable: Message[] = [];
  const otherKeys = new Map<string, string[]>();
  const add = (id: string, keys: readonly string[]): void => {
    if (keys.length > 0) otherKeys.set(id, [...(otherKeys.get(id) ?? []), ...keys]);
  };
  for (const { rule, message } of file.problems)
    if (rule === 'sidecar/duplicate-id') unreadable.push(message);
  add('', keysBeyond(file.frame?.value ?? null, ofFrame));
  for (const { annotation, value, id = '', faults } of file.items) {
    if (annotation === undefined) {
      const message = faults[0]?.message ?? [];
      unreadable.push(id === '' ? message : sentence('{0}: {1}', id, message));
      continue;
    }
    add(annotation.id, keysBeyond(value, ofAnnotation));
    const target = isMapValue(value) ? value['target'] : undefined;
    const selectors = target !== undefined && isList(target) ? target : [];
    for (const selector of selectors) add(annotation.id, keysBeyond(selector, ofSelector));
  }
  return { unreadable, otherKeys };
}

/** `file` is the codebook's name, for the report. */
export function unheldOfCodebook(reading: CodebookReading | undefined, file: string): readonly Unheld[] {
  if (reading === undefined) return [];
  if (reading.codebook === undefined) {
    return [{ feature: 'unreadable', what: sentence('{0}: {1}', file, reading.problems[0]?.message ?? []) }];
  }
  // A key that two codes share is exported with both.
  const faults = reading.problems.filter(({ rule }) => rule !== 'codebook/duplicate-key');
  return [
    ...faults.map(({ message }): Unheld => ({
      feature: 'unreadable',
      what: sentence('{0}: {1}', file, message),
    })),
    ...reading.otherKeys.map(({ code, key }): Unheld => ({ feature: 'other-keys', what: `${code}: ${key}` })),
  ];
}

function keysBeyond(value: YamlValue, known: ReadonlySet<string>): string[] {
  if (!isMapValue(value)) return [];
  return Object.entries(value)
    .filter(([key, said]) => !known.has(key) && said !== null)
    .map(([key, said]) => `${key}: ${typeof said === 'string' ? said : JSON.stringify(said)}`);
}
