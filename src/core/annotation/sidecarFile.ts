import type { Node } from 'yaml';
import { sentence, type Message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Span } from '../text/span';
import { frameOf, listSource, type ListFile, type ListItem } from '../yaml/listFile';
import { spanInItem } from '../yaml/listItem';
import { parseYaml } from '../yaml/parse';
import { isMapValue } from '../yaml/render';
import { textOf } from '../yaml/validate';
import { spanAt, type Path, type YamlMap } from '../yaml/value';
import type { Sidecar, TextFingerprint } from './annotation';
import type { ItemReading } from './sidecarItem';
import { sidecarVersion } from './sidecarSchema';

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

export interface SidecarParts {
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
  /** What this was made from, until the source is asked for. */
  private origin: { readonly source: string; readonly items: readonly SidecarItem[] } | undefined;

  constructor(
    private readonly parts: SidecarParts,
    source?: string,
  ) {
    this.sourceText = source ?? parts.original?.source;
  }

  get source(): string {
    this.sourceText ??= this.spliced() ?? (this.list ? listSource(this.list) : '');
    this.origin = undefined;
    return this.sourceText;
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
    const file = new SidecarFile({ list: { ...list, items }, items, ...(content ? { frame: content } : {}) });
    const sameFrame = list.head === this.list?.head && list.tail === this.list.tail && !this.parts.original;
    if (sameFrame && this.sourceText !== undefined)
      file.origin = { source: this.sourceText, items: this.items };
    return file;
  }

  /** The source by the one this was made from: what is the same at both ends is taken over as it is. */
  private spliced(): string | undefined {
    if (!this.origin || !this.list) return undefined;
    const { source, items: old } = this.origin;
    const { items } = this;
    let first = 0;
    let start = this.list.head.length;
    for (; first < items.length && items[first] === old[first]; first++) start += lengthOf(items[first]!);
    let same = 0;
    let end = source.length - this.list.tail.length;
    const limit = Math.min(items.length, old.length) - first;
    for (; same < limit && items.at(-1 - same) === old.at(-1 - same); same++)
      end -= lengthOf(items.at(-1 - same)!);
    const changed = items.slice(first, items.length - same).map(({ before, text }) => before + text);
    return source.slice(0, start) + changed.join('') + source.slice(end);
  }

  private collectProblems(): Problem[] {
    const problems: Problem[] = [...(this.frame?.problems ?? [])];
    const tell = (rule: string, message: Message, index: number, path: Path): void => {
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
          sentence('Two annotations have the id `{0}`. Give this one an id of its own.', id),
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

function lengthOf({ before, text }: SidecarItem): number {
  return before.length + text.length;
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
