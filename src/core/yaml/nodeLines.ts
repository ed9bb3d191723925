import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { nextLine } from './splice';
import { spanOf } from './value';

/** Where nodes end and lines begin, in a source; what comes after a node on its last line belongs to it. UTF-16 offsets. */
export class NodeLines {
  constructor(private readonly source: string) {}

  /** The line after an offset; the offset itself where a line begins there. */
  lineAfter(at: number): number {
    return at > 0 && this.source[at - 1] === '\n' ? at : nextLine(this.source, at);
  }

  endOfPair(pair: Pair): number {
    return pair.value && spanOf(pair.value).end > 0 && spanOf(pair.value).start < spanOf(pair.value).end
      ? this.endOfNode(pair.value as Node)
      : spanOf(pair.key).end;
  }

  /** Within the last line of a node, or just past it where a block scalar keeps its line ends. */
  endOfNode(node: Node): number {
    if (isBlockScalar(node)) return spanOf(node).end;
    if (isMap(node) && !node.flow) {
      const last = node.items.at(-1);
      return last ? this.endOfPair(last) : spanOf(node).end;
    }
    if (isSeq(node) && !node.flow) {
      const last = node.items.at(-1) as Node | undefined;
      return last && spanOf(last).end > 0
        ? this.endOfNode(last)
        : this.trimmed(spanOf(node).start, spanOf(node).end);
    }
    return spanOf(node).end;
  }

  /** `end` without the white space before it, but not before `from`. */
  trimmed(from: number, end: number): number {
    let at = end;
    while (at > from && /\s/.test(this.source[at - 1]!)) at--;
    return at;
  }
}

/** Where a pair of a flow map ends. */
export function pairEnd(pair: Pair): number {
  return pair.value && spanOf(pair.value).end > 0 ? spanOf(pair.value).end : spanOf(pair.key).end;
}

export function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

export function isNodeWithRange(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'range' in value;
}
