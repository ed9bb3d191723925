import type { Anchor } from '../../src/core/annotation/annotation';
import type { Span } from '../../src/core/text/span';
import type { Fate } from './draft';
import type { Trial } from './trial';

type Outcome =
  | 'right silently'
  | 'right fuzzy'
  | 'right ambiguous'
  | 'wrong fuzzy'
  | 'wrong ambiguous'
  | 'missed'
  | 'WRONG SILENTLY'
  | 'deleted: orphan'
  | 'deleted: asked'
  | 'deleted: WRONG';

/** Counts how anchors fared. */
export class Tally {
  private readonly counts = new Map<string, number>();

  constructor(readonly name: string) {}

  add(trial: Trial, anchors: readonly Anchor[], show?: string): void {
    for (const anchor of anchors) {
      const fate = trial.fates.get(anchor.id)!;
      if (fate.kind === 'torn') continue;
      const outcome = isTheSame(trial, anchor) ? 'right silently' : judge(fate, anchor);
      this.count(outcome);
      const kind = outcome === 'right silently' && fate.kind === 'deleted' ? 'untouched' : fate.kind;
      this.count(kind);
      if (outcome === 'right silently') this.count(`${kind} silent`);
      if (outcome.startsWith('right')) this.count(`${kind} right`);
      if (show && `${this.name}: ${outcome}: ${fate.kind}`.includes(show))
        this.print(trial, anchor, fate, outcome);
    }
  }

  row(): Record<string, string | number> {
    const { get } = this;
    const exist = get('untouched') + get('edited');
    const share = (n: number, of: number): string => (of === 0 ? '-' : ((100 * n) / of).toFixed(2));
    const asked = get('right ambiguous') + get('wrong ambiguous');
    return {
      method: this.name,
      exist,
      'found %': share(get('right silently') + get('right fuzzy'), exist),
      'silent %': share(get('right silently'), exist),
      'fuzzy %': share(get('right fuzzy'), exist),
      'ambiguous %': share(asked, exist),
      'wrong fuzzy %': share(get('wrong fuzzy'), exist),
      'missed %': share(get('missed'), exist),
      'untouched %': share(get('untouched right'), get('untouched')),
      'silently %': share(get('untouched silent'), get('untouched')),
      'edited %': share(get('edited right'), get('edited')),
      deleted: get('deleted'),
      'orphan %': share(get('deleted: orphan'), get('deleted')),
      'asked %': share(get('deleted: asked'), get('deleted')),
      'WRONG SILENTLY': get('WRONG SILENTLY') + get('deleted: WRONG'),
    };
  }

  private readonly get = (key: string): number => this.counts.get(key) ?? 0;

  private count(key: string): void {
    this.counts.set(key, this.get(key) + 1);
  }

  private print(trial: Trial, anchor: Anchor, fate: Fate, outcome: string): void {
    const [selector] = trial.annotations.find((annotation) => annotation.id === anchor.id)!.target;
    const read = (text: string, { start, end }: Span): string =>
      JSON.stringify(
        `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`,
      );
    console.log(
      `${this.name}: ${outcome} (${fate.kind}) ${anchor.state} ${anchor.score ?? ''}, ${trial.annotations.length} annotations`,
    );
    console.log('   was ', read(trial.before, { start: selector!.start, end: selector!.end }));
    if ('span' in fate) console.log('   is  ', read(trial.after, fate.span));
    for (const span of anchor.spans)
      console.log('   said', read(trial.after, span), span.start - selector!.start);
  }
}

/**
 * Moved sentences can come to stand so that a passage reads on, forty characters to either side, as it alone did
 * before, though not all of its letters are the same ones: that is the passage, for all that anybody can tell.
 */
function isTheSame({ before, after, annotations }: Trial, { id, state, spans: [span] }: Anchor): boolean {
  if ((state !== 'exact' && state !== 'moved') || !span) return false;
  const [selector] = annotations.find((annotation) => annotation.id === id)!.target;
  const around = (text: string, { start, end }: Span): string =>
    text.slice(Math.max(0, start - 40), end + 40).replace(/\s+/g, ' ');
  const was = around(before, selector!);
  const all = before.replace(/\s+/g, ' ');
  return around(after, span) === was && all.indexOf(was) === all.lastIndexOf(was);
}

function judge(fate: Fate, { state, spans: [span] }: Anchor): Outcome {
  const silent = state === 'exact' || state === 'moved';
  if (fate.kind === 'deleted' || fate.kind === 'torn') {
    return silent ? 'deleted: WRONG' : state === 'orphan' ? 'deleted: orphan' : 'deleted: asked';
  }
  if (state === 'orphan' || !span) return 'missed';
  if (silent) {
    const same = [fate.span, ...fate.copies].some(
      ({ start, end }) => span.start === start && span.end === end,
    );
    // Of an edited passage, either border may be argued about.
    const right = same || (fate.kind === 'edited' && alike(span, fate.span) >= 0.7);
    return right ? 'right silently' : 'WRONG SILENTLY';
  }
  const right = [fate.span, ...fate.copies].some((place) => alike(span, place) >= 0.7);
  return `${right ? 'right' : 'wrong'} ${state === 'fuzzy' ? 'fuzzy' : 'ambiguous'}`;
}

/** Common share of two spans (Jaccard). */
function alike(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, common) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
