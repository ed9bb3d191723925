import { sentence, type Message } from '../../text/message';
import { brief } from '../../text/brief';
import { splitsGrapheme, widenToGraphemes } from '../../text/graphemes';
import { toLf } from '../../text/lines';
import { storedOffsets, type OffsetConverter } from '../../text/offsets';
import { overlaps, type Span } from '../../text/span';
import { anchorAnnotations } from '../anchoring';
import type { Anchor, Annotation, Selector } from '../annotation';
import { makeSelector, quoteOf, selectorSpan } from '../selector';
import type { SidecarFile } from '../sidecarFile';
import type { CheckContext } from './checkSidecar';
import type { Finding, Fix } from './finding';
import { withoutEmpty } from './references';

/** Spans that are empty, don't hold their quote, split a character, or stand in boilerplate. */
export function checkPassages(file: SidecarFile, { text, regions, anchors }: CheckContext): Finding[] {
  const held = text === undefined ? undefined : { text, offsets: storedOffsets(text), lf: toLf(text) };
  const boilerplate = regions?.filter(({ type }) => type === 'boilerplate') ?? [];
  const stale: { readonly index: number; readonly annotation: Annotation; readonly span: number }[] = [];
  const found: Finding[] = [];
  file.items.forEach(({ annotation }, index) => {
    if (!annotation) return;
    annotation.target.forEach((selector, s) => {
      const path = ['target', s];
      const tell = (
        rule: string,
        severity: Finding['severity'],
        message: Message,
        key: string,
        fixes: readonly Fix[],
        passage?: Span,
      ): void => {
        const span = file.locateItem(index, [...path, key]) ?? { start: 0, end: 0 };
        found.push({
          rule,
          severity,
          message,
          span,
          annotation: annotation.id,
          fixes: file.writable ? fixes : [],
          ...(passage ? { passage } : {}),
        });
      };
      if (selector.end <= selector.start) {
        tell(
          'sidecar/empty-span',
          'error',
          sentence('This span is empty: `end` must come after `start`. Tag the passage again.'),
          'end',
          [withoutSpan(annotation, s)],
        );
        return;
      }
      if (!held) return;
      const passage = selectorSpan(held.text, held.offsets, selector);
      if (!standsThere(held.lf, held.offsets, held.text, selector, passage)) {
        if (annotation.orphan) return;
        if (!stale.some((one) => one.index === index)) stale.push({ index, annotation, span: s });
        return;
      }
      if (splitsGrapheme(held.text, passage)) {
        const widened = makeSelector(held.text, widenToGraphemes(held.text, passage), held.offsets);
        const fix: Fix = {
          title: sentence('Widen it to whole characters'),
          sidecar: [{ kind: 'put', annotation: withSelector(annotation, s, widened) }],
        };
        tell(
          'sidecar/split-grapheme',
          'warning',
          sentence('This span begins or ends inside a character (a letter and its accent, an emoji).'),
          'start',
          [fix],
          passage,
        );
      }
      if (annotation.codes.length > 0 && boilerplate.some((span) => overlaps(span, passage)))
        tell(
          'sidecar/boilerplate',
          'information',
          sentence('This passage stands in boilerplate.'),
          'quote',
          [],
          passage,
        );
    });
  });
  if (held && stale.length > 0) found.push(...staleFindings(file, held, stale, anchors));
  return found;
}

/** Position alone decides here; where the passage is now, if it is anywhere, `anchorAnnotations` finds. */
function standsThere(
  lf: string,
  offsets: OffsetConverter,
  text: string,
  selector: Selector,
  passage: Span,
): boolean {
  return (
    selector.end <= offsets.length &&
    (lf === text ? text.slice(passage.start, passage.end) : quoteOf(text, passage)) === selector.quote
  );
}

function staleFindings(
  file: SidecarFile,
  { text, offsets }: { readonly text: string; readonly offsets: OffsetConverter },
  stale: readonly { readonly index: number; readonly annotation: Annotation; readonly span: number }[],
  known?: readonly Anchor[],
): Finding[] {
  const all = file.items.flatMap((item) => item.annotation ?? []);
  const anchors = new Map((known ?? anchorAnnotations(text, all)).map((anchor) => [anchor.id, anchor]));
  return stale.map(({ index, annotation, span }) => {
    const anchor = anchors.get(annotation.id);
    const { message, fixes } = describe(annotation, anchor, text, offsets);
    return {
      rule: 'sidecar/stale-quote',
      severity: 'warning',
      message,
      span: file.locateItem(index, ['target', span, 'quote']) ?? { start: 0, end: 0 },
      annotation: annotation.id,
      fixes: file.writable ? fixes : [],
      ...(anchor?.spans[0] ? { passage: anchor.spans[0] } : {}),
    };
  });
}

function describe(
  annotation: Annotation,
  anchor: Anchor | undefined,
  text: string,
  offsets: OffsetConverter,
): { message: Message; fixes: Fix[] } {
  const keeping: Fix = {
    title: sentence('Keep it for its quote, without a place'),
    sidecar: [{ kind: 'put', annotation: { ...annotation, orphan: true } }],
  };
  const deletion: Fix = {
    title: sentence('Delete this annotation'),
    sidecar: [{ kind: 'remove', id: annotation.id }],
  };
  const stale = sentence('The release doesn’t say this at the place given any more.');
  if (!anchor || anchor.state === 'orphan') {
    return {
      message: [
        ...stale,
        ...sentence(
          'The passage isn’t found anywhere: tag it anew, keep the annotation for its quote, or delete it.',
        ),
      ],
      fixes: [keeping, deletion],
    };
  }
  const places = anchor.spans.map((span) => makeSelector(text, span, offsets));
  const words = brief(places.map(({ quote }) => quote).join(' … '));
  const line = lineOf(text, anchor.spans[0]?.start ?? 0);
  const move: Fix = {
    title: sentence('Move it to “{0}” in line {1}', words, line),
    sidecar: [{ kind: 'put', annotation: { ...annotation, target: places } }],
  };
  if (anchor.state === 'moved' || anchor.state === 'exact')
    return { message: [...stale, ...sentence('The passage stands in line {0} now.', line)], fixes: [move] };
  const best =
    anchor.state === 'fuzzy'
      ? bestPlace(words, line, anchor.score)
      : sentence(
          'Several places may be meant; “{0}” in line {1} is as good as another. Look at them before you move the annotation.',
          words,
          line,
        );
  return { message: [...stale, ...best], fixes: [move, keeping, deletion] };
}

/** Counted from 1. */
function lineOf(text: string, offset: number): number {
  return toLf(text.slice(0, offset)).split('\n').length;
}

function bestPlace(words: string, line: number, score: number | undefined): Message {
  return score === undefined
    ? sentence(
        'The best place found is “{0}” in line {1}. Look at it before you move the annotation.',
        words,
        line,
      )
    : sentence(
        'The best place found is “{0}” in line {1} ({2} % alike). Look at it before you move the annotation.',
        words,
        line,
        Math.round(score * 100),
      );
}

function withSelector(annotation: Annotation, index: number, selector: Selector): Annotation {
  return { ...annotation, target: annotation.target.with(index, selector) };
}

function withoutSpan(annotation: Annotation, index: number): Fix {
  const target = annotation.target.toSpliced(index, 1);
  if (target.length === 0)
    return { title: sentence('Delete this annotation'), sidecar: [{ kind: 'remove', id: annotation.id }] };
  return { title: sentence('Delete this span'), sidecar: [withoutEmpty({ ...annotation, target })] };
}
