import type { Annotation } from '../../annotation/annotation';
import { newAnnotationId } from '../../annotation/sidecar';
import type { Mention } from '../../recognition/mention';
import type { Span } from '../../text/span';
import type { ReadAnnotation, ReadDocument, ReadProblem, ReadResult } from '../format';
import { defined } from '../gather';
import { matchRelease } from '../paths';
import { EntityFinder } from './entityFinder';
import type {
  Counts,
  ImportCorpus,
  ImportOptions,
  ImportPlan,
  ImportRelease,
  Outcome,
  ReleaseImport,
} from './importModel';
import { addCounts, noCounts } from './importModel';
import { LabelMap } from './labelMap';
import type { Place } from './placing';
import { placeAnnotations } from './placing';
import { annotationsCounted } from '../counts';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** Works out what reading another tool's files into a corpus would do. Changes nothing; overwrites nothing. */
export function planImport(result: ReadResult, corpus: ImportCorpus, options: ImportOptions): ImportPlan {
  const labels = new LabelMap(corpus.codebook, result.codes, options.map);
  const entities = new EntityFinder(corpus.entities, result.entities);
  const problems: ReadProblem[] = [...result.problems];
  const releases: ReleaseImport[] = [];
  for (const document of result.documents) {
    const path = matchRelease(document.path, corpus.paths);
    const release = path === undefined ? undefined : corpus.load(path);
    if (release === undefined) {
      const message = sentence(
        'No release of the corpus is {0}; what is in it ({1}) is left out.',
        document.path,
        annotationsCounted(document.annotations.length),
      );
      if (document.annotations.length > 0) problems.push({ file: document.path, message });
      continue;
    }
    releases.push(new ReleasePlanner(release, labels, entities, options, problems).plan(document));
  }
  return {
    origin: options.origin,
    releases,
    codes: labels.newCodes(),
    entities: entities.newEntities(),
    labels: labels.used(),
    counts: releases.reduce<Counts>((sum, { counts }) => addCounts(sum, counts), noCounts),
    problems,
  };
}

/** An annotation as it would be, without id. */
type Draft = Omit<Annotation, 'id'>;

class ReleasePlanner {
  private readonly taken: Set<string>;
  private readonly added: Annotation[] = [];
  private readonly counts: Record<Outcome, number> = { ...noCounts };

  constructor(
    private readonly release: ImportRelease,
    private readonly labels: LabelMap,
    private readonly entities: EntityFinder,
    private readonly options: ImportOptions,
    private readonly problems: ReadProblem[],
  ) {
    this.taken = new Set(release.annotations.map(({ id }) => id));
  }

  plan(document: ReadDocument): ReleaseImport {
    const places = placeAnnotations(document, this.release.text);
    document.annotations.forEach((annotation, i) => {
      this.counts[this.take(annotation, places[i]!)]++;
    });
    return { path: this.release.path, annotations: this.added, counts: this.counts };
  }

  private take(annotation: ReadAnnotation, place: Place): Outcome {
    if (annotation.recognised === true) return 'recognised';
    if (place.kind === 'nowhere') {
      const what =
        annotation.labels.join(', ') ||
        annotation.entity?.name ||
        annotation.note ||
        sentence('without a label');
      this.problem(sentence('An annotation ({0}) is left out: {1}.', what, place.reason));
      return 'left-out';
    }
    const draft = this.draftOf(annotation, place);
    if (draft === undefined) return this.isMention(annotation, place) ? 'recognised' : 'left-out';
    const spans = place.kind === 'sure' ? place.spans : undefined;
    if (spans !== undefined && this.saysNoMore(annotation, draft, spans)) return 'recognised';
    if (this.isThere(draft, spans)) return 'already-there';
    const twin = this.release.annotations.find(({ id }) => id === annotation.id);
    const id = this.idFor(annotation.id);
    this.added.push({ id, ...draft, ...(twin !== undefined && { conflict: twin.id }) });
    return twin !== undefined ? 'conflict' : spans === undefined ? 'for-review' : 'added';
  }

