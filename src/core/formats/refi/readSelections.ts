import type { Entity } from '../../recognition/entity';
import type { ReadAnnotation } from '../format';
import { defined } from '../gather';
import { idInGuid } from '../guid';
import { rejectedLabel, unknownEntityLabel } from '../labels';
import type { XmlNode } from '../xml';
import { childOf, childrenOf } from '../xml';
import { recogniserGuid } from './projectXml';
import type { ProjectNote } from './readNotes';

export interface ReadContext {
  readonly labelOfGuid: ReadonlyMap<string, string>;
  readonly authorOfGuid: ReadonlyMap<string, string>;
  readonly entityOfSelection: ReadonlyMap<string, Entity>;
  readonly noteOfGuid: ReadonlyMap<string, ProjectNote>;
}

/** The plain-text selections of a source as annotations; pieces of one annotation of ours are put together again. */
export function readSelections(source: XmlNode, context: ReadContext): ReadAnnotation[] {
  const annotations: ReadAnnotation[] = [];
  const byId = new Map<string, number>();
  for (const node of childrenOf(source, 'PlainTextSelection')) {
    const annotation = readSelection(node, context);
    if (annotation === undefined) continue;
    const before = annotation.id === undefined ? undefined : byId.get(annotation.id);
    if (before === undefined) {
      if (annotation.id !== undefined) byId.set(annotation.id, annotations.length);
      annotations.push(annotation);
    } else {
      annotations[before] = joined(annotations[before]!, annotation);
    }
  }
  return annotations;
}

function readSelection(node: XmlNode, context: ReadContext): ReadAnnotation | undefined {
  const { attributes } = node;
  const start = Number(attributes['startPosition']);
  const end = Number(attributes['endPosition']);
  if (!Number.isInteger(start) || !Number.isInteger(end) || end <= start) return undefined;
  const guid = attributes['guid'] ?? '';
  const codings = childrenOf(node, 'Coding');
  const labels = codings.flatMap((coding) => {
    const label = context.labelOfGuid.get(childOf(coding, 'CodeRef')?.attributes['targetGUID'] ?? '');
    return label === undefined ? [] : [label];
  });
  const notes = childrenOf(node, 'NoteRef').flatMap(
    (ref) => context.noteOfGuid.get(ref.attributes['targetGUID'] ?? '')?.text ?? [],
  );
  const description = childOf(node, 'Description')?.text;
  if (description !== undefined && description !== '' && !notes.includes(description))
    notes.push(description);
  const user = attributes['creatingUser'] ?? codings[0]?.attributes['creatingUser'];
  const created = attributes['creationDateTime'] ?? codings[0]?.attributes['creationDateTime'];
  const entity = entityOf(labels, context.entityOfSelection.get(guid));
  return defined({
    id: idInGuid(guid),
    labels: labels.filter((label) => !isEntityLabel(label)),
    entity,
    spans: [{ start, end }],
    note: notes.length === 0 ? undefined : notes.join('\n\n'),
    author: user === undefined || user === recogniserGuid ? undefined : context.authorOfGuid.get(user),
    created,
    modified: attributes['modifiedDateTime'],
    recognised: user === recogniserGuid ? true : undefined,
  });
}

/** Labels of entities are in capitals, ids of codes never are. */
const isEntityLabel = (label: string): boolean => label === label.toUpperCase() && /[A-Z]/.test(label);

function entityOf(labels: readonly string[], known: Entity | undefined): ReadAnnotation['entity'] {
  const label = labels.find(isEntityLabel);
  if (label === undefined && known === undefined) return undefined;
  if (label === rejectedLabel) return { none: true };
  const type = label === undefined || label === unknownEntityLabel ? undefined : label.toLowerCase();
  if (known === undefined) return defined({ type });
  return defined({ id: known.id, type, name: known.name, wikidata: known.wikidata });
}

function joined(first: ReadAnnotation, second: ReadAnnotation): ReadAnnotation {
  return {
    ...second,
    ...first,
    labels: [...new Set([...first.labels, ...second.labels])],
    spans: [...first.spans, ...second.spans].sort((a, b) => a.start! - b.start!),
  };
}
