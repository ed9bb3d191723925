import type { SidecarFile, SidecarItem } from '../annotation/sidecarFile';
import type { Span } from '../text/span';
import { spanInItem } from '../yaml/listItem';
import { isList, isMapValue } from '../yaml/render';
import type { Path } from '../yaml/value';
import { isWanted, unquoted, type IdKind, type IdPlace, type IdWanted } from './idPlaces';

/** The ids of codes and entities that a sidecar uses. `none`, which rejects a mention, is no id. */
export function sidecarIds(file: SidecarFile, wanted: IdWanted = {}): readonly IdPlace[] {
  const { source } = file;
  const places: IdPlace[] = [];
  const inLines = file.writable && file.list !== undefined && isInLines(file);
  let offset = file.list?.head.length ?? 0;
  file.items.forEach((item, index) => {
    const start = offset + item.before.length;
    offset = start + item.text.length;
    const used = idsOf(item);
    if (used.length === 0 || (inLines && !isWanted(wanted, item.text, start))) return;
    if (wanted.id !== undefined && !used.some(({ id }) => id === wanted.id)) return;
    const quick = inLines ? quickPlaces(item.text, used) : undefined;
    const locate = inLines && !quick ? spanInItem(item.text) : undefined;
    used.forEach(({ kind, id, path }, i) => {
      const own = quick?.[i] ?? locate?.(path);
      const found = own ? { start: own.start + start, end: own.end + start } : file.locateItem(index, path);
      if (!found) return;
      const span = unquoted(source, found);
      const { annotation } = item;
      places.push({ kind, id, role: 'reference', span, ...(annotation ? { annotation } : {}) });
    });
  });
  return places.filter(({ id, span }) => fits(wanted, id, span));
}

/** Whether the items are the lines of the source; a list in brackets has other offsets. */
function isInLines(file: SidecarFile): boolean {
  const [first] = file.items;
  return (
    first === undefined || file.source.startsWith(first.before + first.text, file.list?.head.length ?? 0)
  );
}

interface UsedId {
  readonly kind: IdKind;
  readonly id: string;
  readonly path: Path;
}

function idsOf({ value }: SidecarItem): readonly UsedId[] {
  if (!isMapValue(value)) return [];
  const { codes, entity } = value;
  const used: UsedId[] = [];
  if (codes !== undefined && isList(codes)) {
    codes.forEach((id, i) => {
      if (typeof id === 'string' && id !== '') used.push({ kind: 'code', id, path: ['codes', i] });
    });
  }
  if (typeof entity === 'string' && entity !== 'none')
    used.push({ kind: 'entity', id: entity, path: ['entity'] });
  return used;
}

/**
 * Where the ids of an item stand in its text, told without parsing its YAML (which takes most of the time of a search over a corpus):
 * for items laid out as Pressmark writes them, `undefined` for others. In a block map no line but a key's begins at the keys' column.
 */
function quickPlaces(text: string, used: readonly UsedId[]): readonly Span[] | undefined {
  const column = /^ *- +/.exec(text)?.[0].length;
  if (column === undefined) return undefined;
  const lines = new RegExp(`^(?: {${column}}| *- +)(?:(codes: \\[)(.*)\\]|(entity: )(\\S+)) *\\r?$`, 'gm');
  const places: Span[] = [];
  const ids: string[] = [];
  for (const match of text.matchAll(lines)) {
    const [line, codesKey, list, entityKey, entity] = match;
    const key = codesKey ?? entityKey ?? '';
    const from = match.index + line.indexOf(key) + key.length;
    for (const token of (list ?? entity ?? '').matchAll(/[^,]+/g)) {
      const id = token[0].trim();
      const start = from + token.index + token[0].indexOf(id);
      places.push({ start, end: start + id.length });
      ids.push(id.replace(/^(["'])(.*)\1$/, '$2'));
    }
  }
  return ids.length === used.length && ids.every((id, i) => id === used[i]!.id) ? places : undefined;
}

function fits({ id, offset }: IdWanted, own: string, span: Span): boolean {
  if (id !== undefined && own !== id) return false;
  return offset === undefined || (span.start <= offset && offset <= span.end);
}
