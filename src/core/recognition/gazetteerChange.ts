import { replacement } from '../text/edit';
import { editGazetteer, type GazetteerEdit } from './gazetteerEdit';
import { readGazetteer } from './gazetteerFile';

/** What edits did to a gazetteer's source, so that they can be taken back and done again. */
export interface GazetteerChange {
  readonly edits: readonly GazetteerEdit[];
  /** What takes back those edits that did something, last first. */
  readonly inverse: readonly GazetteerEdit[];
  /** What stood where, and what stands there now. Offsets are UTF-16 code units. */
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
  /** Of the source before and after. */
  readonly lengths: readonly [number, number];
}

/** Carries out edits that add entities and names. Throws what `editGazetteer` throws. */
export function changeGazetteer(
  before: string,
  edits: readonly GazetteerEdit[],
): { readonly after: string; readonly change: GazetteerChange } {
  const after = editGazetteer(before, edits);
  const { start, end, insertedLength } = replacement(before, after);
  const change = {
    edits,
    inverse: inverseOf(before, edits),
    start,
    removed: before.slice(start, end),
    inserted: after.slice(start, start + insertedLength),
    lengths: [before.length, after.length] as const,
  };
  return { after, change };
}

/**
 * The source without a change: byte for byte as it was where it is as the change left it, else without the entities and names that
 * the change brought; everything that came since stays. Throws where that can't be read.
 */
export function undoGazetteerChange(source: string, change: GazetteerChange): string {
  const { start, removed, inserted, lengths, inverse } = change;
  return (
    patched(source, start, { from: inserted, to: removed, length: lengths[1] }) ??
    editGazetteer(source, inverse)
  );
}

/** The source with a change that was taken back. */
export function redoGazetteerChange(source: string, change: GazetteerChange): string {
  const { start, removed, inserted, lengths, edits } = change;
  return (
    patched(source, start, { from: removed, to: inserted, length: lengths[0] }) ??
    editGazetteer(source, edits)
  );
}

function patched(
  source: string,
  start: number,
  { from, to, length }: { readonly from: string; readonly to: string; readonly length: number },
): string | undefined {
  if (source.length !== length || !source.startsWith(from, start)) return undefined;
  return source.slice(0, start) + to + source.slice(start + from.length);
}

function inverseOf(before: string, edits: readonly GazetteerEdit[]): readonly GazetteerEdit[] {
  const known = new Map(readGazetteer(before).entities.map((entity) => [entity.id, new Set(entity.aliases)]));
  const inverse: GazetteerEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'add' && !known.has(edit.entity.id)) {
      known.set(edit.entity.id, new Set(edit.entity.aliases));
      inverse.unshift({ kind: 'remove', id: edit.entity.id });
    }
    if (edit.kind === 'alias') {
      const names = known.get(edit.id);
      const aliases = edit.aliases.filter((alias) => !names?.has(alias));
      for (const alias of aliases) names?.add(alias);
      if (aliases.length > 0) inverse.unshift({ kind: 'unalias', id: edit.id, aliases });
    }
  }
  return inverse;
}
