/** One category that a passage can be tagged with. Ids are unique over the whole tree. */
export interface Code {
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  readonly examples: readonly string[];
  /** `#rrggbb`. */
  readonly color?: string;
  /** One key that tags, e.g. `1` or `g`. */
  readonly key?: string;
  /** Not to be used for new passages; what it tags stays. */
  readonly retired?: boolean;
  readonly codes: readonly Code[];
}

export interface Codebook {
  readonly codes: readonly Code[];
}

/** Every code of the tree, parents before what they hold. */
export function flattenCodes(codebook: Codebook): Code[] {
  return codebook.codes.flatMap((code) => [code, ...flattenCodes(code)]);
}
