import type { Entity } from './entity';
import { entitiesKey, readGazetteer } from './gazetteerFile';
import { gazetteerVersion } from './gazetteerSchema';
import { blockList, listHead, listSource, splitList, type ListFile, type ListItem } from '../yaml/listFile';
import { readItemText, renderItemText, rewriteItemText } from '../yaml/listItem';
import { isList, isMapValue } from '../yaml/render';
import { lineEndOf } from '../yaml/splice';
import type { YamlMap, YamlValue } from '../yaml/value';

/** One change of a gazetteer's file. */
export type GazetteerEdit =
  /** An entity whose id the file has already is left as it stands. */
  | { readonly kind: 'add'; readonly entity: Entity }
  /** More names for an entity of this file; those it has, capitals and all, are not repeated. */
  | { readonly kind: 'alias'; readonly id: string; readonly aliases: readonly string[] };

const keyOrder = [
  'id',
  'type',
  'name',
  'family',
  'aliases',
  'demonyms',
  'offices',
  'date',
  'wikidata',
  'description',
] as const;
const style = { order: keyOrder, flowKeys: new Set(['offices']) };

/**
 * Changes a gazetteer's source: only the lines of the entities concerned; comments, order and unknown keys stay. An empty source
 * begins a gazetteer. Throws when the source can't be read; an alias of an entity that isn't there changes nothing.
 */
export function editGazetteer(source: string, edits: readonly GazetteerEdit[]): string {
  if (edits.length === 0) return source;
  const list = listOf(source);
  const items = [...list.items];
  const places = new Map(items.map((item, i) => [idOf(item), i]));
  for (const edit of edits) {
    const at = places.get(edit.kind === 'add' ? edit.entity.id : edit.id);
    if (edit.kind === 'add' && at === undefined) {
      places.set(edit.entity.id, items.length);
      items.push({ before: '', text: renderItemText(entityValue(edit.entity), list, style.flowKeys) });
    } else if (edit.kind === 'alias' && at !== undefined) {
      items[at] = withAliases(items[at]!, edit.aliases, list);
    }
  }
  if (items.every((item, i) => item === list.items[i])) return source;
  return listSource({
    ...list,
    head: listHead(list, items.length),
    items: items.map((item) => ended(item, list.eol)),
  });
}

function listOf(source: string): ListFile {
  const { writable, problems } = readGazetteer(source);
  const hasContent = /^[ \t]*[^#\s]/m.test(source);
  if (!hasContent) {
    const eol = lineEndOf(source);
    const open = source === '' || source.endsWith('\n') ? '' : eol;
    const begun = splitList(
      `${source}${open}version: ${gazetteerVersion}${eol}${entitiesKey}:${eol}`,
      entitiesKey,
    );
    if (begun) return begun;
  }
  const list = writable ? (splitList(source, entitiesKey) ?? blockList(source, entitiesKey)) : undefined;
  if (!list) throw new Error(problems[0]?.message ?? 'This gazetteer can’t be written to.');
  return list;
}

function withAliases(item: ListItem, aliases: readonly string[], list: ListFile): ListItem {
  const { value, broken } = readItemText(item.text, 'gazetteer');
  if (broken || !isMapValue(value)) return item;
  const before = value['aliases'];
  const listed = before !== undefined && isList(before) ? before : [];
  const known = new Set<YamlValue>([...listed, value['name'] ?? null]);
  const added = [...new Set(aliases)].filter((alias) => !known.has(alias));
  if (added.length === 0) return item;
  const after: YamlMap = { ...value, aliases: [...listed, ...added] };
  return { ...item, text: rewriteItemText(item.text, after, list, style) };
}

function idOf(item: ListItem): string | undefined {
  const { value } = readItemText(item.text, 'gazetteer');
  const id = isMapValue(value) ? value['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** An entity as it is written: keys in their order, none for what it doesn't have. */
function entityValue(entity: Entity): YamlMap {
  const value: Record<string, YamlValue> = {};
  for (const key of keyOrder) {
    const field = entity[key];
    if (field === undefined || (Array.isArray(field) && field.length === 0)) continue;
    value[key] = field as YamlValue;
  }
  return value;
}

function ended(item: ListItem, eol: string): ListItem {
  return item.text.endsWith('\n') ? item : { ...item, text: item.text + eol };
}
