import { isMap, isSeq } from 'yaml';
import type { ListFile } from './listFile';
import { parseYaml } from './parse';
import { isList, renderItem } from './render';
import { readSimple } from './simple';
import { applySplices } from './splice';
import { sameValue } from './sameValue';
import { NotInPlace, spliceValue, type SpliceOptions } from './spliceValue';
import { spanAt, valueOf, type Path, type ValueFault, type YamlMap, type YamlValue } from './value';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';

/** The value of one item of a list, read from its lines alone. */
export interface ItemValue {
  readonly value: YamlValue;
  readonly faults: readonly ValueFault[];
  /** Set where the lines aren't YAML by themselves. Spans count from the start of the item's text. */
  readonly broken?: readonly Problem[];
}

export function readItemText(text: string, rulePrefix: string): ItemValue {
  const simple = readSimple(text);
  if (simple !== undefined && isList(simple) && simple.length === 1)
    return { value: simple[0] ?? null, faults: [] };
  const { root, document, problems } = parseYaml(text, rulePrefix);
  if (problems.length > 0 || !isSeq(root) || root.items.length !== 1)
    return { value: null, faults: [], broken: problems };
  const { value, faults } = valueOf(root, document);
  const alias = faults.find((fault) => fault.kind === 'alias');
  // What it stands for is elsewhere in the file.
  if (alias) return { value: null, faults: [], broken: [] };
  return {
    value: isList(value) ? (value[0] ?? null) : null,
    faults: faults.map((fault) => ({ ...fault, path: fault.path.slice(1) })),
  };
}

/** Finds a path of an item's value in the item's text. */
export function spanInItem(text: string): (path: Path) => Span {
  const { root } = parseYaml(text, 'item');
  return (path) => spanAt(root, [0, ...path]);
}

/** The lines of an item made to say `after`: spliced where that can be done, else written anew. */
export function rewriteItemText(
  text: string,
  after: YamlMap,
  list: ListFile,
  options: SpliceOptions = {},
): string {
  return splicedItem(text, after, options) ?? renderItemText(after, list, options.flowKeys);
}

export function renderItemText(value: YamlMap, list: ListFile, flowKeys?: ReadonlySet<string>): string {
  const style = { indent: list.indent + 2, eol: list.eol, ...(flowKeys ? { flowKeys } : {}) };
  return `${' '.repeat(list.indent)}- ${renderItem(value, style)}${list.eol}`;
}

function splicedItem(text: string, after: YamlMap, options: SpliceOptions): string | undefined {
  try {
    const { root } = parseYaml(text, 'item');
    const node = isSeq(root) ? root.items[0] : undefined;
    if (!isMap(node)) return undefined;
    const spliced = applySplices(text, spliceValue(text, node, after, options));
    const { value, faults, broken } = readItemText(spliced, 'item');
    return !broken && faults.length === 0 && sameValue(value, after) ? spliced : undefined;
  } catch (error) {
    if (error instanceof NotInPlace || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Lines taken from another place, with this list's line ends and column of dashes; `undefined` where they can't be moved there. */
export function relined(text: string, list: Pick<ListFile, 'indent' | 'eol'>): string | undefined {
  const shift = list.indent - (/^ */.exec(text)?.[0].length ?? 0);
  const lines = text.split(/\r?\n/);
  if (shift < 0 && lines.some((line) => line.slice(0, -shift).trim() !== '')) return undefined;
  return lines
    .map((line) => (line === '' ? line : shift >= 0 ? ' '.repeat(shift) + line : line.slice(-shift)))
    .join(list.eol);
}
