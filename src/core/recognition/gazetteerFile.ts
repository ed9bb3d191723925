import { isMap, isSeq } from 'yaml';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { blockList, frameOf, splitList, type ListFile } from '../yaml/listFile';
import { readItemText, spanInItem } from '../yaml/listItem';
import { mergeMarker } from '../yaml/parse';
import { readYamlFile, type FileKind } from '../yaml/readFile';
import { isList, isMapValue } from '../yaml/render';
import { checkFormat, faultMessage, textOf } from '../yaml/validate';
import { spanAt, type Path, type ValueFault, type YamlMap, type YamlValue } from '../yaml/value';
import type { Entity, Office } from './entity';
import { entitySchema, gazetteerFrameSchema, gazetteerHelp, gazetteerVersion } from './gazetteerSchema';

export const entitiesKey = 'entities';

/** More than a person mends in one go. */
const maxProblems = 500;

export const gazetteerKind: FileKind = {
  rule: 'gazetteer',
  name: sentence('gazetteer'),
  version: gazetteerVersion,
  schema: gazetteerFrameSchema,
  help: gazetteerHelp,
};

export interface GazetteerReading {
  /** In the order of the file; empty where the file can't be read. An id given twice is there once, as it stands first. */
  readonly entities: readonly Entity[];
  /** Spans are UTF-16 offsets of the source. */
  readonly problems: readonly Problem[];
  /** False for bad YAML, merge markers, a newer version: nothing is written to such a file. */
  readonly writable: boolean;
  /** Where an entity's item stands; with `key`, where that key's value stands. */
  readonly locate: (entityId: string, key?: string) => Span | undefined;
}

interface Item {
  readonly value: YamlValue;
  readonly faults: readonly ValueFault[];
  readonly locate: (path: Path) => Span;
  readonly whole: () => Span;
}

/** Reads a gazetteer's YAML, item by item where it is laid out as a block list: large ones fast. */
export function readGazetteer(source: string): GazetteerReading {
  const list = mergeMarker(source) === undefined ? splitList(source, entitiesKey) : undefined;
  return (list && readList(list)) ?? readWhole(source);
}

function readList(list: ListFile): GazetteerReading | undefined {
  const frame = readYamlFile(frameOf(list), gazetteerKind);
  if (!frame.value) return undefined;
  const items: Item[] = [];
  let offset = list.head.length;
  for (const { before, text } of list.items) {
    const { value, faults, broken } = readItemText(text, gazetteerKind.rule);
    if (broken) return undefined;
    const start = offset + before.length;
    items.push({
      value,
      faults,
      locate: (path) => shifted(spanInItem(text)(path), start),
      whole: () => ({ start, end: start + text.trimEnd().length }),
    });
    offset = start + text.length;
  }
  const late = offset - list.head.length;
  const problems = frame.problems.map((problem) =>
    problem.span.start < list.head.length ? problem : { ...problem, span: shifted(problem.span, late) },
  );
  return gather(items, problems, true);
}

function readWhole(source: string): GazetteerReading {
  const { value, root, problems } = readYamlFile(source, gazetteerKind);
  if (!value) return { entities: [], problems, writable: false, locate: () => undefined };
  const list = value[entitiesKey] ?? [];
  const listed = isList(list) ? list : [];
  const wrong: Problem[] = isList(list)
    ? []
    : [
        {
          rule: 'gazetteer/format',
          severity: 'error',
          message: sentence('{0} must be a list.', '`entities`'),
          span: spanAt(root, [entitiesKey]),
        },
      ];
  const items = listed.map((item, i): Item => ({
    value: item,
    faults: [],
    locate: (path) => spanAt(root, [entitiesKey, i, ...path]),
    whole: () => spanAt(root, [entitiesKey, i]),
  }));
  const editable = isMap(root) ? blockList(source, entitiesKey) : undefined;
  const empty = root === undefined || (isSeq(root) && root.items.length === 0);
  return gather(items, [...problems, ...wrong], wrong.length === 0 && (editable !== undefined || empty));
}

function gather(
  items: readonly Item[],
  frameProblems: readonly Problem[],
  writable: boolean,
): GazetteerReading {
  const entities: Entity[] = [];
  const byId = new Map<string, Item>();
  const problems = [...frameProblems];
  for (const item of items) {
    const entity = item.faults.some((fault) => fault.kind !== 'type') ? undefined : toEntity(item.value);
    const cost = entity ? [] : sentence('This entity is left out until then.');
    const tell = (rule: string, path: Path, message: Message): void => {
      if (problems.length >= maxProblems) return;
      problems.push({
        rule: `gazetteer/${rule}`,
        severity: 'error',
        message: [...message, ...cost],
        span: item.locate(path),
      });
    };
    for (const fault of item.faults) tell('format', fault.path, faultMessage(fault));
    for (const fault of checkFormat(entitySchema, item.value, gazetteerHelp))
      tell('format', fault.path, fault.message);
    if (!entity) continue;
    if (byId.has(entity.id)) {
      tell(
        'duplicate-id',
        ['id'],
        sentence('The entity `{0}` is listed twice in this file. Merge the two, or rename one.', entity.id),
      );
      continue;
    }
    byId.set(entity.id, item);
    entities.push(entity);
  }
  return {
    entities,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    writable,
    locate: (entityId, key) => {
      const item = byId.get(entityId);
      if (!item || key === undefined) return item?.whole();
      return isMapValue(item.value) && Object.hasOwn(item.value, key) ? item.locate([key]) : undefined;
    },
  };
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** What can be used of a value; `undefined` without an id, type or name. */
function toEntity(value: YamlValue): Entity | undefined {
  if (!isMapValue(value)) return undefined;
  const { id, type, name } = value;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof name !== 'string' || !id || !type || !name)
    return undefined;
  if (id === 'none') return undefined;
  const demonyms = texts(value['demonyms']);
  return {
    id,
    type,
    name,
    ...optional('family', textOf(value['family'])),
    aliases: texts(value['aliases']),
    ...(demonyms.length > 0 ? { demonyms } : {}),
    offices: offices(value['offices']),
    ...optional('wikidata', textOf(value['wikidata'])),
    ...optional('description', textOf(value['description'])),
    ...optional('date', dateOf(value['date'])),
  };
}

function offices(value: YamlValue | undefined): Office[] {
  if (value === undefined || !isList(value)) return [];
  return value.filter(isMapValue).flatMap((office: YamlMap) => {
    const title = textOf(office['title']);
    if (!title) return [];
    return {
      title,
      ...optional('of', textOf(office['of'])),
      ...optional('from', dateOf(office['from'])),
      ...optional('until', dateOf(office['until'])),
    };
  });
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, string>);
}

function dateOf(value: YamlValue | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}

function texts(value: YamlValue | undefined): string[] {
  return value !== undefined && isList(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '')
    : [];
}
