import { mergeAggregate, type Aggregate } from '../engine/aggregate';
import type { Runner } from '../engine/runner';
import type { SampleRun } from '../engine/sampleRun';
import { comparedColumns, RowsCollector, type RunRows } from '../results/runRows';
import type { Scenario } from '../scenario/scenario';

/** What is to be simulated. */
export interface Question {
  readonly scenario: Scenario;
  readonly seed: string;
}

export function isSameQuestion(one: Question, other: Question | null): boolean {
  return one.scenario === other?.scenario && one.seed === other.seed;
}

/** What is to be simulated and shown with one of its futures. */
export interface ShownQuestion extends Question {
  /** The future that is drawn on top of the others. */
  readonly run: number;
}

/** What has been simulated. Must be read at once: more runs are merged into it later. */
export interface Answer {
  readonly aggregate: Aggregate;
  /** What comparisons with other answers need of each run. */
  readonly rows: RunRows;
  /** One future by itself; null where none is shown. */
  readonly sample: SampleRun | null;
}

/** A question that waits behind another. */
export interface Companion extends Question {
  /** Whether what comparisons need of each run is wanted too. */
  readonly withRows: boolean;
}

export interface LiveOptions {
  readonly runner: Runner;
  /** `settled`: these were the last runs. */
  readonly onResult: (question: Question, answer: Answer, settled: boolean) => void;
  /** The whole answer to one of the questions that wait behind the latest one. */
  readonly onCompanion: (companion: Companion, aggregate: Aggregate, rows: RunRows | null) => void;
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
const LONGEST_PREVIEW = 20;
/** Milliseconds without a new question after which the answer is refined. */
const REST = 120;

interface Asked {
  /** Null where its answer is known already. */
  readonly question: ShownQuestion | null;
  readonly companions: Iterable<Companion>;
}

/**
 * Answers the latest question: a preview of 2,000 runs as soon as possible, then 10,000 once the questions rest, then
 * the questions that wait behind it. Every preview begun is finished, so that a moving slider always has an answer;
 * all else is dropped for a new question. The runs of the preview are the first of the 10,000, and the result does not
 * depend on how many they were.
 */
export class LiveEnsemble {
  readonly #options: LiveOptions;
  #wanted: Asked | null = null;
  #working = false;
  /** Ends the rest, the refinement and the companions of what is being answered. */
  #next = new AbortController();
  #previewRuns = PREVIEW_RUNS;
  /** The first preview also starts threads and warms the kernel up, so its time says nothing. */
  #warm = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** @param companions answered one by one behind the question, as long as no other is asked; looked up only then */
  ask(question: ShownQuestion | null, companions: Iterable<Companion> = []): void {
    this.#wanted = { question, companions };
    this.#next.abort();
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#wanted !== null) {
      const asked = this.#wanted;
      this.#wanted = null;
      try {
        await this.#answer(asked);
      } catch (error) {
        this.#options.onFailure(error);
      }
    }
    this.#working = false;
  }

  async #answer({ question, companions }: Asked): Promise<void> {
    const preview = question === null ? null : await this.#preview(question);
    if (this.#wanted !== null) return;
    this.#next = new AbortController();
    const { signal } = this.#next;
    try {
      await this.#options.wait(REST, signal);
      signal.throwIfAborted();
      if (question !== null && preview !== null) await this.#refine(question, preview, signal);
      for (const companion of companions) await this.#accompany(companion, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #preview(question: ShownQuestion): Promise<Collected> {
    const { runner, onResult, onProgress, now } = this.#options;
    const runs = this.#previewRuns;
    const start = now();
    const rows = new RowsCollector();
    const { scenario, seed, run } = question;
    const [sample, aggregate] = await Promise.all([
      runner.sample({ scenario, seed, run }),
      runner.run({ scenario, seed, from: 0, to: runs, columns: comparedColumns }, { onRows: rows.onRows }),
    ]);
    this.#adapt(runs, now() - start);
    onProgress(runs);
    onResult(question, { aggregate, rows: rows.rows, sample }, false);
    return { aggregate, rows, sample };
  }

  async #refine(question: Question, collected: Collected, signal: AbortSignal): Promise<void> {
    const { aggregate, rows, sample } = collected;
    const { runner, onResult, onProgress } = this.#options;
    const { scenario, seed } = question;
    const from = aggregate.runs;
    const rest = await runner.run(
      { scenario, seed, from, to: FULL_RUNS, columns: comparedColumns },
      { signal, onRows: rows.onRows, onProgress: (done) => onProgress(from + done) },
    );
    mergeAggregate(aggregate, rest);
    onResult(question, { aggregate, rows: rows.rows, sample }, true);
  }

  async #accompany(companion: Companion, signal: AbortSignal): Promise<void> {
    const { runner, onCompanion } = this.#options;
    const { scenario, seed, withRows } = companion;
    const rows = withRows ? new RowsCollector() : null;
    const aggregate = await runner.run(
      { scenario, seed, from: 0, to: FULL_RUNS, columns: comparedColumns },
      rows === null ? { signal } : { signal, onRows: rows.onRows },
    );
    onCompanion(companion, aggregate, rows?.rows ?? null);
  }

  #adapt(runs: number, elapsed: number): void {
    const affordable = (runs * LONGEST_PREVIEW) / Math.max(elapsed, 1);
    if (this.#warm) {
      this.#previewRuns = Math.floor(Math.min(Math.max(affordable, LEAST_PREVIEW_RUNS), PREVIEW_RUNS));
    }
    this.#warm = true;
  }
}

interface Collected {
  readonly aggregate: Aggregate;
  readonly rows: RowsCollector;
  readonly sample: SampleRun | null;
}
