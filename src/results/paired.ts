/** Intervals for what differs between two ensembles of the same runs under the same luck, A and B. */
import { Z95 } from './share';

/** B less A with its 95% interval for sampling error. */
export interface PairedInterval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Halvings after which an interval of at most 2 is narrower than the spacing of numbers at 1. */
const HALVINGS = 56;

/**
 * `runs` times the variance of one run's difference (B less A), as estimated where the difference of the shares is held
 * to be `difference`: Tango's (1998) equation 8, solved for the probability of the rarer discordance without cancellation.
 */
function varianceAt(difference: number, onlyA: number, onlyB: number, runs: number): number {
  // Held negative, it is A less B that is held positive.
  if (difference < 0) return varianceAt(-difference, onlyB, onlyA, runs);
  const spread = difference * (1 - difference);
  const b = (2 * runs - onlyB + onlyA) * difference - onlyA - onlyB;
  const c = onlyA * spread;
  const root = Math.sqrt(b * b + 8 * runs * c);
  let rarer = 0;
  if (b < 0) rarer = (root - b) / (4 * runs);
  else if (c > 0) rarer = (2 * c) / (b + root);
  return runs * (2 * rarer + spread);
}

/** The largest difference, B less A, at which the score statistic is not beyond its 95% value. */
function highest(onlyA: number, onlyB: number, runs: number): number {
  let low = (onlyB - onlyA) / runs;
  let high = 1;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    const excess = runs * middle - (onlyB - onlyA);
    if (excess * excess < Z95 * Z95 * varianceAt(middle, onlyA, onlyB, runs)) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The share of runs with a property in B less that in A, where `onlyA` of `runs` pairs have it in A alone and `onlyB`
 * in B alone, with Tango's score interval, 95%, two-sided (T. Tango 1998, Statistics in Medicine 17:891). Within
 * [-1, 1]; A and B exchanged give the same numbers with the other sign. Throws a RangeError unless the counts are whole
 * numbers of 0 or more, together at most `runs`, of which there is at least one.
 */
export function pairedDifference(onlyA: number, onlyB: number, runs: number): PairedInterval {
  const areCounts = [onlyA, onlyB, runs].every((count) => Number.isInteger(count) && count >= 0);
  if (!(areCounts && runs >= 1 && onlyA + onlyB <= runs)) {
    throw new RangeError(`pairedDifference: ${onlyA} and ${onlyB} of ${runs}`);
  }
  return {
    difference: (onlyB - onlyA) / runs,
    low: 0 - highest(onlyB, onlyA, runs),
    high: highest(onlyA, onlyB, runs),
  };
}

/**
 * The mean over runs of `b` less `a`, run by run, with the 95% interval of the normal law for the mean of that many. Weeks,
 * counts and 2^-20ths of a doubling add up exactly. Throws a RangeError unless both have the same runs, at least two.
 */
export function pairedMean(a: Float64Array, b: Float64Array): PairedInterval {
  const runs = a.length;
  if (runs !== b.length || runs < 2) throw new RangeError(`pairedMean: ${runs} and ${b.length} runs`);
  let sum = 0;
  for (let run = 0; run < runs; run++) sum += b[run]! - a[run]!;
  const difference = sum / runs;
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    const deviation = b[run]! - a[run]! - difference;
    squares += deviation * deviation;
  }
  const half = Z95 * Math.sqrt(squares / (runs - 1) / runs);
  return { difference, low: difference - half, high: difference + half };
}
