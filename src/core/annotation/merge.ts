import { frameOf, type ListFile } from '../yaml/listFile';
import { relined } from '../yaml/listItem';
import { parseYaml } from '../yaml/parse';
import { isMapValue } from '../yaml/render';
import { sameValue } from '../yaml/sameValue';
import type { YamlMap } from '../yaml/value';
import type { Problem } from '../text/problem';
import { copyId, mergeAnnotationValue, mergeFrameValue } from './mergeItem';
import { newSidecar } from './sidecar';
import { firstStart, placeInOrder, settle } from './itemList';
import { editFrame, freshItem, rewriteItem } from './sidecarEdit';
import { readFrame, readSidecar } from './readSidecar';
import type { SidecarFile, SidecarItem } from './sidecarFile';

/** Both sides changed one thing to different things. */
export type MergeConflict =
  /** The annotation `id` says one thing, its copy (which has `conflict: <id>`) the other, in `keys`. */
  | {
      readonly kind: 'annotation';
      readonly id: string;
      readonly copy: string;
      readonly keys: readonly string[];
    }
  /** A key of the file itself; the one value is in the file, the other is `lost`. */
  | { readonly kind: 'key'; readonly key: string; readonly lost: string };

export interface MergedFile {
  readonly file: SidecarFile;
  readonly conflicts: readonly MergeConflict[];
}

export interface MergedSource {
  /** Absent where a side can't be read: see `problems`. */
  readonly source?: string;
  readonly conflicts: readonly MergeConflict[];
  readonly problems: readonly Problem[];
}

/**
 * Three-way merge of sidecars by annotation id, and by key within an annotation. Nothing is lost: an annotation changed on one side and
 * deleted on the other stays; where both sides changed a key to different things both are kept, the second as a copy with an id of its
 * own and `conflict: <id>`. What neither or only one side changed stays byte for byte. Which side is ours decides about layout only.
 * A blank base stands for none; a blank side for one that never had the file.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): MergedSource {
  if (theirs.trim() === '' || ours === theirs) return { source: ours, conflicts: [], problems: [] };
  if (ours.trim() === '') return { source: theirs, conflicts: [], problems: [] };
  const [b, o, t] = [readSidecar(base), readSidecar(ours), readSidecar(theirs)];
  for (const side of [o, t]) if (!side.writable) return { conflicts: [], problems: side.problems };
  const { file, conflicts } = mergeSidecarFiles(b, o, t);
  return { source: file.source, conflicts, problems: [] };
}

/** The same on files already read; `ours` and `theirs` must be writable. A base that can't be read stands for none. */
export function mergeSidecarFiles(base: SidecarFile, ours: SidecarFile, theirs: SidecarFile): MergedFile {
  if (!ours.list || !theirs.list) throw new Error('Sidecars that can’t be read can’t be merged.');
  if (ours.source === theirs.source || theirs.source === base.source) return { file: ours, conflicts: [] };
  if (ours.source === base.source) return { file: theirs, conflicts: [] };
  const framed = mergeFrames(base, ours, theirs, ours.list);
  const { items, conflicts } = mergeItems(
    base.writable ? base : readSidecar(newSidecar('')),
    ours,
    theirs,
    framed.list,
  );
  const settled = settle(framed.list, items);
  const { root, document } = parseYaml(frameOf(settled.list), 'sidecar');
  const file = ours.withItems(settled.items, { list: settled.list, frame: readFrame(root, document) });
  return { file, conflicts: [...framed.conflicts, ...conflicts] };
}

/** Everything but the items: bytes of the one side that changed it, else ours with the keys of both. */
function mergeFrames(
  base: SidecarFile,
  ours: SidecarFile,
  theirs: SidecarFile,
  list: ListFile,
): { list: ListFile; conflicts: MergeConflict[] } {
  const frame = (file: SidecarFile): string => (file.list ? frameOf(file.list).replace(/\[\]/, '') : '');
  if (frame(theirs) === frame(base) || frame(theirs) === frame(ours)) return { list, conflicts: [] };
  if (frame(ours) === frame(base) && theirs.list?.eol === list.eol) {
    return { list: { ...theirs.list, indent: list.indent }, conflicts: [] };
  }
  const own = ours.frame?.value ?? {};
  const { value, conflicts } = mergeFrameValue(base.frame?.value ?? {}, own, theirs.frame?.value ?? {});
  const edited = sameValue(value, own) ? list : editFrame(list, value);
  const lost = Object.entries(conflicts).map(([key, other]) => ({
    kind: 'key' as const,
    key,
    lost: JSON.stringify(other),
  }));
  return { list: edited, conflicts: lost };
}

interface Sides {
  readonly base: SidecarItem | undefined;
  readonly ours: SidecarItem | undefined;
  readonly theirs: SidecarItem | undefined;
}

