import type { Alignment } from '../../text/alignment';
import type { Tokens } from '../../text/tokens';

/** A text and its tokens. */
export interface Tokenized {
  readonly text: string;
  readonly tokens: Tokens;
}

/** Furthest that a change is shifted, in tokens. */
const farthest = 64;

/**
 * What was put in (or taken out) and begins like what follows it may as well be said to begin after that: of the
 * positions that leave the same text, the one is chosen at which a person changes texts, between paragraphs, lines or
 * sentences. Changes `alignment`; the words passed over stay doubtful.
 */
export function slideChanges(alignment: Alignment, old: Tokenized, now: Tokenized): void {
  const { toNew, toOld, moved, rare } = alignment;
  slideIn(now, toOld, toNew, (token) => toOld[token]!);
  slideIn(
    old,
    toNew,
    toOld,
    (token) => token,
    (from, to) => {
      [rare[to], rare[from]] = [rare[from]!, 0];
    },
  );

  /** `there` gives of every token of `changed` the one of the other text that it is, `back` the other way round. */
  function slideIn(
    changed: Tokenized,
    there: Int32Array,
    back: Int32Array,
    oldOf: (token: number) => number,
    relabel?: (from: number, to: number) => void,
  ): void {
    const { count, hashes } = changed.tokens;
    const isInOrder = (token: number): boolean => there[token] !== -1 && moved[oldOf(token)] === 0;
    for (let from = 0, to = 0; from < count; from = Math.max(to, from + 1)) {
      for (to = from; to < count && there[to] === -1;) to++;
      if (to === from || !isPure(from, to)) continue;
      const steps = bestSteps(from, to);
      for (let t = 0; t < steps; t++) rejoin(to + t, from + t);
      for (let t = 0; t > steps; t--) rejoin(from - 1 + t, to - 1 + t);
      to = Math.max(to, to + steps);
    }

    /** Nothing of the other text lies where the gap `[from, to)` is. */
    function isPure(from: number, to: number): boolean {
      if ((from > 0 && !isInOrder(from - 1)) || (to < count && !isInOrder(to))) return false;
      const before = from > 0 ? there[from - 1]! : -1;
      return to < count ? there[to] === before + 1 : before === back.length - 1;
    }

    function bestSteps(from: number, to: number): number {
      const most = Math.min(farthest, to - from);
      let best = 0;
      let quality = breakAt(changed, from) + breakAt(changed, to);
      const consider = (steps: number): void => {
        const here = breakAt(changed, from + steps) + breakAt(changed, to + steps);
        if (here > quality) [best, quality] = [steps, here];
      };
      for (let t = 1; t <= most && isAlong(to + t - 1) && hashes[to + t - 1] === hashes[from + t - 1]; t++) {
        consider(t);
      }
      for (let t = 1; t <= most && isAlong(from - t) && hashes[from - t] === hashes[to - t]; t++)
        consider(-t);
      return best;

      /** True where a token beside the gap came along with its neighbour at the gap. */
      function isAlong(token: number): boolean {
        if (token < 0 || token >= count || !isInOrder(token)) return false;
        const neighbour = token >= to ? to : from - 1;
        return there[token]! - there[neighbour]! === token - neighbour;
      }
    }

    function rejoin(from: number, to: number): void {
      there[to] = there[from]!;
      back[there[from]!] = to;
      there[from] = -1;
      relabel?.(from, to);
    }
  }
}

/** How likely a person changes a text between a token and the one before it: 0..3. */
function breakAt({ text, tokens }: Tokenized, token: number): number {
  if (token === 0 || token === tokens.count) return 3;
  const end = tokens.ends[token - 1]!;
  const between = text.slice(end, Math.min(tokens.starts[token]!, end + 80));
  if (/\n\s*\n/.test(between)) return 3;
  if (between.includes('\n')) return 2;
  return between !== '' && /[.!?]["”’')\]]?$/.test(text.slice(Math.max(0, end - 3), end)) ? 1 : 0;
}
