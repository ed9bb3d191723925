import type { Code } from '../../annotation/codebook';
import { slug } from '../slug';
import type { XmlNode } from '../xml';
import { childOf, childrenOf } from '../xml';
import { entitiesCodeName, exampleMark, labelGuid } from './codebookXml';

/** The code tree with ids made of names, and what a coding's reference stands for. */
export function readCodes(roots: readonly XmlNode[]): {
  readonly codes: readonly Code[];
  readonly labelOfGuid: ReadonlyMap<string, string>;
} {
  const labelOfGuid = new Map<string, string>();
  const taken = new Set<string>();
  const read = (node: XmlNode): Code => {
    const name = node.attributes['name'] ?? '';
    const id = slug(name, taken);
    taken.add(id);
    labelOfGuid.set(node.attributes['guid'] ?? '', id);
    const color = expandedColor(node.attributes['color']);
    return {
      id,
      name,
      ...readDescription(childOf(node, 'Description')?.text),
      ...(color !== undefined && { color }),
      codes: childrenOf(node, 'Code').map(read),
    };
  };
  const entities = roots.find(isEntitiesCode);
  for (const { attributes } of childrenOf(entities, 'Code')) {
    labelOfGuid.set(attributes['guid'] ?? '', attributes['name'] ?? '');
  }
  return { codes: roots.filter((node) => node !== entities).map(read), labelOfGuid };
}

/** The code that holds the types of entities; other programs give it a GUID of their own. */
function isEntitiesCode({ attributes, children }: XmlNode): boolean {
  if (attributes['guid'] === labelGuid(entitiesCodeName)) return true;
  if (attributes['name'] !== entitiesCodeName || attributes['isCodable'] !== 'false') return false;
  return children.every(({ attributes: own }) => /^[A-Z][A-Z0-9_-]*$/.test(own['name'] ?? ''));
}

function readDescription(description: string | undefined): Pick<Code, 'definition' | 'examples'> {
  const lines = description === undefined || description === '' ? [] : description.split('\n');
  const first = lines.findIndex((_, i) => lines.slice(i).every((l) => l.startsWith(exampleMark)));
  const definition = lines.slice(0, first < 0 ? undefined : first).join('\n');
  const examples = first < 0 ? [] : lines.slice(first).map((line) => line.slice(exampleMark.length));
  return { ...(definition !== '' && { definition }), examples };
}

/** `#abc` is `#aabbcc`. */
function expandedColor(color: string | undefined): string | undefined {
  if (color === undefined) return undefined;
  return /^#[0-9a-f]{3}$/i.test(color)
    ? `#${[...color.slice(1)].map((digit) => digit + digit).join('')}`
    : color;
}
