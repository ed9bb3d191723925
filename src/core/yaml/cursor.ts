import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Scalar } from 'yaml';
import type { Span } from '../text/span';
import { splitList } from './listFile';
import { keyText } from './value';

/** Where in a YAML file somebody is writing. */
export interface YamlCursor {
  /** The keys that lead there, places in lists left out: `['codes', 'codes', 'color']`. */
  readonly path: readonly string[];
  /** Whether a key of the map at `path` is being written, or its value (or an item of it). */
  readonly role: 'key' | 'value';
  /** What is written there so far; empty where nothing is. UTF-16 offsets of the source. */
  readonly word: Span;
  /** The list it is an item of: with dashes, or in brackets. */
  readonly list?: 'block' | 'flow';
  /** The other keys of the map, where a key is written; the other items of the list, where an item is. */
  readonly others: readonly string[];
}

/** Stands for the cursor while the source is parsed; no file has it. */
const marker = '\ue000';
/** Larger files are looked at item by item; UTF-16 units. */
const wholeLimit = 200_000;

/**
 * What is being written at an offset (UTF-16) of a source that need not be complete. `listKey` names the long list of the file, if it
 * has one. `undefined` in comments, block texts and prose of several words.
 */
export function yamlCursor(source: string, offset: number, listKey?: string): YamlCursor | undefined {
  const start =
    offset - (/[^\s[\]{},:"'#]*$/.exec(source.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0);
  const end = offset + (/^[^\s[\]{},:"'#]*/.exec(source.slice(offset, offset + 200))?.[0].length ?? 0);
  const marked = source.slice(0, end) + marker + source.slice(end);
  const word = source.slice(start, end) + marker;
  const chunk = marked.length > wholeLimit && listKey !== undefined ? itemAround(marked, listKey) : undefined;
  if (marked.length > wholeLimit && chunk === undefined) return undefined;
  const document = parseDocument(chunk ?? marked, {
    keepSourceTokens: false,
    uniqueKeys: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  let found: YamlCursor | undefined;
  visit(document, {
    Scalar(role, node, ancestors) {
      if (node.value !== word || !isWord(node)) return undefined;
      found = cursorAt(role === 'key' ? 'key' : 'value', ancestors, { start, end }, word);
      return visit.BREAK;
    },
  });
  return found;
}

function isWord({ type }: Scalar): boolean {
  return type === 'PLAIN' || type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
}

function cursorAt(role: 'key' | 'value', ancestors: readonly unknown[], word: Span, own: string): YamlCursor {
  const pairs = ancestors.filter(isPair);
  const path = (role === 'key' ? pairs.slice(0, -1) : pairs).map((pair) => keyText(pair.key));
  const parent = ancestors.at(role === 'key' ? -2 : -1);
  const texts = isMap(parent)
    ? parent.items.map((pair) => keyText(pair.key))
    : isSeq(parent)
      ? parent.items.map((item) => (isScalar(item) ? String(item.value) : ''))
      : [];
  return {
    path,
    role,
    word,
    ...(isSeq(parent) ? { list: parent.flow ? 'flow' : 'block' } : {}),
    others: texts.filter((text) => text !== '' && text !== own),
  };
}

/** The one item of the list that holds the marker, as a file of its own. */
function itemAround(marked: string, listKey: string): string | undefined {
  const item = splitList(marked, listKey)?.items.find(({ text }) => text.includes(marker));
  return item && `${listKey}:\n${item.text}`;
}
