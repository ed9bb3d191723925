import { isMap } from 'yaml';
import { frameOf, type ListFile } from '../yaml/listFile';
import { relined, renderItemText, rewriteItemText } from '../yaml/listItem';
import { parseYaml } from '../yaml/parse';
import { isMapValue } from '../yaml/render';
import { applySplices } from '../yaml/splice';
import { changedValue, keyOrder, toValue } from './annotationValue';
import { ItemList, settle } from './itemList';
import { sameValue } from '../yaml/sameValue';
import { spliceValue } from '../yaml/spliceValue';
import { valueOf, type YamlMap, type YamlValue } from '../yaml/value';
import type { Annotation, TextFingerprint } from './annotation';
import { readFrame } from './readSidecar';
import { annotationsKey, type SidecarFile, type SidecarItem } from './sidecarFile';
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
  let frame = file.frame;
  const items = new ItemList(file.items);
  for (const edit of edits) {
    if (edit.kind === 'put') put(items, edit, list);
    else if (edit.kind === 'remove') items.remove(edit.id);
    else if (edit.kind === 'rename') {
      items.replace(edit.id, edit.occurrence, (item) =>
        rewriteItem(item, { ...mapOf(item.value), id: edit.to }, list),
      );
    } else {
      const change: YamlMap = edit.kind === 'text' ? { text: { ...edit.text } } : { release: edit.name };
      list = editFrame(list, { ...frame?.value, ...change });
      const { root, document } = parseYaml(frameOf(list), 'sidecar');
      frame = readFrame(root, document);
    }
  }
  const settled = settle(list, items.finish());
  return file.withItems(settled.items, frame && { list: settled.list, frame });
}

function put(items: ItemList, edit: SidecarEdit & { kind: 'put' }, list: ListFile): void {
  const { annotation } = edit;
  const old = items.get(annotation.id);
  if (old) return items.put(withSource(old, edit, list) ?? editedItem(old, annotation, list));
  const restored = sourceItem(edit, list);
  items.put(restored ? editedItem(restored, annotation, list) : freshItem(toValue(annotation), '', list));
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

function mapOf(value: YamlValue): YamlMap {
  return isMapValue(value) ? value : {};
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
