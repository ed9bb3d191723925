import { isList, isMapValue } from '../yaml/render';
import { sameValue } from '../yaml/sameValue';
import { withKey, type YamlMap, type YamlValue } from '../yaml/value';
import type { Annotation, Selector } from './annotation';
import type { ItemReading } from './sidecarItem';

const optionalKeys = ['entity', 'note', 'author', 'created', 'modified', 'orphan', 'conflict'] as const;
const selectorKeys = ['start', 'end', 'quote', 'prefix', 'suffix'] as const;
const annotationKeys = [
  'id',
  'codes',
  'entity',
  'target',
  'note',
  'author',
  'created',
  'modified',
  'orphan',
  'conflict',
] as const;
/** Keys in the order they are written in. */
export const keyOrder = [...annotationKeys, ...selectorKeys];

/** What the item is to say: what it said, with everything the annotation says otherwise. Unknown keys stay. */
export function changedValue(item: ItemReading, annotation: Annotation): YamlMap {
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
