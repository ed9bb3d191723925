import { sentence } from '../text/message';
import { readItemText } from '../yaml/listItem';
import { isList, isMapValue } from '../yaml/render';
import { checkFormat, faultMessage, textOf, type FormatFault } from '../yaml/validate';
import type { ValueFault, YamlMap, YamlValue } from '../yaml/value';
import type { Annotation, Selector } from './annotation';
import { annotationSchema, sidecarHelp } from './sidecarSchema';

/** What one item of a sidecar's list says. */
export interface ItemReading {
  readonly value: YamlValue;
  /** As much of `id` as there is, even where the annotation can't be read. */
  readonly id?: string;
  /** Absent where the item lacks what an annotation needs. */
  readonly annotation?: Annotation;
  readonly faults: readonly FormatFault[];
  /** The item isn't YAML by itself. */
  readonly broken?: true;
}

/** Reads one item, given as its lines of the file. */
export function readItem(text: string): ItemReading {
  const { value, faults, broken } = readItemText(text, 'sidecar');
  return broken ? { value: null, faults: [], broken: true } : readItemValue(value, faults);
}

export function readItemValue(value: YamlValue, faults: readonly ValueFault[]): ItemReading {
  const formats = checkFormat(annotationSchema, value, sidecarHelp);
  const annotation = faults.some((fault) => fault.kind !== 'type') ? undefined : toAnnotation(value);
  const id = isMapValue(value) ? textOf(value['id']) : undefined;
  const reading = { value, ...(id ? { id } : {}), ...(annotation ? { annotation } : {}) };
  if (formats.length === 0 && faults.length === 0) return { ...reading, faults: [] };
  const cost = annotation ? [] : sentence('This annotation isn’t shown until then; it is kept as it stands.');
  const all = [...faults.map((fault) => ({ path: fault.path, message: faultMessage(fault) })), ...formats];
  return { ...reading, faults: all.map(({ path, message }) => ({ path, message: [...message, ...cost] })) };
}

/** What can be used of a value; `undefined` where an annotation's id or target is unusable. */
function toAnnotation(value: YamlValue): Annotation | undefined {
  if (!isMapValue(value)) return undefined;
  const id = textOf(value['id']);
  const target = toTarget(value['target']);
  if (!id || !target) return undefined;
  const codes = value['codes'];
  return {
    id,
    codes:
      codes !== undefined && isList(codes)
        ? codes.filter((code): code is string => typeof code === 'string' && code !== '')
        : [],
    ...texts(value, ['entity']),
    target,
    ...texts(value, ['note', 'author', 'created', 'modified', 'conflict']),
    ...(value['orphan'] === true ? { orphan: true } : {}),
  };
}

function toTarget(value: YamlValue | undefined): Selector[] | undefined {
  if (value === undefined || !isList(value) || value.length === 0) return undefined;
  const selectors = value.map(toSelector);
  return selectors.every((selector) => selector !== undefined) ? selectors : undefined;
}

function toSelector(value: YamlValue): Selector | undefined {
  if (!isMapValue(value)) return undefined;
  const { start, end, quote } = value;
  if (!isOffset(start) || !isOffset(end) || typeof quote !== 'string') return undefined;
  return { start, end, quote, ...texts(value, ['prefix', 'suffix']) };
}

function isOffset(value: YamlValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function texts<K extends string>(value: YamlMap, keys: readonly K[]): Partial<Record<K, string>> {
  const out: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const text = textOf(value[key]);
    if (text !== undefined) out[key] = text;
  }
  return out;
}
