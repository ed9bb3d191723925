import { isMap } from 'yaml';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { readYamlFile, type FileKind } from '../yaml/readFile';
import { isList, isMapValue } from '../yaml/render';
import { textOf } from '../yaml/validate';
import { keyText, spanAt, spanOf, type Path, type YamlMap, type YamlValue } from '../yaml/value';
import { nodeAt } from '../yaml/nodeAt';
import { flattenCodes, type Code, type Codebook } from './codebook';
import { codebookHelp, codebookSchema, codebookVersion, codeSchema } from './codebookSchema';

export { flattenCodes };

export const codebookKind: FileKind = {
  rule: 'codebook',
  name: sentence('codebook'),
  version: codebookVersion,
  schema: codebookSchema,
  help: codebookHelp,
};

const knownKeys = new Set(Object.keys(codeSchema.shape));

export interface CodebookReading {
  /** Absent where the file can't be read: bad YAML, merge markers, a newer version. */
  readonly codebook?: Codebook;
  /** Spans are UTF-16 offsets of the source. */
  readonly problems: readonly Problem[];
  /** Keys of codes that Pressmark does not know, and keeps. */
  readonly otherKeys: readonly { readonly code: string; readonly key: string }[];
  /** Where a code's item stands, subcodes included; with `key`, where that key's value stands (`id`, `name`, `color`…). */
  readonly locate: (codeId: string, key?: string) => Span | undefined;
}

/** Reads a codebook's YAML. A code without id is left out, its subcodes are kept in its place. */
export function readCodebook(source: string): CodebookReading {
  const { value, root, problems } = readYamlFile(source, codebookKind);
  if (!value) return { problems, otherKeys: [], locate: () => undefined };
  const paths = new Map<string, Path>();
  const twice: Problem[] = [];
  const keys = new Map<string, string>();
  const otherKeys: { code: string; key: string }[] = [];
  const codes = readCodes(value['codes'], ['codes'], (code, path, item) => {
    for (const key of Object.keys(item)) if (!knownKeys.has(key)) otherKeys.push({ code: code.id, key });
    const told = (rule: string, message: Message, key: string): void => {
      twice.push({ rule, severity: 'error', message, span: spanAt(root, [...path, key]) });
    };
    if (paths.has(code.id))
      told(
        'codebook/duplicate-id',
        sentence('Two codes have the id `{0}`. Give one of them another.', code.id),
        'id',
      );
    else paths.set(code.id, path);
    const other = code.key === undefined || code.retired ? undefined : keys.get(code.key);
    if (other !== undefined) {
      told(
        'codebook/duplicate-key',
        sentence('The key `{0}` already tags `{1}`. Choose another.', code.key ?? '', other),
        'key',
      );
    } else if (code.key !== undefined && !code.retired) keys.set(code.key, code.id);
  });
  return {
    codebook: { codes },
    problems: [...problems, ...twice].sort((a, b) => a.span.start - b.span.start),
    otherKeys,
    locate: (codeId, key) => {
      const path = paths.get(codeId);
      const node = path && nodeAt(root, path);
      if (!path || !node) return undefined;
      if (key === undefined) return spanOf(node);
      const has = isMap(node) && node.items.some((pair) => keyText(pair.key) === key);
      return has ? spanAt(root, [...path, key]) : undefined;
    },
  };
}

function readCodes(
  value: YamlValue | undefined,
  path: Path,
  found: (code: Code, path: Path, item: YamlMap) => void,
): Code[] {
  if (value === undefined || !isList(value)) return [];
  return value.flatMap((item, i) => {
    const here = [...path, i];
    if (!isMapValue(item)) return [];
    const id = textOf(item['id']);
    if (!id) return readCodes(item['codes'], [...here, 'codes'], found);
    const own = readCode(id, item);
    found(own, here, item);
    return [{ ...own, codes: readCodes(item['codes'], [...here, 'codes'], found) }];
  });
}

function readCode(id: string, item: YamlMap): Code {
  const { definition, examples, color, key, retired } = item;
  return {
    id,
    name: textOf(item['name']) || id,
    ...(typeof definition === 'string' ? { definition } : {}),
    examples:
      examples !== undefined && isList(examples)
        ? examples.filter((text): text is string => typeof text === 'string')
        : [],
    ...(typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {}),
    ...(/^[0-9a-z]$/i.test(String(key)) ? { key: String(key) } : {}),
    ...(retired === true ? { retired } : {}),
    codes: [],
  };
}
