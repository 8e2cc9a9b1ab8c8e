import { Lab, restart } from '../model/lab';
import { outcomeOf } from '../model/score';
import { compileSetup } from '../model/setup';
import { withValueAt, type Path } from '../scenario/path';
import type { SimulatedScenario } from '../scenario/scenario';
import { beginRun, simulateWeek } from './kernel.gen';
import { Luck } from './luck';
import { seedKey } from './seed';

/** What stands at these keys of a scenario is another value. The scenario with it must be a valid one. */
export interface Change {
  readonly keys: Path;
  readonly value: unknown;
}

/** Runs, by number, of a scenario with some changes. */
export interface Trial {
  readonly changes: readonly Change[];
  readonly runs: readonly number[];
}

/** A scenario with changes. Keys must exist up to their last. */
export function changedScenario<Part extends SimulatedScenario>(
  scenario: Part,
  changes: readonly Change[],
): Part {
  return changes.reduce((changed, { keys, value }) => withValueAt(changed, keys, value), scenario);
}

/** Runs of all trials together. */
export function runsOf(trials: readonly Trial[]): number {
  return trials.reduce((sum, { runs }) => sum + runs.length, 0);
}

/** Simulates runs of variants of one scenario under one seed, for their outcomes alone. One per thread. */
export class TrialSimulator {
  readonly #scenario: SimulatedScenario;
  readonly #luck: Luck;
  /** The kernel counts states here; nobody reads it. */
  #occupancy = new Int32Array(0);

  constructor(scenario: SimulatedScenario, seed: string) {
    this.#scenario = scenario;
    this.#luck = new Luck(seedKey(seed));
  }

  /**
   * The outcome of every run of every trial, one after the other, as its index in `outcomes`: those that an ensemble of
   * the changed scenario has. Throws a RangeError at a number that is no run's.
   */
  outcomesOf(trials: readonly Trial[]): Uint8Array<ArrayBuffer> {
    const found = new Uint8Array(runsOf(trials));
    let at = 0;
    for (const trial of trials) at = this.#try(trial, found, at);
    return found;
  }

  #try({ changes, runs }: Trial, found: Uint8Array, from: number): number {
    const setup = compileSetup(changedScenario(this.#scenario, changes));
    const { horizon, toleranceWeeks } = setup;
    let lab: Lab | undefined;
    let at = from;
    for (const run of runs) {
      this.#luck.setRun(run);
      if (lab === undefined) lab = new Lab(setup, this.#luck);
      else restart(lab);
      const occupancy = this.#occupancyFor((horizon + 1) * lab.stateCount);
      beginRun(lab, occupancy);
      for (let week = 1; week <= horizon; week++) {
        simulateWeek(lab, occupancy);
        // No later week can make the worst outcome another one.
        if (lab.unprotectedDeploymentWeeks >= toleranceWeeks) break;
      }
      found[at++] = outcomeOf(lab);
    }
    return at;
  }

  #occupancyFor(size: number): Int32Array {
    if (this.#occupancy.length < size) this.#occupancy = new Int32Array(size);
    return this.#occupancy;
  }
}

/** Trials, or pieces of them, that a thread simulates in one go. */
export interface TrialPart {
  readonly trials: readonly Trial[];
  /** Place of its first run among the runs of all trials, one after the other. */
  readonly at: number;
  readonly runs: number;
}

/** Trials cut into parts of at most `most` (1 or more) runs, in order; none where no trial has a run. */
export function partsOf(trials: readonly Trial[], most: number): readonly TrialPart[] {
  const parts: TrialPart[] = [];
  let pieces: Trial[] = [];
  let at = 0;
  let filled = 0;
  const close = (): void => {
    if (filled === 0) return;
    parts.push({ trials: pieces, at, runs: filled });
    at += filled;
    pieces = [];
    filled = 0;
  };
  for (const { changes, runs } of trials) {
    for (let from = 0; from < runs.length;) {
      const to = Math.min(from + most - filled, runs.length);
      pieces.push({ changes, runs: runs.slice(from, to) });
      filled += to - from;
      from = to;
      if (filled === most) close();
    }
  }
  close();
  return parts;
}

/** Outcomes of all runs, one after the other, trial by trial. */
export function byTrial(trials: readonly Trial[], outcomes: Uint8Array): readonly Uint8Array[] {
  let at = 0;
  return trials.map(({ runs }) => outcomes.slice(at, (at += runs.length)));
}
