/** z of a two-sided 95% interval. */
export const Z95 = 1.959963984540054;

/** A share of runs with its 95% interval for sampling error (Wilson 1927). */
export interface Share {
  readonly count: number;
  /** count / runs, from 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share `count` of `runs` with its Wilson score interval, 95%, two-sided, without continuity correction
 * (E. B. Wilson 1927, J. Am. Stat. Assoc. 22:209). Throws a RangeError unless 0 <= count <= runs and runs >= 1.
 */
export function wilsonShare(count: number, runs: number): Share {
  if (!(runs >= 1 && count >= 0 && count <= runs)) throw new RangeError(`wilsonShare: ${count} of ${runs}`);
  const share = count / runs;
  const z2 = (Z95 * Z95) / runs;
  const centre = share + z2 / 2;
  const half = Math.sqrt(z2 * (share * (1 - share) + z2 / 4));
  return {
    count,
    share,
    low: count === 0 ? 0 : (centre - half) / (1 + z2),
    high: count === runs ? 1 : (centre + half) / (1 + z2),
  };
}
