import { isMap, isSeq, type Node } from 'yaml';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { blockList, frameOf, listSource, splitList, type ListFile, type ListItem } from '../yaml/listFile';
import { spanInItem } from '../yaml/listItem';
import { mergeMarker, parseYaml } from '../yaml/parse';
import { newerVersion } from '../yaml/readFile';
import { isList, isMapValue } from '../yaml/render';
import { checkFormat, faultMessage, textOf } from '../yaml/validate';
import { keyText, spanAt, valueOf, withKey, type Path, type YamlMap } from '../yaml/value';
import type { Annotation, Sidecar, TextFingerprint } from './annotation';
import { readItem, readItemValue, type ItemReading } from './sidecarItem';
import { frameSchema, sidecarHelp, sidecarVersion } from './sidecarSchema';

export const annotationsKey = 'annotations';

/** More than a person mends in one go. */
const maxProblems = 500;

/** One item of the list: its lines, and what they say. */
export interface SidecarItem extends ListItem, ItemReading {}

/** What the file says besides its annotations. */
export interface SidecarFrame {
  readonly value: YamlMap;
  readonly problems: readonly Problem[];
}

interface Parts {
  readonly list?: ListFile;
  readonly items: readonly SidecarItem[];
  readonly frame?: SidecarFrame;
  /** Problems of a file that can't be read at all. */
  readonly fatal?: readonly Problem[];
  /** A source that has another layout than `list`: in brackets, or with anchors. Edits write it in block layout. */
  readonly original?: { readonly source: string; readonly root?: Node };
}

/** A sidecar's source and what it says. Never changes; `applyEdits` makes a new one that shares what stayed. */
export class SidecarFile {
  private sourceText: string | undefined;
  private problemList: readonly Problem[] | undefined;
  private content: Sidecar | undefined;
  private offsets: readonly number[] | undefined;

  constructor(private readonly parts: Parts) {}

  get source(): string {
    return (this.sourceText ??= this.parts.original?.source ?? (this.list ? listSource(this.list) : ''));
  }

  /** The lines of the file, item by item; absent where the file must not be written to. */
  get list(): ListFile | undefined {
    return this.parts.list;
  }

  get items(): readonly SidecarItem[] {
    return this.parts.items;
  }

  get frame(): SidecarFrame | undefined {
    return this.parts.frame;
  }

  /** False where the file can't be read, or can be read but not changed without touching more than was asked. */
  get writable(): boolean {
    return this.list !== undefined && this.frame !== undefined && this.parts.fatal === undefined;
  }

  /** Absent where the file can't be read: bad YAML, merge markers, a newer version. */
  get sidecar(): Sidecar | undefined {
    if (!this.frame || this.parts.fatal) return undefined;
    return (this.content ??= {
      ...frameContent(this.frame.value),
      annotations: this.items.flatMap((item) => item.annotation ?? []),
    });
  }

  /** Spans are UTF-16 offsets of the source. */
  get problems(): readonly Problem[] {
    return (this.problemList ??= this.parts.fatal ?? this.collectProblems());
  }

  /** Where an annotation stands in the source, or what `path` leads to inside of it (`['target', 0, 'quote']`). */
  locate(id: string, path?: Path): Span | undefined {
    const index = this.items.findIndex((item) => item.id === id);
    return index < 0 ? undefined : this.locateItem(index, path);
  }

  /** The same for the item at a place of the list, whatever its id. */
  locateItem(index: number, path: Path = []): Span | undefined {
    const item = this.items[index];
    if (!item) return undefined;
    if (this.parts.original) return spanAt(this.parts.original.root, [annotationsKey, index, ...path]);
    return moved(spanInItem(item.text)(path), this.offsetOf(index));
  }

  /** Where a key of the file itself stands: `release`, `text`. */
  locateKey(key: string): Span {
    if (this.parts.original) return spanAt(this.parts.original.root, [key]);
    return this.frameSpan([key]);
  }

  /** The same file with other items or another frame. Items are taken as read. */
  withItems(
    items: readonly SidecarItem[],
    frame?: { readonly list: ListFile; readonly frame: SidecarFrame },
  ): SidecarFile {
    const list = frame?.list ?? this.list;
    if (!list) throw new Error('This sidecar can’t be written to.');
    const content = frame?.frame ?? this.frame;
    return new SidecarFile({ list: { ...list, items }, items, ...(content ? { frame: content } : {}) });
  }

