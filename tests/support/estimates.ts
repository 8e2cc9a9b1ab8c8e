/** Standard errors from `count` of `runs` to an exact probability; one of 0 or 1 must be met exactly. */
export function shareDeviation(count: number, runs: number, exact: number): number {
  const difference = count - runs * exact;
  // What rounding leaves of an impossible or certain event.
  if (exact < 1e-12 || exact > 1 - 1e-12) return Math.abs(difference) < 0.5 ? 0 : Infinity;
  return difference / Math.sqrt(runs * exact * (1 - exact));
}

/** Standard errors from the mean of `runs` values to its exact value, given their exact variance. */
export function meanDeviation(mean: number, runs: number, exact: number, variance: number): number {
  const difference = mean - exact;
  if (variance < 1e-18) return Math.abs(difference) < 1e-9 ? 0 : Infinity;
  return difference / Math.sqrt(variance / runs);
}

/** Number, mean, variance and standard error of the variance of a sample. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
  readonly varianceError: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < count; i++) {
    const square = (values[i]! - mean) ** 2;
    second += square;
    fourth += square * square;
  }
  const variance = second / (count - 1);
  return { count, mean, variance, varianceError: Math.sqrt((fourth / count - variance * variance) / count) };
}
