/** How much of a text detection looks at, in UTF-16 code units: the start, where releases identify themselves … */
const headLength = 6000;
/** … and the end, where they are signed. */
const tailLength = 1500;

/** What detection reads of a text: never more than {@link headLength} + {@link tailLength} characters of it. */
export interface Sample {
  /** The beginning, without byte-order mark and emphasis marks, line ends as LF, no-break spaces as spaces. */
  readonly head: string;
  /** Lines of the beginning that are not blank, trimmed. */
  readonly lines: readonly string[];
  /** Lines of the end that are not blank, trimmed; the last line of the text is the last one. */
  readonly closing: readonly string[];
  /** Lower-case words of the beginning. */
  readonly words: readonly string[];
}

export function sampleOf(text: string): Sample {
  const head = tidy(text.slice(0, headLength));
  const tail = text.length > headLength ? tidy(text.slice(-tailLength)) : head.slice(-tailLength);
  let words: readonly string[] | undefined;
  return {
    head,
    lines: nonBlankLines(head),
    closing: nonBlankLines(tail),
    // Most releases are told by their form, and their words never asked for.
    get words() {
      return (words ??= head.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []);
    },
  };
}

/** Emphasis (`**bold**`, `__bold__`) is taken off: it stands around headlines and names, and hides a line's form. */
function tidy(part: string): string {
  const lines = part.includes('\r') ? part.replace(/\r\n?/g, '\n') : part;
  // Far sooner looked for than with one expression, and seldom there.
  const spaced = otherSpaces.some((space) => lines.includes(space))
    ? lines.replace(/[\u00A0\u2007\u202F\u3000]/g, ' ')
    : lines;
  return spaced.replace(/^\uFEFF/, '').replace(/\*\*|__/g, '');
}

const otherSpaces = ['\u00A0', '\u2007', '\u202F', '\u3000'];

function nonBlankLines(part: string): readonly string[] {
  return part
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
