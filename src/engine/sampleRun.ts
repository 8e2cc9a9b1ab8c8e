import { TRAINING } from '../model/regions';
import { outcomeOf, outcomes, type Outcome } from '../model/score';
import type { SimulatedScenario } from '../scenario/scenario';
import { playRun } from './simulateRun';

/** One possible future, as far as a chart draws it. */
export interface SampleRun {
  readonly run: number;
  /** True capability, weeks 0 … horizon, in doublings. */
  readonly capability: Float64Array<ArrayBuffer>;
  /** 1 in weeks at whose end training is paused. */
  readonly paused: Uint8Array<ArrayBuffer>;
  readonly pausedWeeks: number;
  readonly outcome: Outcome;
}

/** Run number `run` of a scenario under a seed. */
export function sampleRun(scenario: SimulatedScenario, seed: string, run: number): SampleRun {
  const pausedIn: number[] = [];
  const lab = playRun(scenario, seed, run, ({ training }) =>
    pausedIn.push(Number(training === TRAINING.paused)),
  );
  return {
    run,
    capability: lab.capabilityPath.slice(),
    paused: Uint8Array.from(pausedIn),
    pausedWeeks: lab.pausedWeeks,
    outcome: outcomes[outcomeOf(lab)]!,
  };
}
