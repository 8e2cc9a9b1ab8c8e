import { Lab, restart } from '../model/lab';
import { compileSetup, type Setup } from '../model/setup';
import type { SimulatedScenario } from '../scenario/scenario';
import { newAggregate, runAdder, type Aggregate } from './aggregate';
import { remember, type GrowthMemory, type RememberedRuns } from './growthMemory';
import { beginRun, simulateWeek } from './kernel.gen';
import { Luck } from './luck';
import { RunWeeks } from './runWeeks';
import { seedKey } from './seed';

/** Runs from …, up to but not including to, of one scenario under one seed. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
}

/** Most runs of an ensemble: beyond it, counts and sums would no longer be exact. */
export const MOST_RUNS = 10_000_000;

/** Simulates runs of one scenario under one seed, into an aggregate. One per thread; reuses its memory from run to run. */
export class EnsembleSimulator {
  readonly setup: Setup;
  readonly #luck: Luck;
  readonly #lab: Lab;
  readonly #weeks: RunWeeks;
  readonly #remembered: RememberedRuns | null;

  /** @param memory of the thread, where it asks about one world again and again */
  constructor(scenario: SimulatedScenario, seed: string, memory?: GrowthMemory) {
    this.setup = compileSetup(scenario);
    this.#luck = new Luck(seedKey(seed));
    this.#lab = new Lab(this.setup, this.#luck);
    this.#weeks = new RunWeeks(this.setup);
    this.#remembered = memory?.recall(scenario, seed) ?? null;
  }

  /** Adds the runs of a range; `onRun` sees the lab at the end of each. */
  simulate({ from, to }: RunRange, aggregate: Aggregate, onRun?: (run: number, lab: Lab) => void): void {
    const lab = this.#lab;
    const remembered = this.#remembered;
    const { occupancy } = aggregate;
    const addRun = runAdder(aggregate);
    for (let run = from; run < to; run++) {
      this.#luck.setRun(run);
      const known = remembered?.[run] ?? null;
      restart(lab, known);
      if (known === null && remembered !== null) remember(remembered, run, lab.unconstrained);
      beginRun(lab, occupancy);
      this.#weeks.note(lab);
      for (let week = 1; week <= this.setup.horizon; week++) {
        simulateWeek(lab, occupancy);
        this.#weeks.note(lab);
      }
      addRun(lab, this.#weeks);
      onRun?.(run, lab);
    }
  }

  newAggregate(): Aggregate {
    return newAggregate(this.setup);
  }
}
