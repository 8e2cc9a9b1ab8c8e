/**
 * Statistics for judging random numbers, each as a z score: about standard normal if the numbers are what
 * they claim.
 *
 * All draws in the tests are fixed by their seeds, so a test passes always or never; 5 standard deviations
 * (two-sided probability 6e-7) leave a correct generator some 10^6 comparisons before one is expected to
 * fail.
 */

export const SIGMAS = 5;

/** z of the chi-square statistic of counts against equal expectations; needs some 5 or more a bin. */
export function chiSquareZ(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  const expected = total / counts.length;
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) chiSquare += (counts[i]! - expected) ** 2 / expected;
  const freedom = counts.length - 1;
  // Wilson and Hilferty: the cube root is close to normal, far tails included.
  const v = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - v)) / Math.sqrt(v);
}

/** z of `count` uniform draws falling into `bins` equal parts of (0, 1). */
export function uniformZ(draw: (i: number) => number, count: number, bins: number): number {
  const counts = new Float64Array(bins);
  for (let i = 0; i < count; i++) counts[Math.floor(draw(i) * bins)]! += 1;
  return chiSquareZ(counts);
}

/** z of `count` pairs of uniform draws falling into side × side equal squares: uniform and independent. */
export function pairZ(
  first: (i: number) => number,
  second: (i: number) => number,
  count: number,
  side: number,
): number {
  const counts = new Float64Array(side * side);
  for (let i = 0; i < count; i++) {
    counts[Math.floor(first(i) * side) * side + Math.floor(second(i) * side)]! += 1;
  }
  return chiSquareZ(counts);
}

/** z of the correlation of `count` pairs of draws with this mean and standard deviation. */
export function correlationZ(
  first: (i: number) => number,
  second: (i: number) => number,
  count: number,
  mean: number,
  sd: number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (first(i) - mean) * (second(i) - mean);
  return sum / (sd * sd * Math.sqrt(count));
}

/** z of the mean of f over `count` draws, where one draw's f has this mean and standard deviation. */
export function meanZ(f: (i: number) => number, count: number, mean: number, sd: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += f(i) - mean;
  return sum / (sd * Math.sqrt(count));
}

/**
 * The Kolmogorov-Smirnov distance √n · sup |F_n - F| of draws to their distribution function; sorts in place.
 */
export function kolmogorov(draws: Float64Array, distribution: (x: number) => number): number {
  draws.sort();
  const n = draws.length;
  let max = 0;
  for (let i = 0; i < n; i++) {
    const f = distribution(draws[i]!);
    max = Math.max(max, f - i / n, (i + 1) / n - f);
  }
  return max * Math.sqrt(n);
}
