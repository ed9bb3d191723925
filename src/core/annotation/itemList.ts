import { listHead, type ListFile } from '../yaml/listFile';
import type { SidecarItem } from './sidecarFile';

/** Items while they are edited: any number of edits in one pass, each item at its place by first start, then id. */
export class ItemList {
  private readonly slots: (SidecarItem | undefined)[];
  /** What stood above items that went: it stays for the next one. */
  private readonly gaps = new Map<number, string>();
  /** First slot of each id; made when it pays. */
  private places: Map<string, number> | undefined;
  private lookups = 0;
  /** Items yet to be put in their place. */
  private readonly added = new Map<string, SidecarItem>();
  /** Slots that some of them had. */
  private readonly left = new Map<string, number>();

  constructor(items: readonly SidecarItem[]) {
    this.slots = [...items];
  }

  /** The first item with an id. */
  get(id: string): SidecarItem | undefined {
    return this.added.get(id) ?? this.slots[this.placeOf(id)];
  }

  /** In place of the first with its id, or where its first start belongs. */
  put(item: SidecarItem): void {
    const id = item.id ?? '';
    const place = this.placeOf(id);
    const slot = this.slots[place];
    if (!this.added.has(id) && slot) {
      if (firstStart(item) === firstStart(slot) || this.fits(item, place)) {
        this.slots[place] = item;
        return;
      }
      this.take(id, place, '');
      this.left.set(id, place);
    }
    this.added.set(id, item);
  }

  remove(id: string): void {
    const added = this.added.get(id);
    if (added) {
      this.added.delete(id);
      const left = this.left.get(id);
      if (left !== undefined) this.gaps.set(left, added.before);
      return;
    }
    const place = this.placeOf(id);
    const slot = this.slots[place];
    if (slot) this.take(id, place, slot.before);
  }

  /** Of several with one id the one at `occurrence`, counted from 0. */
  replace(id: string, occurrence: number, change: (item: SidecarItem) => SidecarItem): void {
    let seen = 0;
    const place = this.slots.findIndex((slot) => slot?.id === id && seen++ === occurrence);
    const slot = this.slots[place];
    if (slot) this.slots[place] = change(slot);
    this.places = undefined;
  }

  /** The items, and at the end, as one without text, what stood above the last. */
  finish(): readonly SidecarItem[] {
    if (this.gaps.size === 0 && this.added.size === 0) return this.slots as SidecarItem[];
    const kept: SidecarItem[] = [];
    let above = '';
    this.slots.forEach((slot, i) => {
      if (!slot) above += this.gaps.get(i) ?? '';
      else {
        kept.push(above === '' ? slot : { ...slot, before: above + slot.before });
        above = '';
      }
    });
    const placed = placeInOrder(kept, [...this.added.values()]);
    if (above !== '') placed.push({ before: above, text: '', value: null, faults: [] });
    return placed;
  }

  private take(id: string, place: number, gap: string): void {
    this.slots[place] = undefined;
    this.gaps.set(place, gap);
    const next = this.slots.findIndex((other, i) => i > place && other?.id === id);
    if (next < 0) this.places?.delete(id);
    else this.places?.set(id, next);
  }

  private placeOf(id: string): number {
    if (!this.places && ++this.lookups > 8) {
      this.places = new Map();
      for (const [i, slot] of this.slots.entries()) {
        if (slot?.id !== undefined && !this.places.has(slot.id)) this.places.set(slot.id, i);
      }
    }
    return this.places ? (this.places.get(id) ?? -1) : this.slots.findIndex((slot) => slot?.id === id);
  }

  private fits(item: SidecarItem, place: number): boolean {
    const last = this.slots.length - 1;
    const [before, after] = [this.slots[place - 1], this.slots[place + 1]];
    const fitsBefore = place === 0 || (before !== undefined && comesBefore(before, item));
    return fitsBefore && (place === last || (after !== undefined && comesBefore(item, after)));
  }
}

/** Puts each item after the last one that comes before it. */
export function placeInOrder(items: readonly SidecarItem[], added: readonly SidecarItem[]): SidecarItem[] {
  const ordered = [...added].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  if (added.length > 8 && items.every((item, i) => i === 0 || !comesBefore(item, items[i - 1]!))) {
    return mergeInOrder(items, ordered);
  }
  const placed = [...items];
  for (const item of ordered) {
    let at = placed.length;
    while (at > 0 && !comesBefore(placed[at - 1]!, item)) at--;
    placed.splice(at, 0, item);
  }
  return placed;
}

function mergeInOrder(items: readonly SidecarItem[], added: readonly SidecarItem[]): SidecarItem[] {
  const merged: SidecarItem[] = [];
  let next = 0;
  for (const item of items) {
    while (next < added.length && !comesBefore(item, added[next]!)) merged.push(added[next++]!);
    merged.push(item);
  }
  return [...merged, ...added.slice(next)];
}

/** Line ends between items, `[]` for a list without any, and comments that are above nothing any more at the end. */
export function settle(
  list: ListFile,
  items: readonly SidecarItem[],
): { readonly list: ListFile; readonly items: readonly SidecarItem[] } {
  const kept = items.some((item) => item.text === '') ? items.filter((item) => item.text !== '') : items;
  const tail =
    (kept === items ? '' : items.map((item) => (item.text === '' ? item.before : '')).join('')) + list.tail;
  const isEnded = (item: SidecarItem, i: number): boolean =>
    item.text.endsWith('\n') || (i === kept.length - 1 && tail === '');
  const complete = kept.every(isEnded)
    ? kept
    : kept.map((item, i) => (isEnded(item, i) ? item : { ...item, text: item.text + list.eol }));
  return { list: { ...list, head: listHead(list, kept.length), tail }, items: complete };
}

/** Order of the list: first start, then id. An item that can't be read stays with the one before it. */
function comesBefore(a: SidecarItem, b: SidecarItem): boolean {
  const first = firstStart(a);
  const second = firstStart(b);
  if (first !== second) return first < second;
  return (a.id ?? '') < (b.id ?? '');
}

export function firstStart(item: SidecarItem): number {
  const starts = item.annotation?.target.map((selector) => selector.start) ?? [-1];
  return Math.min(...starts);
}