  private draftOf(annotation: ReadAnnotation, place: Place & { target: Draft['target'] }): Draft | undefined {
    const codes = new Set<string>();
    let entity = annotation.entity;
    for (const label of annotation.labels) {
      const meaning = this.labels.meaningOf(label);
      if (meaning.kind === 'code') codes.add(meaning.id);
      else if (meaning.kind === 'entity')
        entity = { ...defined({ type: meaning.type, none: meaning.none }), ...entity };
    }
    const quote = place.target.map((selector) => selector.quote).join(' ');
    const link = entity === undefined ? undefined : this.linkOf(entity, quote, place);
    const { note, author = this.options.author } = annotation;
    if (codes.size === 0 && link === undefined && note === undefined) return undefined;
    const { created, modified } = annotation;
    return defined({
      codes: [...codes],
      entity: link,
      target: place.target,
      note,
      author,
      created: isInstant(created) ? created : this.options.now,
      modified: isInstant(modified) ? modified : undefined,
    });
  }

  /** What the recogniser has made of just this span decides between namesakes. */
  private linkOf(
    entity: NonNullable<ReadAnnotation['entity']>,
    quote: string,
    place: Place,
  ): string | undefined {
    const isNamed = entity.id !== undefined || entity.wikidata !== undefined || entity.none === true;
    const mention = isNamed || place.kind !== 'sure' ? undefined : this.mentionAt(place.spans);
    const isAlike = mention !== undefined && (entity.type === undefined || mention.type === entity.type);
    return isAlike ? mention.entity : this.entities.find(entity, quote);
  }

  private mentionAt(spans: readonly Span[]): Mention | undefined {
    const [span, ...more] = spans;
    if (span === undefined || more.length > 0) return undefined;
    return this.release.mentions.find(({ start, end }) => start === span.start && end === span.end);
  }

  /** An entity of a type that is worked out, where the recogniser has found one too. */
  private isMention({ entity, labels }: ReadAnnotation, place: Place): boolean {
    const isEntity =
      entity !== undefined || labels.some((label) => this.labels.meaningOf(label).kind === 'entity');
    return isEntity && place.kind === 'sure' && this.mentionAt(place.spans) !== undefined;
  }

  /** Nobody has signed it, and the recogniser says the same. */
  private saysNoMore({ id, author, note }: ReadAnnotation, draft: Draft, spans: readonly Span[]): boolean {
    if (id !== undefined || author !== undefined || note !== undefined) return false;
    if (draft.codes.length > 0 || draft.entity === undefined) return false;
    return this.mentionAt(spans)?.entity === draft.entity;
  }

  /** Whether an annotation that is there has these spans among its own, and says at least as much of them. */
  private isThere(draft: Draft, spans: readonly Span[] | undefined): boolean {
    const isAt = (existing: Annotation, i: number): boolean => {
      const own = spans === undefined ? [] : (this.release.anchors[i]?.spans ?? []);
      const bySpan = spans?.every(({ start, end }) =>
        own.some((span) => span.start === start && span.end === end),
      );
      return bySpan ?? sameTarget(existing.target, draft.target);
    };
    const says = (existing: Annotation): boolean =>
      draft.codes.every((code) => existing.codes.includes(code)) &&
      (draft.entity === undefined || draft.entity === existing.entity) &&
      (draft.note === undefined || draft.note === existing.note);
    return this.release.annotations.some((existing, i) => says(existing) && isAt(existing, i));
  }

  private idFor(wanted: string | undefined): string {
    const isFree = wanted !== undefined && /^[a-z0-9]{8}$/.test(wanted) && !this.taken.has(wanted);
    const id = isFree ? wanted : newAnnotationId(this.taken, this.options.random);
    this.taken.add(id);
    return id;
  }

  private problem(message: Message): void {
    this.problems.push({ file: this.release.path, message });
  }
}

function sameTarget(a: Draft['target'], b: Draft['target']): boolean {
  const key = (target: Draft['target']): string =>
    target.map(({ start, end }) => `${start} ${end}`).join(';');
  return key(a) === key(b);
}

/** As sidecars write instants. */
function isInstant(text: string | undefined): boolean {
  return (
    text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)
  );
}
