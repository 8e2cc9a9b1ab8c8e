import type { Aggregate } from '../../src/engine/aggregate';
import type { Lab } from '../../src/model/lab';
import type { Scenario } from '../../src/scenario/scenario';
import { EnsembleSimulator } from './bundledEngine';

/** Runs 0 … runs-1 of a scenario; `onRun` sees the lab at the end of each, and must not keep it. */
export function simulated(
  scenario: Scenario,
  runs: number,
  onRun?: (lab: Lab, run: number) => void,
  seed = 'closed cases',
): Aggregate {
  const simulator = new EnsembleSimulator(scenario, seed);
  const aggregate = simulator.newAggregate();
  simulator.simulate({ from: 0, to: runs }, aggregate, (run, lab) => onRun?.(lab, run));
  return aggregate;
}
