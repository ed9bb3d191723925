import { isMap, isSeq } from 'yaml';
import type { Problem } from '../text/problem';
import { parseYaml } from './parse';
import { lineEndOf } from './splice';
import { keyText, spanOf } from './value';

/** One item of a list, as whole lines of its source. */
export interface ListItem {
  /** Blank lines and comments above the item that stand outside of it. */
  readonly before: string;
  readonly text: string;
}

/**
 * A YAML file that is a map with one long list (`annotations:`, `entities:`), cut at the items so that one can be read, changed or
 * merged without reading the others. `head + items + tail` is the source, byte for byte.
 */
export interface ListFile {
  readonly key: string;
  readonly head: string;
  readonly items: readonly ListItem[];
  readonly tail: string;
  /** Column of the dashes. */
  readonly indent: number;
  readonly eol: '\n' | '\r\n';
}

export function listSource(file: ListFile): string {
  const parts = [file.head];
  for (const item of file.items) parts.push(item.before, item.text);
  parts.push(file.tail);
  return parts.join('');
}

/** The head for a list of so many items: `key: []` for none, `key:` and a line break for some. */
export function listHead(list: ListFile, count: number): string {
  const line = new RegExp(`^((["']?)${list.key}\\2:)(?:[ ]+\\[\\])?`, 'm');
  if (count === 0) return list.items.length > 0 ? list.head.replace(line, '$1 []') : list.head;
  const head = list.head.replace(line, '$1');
  return head.endsWith('\n') ? head : head + list.eol;
}

/** The file without its items: a small YAML source of its own. */
export function frameOf(file: ListFile): string {
  return file.head + file.tail;
}

/** Cuts a source laid out as a block list; `undefined` where it isn't (a list in brackets, JSON, tabs, no list). */
export function splitList(source: string, key: string): ListFile | undefined {
  const opening = new RegExp(`^(["']?)${key}\\1:(?:[ ]+\\[\\])?[ ]*(?:#[^\\n]*)?(?:\\r?\\n|$)`, 'm').exec(
    source,
  );
  if (!opening) return undefined;
  const cut = cutItems(source, opening.index + opening[0].length);
  if (!cut) return undefined;
  if (cut.items.length > 0 && /^[^#\n]*\[/.test(opening[0])) return undefined;
  const file: ListFile = {
    key,
    head: source.slice(0, opening.index + opening[0].length),
    eol: lineEndOf(source),
    ...cut,
  };
  return isFrame(frameOf(file), key, opening.index) ? file : undefined;
}

/** The list key must be a key of the top map there, with nothing else as its value. */
function isFrame(frame: string, key: string, at: number): boolean {
  const { root } = parseYaml(frame, 'frame');
  if (!isMap(root) || root.flow) return false;
  const pairs = root.items.filter((pair) => keyText(pair.key) === key);
  const value = pairs[0]?.value;
  const empty =
    value == null || spanOf(value).start === spanOf(value).end || (isSeq(value) && value.items.length === 0);
  return pairs.length === 1 && empty && spanOf(pairs[0]?.key).start === at;
}

interface Cut {
  readonly items: readonly ListItem[];
  readonly tail: string;
  readonly indent: number;
}

const space = 32;
const tab = 9;
const dash = 45;
const hash = 35;
const newline = 10;
const carriageReturn = 13;

function cutItems(source: string, from: number): Cut | undefined {
  const items: ListItem[] = [];
  let indent = -1;
  let itemStart = -1;
  let itemEnd = from;
  let beforeStart = from;
  let line = from;
  let tailStart = -1;
  while (line < source.length) {
    let end = source.indexOf('\n', line);
    end = end < 0 ? source.length : end + 1;
    let at = line;
    let code = source.charCodeAt(at);
    while (code === space) code = source.charCodeAt(++at);
    if (code === tab) return undefined;
    const column = at - line;
    const blank =
      at >= end || code === newline || (code === carriageReturn && source.charCodeAt(at + 1) === newline);
    const comment = code === hash;
    if (!blank && !(comment && (itemStart < 0 || column <= indent))) {
      const after = source.charCodeAt(at + 1);
      const dashed = code === dash && (after === space || after === newline || after === carriageReturn);
      if (itemStart >= 0 && column > indent) {
        itemEnd = end;
      } else if (dashed && (indent < 0 || column === indent)) {
        if (itemStart >= 0)
          items.push({
            before: source.slice(beforeStart, itemStart),
            text: source.slice(itemStart, itemEnd),
          });
        beforeStart = itemStart >= 0 ? itemEnd : from;
        indent = column;
        itemStart = line;
        itemEnd = end;
      } else {
        tailStart = line;
        break;
      }
    }
    line = end;
  }
  if (itemStart >= 0)
    items.push({ before: source.slice(beforeStart, itemStart), text: source.slice(itemStart, itemEnd) });
  if (tailStart >= 0 && /^ /.test(source.slice(tailStart, tailStart + 1))) return undefined;
  return { items, tail: source.slice(itemStart >= 0 ? itemEnd : from), indent: indent < 0 ? 2 : indent };
}

export interface WholeList {
  /** The same file with its list in block layout, each item's own text kept; absent where that can't be done. */
  readonly file?: ListFile;
  readonly problems: readonly Problem[];
}

/** Brings a list in brackets (or `[]`, or a JSON file) into block layout, for editing. */
export function blockList(source: string, key: string): ListFile | undefined {
  const { root } = parseYaml(source, 'list');
  const eol = lineEndOf(source);
  if (root === undefined) return undefined;
  if (!isMap(root) || /[&*]/.test(stripQuoted(source))) return undefined;
  if (root.flow) {
    const lines = root.items.map((pair) => {
      const value = spanOf(pair.value);
      return `${keyText(pair.key)}: ${indented(source.slice(value.start, value.end), 2)}`;
    });
    const rest = source.slice(spanOf(root).end).trim();
    return blockList(lines.join(eol) + eol + (rest ? rest + eol : ''), key);
  }
  const pair = root.items.find((candidate) => keyText(candidate.key) === key);
  if (!pair) {
    const open = source === '' || source.endsWith('\n') ? '' : eol;
    return splitList(`${source}${open}${key}:${eol}`, key);
  }
  const keyEnd = spanOf(pair.key).end;
  const { start, end } = spanOf(pair.value);
  if (isSeq(pair.value) && !pair.value.flow) return undefined;
  const nodes = isSeq(pair.value) ? pair.value.items : [];
  const items = nodes.map((node) => {
    const span = spanOf(node);
    return `${eol}  - ${indented(source.slice(span.start, span.end), 4)}`;
  });
  const colon = source.indexOf(':', keyEnd) + 1;
  if (colon === 0) return undefined;
  const valueEnd = start === end ? colon : end;
  return splitList(
    source.slice(0, spanOf(pair.key).start) + key + ':' + items.join('') + restOfLine(source, valueEnd, eol),
    key,
  );
}

function restOfLine(source: string, from: number, eol: string): string {
  const rest = source.slice(from);
  return rest === '' || /^[ \r\n]/.test(rest) ? rest || eol : eol + rest;
}

function indented(text: string, by: number): string {
  return text.replace(/\n(?=[^\r\n])/g, '\n' + ' '.repeat(by));
}

function stripQuoted(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/gs, '');
}
