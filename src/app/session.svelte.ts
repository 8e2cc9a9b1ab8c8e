import type { Runner } from '../engine/runner';
import type { Issue } from '../parameters/parameters';
import { applySettings } from '../scenario/applySettings';
import { preset, type PresetId } from '../scenario/presets';
import type { Scenario } from '../scenario/scenario';
import { LiveEnsemble } from './liveEnsemble';
import { resultOf, type Result } from './result';
import { settingValue } from './settings/settingValue';

/** The seed that the command line takes when none is given. */
export const FIRST_SEED = '1';

/** Texts by public id. */
type Changes = Readonly<Record<string, string>>;

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
  #presetId = $state<PresetId>('baseline');
  /** Differences from the preset. */
  #changes = $state.raw<Changes>({});
  #seed = $state(FIRST_SEED);
  #scenario: Scenario = $state.raw(preset('baseline'));
  #result = $state.raw<Result | null>(null);
  #progress = $state(0);
  #failure = $state<string | null>(null);
  readonly #live: LiveEnsemble;

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

  get presetId(): PresetId {
    return this.#presetId;
  }

  /** The scenario as its file has it. */
  get original(): Scenario {
    return preset(this.#presetId);
  }

  /** The scenario with the changes. */
  get scenario(): Scenario {
    return this.#scenario;
  }

  get seed(): string {
    return this.#seed;
  }

  /** The latest answer; of the question before while a new one is worked on. */
  get result(): Result | null {
    return this.#result;
  }

  /** Whether the answer is the one to the latest question, with all runs in. */
  get isSettled(): boolean {
    const result = this.#result;
    return (
      result !== null && result.settled && result.scenario === this.#scenario && result.seed === this.#seed
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

  get changeCount(): number {
    return Object.keys(this.#changes).length;
  }

  isChanged(publicId: string): boolean {
    return Object.hasOwn(this.#changes, publicId);
  }

  /** Takes up another scenario, as it is in its file. */
  choosePreset(id: PresetId): void {
    this.#presetId = id;
    this.#changes = {};
    this.#scenario = preset(id);
    this.run = 0;
    this.#ask();
  }

  /**
   * Sets one parameter from text. Returns the issues where that can't be; then nothing changes. A setting brought
   * back to the scenario's own value is no longer a change.
   */
  set(publicId: string, text: string): readonly Issue[] {
    const issues = this.#apply({ ...this.#changes, [publicId]: text });
    if (issues.length > 0) return issues;
    if (settingValue(this.#scenario, publicId) === settingValue(this.original, publicId)) {
      this.#changes = this.#without(publicId);
    }
    return [];
  }

  reset(publicId: string): void {
    this.#apply(this.#without(publicId));
  }

  resetAll(): void {
    this.#apply({});
  }

  setSeed(seed: string): void {
    if (seed === this.#seed) return;
    this.#seed = seed;
    this.#ask();
  }

  #without(publicId: string): Changes {
    const { [publicId]: _, ...rest } = this.#changes;
    return rest;
  }

  #apply(changes: Changes): readonly Issue[] {
    const decoded = applySettings(
      this.original,
      Object.entries(changes).map(([id, text]) => ({ id, text })),
    );
    if (!decoded.ok) return decoded.issues;
    this.#changes = changes;
    this.#scenario = decoded.scenario;
    this.#ask();
    return [];
  }

  #ask(): void {
    this.#live.ask({ scenario: this.#scenario, seed: this.#seed });
  }
}
