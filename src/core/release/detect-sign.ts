/** Something in a text that speaks for a release (weight above 0) or against one (below 0). */
export interface Sign {
  readonly name: string;
  readonly weight: number;
}
