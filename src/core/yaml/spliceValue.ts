import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isList, isMapValue, renderEntry, renderFlow, renderItem, quote, type RenderStyle } from './render';
import { isBlockScalar, isNodeWithRange, NodeLines, pairEnd } from './nodeLines';
import { sameValue } from './sameValue';
import { lineEndOf, lineStart, overlap, type Splice } from './splice';
import type { Span } from '../text/span';
import { keyText, spanOf, valueOf, type YamlMap, type YamlValue } from './value';

export interface SpliceOptions {
  /** Keys in the order they are written in; a new key comes after those before it. */
  readonly order?: readonly string[];
  readonly flowKeys?: ReadonlySet<string>;
}

/** The value can't be changed in place: write the thing that holds it anew. */
export class NotInPlace extends Error {}

/**
 * The splices that turn a node's value into `after`, touching only what differs; comments, quoting and the order of keys stay.
 * Lists are compared place by place. Throws `NotInPlace` where that can't be done.
 */
export function spliceValue(
  source: string,
  node: Node,
  after: YamlValue,
  options: SpliceOptions = {},
): Splice[] {
  const splices = new Splicer(source, options).value(node, after);
  if (overlap(splices)) throw new NotInPlace();
  return splices;
}

class Splicer {
  private readonly eol: ReturnType<typeof lineEndOf>;
  private readonly lines: NodeLines;

  constructor(
    private readonly source: string,
    private readonly options: SpliceOptions,
  ) {
    this.eol = lineEndOf(source);
    this.lines = new NodeLines(source);
  }

  value(node: Node, after: YamlValue): Splice[] {
    if (sameValue(valueOf(node).value, after)) return [];
    if (isMap(node) && isMapValue(after)) return this.map(node, after);
    if (isSeq(node) && isList(after) && after.length > 0 && node.items.length > 0)
      return this.list(node, after);
    if (isScalar(node) && !isList(after) && !isMapValue(after) && !isBlockScalar(node)) {
      const { start, end } = spanOf(node);
      if (start < end) return [{ start, end, text: this.scalar(node, after) }];
    }
    throw new NotInPlace();
  }

  private scalar(node: Node, after: YamlValue): string {
    const type = isScalar(node) ? node.type : undefined;
    if (typeof after === 'string' && type === 'QUOTE_DOUBLE') return quote(after);
    if (typeof after === 'string' && type === 'QUOTE_SINGLE' && /^[ -~]+$/.test(after)) {
      return `'${after.replaceAll("'", "''")}'`;
    }
    return renderFlow(after);
  }

  private map(map: YAMLMap, after: YamlMap): Splice[] {
    const splices: Splice[] = [];
    const removed = map.items.filter((pair) => !Object.hasOwn(after, keyText(pair.key)));
    if (map.items.length === removed.length && removed.length > 0) throw new NotInPlace();
    // Up to the first key that stays, as one: each alone would reach for what follows it.
    const kept = map.items.findIndex((pair) => !removed.includes(pair));
    const leading = kept > 0 ? this.removeLeading(map, kept) : undefined;
    if (leading) splices.push(leading);
    for (const pair of leading ? removed.slice(kept) : removed) splices.push(this.removePair(map, pair));
    for (const pair of map.items) {
      const key = keyText(pair.key);
      if (Object.hasOwn(after, key)) splices.push(...this.pairValue(map, pair, key, after[key] ?? null));
    }
    const present = new Set(map.items.map((pair) => keyText(pair.key)));
    for (const [key, value] of Object.entries(after)) {
      if (!present.has(key)) splices.push(this.addPair(map, key, value, removed));
    }
    return splices;
  }

  private pairValue(map: YAMLMap, pair: Pair, key: string, after: YamlValue): Splice[] {
    if (sameValue(valueOf(pair.value as Node | null).value, after)) return [];
    if (pair.value && isNodeWithRange(pair.value)) {
      try {
        return this.value(pair.value, after);
      } catch (error) {
        if (!(error instanceof NotInPlace)) throw error;
      }
    }
    return [this.replacePair(map, pair, key, after)];
  }

  /** Writes the value of a pair anew, from after its colon. */
  private replacePair(map: YAMLMap, pair: Pair, key: string, after: YamlValue): Splice {
    const keyEnd = spanOf(pair.key).end;
    const colon = /^\s*:/.exec(this.source.slice(keyEnd, keyEnd + 80));
    if (!colon) throw new NotInPlace();
    const start = keyEnd + colon[0].length;
    const style = this.style(map);
    const text = map.flow
      ? ' ' + renderFlow(after, key)
      : renderEntry(key, after, style).slice(renderEntry(key, null, style).length - ' null'.length);
    const value = spanOf(pair.value);
    if (!pair.value || value.start === value.end) return { start, end: start, text };
    const block = isBlockScalar(pair.value) || ((isMap(pair.value) || isSeq(pair.value)) && !pair.value.flow);
    const end = block ? this.lines.trimmed(start, value.end) : value.end;
    return { start, end, text };
  }

  private addPair(map: YAMLMap, key: string, value: YamlValue, removed: readonly Pair[]): Splice {
    const anchor = this.before(map, key, removed);
    const style = this.style(map);
    if (map.flow) {
      const text = `${renderFlow({ [key]: value }).slice(1, -1)}`;
      if (!anchor) throw new NotInPlace();
      const end = pairEnd(anchor);
      return { start: end, end, text: `, ${text}` };
    }
    if (!anchor) throw new NotInPlace();
    const text = renderEntry(key, value, style);
    return this.afterLine(this.lines.endOfPair(anchor), ' '.repeat(style.indent) + text);
  }

