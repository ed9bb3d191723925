import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { isList, isMapValue } from '../yaml/render';
import { sameValue } from '../yaml/sameValue';
import type { YamlMap, YamlValue } from '../yaml/value';

/** What three versions of one map come to. */
export interface MergedValue {
  /** Keys that both sides changed to different things hold our or their value: see `conflicts`. */
  readonly value: YamlMap;
  /** The keys that can't be decided, each with the value that is not in `value`. */
  readonly conflicts: YamlMap;
}

type Maybe = YamlValue | undefined;
/** Decides a key that both sides changed to different things; `undefined` where a person must. */
type Decide = (base: Maybe, ours: YamlValue, theirs: YamlValue) => YamlValue | undefined;

const byJson = (pick: (order: boolean) => boolean): Decide => {
  return (_, ours, theirs) => (pick(json(ours) < json(theirs)) ? ours : theirs);
};
const earlier = byJson((first) => first);
const later = byJson((first) => !first);

const annotationRules: Readonly<Record<string, Decide>> = {
  codes: mergeSets,
  target: mergeTargets,
  created: earlier,
  modified: later,
  conflict: earlier,
};

/** Three-way merge of an annotation's value, key by key. Which side is ours makes no difference to the result. */
export function mergeAnnotationValue(base: Maybe, ours: YamlMap, theirs: YamlMap): MergedValue {
  return mergeMaps(isMapValue(base) ? base : {}, ours, theirs, annotationRules);
}

/** The same for the keys of the file. The fingerprint of neither side fits the merged release; either will do. */
export function mergeFrameValue(base: YamlMap, ours: YamlMap, theirs: YamlMap): MergedValue {
  return mergeMaps(base, ours, theirs, { text: earlier });
}

function mergeMaps(
  base: YamlMap,
  ours: YamlMap,
  theirs: YamlMap,
  rules: Readonly<Record<string, Decide>>,
): MergedValue {
  const merged: [string, YamlValue][] = [];
  const undecided: [string, YamlValue, YamlValue][] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [b, o, t] = [own(base, key), own(ours, key), own(theirs, key)];
    const value = decide(b, o, t, Object.hasOwn(rules, key) ? rules[key] : undefined);
    if (value === 'conflict') undecided.push([key, o ?? null, t ?? null]);
    else if (value) merged.push([key, value.value]);
  }
  // One side wins all undecided keys together, by their values alone: the same one whoever merges, and in every later merge.
  const oursFirst =
    json(Object.fromEntries(undecided.map(([key, o]) => [key, o]))) <=
    json(Object.fromEntries(undecided.map(([key, , t]) => [key, t])));
  const kept = undecided.map(([key, o, t]) => [key, oursFirst ? o : t] as const);
  const other = undecided.map(([key, o, t]) => [key, oursFirst ? t : o] as const);
  return { value: Object.fromEntries([...merged, ...kept]), conflicts: Object.fromEntries(other) };
}

function decide(
  base: Maybe,
  ours: Maybe,
  theirs: Maybe,
  rule?: Decide,
): { readonly value: YamlValue } | 'conflict' | undefined {
  const present = (value: Maybe): { readonly value: YamlValue } | undefined =>
    value === undefined ? undefined : { value };
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return present(ours);
  if (sameValue(ours, base)) return present(theirs);
  // Taken away by one, changed by the other: the change stays.
  if (ours === undefined || theirs === undefined) return present(ours ?? theirs);
  const decided = rule?.(base, ours, theirs);
  if (decided !== undefined) return { value: decided };
  if (!rule && isMapValue(ours) && isMapValue(theirs)) {
    const { value, conflicts } = mergeMaps(isMapValue(base) ? base : {}, ours, theirs, {});
    if (Object.keys(conflicts).length === 0) return { value };
  }
  return 'conflict';
}

/** What either side added is in, what either side took out is out; the rest in the old order. */
function mergeSets(base: Maybe, ours: YamlValue, theirs: YamlValue): YamlValue | undefined {
  if (!isStrings(ours) || !isStrings(theirs)) return undefined;
  const old = base !== undefined && isStrings(base) ? base : [];
  const kept = old.filter((code) => ours.includes(code) && theirs.includes(code));
  const added = [...ours, ...theirs].filter((code) => !old.includes(code));
  return [...kept, ...[...new Set(added)].sort()];
}

/** Passages with the same quotes are the same passages, found in different versions of the release. */
function mergeTargets(base: Maybe, ours: YamlValue, theirs: YamlValue): YamlValue | undefined {
  const quotes = (value: YamlValue): Maybe =>
    isList(value) ? value.map((span) => (isMapValue(span) ? (span['quote'] ?? null) : null)) : undefined;
  return sameValue(quotes(ours), quotes(theirs)) ? earlier(base, ours, theirs) : undefined;
}

function isStrings(value: YamlValue): value is readonly string[] {
  return isList(value) && value.every((item) => typeof item === 'string');
}

function own(map: YamlMap, key: string): Maybe {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** JSON with sorted keys: equal for equal values. */
export function json(value: YamlValue): string {
  if (isMapValue(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${json(child)}`).join(',')}}`;
  }
  return isList(value) ? `[${value.map(json).join(',')}]` : JSON.stringify(value);
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** An id for the second copy of an annotation in conflict: the same whoever merges. */
export function copyId(id: string, conflicts: YamlMap, attempt = 0): string {
  const bytes = sha256(utf8ToBytes(`${attempt}\n${id}\n${json(conflicts)}`));
  const signs = letters + '0123456789';
  return [...bytes.slice(0, 8)].map((byte, i) => (i === 0 ? letters[byte % 26] : signs[byte % 36])).join('');
}
