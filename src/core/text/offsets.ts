/**
 * What an offset outside the program counts, always over the text with LF line ends and without BOM:
 * `codepoints` is what Python's `str` counts and what every file of Pressmark holds, `utf16` what JavaScript and Java
 * count, `bytes` the UTF-8 bytes.
 */
export type OffsetUnit = 'codepoints' | 'utf16' | 'bytes';

/** Converts between offsets of the text as it is held in memory and offsets outside the program. */
export interface OffsetConverter {
  /** Length of the whole text, in the unit outside. */
  readonly length: number;
  /** From UTF-16 code units of the held text; inside a surrogate pair or CRLF it is the place before it. */
  toStored(held: number): number;
  /** To UTF-16 code units of the held text; inside a character (of several bytes) it is the place before it. */
  toHeld(stored: number): number;
}

/** Held code units from one checkpoint to the next: an offset is found by walking less than that. */
const stride = 256;

/**
 * Offsets as files store them: Unicode code points over the text with line ends read as LF.
 * `text` is held as the editor or the CLI holds it: without BOM, with any mixture of LF, CRLF and lone CR.
 */
export function storedOffsets(text: string): OffsetConverter {
  return offsetsIn('codepoints', text);
}

/** Offsets of the LF text in any unit; see {@link storedOffsets} for what `text` may be. Builds in one pass. */
export function offsetsIn(unit: OffsetUnit, text: string): OffsetConverter {
  return needsCounting[unit].test(text) ? new Checkpoints(text, weights[unit]) : new Identity(text.length);
}

/** Where a text holds none of these, its offsets outside are those inside. */
const needsCounting: Readonly<Record<OffsetUnit, RegExp>> = {
  codepoints: /\r\n|[\ud800-\udfff]/,
  utf16: /\r\n/,
  bytes: /\r\n|[^\0-\x7f]/,
};

/** What a code unit adds, given its neighbours. A character's whole weight lies on its last code unit. */
type Weight = (unit: number, before: number, after: number) => number;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
const beforeLf = (unit: number, after: number): boolean => unit === 13 && after === 10;

const weights: Readonly<Record<OffsetUnit, Weight>> = {
  codepoints: (unit, _before, after) => (beforeLf(unit, after) || (isHigh(unit) && isLow(after)) ? 0 : 1),
  utf16: (unit, before, after) => {
    if (beforeLf(unit, after) || (isHigh(unit) && isLow(after))) return 0;
    return isLow(unit) && isHigh(before) ? 2 : 1;
  },
  bytes: (unit, before, after) => {
    if (unit < 0x80) return beforeLf(unit, after) ? 0 : 1;
    if (unit < 0x800) return 2;
    if (isHigh(unit) && isLow(after)) return 0;
    return isLow(unit) && isHigh(before) ? 4 : 3; // a lone surrogate is written as U+FFFD, three bytes too
  },
};

class Identity implements OffsetConverter {
  constructor(readonly length: number) {}
  toStored(held: number): number {
    return clamp(held, this.length);
  }
  toHeld(stored: number): number {
    return clamp(stored, this.length);
  }
}

class Checkpoints implements OffsetConverter {
  readonly length: number;
  /** `stored[i]` is the stored offset of held offset `i * stride`. */
  private readonly stored: Float64Array;

  constructor(
    private readonly text: string,
    private readonly weight: Weight,
  ) {
    this.stored = new Float64Array(Math.floor(text.length / stride) + 1);
    let sum = 0;
    for (let held = 0; held < text.length; held++) {
      if (held % stride === 0) this.stored[held / stride] = sum;
      sum += this.weightAt(held);
    }
    if (text.length % stride === 0) this.stored[text.length / stride] = sum;
    this.length = sum;
  }

  toStored(offset: number): number {
    const held = clamp(offset, this.text.length);
    const checkpoint = Math.floor(held / stride);
    let sum = this.stored[checkpoint]!;
    for (let i = checkpoint * stride; i < held; i++) sum += this.weightAt(i);
    return sum;
  }

  toHeld(offset: number): number {
    const stored = clamp(offset, this.length);
    let low = 0;
    let high = this.stored.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      // Strictly less: where the checkpoint cuts a pair or CRLF, the place before it is the one asked for.
      if (this.stored[middle]! < stored) low = middle;
      else high = middle - 1;
    }
    let sum = this.stored[low]!;
    let boundary = low * stride;
    for (let held = boundary; sum < stored && held < this.text.length; held++) {
      sum += this.weightAt(held);
      if (sum > stored) break;
      if (this.weightAt(held) > 0) boundary = held + 1;
    }
    return boundary;
  }

  private weightAt(held: number): number {
    const { text } = this;
    return this.weight(text.charCodeAt(held), text.charCodeAt(held - 1), text.charCodeAt(held + 1));
  }
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