  /** The pair a new key is written after. */
  private before(map: YAMLMap, key: string, removed: readonly Pair[]): Pair | undefined {
    const order = this.options.order ?? [];
    const rank = order.indexOf(key);
    const kept = map.items.filter((pair) => !removed.includes(pair));
    if (rank < 0) return kept.at(-1);
    const earlier = kept.filter((pair) => {
      const at = order.indexOf(keyText(pair.key));
      return at >= 0 && at < rank;
    });
    return earlier.at(-1) ?? kept.at(-1);
  }

  /** Takes out the first `count` pairs where the map begins within a line; nothing where they have lines of their own. */
  private removeLeading(map: YAMLMap, count: number): Splice | undefined {
    const start = spanOf(map.items[0]!.key).start;
    const ownLine = this.source.slice(lineStart(this.source, start), start).trim() === '';
    if (ownLine && !map.flow) return undefined;
    return { start, end: spanOf(map.items[count]!.key).start, text: '' };
  }

  private removePair(map: YAMLMap, pair: Pair): Splice {
    const previous = map.items[map.items.indexOf(pair) - 1];
    if (map.flow && previous) return { start: pairEnd(previous), end: pairEnd(pair), text: '' };
    const start = lineStart(this.source, spanOf(pair.key).start);
    return { start, end: this.lines.lineAfter(this.lines.endOfPair(pair)), text: '' };
  }

  private list(list: YAMLSeq, after: readonly YamlValue[]): Splice[] {
    const items = list.items as Node[];
    const shared = Math.min(items.length, after.length);
    const splices: Splice[] = [];
    for (let i = 0; i < shared; i++) splices.push(...this.value(items[i]!, after[i] ?? null));
    for (const extra of items.slice(shared)) splices.push(this.removeItem(list, extra));
    const added = after.slice(shared).map((value) => this.insertItem(list, items.length, value));
    return [...splices, ...added];
  }

  /** Where an item of a block list begins: its dash. */
  private dash(list: YAMLSeq, index: number): number {
    const token = list.srcToken;
    const start = token?.type === 'block-seq' ? token.items[index]?.start : undefined;
    const dash = start?.find((part) => part.type === 'seq-item-ind');
    if (!dash) throw new NotInPlace();
    return dash.offset;
  }

  insertItem(list: YAMLSeq, index: number, value: YamlValue): Splice {
    const items = list.items as Node[];
    if (list.flow) {
      const text = renderFlow(value);
      const next = items[index];
      if (next) return { start: spanOf(next).start, end: spanOf(next).start, text: `${text}, ` };
      const last = items.at(-1);
      const at = last ? spanOf(last).end : spanOf(list).start + 1;
      return { start: at, end: at, text: last ? `, ${text}` : text };
    }
    const dash = this.dash(list, Math.max(0, Math.min(index, items.length - 1)));
    const indent = dash - lineStart(this.source, dash);
    const text =
      ' '.repeat(indent) + '- ' + renderItem(value, { ...this.options, indent: indent + 2, eol: this.eol });
    if (index > 0) return this.afterLine(this.lines.endOfNode(items[index - 1]!), text);
    const at = lineStart(this.source, dash);
    return { start: at, end: at, text: text + this.eol };
  }

  removeItem(list: YAMLSeq, item: Node): Splice {
    const items = list.items as Node[];
    const index = items.indexOf(item);
    if (items.length === 1) throw new NotInPlace();
    if (list.flow) {
      const previous = items[index - 1];
      if (previous) return { start: spanOf(previous).end, end: spanOf(item).end, text: '' };
      return { start: spanOf(item).start, end: spanOf(items[index + 1]).start, text: '' };
    }
    return { ...this.itemLines(list, item), text: '' };
  }

  itemLines(list: YAMLSeq, item: Node): Span {
    const dash = this.dash(list, list.items.indexOf(item));
    const start = lineStart(this.source, dash);
    if (this.source.slice(start, dash).trim() !== '') throw new NotInPlace();
    return { start, end: this.lines.lineAfter(this.lines.endOfNode(item)) };
  }

  private afterLine(at: number, text: string): Splice {
    const place = this.lines.lineAfter(at);
    const open = place === this.source.length && !this.source.endsWith('\n');
    return { start: place, end: place, text: open ? this.eol + text : text + this.eol };
  }

  private style(map: YAMLMap): RenderStyle {
    const start = spanOf(map.items[0]?.key).start;
    const column = start - lineStart(this.source, start);
    return {
      indent: column,
      eol: this.eol,
      ...(this.options.flowKeys ? { flowKeys: this.options.flowKeys } : {}),
    };
  }
}

/** Splices that insert, take out or replace one item of a list. */
export function insertItem(
  source: string,
  list: YAMLSeq,
  index: number,
  value: YamlValue,
  options: SpliceOptions = {},
): Splice {
  return new Splicer(source, options).insertItem(list, index, value);
}

export function removeItem(source: string, list: YAMLSeq, item: Node, options: SpliceOptions = {}): Splice {
  return new Splicer(source, options).removeItem(list, item);
}

/** The lines of an item of a block list, from its dash. Throws `NotInPlace` where the dash doesn't begin a line. */
export function itemLines(source: string, list: YAMLSeq, item: Node): Span {
  return new Splicer(source, {}).itemLines(list, item);
}
