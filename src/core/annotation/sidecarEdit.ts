import { isMap } from 'yaml';
import { frameOf, listHead, type ListFile } from '../yaml/listFile';
import { relined, renderItemText, rewriteItemText } from '../yaml/listItem';
import { parseYaml } from '../yaml/parse';
import { isList, isMapValue } from '../yaml/render';
import { applySplices } from '../yaml/splice';
import { sameValue, spliceValue } from '../yaml/spliceValue';
import { valueOf, withKey, type YamlMap, type YamlValue } from '../yaml/value';
import type { Annotation, Selector, TextFingerprint } from './annotation';
import { annotationsKey, readFrame, type SidecarFile, type SidecarItem } from './sidecarFile';
import { readItem } from './sidecarItem';

/** One change of a sidecar. */
export type SidecarEdit =
  /** Adds an annotation, or makes the one with its id say this. `source` gives an added one its very lines back (undo). */
  | { readonly kind: 'put'; readonly annotation: Annotation; readonly source?: string }
  | { readonly kind: 'remove'; readonly id: string }
  /** The text that the stored offsets count in. */
  | { readonly kind: 'text'; readonly text: TextFingerprint }
  /** The release's file name. */
  | { readonly kind: 'release'; readonly name: string }
  /** Gives the annotation with an id another; of several with that id the one at `occurrence`, counted from 0. */
  | { readonly kind: 'rename'; readonly id: string; readonly occurrence: number; readonly to: string };

const annotationKeys = [
  'id',
  'codes',
  'entity',
  'target',
  'note',
  'author',
  'created',
  'modified',
  'conflict',
] as const;
const selectorKeys = ['start', 'end', 'quote', 'prefix', 'suffix'] as const;
const optionalKeys = ['entity', 'note', 'author', 'created', 'modified', 'conflict'] as const;
const keyOrder = [...annotationKeys, ...selectorKeys];
const frameOrder = ['version', 'release', 'text', 'annotations'];
const flowKeys = new Set(['text']);

/**
 * Changes only the lines of what the edits name: comments, key order, quoting, unknown keys and all other annotations stay byte for
 * byte. Throws when the file isn't `writable`. Cost beyond joining the lines: that of the annotations named.
 */
export function applyEdits(file: SidecarFile, edits: readonly SidecarEdit[]): SidecarFile {
  if (edits.length === 0) return file;
  if (!file.writable || !file.list) throw new Error('This sidecar can’t be written to; see its problems.');
  let list: ListFile = file.list;
  let items = [...file.items];
  let frame = file.frame;
  for (const edit of edits) {
    if (edit.kind === 'put') items = put(items, edit, list);
    else if (edit.kind === 'remove') items = removed(items, edit.id);
    else if (edit.kind === 'rename') items = renamed(items, edit, list);
    else {
      const change: YamlMap = edit.kind === 'text' ? { text: { ...edit.text } } : { release: edit.name };
      list = editFrame(list, { ...frame?.value, ...change });
      const { root, document } = parseYaml(frameOf(list), 'sidecar');
      frame = readFrame(root, document);
    }
  }
  const settled = settle(list, items);
  return file.withItems(settled.items, frame && { list: settled.list, frame });
}

/** Edits that take back what `edits` did to `before`; to be applied to the result, in the order given. */
export function invertSidecarEdits(before: SidecarFile, edits: readonly SidecarEdit[]): SidecarEdit[] {
  const inverse: SidecarEdit[] = [];
  const seen = new Set<string>();
  for (const edit of edits) {
    const key = edit.kind === 'put' ? edit.annotation.id : 'id' in edit ? edit.id : edit.kind;
    if (seen.has(key)) continue;
    seen.add(key);
    if (edit.kind === 'text') {
      const text = before.sidecar?.text;
      if (text) inverse.push({ kind: 'text', text });
    } else if (edit.kind === 'rename') {
      inverse.push({ kind: 'rename', id: edit.to, occurrence: 0, to: edit.id });
    } else if (edit.kind === 'release') {
      inverse.push({ kind: 'release', name: before.sidecar?.release ?? '' });
    } else {
      const item = before.items.find((candidate) => candidate.id === key);
      if (item?.annotation) inverse.push({ kind: 'put', annotation: item.annotation, source: item.text });
      else if (!item) inverse.push({ kind: 'remove', id: key });
    }
  }
  return inverse;
}

