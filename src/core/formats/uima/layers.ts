import type { Entity } from '../../recognition/entity';
import type { Span } from '../../text/span';
import { labelRecords } from '../details';
import type { Details, ReadRecord } from '../details';
import { readDetails, regroup } from '../details';
import type { ExportDocument } from '../exportModel';
import type { ReadAnnotation, ReadEntity } from '../format';
import { defined } from '../gather';
import { idOf, iriOf, wikidataIri, wikidataOf } from '../iri';
import { asciiJson } from '../json';
import { entityOfLabel, noteLabel, rejectedLabel } from '../labels';

/** DKPro's layer of named entities, which INCEpTION has built in. */
export const namedEntityType = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
/** Our layer of tagged passages; INCEpTION learns of it by the type system that goes with an export. */
export const passageType = 'webanno.custom.Passage';

export const layers = {
  [namedEntityType]: ['identifier', 'value'],
  [passageType]: ['code', 'details', 'note'],
} as const;

export type LayerType = keyof typeof layers;

/** One annotation of a UIMA layer, ours or another's; offsets are UTF-16, as UIMA counts. */
export interface LayerAnnotation extends Span {
  readonly type: string;
  readonly features: Readonly<Record<string, string | undefined>>;
}

/** A document's annotations as UIMA layers: entities as NamedEntity; all that a person said as Passage. */
export function layerAnnotations(
  document: ExportDocument,
  entities: ReadonlyMap<string, Entity>,
): LayerAnnotation[] {
  return labelRecords(document.annotations, true).flatMap((record): LayerAnnotation[] => {
    const { label, annotation, isFirst, details } = record;
    const span = { start: record.spans[0]!.start, end: record.spans[0]!.end };
    const own = labelOfEntity(annotation.entity === undefined ? undefined : record.label, annotation.codes);
    const made: LayerAnnotation[] = [];
    if (own !== undefined) {
      const features = { identifier: identifierOf(annotation.entity?.id, entities), value: label };
      made.push({ type: namedEntityType, ...span, features });
    }
    if (annotation.recognised === undefined) {
      const { note, ...carried } = details;
      const features = {
        code: own === undefined && label !== noteLabel ? label : undefined,
        details: asciiJson(own === undefined ? carried : { as: label, ...carried }),
        note: isFirst ? note : undefined,
      };
      made.push({ type: passageType, ...span, features });
    }
    return made;
  });
}

function labelOfEntity(label: string | undefined, codes: readonly string[]): string | undefined {
  return label === undefined || codes.includes(label) ? undefined : label;
}

function identifierOf(id: string | undefined, entities: ReadonlyMap<string, Entity>): string | undefined {
  if (id === undefined) return undefined;
  const wikidata = entities.get(id)?.wikidata;
  return wikidata === undefined ? iriOf('entity', id) : wikidataIri(wikidata);
}

/**
 * Layers of a document as annotations. A NamedEntity that a passage of ours speaks of belongs to it; where it is gone,
 * the entity was taken away in the other tool.
 */
export function annotationsOfLayers(found: readonly LayerAnnotation[]): ReadAnnotation[] {
  const place = ({ start, end }: Span, label: string | undefined): string => `${start} ${end} ${label ?? ''}`;
  const free = new Map<string, LayerAnnotation[]>();
  for (const annotation of found.filter(({ type }) => type === namedEntityType)) {
    const key = place(annotation, annotation.features['value']);
    free.set(key, [...(free.get(key) ?? []), annotation]);
  }
  const records = found
    .filter(({ type }) => type === passageType)
    .map((passage): ReadRecord => {
      const details = readDetails(parsed(passage.features['details']));
      const { code, note } = passage.features;
      const { start, end } = passage;
      const isEntity = details?.as !== undefined && details.as !== noteLabel && code === undefined;
      const named = isEntity ? free.get(place(passage, details.as))?.shift() : undefined;
      const labels = code !== undefined ? [code] : named !== undefined ? [details!.as!] : [];
      const bareNote = code === undefined && details?.as === noteLabel ? [noteLabel] : [];
      const entity = named === undefined ? undefined : withDetails(entityOf(named), details);
      return defined({ labels: [...labels, ...bareNote], spans: [{ start, end }], details, note, entity });
    });
  const others = found.filter(({ type }) => isOthersLayer(type)).map(otherRecord);
  const rest = [...free.values()].flat().map((named): ReadRecord => {
    const { start, end, features } = named;
    const value = features['value'];
    const details = value === undefined ? undefined : { as: value };
    const labels = value === undefined ? [] : [value];
    return defined({ labels, spans: [{ start, end }], details, entity: entityOf(named) });
  });
  return regroup([...records, ...rest, ...others]);
}

/** Layers that projects make for themselves; those of UIMA and DKPro hold tokens, lemmas and the like. */
export function isOthersLayer(type: string): boolean {
  return !(type in layers) && !/^(?:uima|de\.tudarmstadt\.ukp\.dkpro|org\.dkpro)\./.test(type);
}

/** An annotation of somebody's own layer: its label is what its features say, or the layer's name. */
function otherRecord({ type, start, end, features }: LayerAnnotation): ReadRecord {
  const values = [features['value'], features['label'], features['code'], ...Object.values(features)];
  const label = values.find((value) => value !== undefined) ?? type.slice(type.lastIndexOf('.') + 1);
  return { labels: [label], spans: [{ start, end }] };
}

/** The gazetteer's own id, where the identifier still is the one that was exported. */
function withDetails(entity: ReadEntity, details: Details | undefined): ReadEntity {
  return entity.id === undefined ? { ...details?.entity, ...entity } : entity;
}

function entityOf({ features }: LayerAnnotation): ReadEntity {
  const { identifier, value } = features;
  const implied = value === undefined || value === rejectedLabel ? { none: value === rejectedLabel } : {};
  if (implied.none === true) return { none: true };
  const known = value === undefined ? {} : (entityOfLabel(value) ?? {});
  if (identifier === undefined) return known;
  return defined({
    ...known,
    id: idOf('entity', identifier),
    wikidata: wikidataOf(identifier),
  });
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '') as unknown;
  } catch {
    return undefined;
  }
}
