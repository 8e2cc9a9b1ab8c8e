import type { Runner } from '../../engine/runner';
import type { Issue } from '../../parameters/parameters';
import { countOfChanges, scenarioDifference, type ScenarioDifference } from '../../scenario/difference';
import { isPresetId, preset, type PresetId } from '../../scenario/presets';
import type { Scenario } from '../../scenario/scenario';
import { LiveEnsemble } from '../liveEnsemble';
import { resultOf, type Result } from '../result';
import {
  baseValue,
  unchanged,
  withNewLevel,
  withoutLevel,
  withReset,
  withSetting,
  type Design,
  type DesignOrIssues,
} from './design';
import { newHistory, redone, undone, withStep, type UndoHistory } from './undoHistory';

/** The seed that the command line takes when none is given. */
export const FIRST_SEED = '1';

/** What a person has chosen: everything that undo brings back. */
interface Choice {
  readonly design: Design;
  readonly seed: string;
}

/** Waits some milliseconds, or until the signal aborts. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Progress is shown in steps of this many runs: each is a redraw. */
const PROGRESS_STEP = 1000;

/** What a person has chosen, and the latest answer to it. */
export class Session {
  #history = $state.raw<UndoHistory<Choice>>(
    newHistory({ design: unchanged(preset('baseline')), seed: FIRST_SEED }),
  );
  #result = $state.raw<Result | null>(null);
  #progress = $state(0);
  #failure = $state<string | null>(null);
  readonly #live: LiveEnsemble;
  readonly #difference = $derived(scenarioDifference(this.original, this.scenario));
  readonly #changedIds = $derived<readonly string[]>(this.#difference.parameters.map(({ id }) => id));

  /** The future drawn on top of the others. */
  run = $state(0);

  constructor(runner: Runner) {
    this.#live = new LiveEnsemble({
      runner,
      onResult: (question, aggregate, settled) => {
        this.#result = resultOf(question, aggregate, settled);
      },
      onProgress: (done) => {
        this.#progress = done - (done % PROGRESS_STEP);
      },
      onFailure: (error) => {
        this.#failure = error instanceof Error ? error.message : String(error);
      },
      now: () => performance.now(),
      wait: rest,
    });
    this.#ask();
  }

  get design(): Design {
    return this.#history.present.design;
  }

  /** The scenario as its preset or file has it. */
  get original(): Scenario {
    return this.design.base;
  }

  /** The scenario with the changes. */
  get scenario(): Scenario {
    return this.design.scenario;
  }

  /** The preset that the scenario was made from; null: it came from a file. */
  get presetId(): PresetId | null {
    const { id } = this.original;
    return isPresetId(id) && preset(id) === this.original ? id : null;
  }

  get seed(): string {
    return this.#history.present.seed;
  }

  /** The latest answer; of the question before while a new one is worked on. */
  get result(): Result | null {
    return this.#result;
  }

  /** Whether the answer is the one to the latest question, with all runs in. */
  get isSettled(): boolean {
    const result = this.#result;
    return (
      result !== null && result.settled && result.scenario === this.scenario && result.seed === this.seed
    );
  }

  /** Runs done for the latest question. */
  get progress(): number {
    return this.#progress;
  }

  /** What went wrong in the simulator itself. */
  get failure(): string | null {
    return this.#failure;
  }

  /** What is not as in the original. */
  get difference(): ScenarioDifference {
    return this.#difference;
  }

  get changeCount(): number {
    return countOfChanges(this.#difference);
  }

  /** Whether a setting differs from the original's; those of a new level, from a new level's. */
  isChanged(publicId: string): boolean {
    return this.#changedIds.includes(publicId);
  }

  /** The original's value of a setting, by its level's number now; undefined where the level is new. */
  originalValue(publicId: string): unknown {
    return baseValue(this.design, publicId);
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  undo(): void {
    this.#history = undone(this.#history);
    this.#ask();
  }

  redo(): void {
    this.#history = redone(this.#history);
    this.#ask();
  }

  /** Takes up another scenario, as it is in its preset or file. */
  choose(base: Scenario): void {
    this.run = 0;
    this.#step({ ...this.#history.present, design: unchanged(base) }, 'scenario');
  }

  choosePreset(id: PresetId): void {
    this.choose(preset(id));
  }

  /** Sets one parameter from text. Returns the issues where that can't be; then nothing changes. */
  set(publicId: string, text: string): readonly Issue[] {
    return this.#take(withSetting(this.design, publicId, text), publicId);
  }

  /** Brings one parameter back to what it is in the original. */
  reset(publicId: string): void {
    this.#take(withReset(this.design, publicId), `reset ${publicId}`);
  }

  resetAll(): void {
    this.#step({ ...this.#history.present, design: unchanged(this.original) }, 'reset');
  }

  /** One more level, above the others. Returns whether there was room for it. */
  addLevel(): boolean {
    return this.#takeDesign(withNewLevel(this.design), 'add level');
  }

  /** Takes the `level`-th level (from 1) away. Returns whether another one is left. */
  removeLevel(level: number): boolean {
    return this.#takeDesign(withoutLevel(this.design, level), `remove level ${level}`);
  }

  setSeed(seed: string): void {
    if (seed !== this.seed) this.#step({ ...this.#history.present, seed }, 'seed');
  }

  #take(result: DesignOrIssues, what: string): readonly Issue[] {
    if (!result.ok) return result.issues;
    this.#takeDesign(result.design, what);
    return [];
  }

  #takeDesign(design: Design | null, what: string): boolean {
    if (design === null) return false;
    this.#step({ ...this.#history.present, design }, what);
    return true;
  }

  #step(choice: Choice, what: string): void {
    this.#history = withStep(this.#history, choice, what, performance.now());
    this.#ask();
  }

  #ask(): void {
    this.#live.ask({ scenario: this.scenario, seed: this.seed });
  }
}
