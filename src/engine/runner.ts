import type { Scenario, SimulatedScenario } from '../scenario/scenario';
import type { Aggregate } from './aggregate';
import type { RunRange } from './ensemble';
import type { SampleRun } from './sampleRun';
import { chosenColumns, type RunColumn } from './runTable';
import type { Trial } from './trials';

/** Runs `from` … `to`-1 of a scenario under a seed. */
export interface EnsembleJob extends RunRange {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Ids of the columns of the per-run table that `onRows` receives, in this order; absent: all. */
  readonly columns?: readonly string[];
}

/** One run of a scenario under a seed. */
export interface SampleJob {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly run: number;
}

/** Single runs of a scenario and of variants of it, for their outcomes alone. */
export interface TrialsJob {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly trials: readonly Trial[];
}

export interface JobOptions {
  /** Aborting rejects the job with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Runs done so far. */
  readonly onProgress?: (done: number) => void;
}

export interface RunOptions extends JobOptions {
  /**
   * Receives the job's columns of the per-run table, row by row from run `job.from` on, in chunks and in order; the
   * job waits for what it returns.
   */
  readonly onRows?: (rows: Float64Array) => void | Promise<void>;
}

/** Where ensembles are simulated: on this thread or on several. The results are the same to the last bit. */
export interface Runner {
  /** Simulates a job of at least one run. */
  run(job: EnsembleJob, options?: RunOptions): Promise<Aggregate>;
  /** Simulates one run by itself. */
  sample(job: SampleJob): Promise<SampleRun>;
  /**
   * Simulates the runs of trials; each is the run of that number in an ensemble of the changed scenario.
   * @returns for each trial, the outcome of each of its runs as its index in `outcomes`
   */
  trials(job: TrialsJob, options?: JobOptions): Promise<readonly Uint8Array[]>;
  /** Ends the threads; jobs under way are rejected. */
  dispose(): void;
}

/** A job as far as its scenario is simulated. */
export type Simulated<Job extends { readonly scenario: Scenario }> = Omit<Job, 'scenario'> & {
  readonly scenario: SimulatedScenario;
};

/** Weeks simulated between two looks at messages: some ten milliseconds. */
const WEEKS_PER_CHUNK = 75_000;

/** Runs that a thread does in one go. Has no effect on results. */
export function chunkRuns(scenario: SimulatedScenario): number {
  return Math.max(1, Math.floor(WEEKS_PER_CHUNK / scenario.world.horizon));
}

/** Chunks a thread of several has at hand, so that it never waits for its next one. */
export const CHUNKS_AHEAD = 2;

/** Throws a RangeError unless the job has at least one run and numbers runs by whole numbers. */
export function checkRange({ from, to }: RunRange): void {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from)) {
    throw new RangeError(`An ensemble of runs ${from} to ${to}`);
  }
}

/** The columns a job asks for. Throws a RangeError naming one that the per-run table does not have. */
export function columnsOf({ scenario, columns }: Simulated<EnsembleJob>): readonly RunColumn[] {
  return chosenColumns(scenario.thresholds.length, columns);
}
