import type { Anchor, Annotation } from '../annotation/annotation';
import type { Entity } from '../recognition/entity';
import type { Mention } from '../recognition/mention';
import type { Release } from '../release/release';
import { toLf } from '../text/lines';
import type { Span } from '../text/span';
import { compareSpans } from '../text/span';
import type { ExportAnnotation, ExportDocument, ExportEntity, UnplacedAnnotation } from './exportModel';
import { compareAnnotations } from './exportModel';
import { defined, present } from './gather';
import { alignLineEnds } from './lineEnds';
import type { ExportSelection } from './selection';
import { selected } from './selection';
import type { Unheld, UnheldOfSidecar } from './unheld';

/** A release with its annotations and mentions, as the program holds them: UTF-16 offsets of `release.text`. */
export interface DocumentSource {
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  readonly release: Release;
  readonly annotations: readonly Annotation[];
  /** By the same index. */
  readonly anchors: readonly Anchor[];
  /** As recognised; those that an annotation decides on are left out here. */
  readonly mentions: readonly Mention[];
  readonly unheld?: UnheldOfSidecar;
}

/** What is exported of a release. What has no place (or none that was asked for) is listed, so that the report tells it. */
export function toExportDocument(
  { path, release, annotations, anchors, mentions, unheld }: DocumentSource,
  entities: ReadonlyMap<string, Entity>,
  selection: ExportSelection,
): ExportDocument {
  const toOffset = alignLineEnds(release.text);
  const moved = ({ start, end }: Span): Span => ({ start: toOffset(start), end: toOffset(end) });
  const unplaced: UnplacedAnnotation[] = [];
  const left: Unheld[] = (unheld?.unreadable ?? []).map((what) => ({ feature: 'unreadable', what }));
  const leaveKeys = (id: string): void => {
    for (const key of unheld?.otherKeys.get(id) ?? [])
      left.push({ feature: 'other-keys', what: id === '' ? key : `${id}: ${key}` });
  };
  leaveKeys('');
  const decided = new Set<string>();
  const ids = new Set<string>();
  const human = annotations.flatMap((annotation, i): ExportAnnotation[] => {
    const { state, spans } = anchors[i]!;
    const isSure = state === 'exact' || state === 'moved';
    if (annotation.entity !== undefined && isSure) for (const span of spans) decided.add(keyOf(span));
    // An id that stands already would be no id in any target; `unreadable` tells of it.
    const isTwin = ids.has(annotation.id);
    ids.add(annotation.id);
    const whole = toAnnotation(annotation, anchors[i]!, spans.filter(isSomething).map(moved), entities);
    const full = isTwin ? { ...whole, id: undefined } : whole;
    const wanted = selected(full, selection);
    if (wanted === undefined) return [];
    leaveKeys(annotation.id);
    if (selection.states.has(state) && full.spans.length > 0) return [wanted];
    const quote = annotation.target.map((selector) => selector.quote).join(' … ');
    unplaced.push({ id: annotation.id, state, quote });
    return [];
  });
  const recognised = selection.what.has('mentions')
    ? mentions
        .filter((mention) => mention.reason !== 'person' && !decided.has(keyOf(mention)))
        .map((mention) => toMention(mention, moved(mention)))
    : [];
  return {
    path,
    text: toLf(release.text),
    metadata: defined(release.metadata),
    regions: release.regions.map((region) => ({ ...region, ...moved(region) })),
    annotations: [...human, ...recognised].sort(compareAnnotations),
    ...(unplaced.length > 0 && { unplaced }),
    ...(left.length > 0 && { unheld: left }),
  };
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;
const isSomething = ({ start, end }: Span): boolean => start < end;

function toAnnotation(
  { id, codes, entity, note, author, created, modified }: Annotation,
  { state }: Anchor,
  spans: readonly Span[],
  entities: ReadonlyMap<string, Entity>,
): ExportAnnotation {
  return defined({
    id,
    codes: [...new Set(codes)],
    entity: entity === undefined ? undefined : toEntity(entity, entities),
    spans: [...spans].sort(compareSpans),
    note: present(note === undefined ? undefined : toLf(note)),
    author: present(author),
    created: instant(created),
    modified: instant(modified),
    state,
  });
}

function toEntity(id: string, entities: ReadonlyMap<string, Entity>): ExportEntity {
  if (id === 'none') return { none: true };
  return defined({ id, type: entities.get(id)?.type });
}

function toMention(
  { type, entity, parent, normalized, certain, reason }: Mention,
  span: Span,
): ExportAnnotation {
  return {
    codes: [],
    entity: defined({ id: entity, type }),
    spans: [span],
    recognised: defined({ certain, reason, nested: parent !== undefined, normalized }),
  };
}

/** An instant in UTC as every target can read it; what is none is left out. */
function instant(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
}
