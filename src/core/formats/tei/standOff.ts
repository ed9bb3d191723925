import type { Entity } from '../../recognition/entity';
import type { Span } from '../../text/span';
import type { ExportAnnotation, ExportDocument } from '../exportModel';
import { element, textElement } from '../xml';
import { xmlId } from './ids';
import type { Segment } from './segments';
import { isTeiDate, teiWord } from './values';

type SegmentsOf = (span: Span) => readonly Segment[];

/** Lists of the entities named, then spans: codes, entities that a person decided on, recognised mentions. */
export function standOff(
  { annotations }: ExportDocument,
  entities: ReadonlyMap<string, Entity>,
  segmentsOf: SegmentsOf,
): string {
  const named = [...new Set(annotations.flatMap(({ entity }) => entity?.id ?? []))].sort();
  const known = named.map((id) => entities.get(id) ?? { id, type: 'entity', name: id });
  const human = annotations.filter(({ recognised }) => recognised === undefined);
  const groups = [
    spanGroup(
      'codes',
      human.filter(({ entity }) => entity === undefined),
      segmentsOf,
    ),
    spanGroup(
      'entities',
      human.filter(({ entity }) => entity !== undefined),
      segmentsOf,
    ),
    spanGroup(
      'recognised',
      annotations.filter(({ recognised }) => recognised !== undefined),
      segmentsOf,
    ),
  ];
  const children = [...entityLists(known), ...groups.filter((group) => group !== '')];
  return children.length === 0 ? '' : element('standOff', {}, children);
}

type Listed = Pick<Entity, 'id' | 'type' | 'name'> &
  Partial<Pick<Entity, 'wikidata' | 'description' | 'date'>>;

function entityLists(entities: readonly Listed[]): string[] {
  const of = (...types: readonly string[]): Listed[] => entities.filter(({ type }) => types.includes(type));
  const people = of('person').map((entity) => item('person', 'persName', entity));
  const places = of('place', 'facility').map((entity) => item('place', 'placeName', entity));
  const organizations = of('organization').map((entity) => item('org', 'orgName', entity));
  const events = of('event').map((entity) => item('event', 'label', entity));
  const listed = ['person', 'place', 'facility', 'organization', 'event'];
  const others = entities.filter(({ type }) => !listed.includes(type));
  return [
    ...(people.length > 0 ? [element('listPerson', {}, people)] : []),
    ...(places.length > 0 ? [element('listPlace', {}, places)] : []),
    ...(organizations.length > 0 ? [element('listOrg', {}, organizations)] : []),
    ...(events.length > 0 ? [element('listEvent', {}, events)] : []),
    ...(others.length > 0 ? [element('interpGrp', {}, others.map(interpretation))] : []),
  ];
}

function item(name: string, nameElement: string, { id, type, name: text, wikidata, date }: Listed): string {
  const dates = name === 'event' && date !== undefined ? datesOf(date) : {};
  const kind = name === 'place' && type !== 'place' ? { type } : {};
  return element(name, { 'xml:id': xmlId('entity', id), ...kind, ...dates }, [
    textElement(nameElement, {}, text),
    ...(wikidata === undefined ? [] : [textElement('idno', { type: 'Wikidata' }, wikidata)]),
  ]);
}

function datesOf(date: string): Readonly<Record<string, string | undefined>> {
  const [from, to] = date.split('/');
  const dates = to === undefined ? { when: from } : { from, to };
  return Object.fromEntries(Object.entries(dates).filter(([, day]) => isTeiDate(day)));
}

/** Roles, documents, dates and what else there is: TEI has no list for them in `standOff`. */
function interpretation({ id, type, name }: Listed): string {
  return textElement('interp', { 'xml:id': xmlId('entity', id), type: teiWord(type) }, name);
}

function spanGroup(type: string, annotations: readonly ExportAnnotation[], segmentsOf: SegmentsOf): string {
  const spans = annotations.map((annotation) => span(annotation, segmentsOf));
  return spans.length === 0 ? '' : element('spanGrp', { type }, spans);
}

/** A passage: which segments, what is said of them (`ana`), by whom, how sure; a note is its content. */
function span(annotation: ExportAnnotation, segmentsOf: SegmentsOf): string {
  const { id, codes, entity, spans, note, author, recognised } = annotation;
  const said = [
    ...codes.map((code) => `#${xmlId('code', code)}`),
    ...(entity?.id === undefined ? [] : [`#${xmlId('entity', entity.id)}`]),
  ];
  const type = entity?.none === true ? 'rejected' : entity?.id === undefined ? entity?.type : undefined;
  const attributes = {
    'xml:id': id === undefined ? undefined : xmlId('annotation', id),
    type: type === undefined ? undefined : teiWord(type),
    target: spans
      .flatMap(segmentsOf)
      .map((segment) => `#${segment.id}`)
      .join(' '),
    ana: said.length === 0 ? undefined : said.join(' '),
    resp: author === undefined ? undefined : `#${xmlId('author', author)}`,
    cert: recognised === undefined ? undefined : recognised.certain ? 'high' : 'low',
  };
  return note === undefined ? element('span', attributes) : textElement('span', attributes, note);
}
