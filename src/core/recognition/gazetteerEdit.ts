import { inWords, sentence } from '../text/message';
import { blockList, listHead, listSource, splitList, type ListFile, type ListItem } from '../yaml/listFile';
import { readItemText, renderItemText, rewriteItemText } from '../yaml/listItem';
import { isList, isMapValue } from '../yaml/render';
import { lineEndOf } from '../yaml/splice';
import { sameValue } from '../yaml/sameValue';
import { withKey, type YamlMap, type YamlValue } from '../yaml/value';
import type { Entity } from './entity';
import { entitiesKey, readGazetteer } from './gazetteerFile';
import { gazetteerVersion } from './gazetteerSchema';

export type EntityField = Exclude<keyof Entity, 'id'>;

/** One change of a gazetteer file. An edit that names an entity that isn't there changes nothing. */
export type GazetteerEdit =
  /** At the end of the list. An entity that is there stays as it is. */
  | { readonly kind: 'add'; readonly entity: Partial<Entity> & Pick<Entity, 'id' | 'type' | 'name'> }
  /** More names for an entity of this file; those it has, capitals and all, are not repeated. */
  | { readonly kind: 'alias'; readonly id: string; readonly aliases: readonly string[] }
  /** Takes such names away. */
  | { readonly kind: 'unalias'; readonly id: string; readonly aliases: readonly string[] }
  /** `undefined` takes the field away. */
  | {
      readonly kind: 'set';
      readonly id: string;
      readonly field: EntityField;
      readonly value: YamlValue | undefined;
    }
  /** Where the entity is listed, and where offices are `of` it. */
  | { readonly kind: 'rename'; readonly id: string; readonly to: string }
  | { readonly kind: 'remove'; readonly id: string };

const order = [
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
const options = { order, flowKeys: new Set(['offices']) };

/**
 * Changes a gazetteer's source: only the lines of the entities concerned, comments kept. An empty source begins a gazetteer. Throws when
 * the source can't be read.
 */
export function editGazetteer(source: string, edits: readonly GazetteerEdit[]): string {
  if (edits.length === 0) return source;
  const list = listOf(source);
  const items = edits.reduce(
    (current: readonly ListItem[], edit) => editItems(list, current, edit),
    list.items,
  );
  return items === list.items ? source : listSource(settled(list, items));
}

function listOf(source: string): ListFile {
  const { writable, problems } = readGazetteer(source);
  const eol = lineEndOf(source);
  const open = source === '' || source.endsWith('\n') ? '' : eol;
  const empty = !/^[ \t]*[^#\s]/m.test(source);
  const begun = empty ? `${source}${open}version: ${gazetteerVersion}${eol}${entitiesKey}:${eol}` : source;
  const list =
    empty || writable ? (splitList(begun, entitiesKey) ?? blockList(begun, entitiesKey)) : undefined;
  if (!list)
    throw new Error(inWords(problems[0]?.message ?? sentence('This gazetteer can’t be written to.')));
  return list;
}

function editItems(list: ListFile, items: readonly ListItem[], edit: GazetteerEdit): readonly ListItem[] {
  if (edit.kind === 'add') {
    if (items.some((item) => mentions(item, edit.entity.id) && idOf(item) === edit.entity.id)) return items;
    return [...items, { before: '', text: renderItemText(entityValue(edit.entity), list, options.flowKeys) }];
  }
  const index = items.findIndex((item) => mentions(item, edit.id) && idOf(item) === edit.id);
  const item = items[index];
  if (edit.kind === 'remove') return item ? removed(items, index) : items;
  if (edit.kind === 'rename') return renamed(list, items, edit.id, edit.to);
  if (!item) return items;
  const value = valueOf(item);
  const after = changedValue(value, edit);
  return sameValue(value, after) ? items : items.with(index, rewritten(list, item, after));
}

function changedValue(
  value: YamlMap,
  edit: Extract<GazetteerEdit, { kind: 'alias' | 'unalias' | 'set' }>,
): YamlMap {
  if (edit.kind === 'set') return withKey(value, edit.field, edit.value);
  return edit.kind === 'alias' ? withAliases(value, edit.aliases) : withoutAliases(value, edit.aliases);
}

function valueOf(item: ListItem): YamlMap {
  const { value } = readItemText(item.text, 'gazetteer');
  return isMapValue(value) ? value : {};
}

function idOf(item: ListItem): YamlValue | undefined {
  return valueOf(item)['id'];
}

/** Cheap, so that long lists needn't be read. */
function mentions(item: ListItem, id: string): boolean {
  return item.text.includes(id);
}

function rewritten(list: ListFile, item: ListItem, after: YamlMap): ListItem {
  return { before: item.before, text: rewriteItemText(item.text, after, list, options) };
}

function withAliases(value: YamlMap, aliases: readonly string[]): YamlMap {
  const listed = value['aliases'];
  const known = listed !== undefined && isList(listed) ? listed : [];
  const added = [...new Set(aliases)].filter((alias) => alias !== value['name'] && !known.includes(alias));
  return added.length === 0 ? value : { ...value, aliases: [...known, ...added] };
}

function withoutAliases(value: YamlMap, aliases: readonly string[]): YamlMap {
  const listed = value['aliases'];
  if (listed === undefined || !isList(listed)) return value;
  const left = listed.filter((alias) => typeof alias !== 'string' || !aliases.includes(alias));
  return withKey(value, 'aliases', left.length > 0 ? left : undefined);
}

function renamed(list: ListFile, items: readonly ListItem[], id: string, to: string): readonly ListItem[] {
  if (id === to || items.some((item) => mentions(item, to) && idOf(item) === to)) return items;
  let changed = false;
  const after = items.map((item) => {
    if (!mentions(item, id)) return item;
    const value = valueOf(item);
    const offices = value['offices'];
    const moved: YamlMap = {
      ...value,
      ...(value['id'] === id ? { id: to } : {}),
      ...(offices !== undefined && isList(offices)
        ? {
            offices: offices.map((office) =>
              isMapValue(office) && office['of'] === id ? { ...office, of: to } : office,
            ),
          }
        : {}),
    };
    if (sameValue(value, moved)) return item;
    changed = true;
    return rewritten(list, item, moved);
  });
  return changed ? after : items;
}

/** Comments above a removed entity stay where they are. */
function removed(items: readonly ListItem[], index: number): readonly ListItem[] {
  const before = items[index]?.before ?? '';
  const next = items[index + 1];
  if (!next) return items.slice(0, -1);
  return items.with(index + 1, { ...next, before: before + next.before }).toSpliced(index, 1);
}

function entityValue(entity: Partial<Entity>): YamlMap {
  let value: YamlMap = {};
  for (const key of order) {
    const field = entity[key];
    if (field === undefined || (Array.isArray(field) && field.length === 0)) continue;
    value = { ...value, [key]: field as YamlValue };
  }
  return value;
}

function settled(list: ListFile, items: readonly ListItem[]): ListFile {
  const complete = items.map((item, i) => {
    const last = i === items.length - 1 && list.tail === '';
    return last || item.text.endsWith('\n') ? item : { ...item, text: item.text + list.eol };
  });
  return { ...list, head: listHead(list, items.length), items: complete };
}