function mergeItems(
  base: SidecarFile,
  ours: SidecarFile,
  theirs: SidecarFile,
  list: ListFile,
): { items: SidecarItem[]; conflicts: MergeConflict[] } {
  const old = keyed(base);
  const own = keyed(ours);
  const other = keyed(theirs);
  const taken = new Set([...own.keys(), ...other.keys()]);
  const copies: { readonly item: SidecarItem; readonly conflict: MergeConflict & { kind: 'annotation' } }[] =
    [];
  const resolve = (key: string): SidecarItem | undefined => {
    const sides = { base: old.get(key), ours: own.get(key), theirs: other.get(key) };
    const merged = mergeItem(sides, list);
    if (merged?.conflicts) {
      const copy = conflictCopy(merged.item, merged.conflicts, taken, [own, other], list);
      copies.push({
        ...copy,
        conflict: {
          kind: 'annotation',
          id: key,
          copy: copy.item.id ?? '',
          keys: Object.keys(merged.conflicts),
        },
      });
    }
    return merged?.item;
  };
  const items: SidecarItem[] = [];
  const placed: SidecarItem[] = [];
  for (const [key, side] of own) {
    const merged = resolve(key);
    if (merged) (firstStart(merged) === firstStart(side) ? items : placed).push(merged);
  }
  for (const key of other.keys()) {
    const added = own.has(key) ? undefined : resolve(key);
    if (added) placed.push(added);
  }
  const known = new Set([...own.keys(), ...other.keys()]);
  for (const { item } of copies) if (!known.has(item.id ?? '')) placed.push(item);
  return { items: placeInOrder(items, placed), conflicts: copies.map(({ conflict }) => conflict) };
}

/** Items by id; those without one by what they say. Several with one id are numbered. */
function keyed(file: SidecarFile): Map<string, SidecarItem> {
  const map = new Map<string, SidecarItem>();
  for (const item of file.items) {
    const name = item.id ?? `\n${item.text.replace(/\s+/g, ' ').trim()}`;
    let key = name;
    for (let n = 2; map.has(key); n++) key = `${name}\n${n}`;
    map.set(key, item);
  }
  return map;
}

function mergeItem(
  { base, ours, theirs }: Sides,
  list: ListFile,
): { readonly item: SidecarItem; readonly conflicts?: YamlMap } | undefined {
  if (!ours && !theirs) return undefined;
  if (!theirs) return !base || !unchanged(base, ours!) ? { item: ours! } : undefined;
  if (!ours) return !base || !unchanged(base, theirs) ? { item: inList(theirs, list) } : undefined;
  const before = mergeText(base?.before ?? '', ours.before, theirs.before);
  if (ours.text === theirs.text || (base && theirs.text === base.text)) return { item: { ...ours, before } };
  if (base && ours.text === base.text) return { item: { ...inList(theirs, list), before } };
  if (sameValue(ours.value, theirs.value)) return { item: { ...ours, before } };
  if (!isMapValue(ours.value) || !isMapValue(theirs.value)) return { item: { ...ours, before } };
  const { value, conflicts } = mergeAnnotationValue(base?.value, ours.value, theirs.value);
  const comments = newComments(base, ours, theirs, list);
  const merged = sameValue(value, ours.value) ? ours : rewriteItem(ours, value, list);
  const item = { ...merged, before: before + comments };
  return Object.keys(conflicts).length > 0 ? { item, conflicts } : { item };
}

/** Comments that only they wrote into an annotation that is otherwise merged into our lines: above it. */
function newComments(
  base: SidecarItem | undefined,
  ours: SidecarItem,
  theirs: SidecarItem,
  list: ListFile,
): string {
  const known = (base?.text ?? '') + ours.before + ours.text;
  const lines = theirs.text
    .split(/\r?\n/)
    .filter((line) => /^\s*#/.test(line) && !known.includes(line.trim()));
  return lines.map((line) => ' '.repeat(list.indent) + line.trim() + list.eol).join('');
}

function unchanged(base: SidecarItem, side: SidecarItem): boolean {
  return base.text === side.text || sameValue(base.value, side.value);
}

/** The other value of what can't be decided, as an annotation of its own. */
function conflictCopy(
  item: SidecarItem,
  conflicts: YamlMap,
  taken: Set<string>,
  sides: readonly ReadonlyMap<string, SidecarItem>[],
  list: ListFile,
): { readonly item: SidecarItem } {
  const id = item.id ?? '';
  const isCopy = (candidate: string): boolean =>
    sides.some((side) => {
      const value = side.get(candidate)?.value;
      return isMapValue(value) && value['conflict'] === id;
    });
  let attempt = 0;
  let own = copyId(id, conflicts);
  while (taken.has(own) && !isCopy(own)) own = copyId(id, conflicts, ++attempt);
  taken.add(own);
  const value = { ...(isMapValue(item.value) ? item.value : {}), ...conflicts, id: own, conflict: id };
  return { item: rewriteItem({ ...item, before: '' }, value, list) };
}

/** An item of another file as lines of this list. */
function inList(item: SidecarItem, list: ListFile): SidecarItem {
  const text = relined(item.text.endsWith('\n') ? item.text : item.text + list.eol, list);
  if (text === item.text) return item;
  const before = item.before.replace(/\r?\n/g, list.eol);
  if (text === undefined) return freshItem(isMapValue(item.value) ? item.value : {}, before, list);
  return { ...item, before, text };
}

/** Lines outside of annotations: comments and blank lines. */
function mergeText(base: string, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const lines = theirs.split(/(?<=\n)/).filter((line) => line.trim() !== '' && !ours.includes(line.trim()));
  return ours + (ours === '' || ours.endsWith('\n') ? '' : '\n') + lines.join('');
}
