import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { Span } from '../text/span';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

export type Path = readonly (string | number)[];

/** What can't be told from the values alone. */
export interface ValueFault {
  readonly kind: 'duplicate-key' | 'alias' | 'type';
  readonly path: Path;
  readonly span: Span;
}

/** More nodes than this reached through aliases is an attack, not a file. */
const aliasBudget = 100_000;
const maxFaults = 100;

/** The plain value of a node. Keys such as `__proto__` are own properties like any other. */
export function valueOf(
  node: Node | null | undefined,
  document?: Document,
): { value: YamlValue; faults: ValueFault[] } {
  const faults: ValueFault[] = [];
  const report = (kind: ValueFault['kind'], path: Path, at: unknown): void => {
    if (faults.length < maxFaults) faults.push({ kind, path, span: spanOf(at) });
  };
  let budget = aliasBudget;
  const visit = (current: unknown, path: Path, open: readonly unknown[]): YamlValue => {
    if (isAlias(current)) {
      const source = document && !open.includes(current) ? current.resolve(document) : undefined;
      if (source && budget > 0 && !open.includes(source))
        return visit(source, path, [...open, current, source]);
      report('alias', path, current);
      return null;
    }
    if (open.length > 0 && budget-- <= 0) return null;
    if (isScalar(current)) {
      const { value } = current;
      if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
      if (typeof value === 'number') return value;
      report('type', path, current);
      return String(value);
    }
    if (isSeq(current)) return current.items.map((item, i) => visit(item, [...path, i], open));
    if (isMap(current)) {
      const map: Record<string, YamlValue> = {};
      for (const pair of current.items) {
        const key = keyText(pair.key);
        if (Object.hasOwn(map, key)) {
          report('duplicate-key', [...path, key], pair.key);
          continue;
        }
        Object.defineProperty(map, key, {
          value: visit(pair.value, [...path, key], open),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return map;
    }
    return null;
  };
  const value = visit(node, [], []);
  return { value, faults };
}

export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Where the value at a path stands; the nearest thing above it that exists, when it doesn't. */
export function spanAt(root: Node | null | undefined, path: Path): Span {
  let node: unknown = root;
  let span = spanOf(node);
  for (const step of path) {
    if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      span = spanOf(node);
    } else if (isMap(node)) {
      const pair = node.items.find((candidate) => keyText(candidate.key) === String(step));
      if (!pair) return firstKeySpan(node) ?? span;
      node = pair.value;
      const own = spanOf(node);
      span = own.end > own.start ? own : spanOf(pair.key);
    } else {
      return span;
    }
  }
  return isMap(node) ? (firstKeySpan(node) ?? span) : span;
}

/** A whole block map makes a poor underline: its first `key: value` says enough. */
function firstKeySpan(node: Node): Span | undefined {
  if (!isMap(node) || node.flow) return undefined;
  const first = node.items[0];
  if (!first) return undefined;
  const start = spanOf(first.key).start;
  return isScalar(first.value)
    ? { start, end: Math.max(spanOf(first.value).end, spanOf(first.key).end) }
    : spanOf(first.key);
}

export function spanOf(node: unknown): Span {
  const range =
    node && typeof node === 'object' && !isPair(node) && 'range' in node
      ? (node.range as number[] | null)
      : null;
  return range ? { start: range[0] ?? 0, end: range[1] ?? 0 } : { start: 0, end: 0 };
}

/** The map with a key set, or without it where `value` is undefined; a new key comes last. */
export function withKey(map: YamlMap, key: string, value: YamlValue | undefined): YamlMap {
  if (value !== undefined) return { ...map, [key]: value };
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
