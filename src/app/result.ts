import { sampleRun, type SampleRun } from '../engine/sampleRun';
import { compileSetup } from '../model/setup';
import { capabilityBands, type CapabilityBands } from '../results/bands';
import { headline, type Headline } from '../results/headline';
import type { RunRows } from '../results/runRows';
import { stateShares } from '../results/stateShares';
import { summarise, type Distribution, type EnsembleSummary } from '../results/summary';
import { unsafeUse } from '../results/unsafe';
import type { Scenario } from '../scenario/scenario';
import type { Answer, Question } from './liveEnsemble';

/** Share of runs, week by week, in which the lab deploys or uses a model unsafely, or is held back. */
export interface ActivityShares {
  readonly unsafe: Float64Array;
  readonly paused: Float64Array;
  readonly suspended: Float64Array;
  readonly withheld: Float64Array;
}
export type Activity = keyof ActivityShares;
export const activities = ['unsafe', 'paused', 'suspended', 'withheld'] as const satisfies Activity[];

/** Everything the page shows of one answer. */
export interface Result {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly summary: EnsembleSummary;
  readonly headline: Headline;
  readonly bands: CapabilityBands;
  readonly activity: ActivityShares;
  /** Weeks of a run with unsafe deployment, unsafe internal use or both. */
  readonly unsafeUseWeeks: Distribution;
  /** Run by run, for comparing with other answers. */
  readonly rows: RunRows;
  /** One of its futures, which is drawn on top; null where none is. */
  readonly sample: SampleRun | null;
  /** Whether all runs are in. */
  readonly settled: boolean;
}

/** A future of a result by its number: the one that came with it, or another one, simulated now. */
export function sampleOf(
  { scenario, seed, sample }: Pick<Result, 'scenario' | 'seed' | 'sample'>,
  run: number,
): SampleRun {
  return sample?.run === run ? sample : sampleRun(scenario, seed, run);
}

/** Takes out of an answer what the page shows; keeps nothing of its aggregate. */
export function resultOf(
  { scenario, seed }: Question,
  { aggregate, rows, sample }: Answer,
  settled: boolean,
): Result {
  const summary = summarise(aggregate, scenario, seed);
  const unsafe = unsafeUse(aggregate);
  return {
    scenario,
    seed,
    summary,
    headline: headline(summary),
    bands: capabilityBands(aggregate, compileSetup(scenario)),
    activity: {
      unsafe: unsafe.shares,
      paused: stateShares(aggregate, 'training').paused,
      suspended: stateShares(aggregate, 'internalUse').suspended,
      withheld: stateShares(aggregate, 'release').withheld,
    },
    unsafeUseWeeks: unsafe.weeks,
    rows,
    sample,
    settled,
  };
}
