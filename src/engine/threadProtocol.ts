import type { Lab } from '../model/lab';
import type { SimulatedScenario } from '../scenario/scenario';
import { buffersOf, type Aggregate } from './aggregate';
import { EnsembleSimulator, type RunRange } from './ensemble';
import { GrowthMemory } from './growthMemory';
import { sampleRun, type SampleRun } from './sampleRun';
import { chosenColumns, type RunColumn } from './runTable';
import { TrialSimulator, type Trial } from './trials';

/** What a thread is told. Every message names its job. */
export type ThreadRequest =
  | {
      readonly type: 'start';
      readonly job: number;
      readonly scenario: SimulatedScenario;
      readonly seed: string;
      /** Columns of the per-run table to answer with (null: none at all). */
      readonly columns: readonly string[] | null;
      /** What to simulate first. */
      readonly chunks: readonly RunRange[];
    }
  | { readonly type: 'simulate'; readonly job: number; readonly from: number; readonly to: number }
  | { readonly type: 'finish'; readonly job: number }
  /** Asks for one run by itself; a job of its own, which is over with the answer. */
  | {
      readonly type: 'sample';
      readonly job: number;
      readonly scenario: SimulatedScenario;
      readonly seed: string;
      readonly run: number;
    }
  /** Begins a job of trials, which is over when it is cancelled. */
  | {
      readonly type: 'startTrials';
      readonly job: number;
      readonly scenario: SimulatedScenario;
      readonly seed: string;
    }
  | { readonly type: 'try'; readonly job: number; readonly part: number; readonly trials: readonly Trial[] }
  | { readonly type: 'cancel'; readonly job: number };

/** What a thread answers. */
export type ThreadReply =
  | {
      readonly type: 'simulated';
      readonly job: number;
      readonly from: number;
      readonly to: number;
      readonly rows: Float64Array | null;
    }
  | { readonly type: 'finished'; readonly job: number; readonly aggregate: Aggregate }
  | { readonly type: 'sampled'; readonly job: number; readonly sample: SampleRun }
  /** Outcomes of the runs of a part, one after the other. */
  | {
      readonly type: 'tried';
      readonly job: number;
      readonly part: number;
      readonly outcomes: Uint8Array<ArrayBuffer>;
    }
  | { readonly type: 'failed'; readonly job: number; readonly message: string };

type Post = (reply: ThreadReply, transfer: ArrayBuffer[]) => void;

interface JobOfThread {
  readonly simulator: EnsembleSimulator;
  readonly aggregate: Aggregate;
  readonly columns: readonly RunColumn[] | null;
}

interface StateOfThread {
  readonly jobs: Map<number, JobOfThread | TrialSimulator>;
  readonly memory: GrowthMemory;
}

/** The thread's side: answers requests through `post`. Jobs are independent; each has an aggregate of its own until it is finished. */
export function threadHandler(post: Post): (request: ThreadRequest) => void {
  const thread: StateOfThread = { jobs: new Map(), memory: new GrowthMemory() };
  return (request) => {
    try {
      answer(request, thread, post);
    } catch (error) {
      thread.jobs.delete(request.job);
      post({ type: 'failed', job: request.job, message: String(error) }, []);
    }
  };
}

function answer(request: ThreadRequest, { jobs, memory }: StateOfThread, post: Post): void {
  if (request.type === 'start') {
    const { scenario, seed, columns: ids } = request;
    const simulator = new EnsembleSimulator(scenario, seed, memory);
    const columns = ids === null ? null : chosenColumns(simulator.setup.levels, ids);
    const started = { simulator, aggregate: simulator.newAggregate(), columns };
    jobs.set(request.job, started);
    for (const chunk of request.chunks) simulate(started, request.job, chunk, post);
    return;
  }
  if (request.type === 'sample') {
    const sample = sampleRun(request.scenario, request.seed, request.run);
    post({ type: 'sampled', job: request.job, sample }, [sample.capability.buffer, sample.paused.buffer]);
    return;
  }
  if (request.type === 'startTrials') {
    jobs.set(request.job, new TrialSimulator(request.scenario, request.seed));
    return;
  }
  const job = jobs.get(request.job);
  // Messages may still arrive for a job that failed or was cancelled.
  if (job === undefined) return;
  if (request.type === 'cancel') {
    jobs.delete(request.job);
    return;
  }
  if (job instanceof TrialSimulator) {
    if (request.type !== 'try') throw new Error(`Trials cannot ${request.type}`);
    const outcomes = job.outcomesOf(request.trials);
    post({ type: 'tried', job: request.job, part: request.part, outcomes }, [outcomes.buffer]);
    return;
  }
  if (request.type === 'simulate') {
    simulate(job, request.job, request, post);
    return;
  }
  if (request.type !== 'finish') throw new Error(`An ensemble cannot ${request.type}`);
  jobs.delete(request.job);
  const { aggregate } = job;
  post({ type: 'finished', job: request.job, aggregate }, buffersOf(aggregate));
}

function simulate(
  { simulator, aggregate, columns }: JobOfThread,
  job: number,
  { from, to }: RunRange,
  post: Post,
): void {
  const table = columns === null ? undefined : rowCollector(columns, from, to);
  simulator.simulate({ from, to }, aggregate, table?.onRun);
  const rows = table?.rows ?? null;
  post({ type: 'simulated', job, from, to, rows }, rows === null ? [] : [rows.buffer]);
}

/** Collects columns of the per-run table for a range of runs. */
export function rowCollector(
  columns: readonly RunColumn[],
  from: number,
  to: number,
): { rows: Float64Array<ArrayBuffer>; onRun: (run: number, lab: Lab) => void } {
  const rows = new Float64Array((to - from) * columns.length);
  let at = 0;
  const onRun = (run: number, lab: Lab): void => {
    for (const column of columns) rows[at++] = column.read(lab, run);
  };
  return { rows, onRun };
}
