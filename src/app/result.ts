import type { Aggregate } from '../engine/aggregate';
import { compileSetup } from '../model/setup';
import { capabilityBands, type CapabilityBands } from '../results/bands';
import { headline, type Headline } from '../results/headline';
import { stateShares } from '../results/stateShares';
import { summarise, type EnsembleSummary } from '../results/summary';
import type { Scenario } from '../scenario/scenario';
import type { Question } from './liveEnsemble';

/** Share of runs, week by week, in which the lab is held back. */
export interface ActivityShares {
  readonly paused: Float64Array;
  readonly suspended: Float64Array;
  readonly withheld: Float64Array;
}
export type Activity = keyof ActivityShares;
export const activities = ['paused', 'suspended', 'withheld'] as const satisfies Activity[];

/** Everything the page shows of one answer. */
export interface Result {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly summary: EnsembleSummary;
  readonly headline: Headline;
  readonly bands: CapabilityBands;
  readonly activity: ActivityShares;
  /** Whether all runs are in. */
  readonly settled: boolean;
}

/** Takes out of an aggregate what the page shows; keeps nothing of it. */
export function resultOf({ scenario, seed }: Question, aggregate: Aggregate, settled: boolean): Result {
  const summary = summarise(aggregate, scenario, seed);
  return {
    scenario,
    seed,
    summary,
    headline: headline(summary),
    bands: capabilityBands(aggregate, compileSetup(scenario)),
    activity: {
      paused: stateShares(aggregate, 'training').paused,
      suspended: stateShares(aggregate, 'internalUse').suspended,
      withheld: stateShares(aggregate, 'release').withheld,
    },
    settled,
  };
}
