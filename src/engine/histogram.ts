/** Counts of whole numbers from `from` up; grows as needed, so that nothing falls off its end. */
export interface Histogram {
  from: number;
  counts: Int32Array;
}

export function newHistogram(from: number, size: number): Histogram {
  return { from, counts: new Int32Array(size) };
}

/** Counts one value: an integer of at least `from`. Throws a RangeError naming any other. */
export function count(histogram: Histogram, value: number): void {
  const at = value - histogram.from;
  if (!(at >= 0 && at % 1 === 0)) throw new RangeError(`Histogram from ${histogram.from}: ${value}`);
  if (at >= histogram.counts.length) grow(histogram, at + 1);
  histogram.counts[at] = histogram.counts[at]! + 1;
}

/** Adds the counts of `other`, which starts at the same value. Exact, in any order. */
export function mergeHistogram(histogram: Histogram, other: Histogram): void {
  if (other.from !== histogram.from)
    throw new RangeError(`Histograms from ${histogram.from} and ${other.from}`);
  if (other.counts.length > histogram.counts.length) grow(histogram, other.counts.length);
  addCounts(histogram.counts, other.counts);
}

/** Adds `other`, which is no longer than `counts`, element by element. */
export function addCounts(counts: Int32Array, other: Int32Array): void {
  for (let i = 0; i < other.length; i++) counts[i] = counts[i]! + other[i]!;
}

function grow(histogram: Histogram, size: number): void {
  // By doubling, so that the length depends on the largest value alone, not on the order in which values came.
  let { length } = histogram.counts;
  while (length < size) length *= 2;
  const counts = new Int32Array(length);
  counts.set(histogram.counts);
  histogram.counts = counts;
}
