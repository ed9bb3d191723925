import { isMap, isNode, isSeq, type Node } from 'yaml';
import { keyText, type Path } from './value';

/** The node a path leads to. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node: unknown = root;
  for (const step of path) {
    if (isSeq(node) && typeof step === 'number') node = node.items[step];
    else if (isMap(node)) node = node.items.find((pair) => keyText(pair.key) === String(step))?.value;
    else return undefined;
  }
  return isNode(node) ? node : undefined;
}