function put(
  items: readonly SidecarItem[],
  edit: SidecarEdit & { kind: 'put' },
  list: ListFile,
): SidecarItem[] {
  const { annotation } = edit;
  const index = items.findIndex((item) => item.id === annotation.id);
  const old = items[index];
  if (!old) {
    const restored = sourceItem(edit, list);
    const item = restored ? editedItem(restored, annotation, list) : freshItem(toValue(annotation), '', list);
    return insertInOrder(items, item);
  }
  const item = withSource(old, edit, list) ?? editedItem(old, annotation, list);
  const start = firstStart(item);
  if (start === firstStart(old)) return items.with(index, item);
  const before = items[index - 1];
  const after = items[index + 1];
  if ((!before || comesBefore(before, item)) && (!after || comesBefore(item, after)))
    return items.with(index, item);
  return insertInOrder(items.toSpliced(index, 1), item);
}

function renamed(
  items: readonly SidecarItem[],
  edit: SidecarEdit & { kind: 'rename' },
  list: ListFile,
): SidecarItem[] {
  let occurrence = 0;
  return items.map((item) => {
    if (item.id !== edit.id || occurrence++ !== edit.occurrence || !isMapValue(item.value)) return item;
    return rewriteItem(item, { ...item.value, id: edit.to }, list);
  });
}

/** The lines an edit brings along, where they are about its annotation. */
function sourceItem(edit: SidecarEdit & { kind: 'put' }, list: ListFile): SidecarItem | undefined {
  const text = edit.source === undefined ? undefined : relined(edit.source, list);
  const reading = text === undefined ? undefined : readItem(text);
  return text !== undefined && reading?.id === edit.annotation.id
    ? { before: '', text, ...reading }
    : undefined;
}

/** The item with the lines an edit brings along, where they say what the item is to say, unknown keys included. */
function withSource(
  old: SidecarItem,
  edit: SidecarEdit & { kind: 'put' },
  list: ListFile,
): SidecarItem | undefined {
  const item = sourceItem(edit, list);
  return item && sameValue(item.value, changedValue(old, edit.annotation))
    ? { ...item, before: old.before }
    : undefined;
}

/** Comments above a removed item stay where they are. */
function removed(items: readonly SidecarItem[], id: string): SidecarItem[] {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (!item) return [...items];
  const next = items[index + 1];
  if (next) return items.with(index + 1, { ...next, before: item.before + next.before }).toSpliced(index, 1);
  return item.before === '' ? items.slice(0, -1) : items.with(index, { ...item, text: '' });
}

/** Line ends between items, `[]` for a list without any, and comments that are above nothing any more at the end. */
export function settle(
  list: ListFile,
  items: readonly SidecarItem[],
): { readonly list: ListFile; readonly items: SidecarItem[] } {
  const kept = items.filter((item) => item.text !== '');
  const tail = items.map((item) => (item.text === '' ? item.before : '')).join('') + list.tail;
  const complete = kept.map((item, i) => {
    const last = i === kept.length - 1 && tail === '';
    return last || item.text.endsWith('\n') ? item : { ...item, text: item.text + list.eol };
  });
  return { list: { ...list, head: listHead(list, kept.length), tail }, items: complete };
}

/** Puts an item where its first start belongs. */
export function insertInOrder(items: readonly SidecarItem[], item: SidecarItem): SidecarItem[] {
  let at = items.length;
  while (at > 0 && !comesBefore(items[at - 1]!, item)) at--;
  return items.toSpliced(at, 0, item);
}

/** Order of the list: first start, then id. An item that can't be read stays with the one before it. */
export function comesBefore(a: SidecarItem, b: SidecarItem): boolean {
  const first = firstStart(a);
  const second = firstStart(b);
  if (first !== second) return first < second;
  return (a.id ?? '') < (b.id ?? '');
}

