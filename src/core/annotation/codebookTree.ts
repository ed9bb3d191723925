import { isList, isMapValue } from '../yaml/render';
import { withKey, type Path, type YamlMap, type YamlValue } from '../yaml/value';
import type { Code } from './codebook';

export type CodeField = 'name' | 'definition' | 'examples' | 'color' | 'key' | 'retired';

/** One change of a codebook. `parent` is a code's id, absent for the top; `index` counts among its subcodes, absent for last. */
export type CodebookEdit =
  | {
      readonly kind: 'add';
      readonly code: Partial<Code> & Pick<Code, 'id' | 'name'>;
      readonly parent?: string;
      readonly index?: number;
    }
  /** With its subcodes. */
  | { readonly kind: 'remove'; readonly id: string }
  /** With its subcodes. `index` counts among the others there. */
  | { readonly kind: 'move'; readonly id: string; readonly parent?: string; readonly index?: number }
  | { readonly kind: 'rename'; readonly id: string; readonly to: string }
  /** `undefined` takes the field away. */
  | {
      readonly kind: 'set';
      readonly id: string;
      readonly field: CodeField;
      readonly value: YamlValue | undefined;
    };

export const codeKeyOrder = [
  'id',
  'name',
  'definition',
  'examples',
  'color',
  'key',
  'retired',
  'codes',
] as const;

/** The codebook's value as an edit leaves it; `undefined` where the edit names a code that isn't there or can't be done. */
export function editedTree(file: YamlMap, edit: CodebookEdit): YamlMap | undefined {
  switch (edit.kind) {
    case 'add':
      return findCode(file, edit.code.id)
        ? undefined
        : inserted(file, codeValue(edit.code), edit.parent, edit.index);
    case 'remove':
      return replaced(file, edit.id, undefined);
    case 'move': {
      const found = findCode(file, edit.id);
      const without = replaced(file, edit.id, undefined);
      return found && without && inserted(without, found.value, edit.parent, edit.index);
    }
    case 'rename':
      return findCode(file, edit.to) && edit.to !== edit.id
        ? undefined
        : changed(file, edit.id, 'id', edit.to);
    case 'set':
      return changed(file, edit.id, edit.field, edit.value);
  }
}

/** The item with an id, and the path that leads to it. */
export function findCode(
  map: YamlMap,
  id: string,
  path: Path = [],
): { readonly value: YamlMap; readonly path: Path } | undefined {
  const codes = subcodes(map);
  for (const [i, item] of codes.entries()) {
    if (!isMapValue(item)) continue;
    const here = [...path, 'codes', i];
    if (item['id'] === id) return { value: item, path: here };
    const below = findCode(item, id, here);
    if (below) return below;
  }
  return undefined;
}

export function codeValue(code: Partial<Code>): YamlMap {
  let value: YamlMap = {};
  for (const key of codeKeyOrder) {
    const field = code[key];
    if (field === undefined || (Array.isArray(field) && field.length === 0)) continue;
    value = { ...value, [key]: key === 'codes' ? (code.codes ?? []).map(codeValue) : (field as YamlValue) };
  }
  return value;
}

function changed(file: YamlMap, id: string, key: string, value: YamlValue | undefined): YamlMap | undefined {
  const found = findCode(file, id);
  if (!found) return undefined;
  const current = found.value[key];
  // `key: 1` and `key: "1"` are one key: it stays as it is written.
  if (current !== undefined && value !== undefined && String(current) === value) return file;
  return replaced(file, id, withKey(found.value, key, value));
}

/** The tree with another item in place of the one with an id, or without it. */
function replaced(map: YamlMap, id: string, by: YamlMap | undefined): YamlMap | undefined {
  const codes = subcodes(map);
  const index = codes.findIndex((item) => isMapValue(item) && item['id'] === id);
  if (index >= 0) {
    const rest = by ? codes.with(index, by) : codes.toSpliced(index, 1);
    return rest.length === 0 && map['id'] !== undefined
      ? withKey(map, 'codes', undefined)
      : { ...map, codes: rest };
  }
  for (const [i, item] of codes.entries()) {
    const below = isMapValue(item) ? replaced(item, id, by) : undefined;
    if (below) return { ...map, codes: codes.with(i, below) };
  }
  return undefined;
}

function inserted(
  file: YamlMap,
  code: YamlMap,
  parent: string | undefined,
  index = Infinity,
): YamlMap | undefined {
  const into = (map: YamlMap): YamlMap => {
    const codes = subcodes(map);
    return { ...map, codes: codes.toSpliced(Math.max(0, Math.min(index, codes.length)), 0, code) };
  };
  if (parent === undefined) return into(file);
  const found = findCode(file, parent);
  return found && replaced(file, parent, into(found.value));
}

function subcodes(map: YamlMap): readonly YamlValue[] {
  const codes = map['codes'];
  return codes !== undefined && isList(codes) ? codes : [];
}
