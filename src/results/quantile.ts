/** Quantiles shown everywhere, and their names in results. */
export const quantileLevels = { q05: 0.05, q25: 0.25, q50: 0.5, q75: 0.75, q95: 0.95 } as const;
export type QuantileId = keyof typeof quantileLevels;
export const quantileIds = Object.keys(quantileLevels) as QuantileId[];

/**
 * Quantile (type 7 of Hyndman and Fan 1996, the default of R and NumPy) of counted values: `counts[from + b]` of the
 * values are in bin b, for b = 0 … bins - 1, and `valueAt(b, rank, of)` is the value of the bin's rank-th of `of`
 * (rank = 0 … of - 1). `total` is the sum of the counts. Throws a RangeError when there are none.
 */
export function quantileOfCounts(
  counts: Int32Array,
  from: number,
  bins: number,
  total: number,
  level: number,
  valueAt: (bin: number, rank: number, of: number) => number,
): number {
  if (total < 1) throw new RangeError(`quantileOfCounts: ${total} values`);
  const position = (total - 1) * level;
  const rank = Math.floor(position);
  let before = 0;
  let bin = 0;
  while (bin < bins && before + counts[from + bin]! <= rank) before += counts[from + bin++]!;
  const lower = valueAt(bin, rank - before, counts[from + bin]!);
  const part = position - rank;
  if (part === 0) return lower;
  while (before + counts[from + bin]! <= rank + 1) before += counts[from + bin++]!;
  const upper = valueAt(bin, rank + 1 - before, counts[from + bin]!);
  return lower + part * (upper - lower);
}

/** Sum of `bins` counts from `from` on. */
export function totalOf(counts: Int32Array, from = 0, bins = counts.length): number {
  let total = 0;
  for (let b = from; b < from + bins; b++) total += counts[b]!;
  return total;
}
