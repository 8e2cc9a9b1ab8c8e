import type { UnconstrainedGrowth } from '../model/unconstrainedGrowth';
import type { SimulatedScenario } from '../scenario/scenario';

/** Runs remembered: as many as are simulated while a setting moves. Eight megabytes at 260 weeks. */
const MOST_RUNS = 2000;

/**
 * The growth of the first runs of one world under one seed, which is the same under every policy: an eighth of the work
 * of a run. One per thread. A world is remembered from the second time in a row that it is asked about.
 */
export class GrowthMemory {
  #world = '';
  #lastWorld = '';
  #runs: RememberedRuns = [];

  /** Turns to a scenario's world under a seed; returns where its runs are remembered, null: nowhere. */
  recall(scenario: SimulatedScenario, seed: string): RememberedRuns | null {
    const world = JSON.stringify([seed, scenario.world]);
    const isAskedAgain = world === this.#lastWorld;
    this.#lastWorld = world;
    if (world !== this.#world) {
      if (!isAskedAgain) return null;
      this.#world = world;
      this.#runs = [];
    }
    return this.#runs;
  }
}

/** Growth by number of run. */
export type RememberedRuns = (UnconstrainedGrowth | undefined)[];

/** Keeps a copy of a run's growth where that run is one of those remembered. */
export function remember(runs: RememberedRuns, run: number, { step, capability }: UnconstrainedGrowth): void {
  if (run < MOST_RUNS) runs[run] = { step: step.slice(), capability: capability.slice() };
}