  private collectProblems(): Problem[] {
    const problems: Problem[] = [...(this.frame?.problems ?? [])];
    const tell = (rule: string, message: string, index: number, path: Path): void => {
      if (problems.length >= maxProblems) return;
      problems.push({
        rule,
        severity: 'error',
        message,
        span: this.locateItem(index, path) ?? { start: 0, end: 0 },
      });
    };
    const seen = new Set<string>();
    this.items.forEach(({ id, faults }, index) => {
      for (const fault of faults) tell('sidecar/format', fault.message, index, fault.path);
      if (id === undefined) return;
      if (seen.has(id)) {
        tell(
          'sidecar/duplicate-id',
          `Two annotations have the id \`${id}\`. Give this one an id of its own.`,
          index,
          ['id'],
        );
      }
      seen.add(id);
    });
    return problems.sort((a, b) => a.span.start - b.span.start);
  }

  private frameSpan(path: Path): Span {
    if (!this.list) return { start: 0, end: 0 };
    const span = spanAt(parseYaml(frameOf(this.list), 'sidecar').root, path);
    return this.fromFrame(span);
  }

  /** From offsets of the frame to offsets of the source. */
  fromFrame(span: Span): Span {
    const list = this.list;
    if (!list || span.start < list.head.length) return span;
    return moved(span, this.source.length - frameOf(list).length);
  }

  private offsetOf(index: number): number {
    if (!this.offsets) {
      let offset = this.list?.head.length ?? 0;
      this.offsets = this.items.map(({ before, text }) => {
        const start = offset + before.length;
        offset = start + text.length;
        return start;
      });
    }
    return this.offsets[index] ?? 0;
  }
}

function moved(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}

function frameContent(value: YamlMap): Omit<Sidecar, 'annotations'> {
  const text = fingerprintOf(value);
  return { version: sidecarVersion, release: textOf(value['release']) ?? '', ...(text ? { text } : {}) };
}

function fingerprintOf(value: YamlMap): TextFingerprint | undefined {
  const text = value['text'];
  if (!isMapValue(text)) return undefined;
  const { length, sha256 } = text;
  return typeof length === 'number' && typeof sha256 === 'string' ? { length, sha256 } : undefined;
}

/** Reads a sidecar's YAML. Whatever can be read is read; what can't is told in `problems` and kept as it stands. */
export function readSidecar(source: string): SidecarFile {
  try {
    return read(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'This file is too large or too deep to be read. It isn’t changed.';
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
  const say = (message: string, span: Span = { start: 0, end: 0 }): SidecarFile =>
    unreadable(source, [{ rule: 'sidecar/format', severity: 'error', message, span }]);
  if (!root)
    return say(
      'This sidecar is empty. Delete the file, or write `version: 1`, `release:` and `annotations:`.',
    );
  if (!isMap(root))
    return say('A sidecar is a map with `version`, `release` and `annotations`.', spanAt(root, []));
  const { value, faults } = valueOf(root, document);
  const top = isMapValue(value) ? value : {};
  const raw = top[annotationsKey] ?? [];
  if (!isList(raw)) return say('`annotations` must be a list.', spanAt(root, [annotationsKey]));
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

function assemble(source: string, parts: Parts): SidecarFile {
  const frameSource = parts.original?.source ?? (parts.list ? frameOf(parts.list) : source);
  const { root, document } = parseYaml(frameSource, 'sidecar');
  const frame = readFrame(root, document);
  const file = new SidecarFile({ ...parts, frame });
  const newer = newerVersion(frame.value, sidecarVersion);
  if (newer === undefined)
    return parts.original ? file : new SidecarFile({ ...parts, frame: relocated(frame, file) });
  return unreadable(source, [
    {
      rule: 'sidecar/newer-version',
      severity: 'error',
      message: `This sidecar has version ${newer}; this Pressmark reads version ${sidecarVersion}. Update Pressmark; the file isn’t changed.`,
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
  const problem = (path: Path, message: string): Problem => ({
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

/** The annotation with an id; the first, where a file has two. */
export function annotationById(file: SidecarFile, id: string): Annotation | undefined {
  return file.items.find((item) => item.id === id)?.annotation;
}