export function firstStart(item: SidecarItem): number {
  const starts = item.annotation?.target.map((selector) => selector.start) ?? [-1];
  return Math.min(...starts);
}

function editedItem(item: SidecarItem, annotation: Annotation, list: ListFile): SidecarItem {
  const after = changedValue(item, annotation);
  if (sameValue(item.value, after)) return item;
  return rewriteItem(item, after, list);
}

/** An item that says `after`: spliced where that can be done, written anew where not. */
export function rewriteItem(item: SidecarItem, after: YamlMap, list: ListFile): SidecarItem {
  const text = rewriteItemText(item.text, after, list, { order: keyOrder });
  return { before: item.before, text, ...readItem(text) };
}

export function freshItem(value: YamlMap, before: string, list: ListFile): SidecarItem {
  const text = renderItemText(value, list);
  return { before, text, ...readItem(text) };
}

/** What the item is to say: what it said, with everything the annotation says otherwise. Unknown keys stay. */
function changedValue(item: SidecarItem, annotation: Annotation): YamlMap {
  const raw = isMapValue(item.value) ? item.value : {};
  const old = item.annotation;
  let after: YamlMap = { ...raw, id: annotation.id };
  if (!old || !sameValue(old.codes, annotation.codes)) {
    after = withKey(after, 'codes', annotation.codes.length > 0 ? annotation.codes : undefined);
  }
  for (const key of optionalKeys) {
    if (old?.[key] !== annotation[key]) after = withKey(after, key, annotation[key]);
  }
  return { ...after, target: changedTarget(raw['target'], old?.target ?? [], annotation.target) };
}

function changedTarget(
  raw: YamlValue | undefined,
  old: readonly Selector[],
  target: readonly Selector[],
): YamlValue {
  const raws = raw !== undefined && isList(raw) ? raw : [];
  return target.map((selector, i) => {
    const same = old.findIndex(
      (candidate) => candidate.start === selector.start && candidate.end === selector.end,
    );
    const index = same >= 0 ? same : old.length === target.length ? i : -1;
    const base = raws[index];
    let after: YamlMap = base !== undefined && isMapValue(base) ? base : {};
    for (const key of selectorKeys) {
      if (index < 0 || old[index]?.[key] !== selector[key]) after = withKey(after, key, selector[key]);
    }
    return after;
  });
}

/** An annotation as it is written: keys in their order, none for what it doesn't have. */
export function toValue(annotation: Annotation): YamlMap {
  const value: Record<string, YamlValue> = {};
  for (const key of annotationKeys) {
    const field = annotation[key];
    if (field === undefined || (key === 'codes' && annotation.codes.length === 0)) continue;
    value[key] = key === 'target' ? annotation.target.map(selectorValue) : (field as YamlValue);
  }
  return value;
}

function selectorValue(selector: Selector): YamlMap {
  const value: Record<string, YamlValue> = {};
  for (const key of selectorKeys) {
    const field = selector[key];
    if (field !== undefined) value[key] = field;
  }
  return value;
}

/** Makes the file itself say `after`, the list aside. */
export function editFrame(list: ListFile, after: YamlMap): ListFile {
  const frame = frameOf(list);
  const { root, document } = parseYaml(frame, 'sidecar');
  if (!isMap(root)) return list;
  const { value } = valueOf(root, document);
  const annotations = isMapValue(value) ? (value[annotationsKey] ?? null) : null;
  const splices = spliceValue(
    frame,
    root,
    { ...after, [annotationsKey]: annotations },
    { order: frameOrder, flowKeys },
  );
  const cut = list.head.length;
  const late = splices.filter((splice) => splice.start >= cut);
  return {
    ...list,
    head: applySplices(
      list.head,
      splices.filter((splice) => splice.start < cut),
    ),
    tail: applySplices(
      list.tail,
      late.map((splice) => ({ ...splice, start: splice.start - cut, end: splice.end - cut })),
    ),
  };
}
