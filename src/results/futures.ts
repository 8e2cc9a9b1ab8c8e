/** Choosing one future among those simulated: the typical one, the worst, one of a kind. */
import type { FutureKind } from '../scenario/futureKinds';
import { comparedMeasures, type ComparedMeasure, type RunRows } from './runRows';

const unsafeMeasures = ['unsafeDeploymentWeeks', 'unsafeInternalUseWeeks', 'unsecuredWeeks'] as const;
const costMeasures = ['pausedWeeks', 'suspendedWeeks', 'withheldWeeks'] as const;

function sumOf({ columns }: RunRows, measures: readonly ComparedMeasure[], run: number): number {
  return measures.reduce((sum, id) => sum + (columns[id][run] ?? 0), 0);
}

/** Runs by a score, the least first; of equal ones the lower number first. */
function byScore(runs: number, scoreOf: (run: number) => number): Int32Array {
  const scores = Float64Array.from({ length: runs }, (_, run) => scoreOf(run));
  return Int32Array.from({ length: runs }, (_, run) => run).sort(
    (one, other) => (scores[one] ?? 0) - (scores[other] ?? 0) || one - other,
  );
}

/** Further from the medians than this many widths is as far as can be: one wild measure does not decide alone. */
const FARTHEST = 4;

/** How far each run is from the medians, summed over the measures, in widths from the 5% to the 95% quantile. */
function distances({ runs, columns }: RunRows): Float64Array {
  const distance = new Float64Array(runs);
  for (const id of comparedMeasures) {
    const values = columns[id];
    const sorted = values.slice().sort();
    const at = (share: number): number => sorted[Math.floor(share * (runs - 1))] ?? 0;
    const median = at(0.5);
    const width = at(0.95) - at(0.05);
    // What is the same in nearly all runs sets the others apart all the more.
    const unit = width > 0 ? width : 1;
    for (let run = 0; run < runs; run++) {
      distance[run] = distance[run]! + Math.min(Math.abs(values[run]! - median) / unit, FARTHEST);
    }
  }
  return distance;
}

/** Larger than any number of weeks in a run, so that the outcome counts before them. */
const OUTCOME = 1e6;

/**
 * The runs of a kind, in the order in which they are gone through: every run by its number; the nearest to the medians
 * first; the worst outcome first and in it most unsafe weeks; the best outcome first and in it the fewest weeks held
 * back; or those with a flag, by number. The same rows give the same order everywhere.
 */
export function futuresOf(rows: RunRows, kind: FutureKind): Int32Array {
  const { runs, columns } = rows;
  const outcome = (run: number): number => columns.outcome[run] ?? 0;
  switch (kind) {
    case 'any':
      return Int32Array.from({ length: runs }, (_, run) => run);
    case 'typical': {
      const distance = distances(rows);
      return byScore(runs, (run) => distance[run] ?? 0);
    }
    case 'worst':
      return byScore(runs, (run) => OUTCOME * outcome(run) - sumOf(rows, unsafeMeasures, run));
    case 'luckiest':
      return byScore(runs, (run) => sumOf(rows, costMeasures, run) - OUTCOME * outcome(run));
    default: {
      const flags = columns[kind];
      return Int32Array.from({ length: runs }, (_, run) => run).filter((run) => flags[run] === 1);
    }
  }
}

/**
 * The run after `run` (or before it, for a step of -1) in an order of runs, beginning again at its end. From a run that
 * is not in the order: the first, or for runs in order of number the next one. Null where the order is empty.
 */
export function nextFuture(order: Int32Array, run: number, step: 1 | -1): number | null {
  if (order.length === 0) return null;
  const place = order.indexOf(run);
  if (place >= 0) return order[(place + step + order.length) % order.length] ?? null;
  const next = step === 1 ? order.find((each) => each > run) : order.findLast((each) => each < run);
  return next ?? order.at(step === 1 ? 0 : -1) ?? null;
}
