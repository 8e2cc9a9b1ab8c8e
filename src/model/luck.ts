/**
 * Chance as the rules of the model see it: numbered streams of draws, each draw found by its index.
 */

/**
 * The streams and their numbers. A stream is one purpose of chance; what its indices count (weeks,
 * evaluations, thresholds and protections) is the business of the rule that draws from it. The numbers only
 * make calls fast: what a stream yields depends on its name alone, so streams may be added or reordered
 * without changing the others.
 */
export const STREAM = {
  growth: 0,
  jumpGap: 1,
  jumpSize: 2,
  danger: 3,
  suite: 4,
  work: 5,
  calendar: 6,
  ownEvaluation: 7,
  thirdEvaluation: 8,
  ownAssessment: 9,
  thirdAssessment: 10,
  skip: 11,
  inadequacy: 12,
  lapseGap: 13,
  discoveryGap: 14,
  attempt: 15,
  veto: 16,
  audit: 17,
  world: 18,
} as const;

/** The name of a stream. */
export type StreamName = keyof typeof STREAM;

/** All stream names; each stands at its own number. */
export const streams: readonly StreamName[] = Object.keys(STREAM) as StreamName[];

/**
 * The draws of one run. Every draw is a pure function of (seed, run, stream name, index): asking twice, or in
 * another order, changes nothing. `stream` is a number from STREAM, `index` an integer from 0 to 2^31 - 1.
 * All draws of one (stream, index) come from the same 32 random bits, so ask for one kind only.
 */
export interface Luck {
  /** Uniform in the open interval (0, 1): one of the 2^32 values (w + 1/2) / 2^32. */
  uniform(stream: number, index: number): number;

  /** Standard normal; never falls as the uniform draw rises; between -6.34 and 6.34. */
  normal(stream: number, index: number): number;

  /** Whether an event of this cumulative hazard (at least 0) happens: with probability 1 - exp(-hazard). */
  happens(stream: number, index: number, hazard: number): boolean;

  /** Exponential with mean 1. */
  exponential(stream: number, index: number): number;

  /** Lognormal with median 1: exp(logSd · z) for a standard normal z. */
  lognormal(stream: number, index: number, logSd: number): number;

  /** Lognormal with mean 1: exp(logSd · z - logSd² / 2). */
  meanOneLognormal(stream: number, index: number, logSd: number): number;

  /**
   * How many independent trials it takes until an event of this probability first happens: an integer of at
   * least 1, Infinity for probability 0. A greater probability never makes it later, rounding apart.
   */
  geometric(stream: number, index: number, probability: number): number;

  /** Triangular on [low, high] with its peak at mode; low <= mode <= high, all may be equal. */
  triangular(stream: number, index: number, low: number, mode: number, high: number): number;
}
