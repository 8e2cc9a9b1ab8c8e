/** One thing wrong with an input: where, what was expected there and what was received instead. */
export interface Issue {
  /** Path in a scenario (`thresholds[1].limit`) or the id of a setting (`t2.limit`); '' is the whole. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}
