import type { Result } from '../result';

/** Names of policies that are compared, in the order in which they are shown; the last one used is the present one. */
export const letters = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof letters)[number];

/** The answer to a policy that is kept to compare the present one with. */
export interface PinnedResult {
  readonly letter: Letter;
  readonly result: Result;
}
