import { mergeAggregate, type Aggregate } from '../engine/aggregate';
import type { Runner } from '../engine/runner';
import type { Scenario } from '../scenario/scenario';

/** What is to be simulated. */
export interface Question {
  readonly scenario: Scenario;
  readonly seed: string;
}

export interface LiveOptions {
  readonly runner: Runner;
  /** The aggregate must be read at once: more runs are merged into it later. `settled`: those were the last. */
  readonly onResult: (question: Question, aggregate: Aggregate, settled: boolean) => void;
  /** Runs done of those wanted for the latest question. */
  readonly onProgress: (done: number) => void;
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds now. */
  readonly now: () => number;
  /** Waits some milliseconds, or until the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Runs shown while a setting moves, and at rest. */
export const PREVIEW_RUNS = 2000;
export const FULL_RUNS = 10_000;

/** A slow machine previews fewer runs, down to this many. */
const LEAST_PREVIEW_RUNS = 500;
/** A preview that takes longer than this (milliseconds) lags behind the hand. */
const LONGEST_PREVIEW = 40;
/** Milliseconds without a new question after which the answer is refined. */
const REST = 120;

/**
 * Answers the latest question: a preview of 2,000 runs as soon as possible, then 10,000 once the questions rest.
 * Every preview begun is finished, so that a moving slider always has an answer; a refinement is dropped for a new
 * question. The runs of the preview are the first of the 10,000, and the result does not depend on how many they were.
 */
export class LiveEnsemble {
  readonly #options: LiveOptions;
  #wanted: Question | null = null;
  #working = false;
  /** Ends the rest and the refinement of the question being answered. */
  #next = new AbortController();
  #previewRuns = PREVIEW_RUNS;
  /** The first preview also starts threads and warms the kernel up, so its time says nothing. */
  #warm = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  ask(question: Question): void {
    this.#wanted = question;
    this.#next.abort();
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#wanted !== null) {
      const question = this.#wanted;
      this.#wanted = null;
      try {
        await this.#answer(question);
      } catch (error) {
        this.#options.onFailure(error);
      }
    }
    this.#working = false;
  }

  async #answer(question: Question): Promise<void> {
    const { runner, onResult, onProgress, now, wait } = this.#options;
    const previewRuns = this.#previewRuns;
    const start = now();
    const aggregate = await runner.run({ ...question, from: 0, to: previewRuns });
    this.#adapt(previewRuns, now() - start);
    onProgress(previewRuns);
    onResult(question, aggregate, false);

    if (this.#wanted !== null) return;
    this.#next = new AbortController();
    const { signal } = this.#next;
    try {
      await wait(REST, signal);
      signal.throwIfAborted();
      const rest = await runner.run(
        { ...question, from: previewRuns, to: FULL_RUNS },
        { signal, onProgress: (done) => onProgress(previewRuns + done) },
      );
      mergeAggregate(aggregate, rest);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    }
    onResult(question, aggregate, true);
  }

  #adapt(runs: number, elapsed: number): void {
    const affordable = (runs * LONGEST_PREVIEW) / Math.max(elapsed, 1);
    if (this.#warm) {
      this.#previewRuns = Math.floor(Math.min(Math.max(affordable, LEAST_PREVIEW_RUNS), PREVIEW_RUNS));
    }
    this.#warm = true;
  }
}
