import { isMap, isSeq, type Node } from 'yaml';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { blockList, frameOf, splitList } from '../yaml/listFile';
import { mergeMarker, parseYaml } from '../yaml/parse';
import { newerVersion } from '../yaml/readFile';
import { isList, isMapValue } from '../yaml/render';
import { checkFormat, faultMessage } from '../yaml/validate';
import { keyText, spanAt, valueOf, withKey, type Path } from '../yaml/value';
import {
  annotationsKey,
  SidecarFile,
  type SidecarFrame,
  type SidecarItem,
  type SidecarParts,
} from './sidecarFile';
import { readItem, readItemValue } from './sidecarItem';
import { frameSchema, sidecarHelp, sidecarVersion } from './sidecarSchema';

/** Reads a sidecar's YAML. Whatever can be read is read; what can't is told in `problems` and kept as it stands. */
export function readSidecar(source: string): SidecarFile {
  try {
    return read(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = sentence('This file is too large or too deep to be read. It isn’t changed.');
    return unreadable(source, [
      { rule: 'sidecar/syntax', severity: 'error', message, span: { start: 0, end: 0 } },
    ]);
  }
}

function read(source: string): SidecarFile {
  if (mergeMarker(source) !== undefined) return unreadable(source, parseYaml(source, 'sidecar').problems);
  const list = splitList(source, annotationsKey);
  if (list) {
    const items = list.items.map((item) => ({ ...item, ...readItem(item.text) }));
    if (!items.some((item) => item.broken)) return assemble(source, { list: { ...list, items }, items });
  }
  return readWhole(source);
}

function readWhole(source: string): SidecarFile {
  const { root, document, problems } = parseYaml(source, 'sidecar');
  if (problems.length > 0) return unreadable(source, problems);
  const unusable = (message: Message, span: Span = { start: 0, end: 0 }): SidecarFile =>
    unreadable(source, [{ rule: 'sidecar/format', severity: 'error', message, span }]);
  if (!root)
    return unusable(
      sentence(
        'This sidecar is empty. Delete the file, or write `version: 1`, `release:` and `annotations:`.',
      ),
    );
  if (!isMap(root))
    return unusable(
      sentence('A sidecar is a map with `version`, `release` and `annotations`.'),
      spanAt(root, []),
    );
  const { value, faults } = valueOf(root, document);
  const top = isMapValue(value) ? value : {};
  const raw = top[annotationsKey] ?? [];
  if (!isList(raw))
    return unusable(sentence('{0} must be a list.', '`annotations`'), spanAt(root, [annotationsKey]));
  const list = faults.length === 0 ? blockList(source, annotationsKey) : undefined;
  const nodes = root.items.find((pair) => keyText(pair.key) === annotationsKey)?.value;
  const items = raw.map((item, i): SidecarItem => {
    const own = faults.filter((fault) => fault.path[0] === annotationsKey && fault.path[1] === i);
    const inner = own.map((fault) => ({ ...fault, path: fault.path.slice(2) }));
    const lines = list?.items[i] ?? { before: '', text: '' };
    return { ...lines, ...readItemValue(item, inner) };
  });
  const same = list?.items.length === (isSeq(nodes) ? nodes.items.length : 0);
  return assemble(source, {
    items,
    original: { source, root },
    ...(list && same ? { list: { ...list, items } } : {}),
  });
}

function assemble(source: string, parts: SidecarParts): SidecarFile {
  const frameSource = parts.original?.source ?? (parts.list ? frameOf(parts.list) : source);
  const { root, document } = parseYaml(frameSource, 'sidecar');
  const frame = readFrame(root, document);
  const file = new SidecarFile({ ...parts, frame }, source);
  const newer = newerVersion(frame.value, sidecarVersion);
  if (newer === undefined)
    return parts.original ? file : new SidecarFile({ ...parts, frame: relocated(frame, file) }, source);
  return unreadable(source, [
    {
      rule: 'sidecar/newer-version',
      severity: 'error',
      message: sentence(
        'This sidecar has version {0}; this Pressmark reads version {1}. Update Pressmark; the file isn’t changed.',
        newer,
        sidecarVersion,
      ),
      span: file.locateKey('version'),
    },
  ]);
}

function relocated(frame: SidecarFrame, file: SidecarFile): SidecarFrame {
  return {
    ...frame,
    problems: frame.problems.map((problem) => ({ ...problem, span: file.fromFrame(problem.span) })),
  };
}

export function readFrame(root: Node | undefined, document: Parameters<typeof valueOf>[1]): SidecarFrame {
  const { value, faults } = valueOf(root, document);
  const map = withKey(isMapValue(value) ? value : {}, annotationsKey, undefined);
  const outside = faults.filter((fault) => fault.path[0] !== annotationsKey || fault.path.length < 2);
  const problem = (path: Path, message: Message): Problem => ({
    rule: 'sidecar/format',
    severity: 'error',
    message,
    span: spanAt(root, path),
  });
  return {
    value: map,
    problems: [
      ...outside.map((fault) => ({ ...problem([], faultMessage(fault)), span: fault.span })),
      ...checkFormat(frameSchema, map, sidecarHelp).map((fault) => problem(fault.path, fault.message)),
    ],
  };
}

function unreadable(source: string, fatal: readonly Problem[]): SidecarFile {
  return new SidecarFile({ items: [], fatal, original: { source } });
}
