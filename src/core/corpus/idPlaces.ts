import { isPair, isScalar, visit } from 'yaml';
import type { Annotation } from '../annotation/annotation';
import { flattenCodes, readCodebook } from '../annotation/codebookFile';
import { entityIdPattern } from '../recognition/gazetteerSchema';
import type { Span } from '../text/span';
import { splitList } from '../yaml/listFile';
import { parseYaml } from '../yaml/parse';
import { isPlain } from '../yaml/render';
import { keyText, spanOf } from '../yaml/value';

/** What the ids of a corpus name. */
export type IdKind = 'code' | 'entity';

/** A place in a corpus's YAML files where an id stands. */
export interface IdPlace {
  readonly kind: IdKind;
  readonly id: string;
  /** Where it is given its meaning, or where it is used. */
  readonly role: 'definition' | 'reference';
  /** The id itself, without quotes: UTF-16 offsets of the file's source. */
  readonly span: Span;
  /** The annotation that uses it, in a sidecar. */
  readonly annotation?: Annotation;
}

/** Which places are wanted: those of one id, or the one at an offset. Without it, all. */
export interface IdWanted {
  readonly id?: string;
  readonly offset?: number;
}

/** The ids of codes that a codebook defines, in the order of the tree. */
export function codebookIds(source: string): readonly IdPlace[] {
  const { codebook, locate } = readCodebook(source);
  return flattenCodes(codebook ?? { codes: [] }).flatMap(({ id }) => {
    const span = locate(id, 'id');
    return span ? [{ kind: 'code', id, role: 'definition', span: unquoted(source, span) }] : [];
  });
}

/** The ids of entities that a gazetteer defines, and those that offices belong to. */
export function gazetteerIds(source: string, wanted: IdWanted = {}): readonly IdPlace[] {
  const list = splitList(source, 'entities');
  if (!list) return idsIn(source, 0, source);
  const places: IdPlace[] = [];
  let offset = list.head.length;
  for (const { before, text } of list.items) {
    const start = offset + before.length;
    offset = start + text.length;
    if (isWanted(wanted, text, start)) places.push(...idsIn(text, start, source));
  }
  return places;
}

const roles: Readonly<Record<string, IdPlace['role']>> = { id: 'definition', 'offices/of': 'reference' };

function idsIn(text: string, start: number, source: string): readonly IdPlace[] {
  const places: IdPlace[] = [];
  const { root } = parseYaml(text, 'gazetteer');
  visit(root ?? null, {
    Pair(_, pair, ancestors) {
      if (!isScalar(pair.value) || typeof pair.value.value !== 'string') return undefined;
      const key = keyText(pair.key);
      const path = ancestors.filter(isPair).map((above) => keyText(above.key));
      if (path[0] === 'entities') path.shift();
      const role = roles[[...path, key].join('/')];
      if (role) {
        const { start: from, end } = spanOf(pair.value);
        const span = unquoted(source, { start: from + start, end: end + start });
        places.push({ kind: 'entity', id: pair.value.value, role, span });
      }
      return undefined;
    },
  });
  return places;
}

/** Cheap look at whether an item can hold what is wanted. */
export function isWanted({ id, offset }: IdWanted, text: string, start: number): boolean {
  if (offset !== undefined && (offset < start || offset > start + text.length)) return false;
  return id === undefined || text.includes(id);
}

/** The place at an offset among places of one file. */
export function idAt(places: readonly IdPlace[], offset: number): IdPlace | undefined {
  return places.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The inside of a scalar in quotes. */
export function unquoted(source: string, { start, end }: Span): Span {
  const quote = source.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && source.charAt(end - 1) === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Why an id can't be renamed to this; `undefined` where it can. Such ids need no quotes anywhere in YAML. */
export function idFault(kind: IdKind, id: string): 'entity-id' | 'code-id' | undefined {
  if (kind === 'entity') return entityIdPattern.test(id) && isPlain(id, true) ? undefined : 'entity-id';
  return /^\p{L}[\p{L}\p{N}_.-]*$/u.test(id) && isPlain(id, true) ? undefined : 'code-id';
}

/**
 * Whether what a person typed over a display name is meant as another id: it looks like one, and the name itself doesn't. Entities'
 * ids are small letters, digits and `-`; of codes, ids have no capitals and no spaces.
 */
export function renamesId(kind: IdKind, name: string, typed: string): boolean {
  const looksLikeId = (text: string): boolean =>
    kind === 'entity'
      ? entityIdPattern.test(text)
      : idFault('code', text) === undefined && !/\p{Lu}/u.test(text);
  return looksLikeId(typed) && !looksLikeId(name);
}
