import type { Aggregate } from '../engine/aggregate';
import { outcomes, type Outcome } from '../model/score';
import { wilsonShare, type Share } from './share';
import { weeksOf, type Distribution, type EnsembleSummary } from './summary';

/** Outcomes in which a protection that was needed was never finished, the worst first. */
export const unsafeOutcomes = [
  'unsafe-deployment',
  'unsafe-internal-use',
  'unsecured',
] as const satisfies Outcome[];

function shareOf(runs: number, countOf: (outcome: Outcome) => number): Share {
  const count = unsafeOutcomes.reduce((sum, id) => sum + countOf(id), 0);
  return wilsonShare(count, runs);
}

/** The share of runs with one of the unsafe outcomes. */
export function unsafeShare({ outcomes: shares, runs }: EnsembleSummary): Share {
  return shareOf(runs, (id) => shares[id].count);
}

/** The same, from what was counted. */
export function unsafeShareOf({ outcomes: counts, runs }: Aggregate): Share {
  return shareOf(runs, (id) => counts[outcomes.indexOf(id)] ?? 0);
}

/** Unsafe deployment, unsafe internal use or both. */
export interface UnsafeUse {
  /** Share of runs in which it happens, for weeks 0 … horizon. */
  readonly shares: Float64Array;
  /** Weeks of it in a run, over all runs. */
  readonly weeks: Distribution;
}

/** When and for how long the runs of an aggregate deploy or use a model unsafely. */
export function unsafeUse({ runs, unsafeUse, unsafeUseWeeks }: Aggregate): UnsafeUse {
  return {
    shares: Float64Array.from(unsafeUse, (count) => count / runs),
    weeks: weeksOf(unsafeUseWeeks.sum, unsafeUseWeeks.histogram),
  };
}
