import type { Future } from '../../src/analysis/counterfactuals';
import { outcomeOf, outcomes } from '../../src/model/score';
import type { Scenario } from '../../src/scenario/scenario';
import { EnsembleSimulator } from './bundledEngine';

/** The outcome of each of the first runs of a scenario, as its index in `outcomes`. */
export function endsOf(scenario: Scenario, seed: string, runs: number): number[] {
  const simulator = new EnsembleSimulator(scenario, seed);
  const ends: number[] = [];
  simulator.simulate({ from: 0, to: runs }, simulator.newAggregate(), (_, lab) => ends.push(outcomeOf(lab)));
  return ends;
}

/** Among the first runs of a scenario, the first that fails in each of the four ways, as far as there is one. */
export function failingFutures(scenario: Scenario, seed: string, runs: number): Future[] {
  const ends = endsOf(scenario, seed, runs);
  return [0, 1, 2, 3]
    .map((failure) => ends.indexOf(failure))
    .filter((run) => run >= 0)
    .map((run) => ({ scenario, seed, run }));
}

/** Indices in `outcomes` of the four failures, written out. */
export const failures = ['unsafe-deployment', 'unsafe-internal-use', 'unsecured', 'protection-failed'].map(
  (outcome) => outcomes.indexOf(outcome as (typeof outcomes)[number]),
);
