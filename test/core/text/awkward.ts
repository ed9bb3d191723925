import fc from 'fast-check';

/** Pieces of text at which careless offset arithmetic goes wrong. Lone surrogates are not among them: UTF-8 has none. */
export const awkwardPieces = [
  'a',
  'Minister ',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\u00a0',
  '\u00e9',
  'e\u0301',
  '\u1100\u1161\u11a8', // Hangul in NFD
  '\uac01',
  '\u3400\u4e00',
  '\u{1f600}',
  '\u{1f1f0}\u{1f1f5}', // a flag
  '\u{1f1f7}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', // a family
  '\u{1f44d}\u{1f3fd}',
  '\u2019',
  '\ufeff',
  '\u{20bb7}',
  '\u0ba8\u0bbf',
  '\u2028',
  '\t',
] as const;

/** Texts of any mixture of awkward pieces; some are longer than the distance between two checkpoints. */
export const awkwardText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...awkwardPieces), { maxLength: 60 })
  .chain((pieces) => fc.constantFrom(1, 1, 1, 9).map((times) => pieces.join('').repeat(times)));

/** An awkward text and a stretch of it, anywhere, even within a character. */
export const awkwardSpan: fc.Arbitrary<{ text: string; start: number; end: number }> = awkwardText.chain(
  (text) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) })),
);
