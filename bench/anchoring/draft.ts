import { contains, type Span } from '../../src/core/text/span';

/** A stretch of the changed text: new words, words of the old text that moved there, or a copy of such. */
export type Piece = string | Span | { readonly copyOf: Span };

interface Change extends Span {
  readonly pieces: readonly Piece[];
}

/**
 * What became of a passage. Spans are of the changed text; `copies` are whole copies of it that the changes made, which
 * are as good a place (who copies a sentence and then deletes it has moved it).
 */
export type Fate =
  | { readonly kind: 'untouched' | 'edited'; readonly span: Span; readonly copies: readonly Span[] }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'torn' };

/** A text being changed, which knows of every character where it came from. */
export class Draft {
  private readonly changes: Change[] = [];
  private readonly taken: Uint8Array;
  /** Characters deleted, inserted or moved so far. */
  changed = 0;

  /** `mayCopy` is false where copies of the text's own sentences would leave open which of them is meant. */
  constructor(
    readonly old: string,
    readonly mayCopy = true,
  ) {
    this.taken = new Uint8Array(old.length + 1);
  }

  /** True where no change has happened yet. */
  isFree({ start, end }: Span): boolean {
    if (start === end) return this.taken[start] === 0 && (start === 0 || this.taken[start - 1] === 0);
    for (let i = start; i < end; i++) if (this.taken[i] === 1) return false;
    return true;
  }

  replace(span: Span, ...pieces: readonly Piece[]): boolean {
    if (span.start < 0 || span.end > this.old.length || !this.isFree(span)) return false;
    this.taken.fill(1, span.start, Math.max(span.end, span.start + 1));
    this.changes.push({ ...span, pieces });
    const inserted = pieces.reduce((sum, piece) => sum + newLength(piece), 0);
    this.changed += Math.max(span.end - span.start, inserted);
    return true;
  }

  finish(): {
    readonly text: string;
    fate(passage: Span): Fate;
    /** Characters of `stretch` (of the old text) that still stand behind, or before, what became of `other`. */
    left(stretch: Span, other: Span): number;
  } {
    const parts: string[] = [];
    const place = new Int32Array(this.old.length).fill(-1);
    const copies: { of: Span; at: number }[] = [];
    let length = 0;
    const copy = ({ start, end }: Span): void => {
      parts.push(this.old.slice(start, end));
      for (let i = start; i < end; i++) place[i] = length + i - start;
      length += end - start;
    };
    let at = 0;
    for (const change of [...this.changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
      copy({ start: at, end: change.start });
      for (const piece of change.pieces) {
        if (typeof piece === 'string') {
          parts.push(piece);
          length += piece.length;
        } else if ('copyOf' in piece) {
          const { copyOf: of } = piece;
          copies.push({ of, at: length });
          parts.push(this.old.slice(of.start, of.end));
          length += of.end - of.start;
        } else copy(piece);
      }
      at = change.end;
    }
    copy({ start: at, end: this.old.length });
    const text = parts.join('');
    return {
      text,
      left: (stretch, other) => {
        const at = place.subarray(other.start, other.end).find((to) => to >= 0);
        if (at === undefined) return Infinity;
        const behind = stretch.start >= other.end;
        const left = place.subarray(stretch.start, stretch.end);
        return left.filter((to) => to >= 0 && to > at === behind).length;
      },
      fate: (passage) => {
        const shifted = copies
          .filter(({ of }) => contains(of, passage))
          .map(({ of, at }) => ({ start: passage.start - of.start + at, end: passage.end - of.start + at }));
        return fateOf(this.old, text, place, passage, shifted);
      },
    };
  }
}

function newLength(piece: Piece): number {
  if (typeof piece === 'string') return piece.length;
  return 'copyOf' in piece ? piece.copyOf.end - piece.copyOf.start : 0;
}

function fateOf(old: string, text: string, place: Int32Array, passage: Span, copies: readonly Span[]): Fate {
  let signs = 0;
  const left: number[] = [];
  for (let i = passage.start; i < passage.end; i++) {
    if (/\s/.test(old[i]!)) continue;
    signs++;
    if (place[i]! >= 0) left.push(place[i]!);
  }
  if (left.length < signs / 2) {
    const [span] = copies;
    return span ? { kind: 'untouched', span, copies } : { kind: 'deleted' };
  }
  const span = {
    start: left.reduce((a, b) => Math.min(a, b)),
    end: left.reduce((a, b) => Math.max(a, b)) + 1,
  };
  if (span.end - span.start > 1.5 * (passage.end - passage.start) + 40) return { kind: 'torn' };
  const untouched = words(text.slice(span.start, span.end)) === words(old.slice(passage.start, passage.end));
  return { kind: untouched ? 'untouched' : 'edited', span, copies };
}

/** Re-wrapping touches no words. */
const words = (text: string): string => text.replace(/\s+/g, ' ');
