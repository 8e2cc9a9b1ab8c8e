import type { Outcome } from '../model/score';
import type { SimulatedScenario } from '../scenario/scenario';
import { simulateRun } from './simulateRun';

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
  const { weeks, outcome, lab } = simulateRun(scenario, seed, run);
  return {
    run,
    capability: Float64Array.from(weeks, (week) => week.capability),
    paused: Uint8Array.from(weeks, (week) => Number(week.states['training'] === 'paused')),
    pausedWeeks: lab.pausedWeeks,
    outcome,
  };
}
