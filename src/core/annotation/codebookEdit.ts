import { inWords, sentence } from '../text/message';
import { isMap, isSeq, type Node } from 'yaml';
import { nodeAt } from '../yaml/nodeAt';
import { parseYaml } from '../yaml/parse';
import { readYamlFile } from '../yaml/readFile';
import { renderEntry } from '../yaml/render';
import { applySplices, lineEndOf, lineStart } from '../yaml/splice';
import { sameValue } from '../yaml/sameValue';
import { insertItem, itemLines, NotInPlace, removeItem, spliceValue } from '../yaml/spliceValue';
import { relined } from '../yaml/listItem';
import { valueOf, type Path, type YamlMap } from '../yaml/value';
import { codebookKind } from './codebookFile';
import { codeKeyOrder, codeValue, editedTree, findCode, type CodebookEdit } from './codebookTree';

const options = { order: codeKeyOrder };

/**
 * Changes a codebook's source: only the lines of the codes concerned, comments kept. An empty source begins a codebook. Throws when
 * the source can't be read; an edit that names a code that isn't there changes nothing.
 */
export function editCodebook(source: string, edits: readonly CodebookEdit[]): string {
  let text = source;
  for (const edit of edits) text = editOnce(text, edit);
  return text;
}

function editOnce(source: string, edit: CodebookEdit): string {
  const { value, root, problems } = readYamlFile(source, codebookKind);
  if (!value)
    throw new Error(inWords(problems[0]?.message ?? sentence('This codebook can’t be written to.')));
  const after = editedTree(value, edit);
  if (!after || sameValue(after, value)) return source;
  if (!isMap(root)) return begun(source, after);
  try {
    const edited = inPlace(source, root, value, edit, after);
    if (sameValue(rootValue(edited), after)) return edited;
  } catch (error) {
    if (!(error instanceof NotInPlace || error instanceof RangeError)) throw error;
  }
  return rewritten(source, root, after);
}

function rootValue(source: string): YamlMap | undefined {
  return readYamlFile(source, codebookKind).value;
}

function begun(source: string, after: YamlMap): string {
  const eol = lineEndOf(source);
  const body = Object.entries({ version: 1, ...after }).map(
    ([key, value]) => renderEntry(key, value, { indent: 0, eol }) + eol,
  );
  return source + (source === '' || source.endsWith('\n') ? '' : eol) + body.join('');
}

/** The last resort: the codes written anew, without the comments among them. */
function rewritten(source: string, root: Node, after: YamlMap): string {
  const codes = after['codes'] ?? [];
  const cleared = applySplices(source, spliceValue(source, root, { ...after, codes: null }, options));
  const { root: next } = parseYaml(cleared, 'codebook');
  return next ? applySplices(cleared, spliceValue(cleared, next, { ...after, codes }, options)) : source;
}

function inPlace(source: string, root: Node, value: YamlMap, edit: CodebookEdit, after: YamlMap): string {
  switch (edit.kind) {
    case 'set':
    case 'rename':
      return applySplices(source, spliceValue(source, root, after, options));
    case 'add':
      return insertCode(source, root, codeValue(edit.code), edit, after);
    case 'remove':
      return removeCode(source, root, value, edit.id, after);
    case 'move': {
      const path = findCode(value, edit.id)?.path ?? [];
      const code = findCode(value, edit.id)?.value ?? {};
      const lines = codeLines(source, root, path);
      const without = editedTree(value, { kind: 'remove', id: edit.id }) ?? value;
      const cut = removeCode(source, root, value, edit.id, without);
      const rest = parseYaml(cut, 'codebook').root;
      if (!rest) throw new NotInPlace();
      const pasted = insertCode(cut, rest, code, edit, after);
      return lines === undefined ? pasted : withLines(pasted, edit.id, lines, after);
    }
  }
}

interface Place {
  readonly parent?: string;
  readonly index?: number;
}

function insertCode(
  source: string,
  root: Node,
  code: YamlMap,
  { parent, index }: Place,
  after: YamlMap,
): string {
  const { value } = valueOf(root);
  const parentPath = parent === undefined ? [] : (findCode(value as YamlMap, parent)?.path ?? []);
  const list = nodeAt(root, [...parentPath, 'codes']);
  if (isSeq(list) && list.items.length > 0) {
    const at = Math.max(0, Math.min(index ?? Infinity, list.items.length));
    return applySplices(source, [insertItem(source, list, at, code, options)]);
  }
  return applySplices(source, spliceValue(source, root, after, options));
}

function removeCode(source: string, root: Node, value: YamlMap, id: string, after: YamlMap): string {
  const path = findCode(value, id)?.path ?? [];
  const list = nodeAt(root, path.slice(0, -1));
  const item = nodeAt(root, path);
  if (isSeq(list) && item && list.items.length > 1)
    return applySplices(source, [removeItem(source, list, item, options)]);
  return applySplices(source, spliceValue(source, root, after, options));
}

/** The very lines of a code, comments inside included, where it stands on lines of its own. */
function codeLines(source: string, root: Node, path: Path): string | undefined {
  const list = nodeAt(root, path.slice(0, -1));
  const item = nodeAt(root, path);
  if (!isSeq(list) || list.flow || !item) return undefined;
  const { start, end } = itemLines(source, list, item);
  return source.slice(start, end);
}

/** The freshly written lines of a code exchanged for its own, at the new indent. */
function withLines(source: string, id: string, lines: string, after: YamlMap): string {
  const { root } = parseYaml(source, 'codebook');
  const path = findCode(after, id)?.path ?? [];
  const list = nodeAt(root, path.slice(0, -1));
  const item = nodeAt(root, path);
  if (!isSeq(list) || list.flow || !item) return source;
  const { start, end } = itemLines(source, list, item);
  const eol = lineEndOf(source);
  const dash = source.indexOf('-', start);
  const text = relined(lines.endsWith('\n') ? lines : lines + eol, {
    indent: dash - lineStart(source, dash),
    eol,
  });
  if (text === undefined) return source;
  const exchanged = source.slice(0, start) + text + source.slice(end);
  return sameValue(rootValue(exchanged), after) ? exchanged : source;
}
