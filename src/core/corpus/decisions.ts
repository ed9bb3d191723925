import type { Anchor, Annotation } from '../annotation/annotation';
import type { Gazetteer } from '../recognition/entity';
import type { Mention } from '../recognition/mention';
import type { Span } from '../text/span';
import { compareSpans, contains, overlaps } from '../text/span';

/** What `entity:` says in a sidecar to reject a recognised mention. */
export const noEntity = 'none';

/**
 * Mentions as people have decided: `entity: X` on a span makes it a mention of X (in place of whatever was recognised there or
 * crosses it), `entity: none` takes the mention of exactly this span away. Only annotations that are surely anchored count.
 */
export function applyDecisions(
  mentions: readonly Mention[],
  annotations: readonly Annotation[],
  anchors: readonly Anchor[],
  gazetteer: Gazetteer,
): readonly Mention[] {
  const decisions = decisionsOf(annotations, anchors);
  if (decisions.length === 0) return mentions;
  let decided = [...mentions];
  for (const { span, entity } of decisions) {
    const replaced = decided.find((mention) => same(mention, span));
    decided = decided.filter(
      (mention) => !same(mention, span) && (entity === noEntity || !crosses(mention, span)),
    );
    if (entity === noEntity) continue;
    const type = gazetteer.entities.get(entity)?.type ?? replaced?.type ?? 'entity';
    decided.push({ ...span, type, entity, certain: true, reason: 'person' });
  }
  return withParents(decided.sort(compareSpans));
}

interface Decision {
  readonly span: Span;
  readonly entity: string;
}

function decisionsOf(annotations: readonly Annotation[], anchors: readonly Anchor[]): readonly Decision[] {
  return annotations.flatMap(({ entity }, i) => {
    const anchor = anchors[i];
    if (entity === undefined || (anchor?.state !== 'exact' && anchor?.state !== 'moved')) return [];
    return anchor.spans.filter(({ start, end }) => start < end).map((span) => ({ span, entity }));
  });
}

/** Names each mention's innermost longer one anew; `mentions` by start, the longer first. */
function withParents(mentions: readonly Mention[]): readonly Mention[] {
  const open: Mention[] = [];
  return mentions.map((mention) => {
    while (open.length > 0 && open[open.length - 1]!.end <= mention.start) open.pop();
    const holder = open.findLast((candidate) => contains(candidate, mention));
    open.push(mention);
    const placed: { -readonly [Key in keyof Mention]: Mention[Key] } = { ...mention };
    delete placed.parent;
    return holder === undefined ? placed : { ...placed, parent: { start: holder.start, end: holder.end } };
  });
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const crosses = (a: Span, b: Span): boolean => overlaps(a, b) && !contains(a, b) && !contains(b, a);
