/** Kinds of tokens. `stop` stands between regions: no phrase reaches over it. */
export const Kind = {
  stop: 0,
  lower: 1,
  capital: 2,
  upper: 3,
  initial: 4,
  number: 5,
  mark: 6,
  other: 7,
} as const;
