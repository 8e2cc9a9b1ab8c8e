import { Lab, restart } from '../model/lab';
import { compileSetup, type Setup } from '../model/setup';
import type { Scenario } from '../scenario/scenario';
import { addWeek, newAggregate, runAdder, unsafeUseTally, type Aggregate } from './aggregate';
import { beginRun, simulateWeek } from './kernel.gen';
import { Luck } from './luck';
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

  constructor(scenario: Scenario, seed: string) {
    this.setup = compileSetup(scenario);
    this.#luck = new Luck(seedKey(seed));
    this.#lab = new Lab(this.setup, this.#luck);
  }

  /** Adds the runs of a range; `onRun` sees the lab at the end of each. */
  simulate({ from, to }: RunRange, aggregate: Aggregate, onRun?: (run: number, lab: Lab) => void): void {
    const lab = this.#lab;
    const { horizon } = this.setup;
    const { occupancy, unsafeUse } = aggregate;
    const addRun = runAdder(aggregate);
    for (let run = from; run < to; run++) {
      this.#luck.setRun(run);
      restart(lab);
      beginRun(lab, occupancy);
      addWeek(aggregate, lab);
      let unsafeUseWeeks = 0;
      for (let week = 1; week <= horizon; week++) {
        const before = unsafeUseTally(lab);
        simulateWeek(lab, occupancy);
        addWeek(aggregate, lab);
        if (unsafeUseTally(lab) === before) continue;
        unsafeUse[week] = unsafeUse[week]! + 1;
        unsafeUseWeeks++;
      }
      addRun(lab, unsafeUseWeeks);
      onRun?.(run, lab);
    }
  }

  newAggregate(): Aggregate {
    return newAggregate(this.setup);
  }
}
