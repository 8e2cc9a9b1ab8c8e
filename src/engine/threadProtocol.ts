import type { Lab } from '../model/lab';
import type { Scenario } from '../scenario/scenario';
import { buffersOf, type Aggregate } from './aggregate';
import { EnsembleSimulator } from './ensemble';
import { runColumns } from './runTable';

/** What a thread is told. Every message names its job. */
export type ThreadRequest =
  | {
      readonly type: 'start';
      readonly job: number;
      readonly scenario: Scenario;
      readonly seed: string;
      readonly rows: boolean;
    }
  | { readonly type: 'simulate'; readonly job: number; readonly from: number; readonly to: number }
  | { readonly type: 'finish'; readonly job: number }
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
  | { readonly type: 'failed'; readonly job: number; readonly message: string };

interface JobOfThread {
  readonly simulator: EnsembleSimulator;
  readonly aggregate: Aggregate;
  readonly rows: boolean;
}

/** The thread's side: answers requests through `post`. Jobs are independent; each has an aggregate of its own until it is finished. */
export function threadHandler(
  post: (reply: ThreadReply, transfer: ArrayBuffer[]) => void,
): (request: ThreadRequest) => void {
  const jobs = new Map<number, JobOfThread>();
  return (request) => {
    try {
      answer(request, jobs, post);
    } catch (error) {
      jobs.delete(request.job);
      post({ type: 'failed', job: request.job, message: String(error) }, []);
    }
  };
}

function answer(
  request: ThreadRequest,
  jobs: Map<number, JobOfThread>,
  post: (reply: ThreadReply, transfer: ArrayBuffer[]) => void,
): void {
  if (request.type === 'start') {
    const simulator = new EnsembleSimulator(request.scenario, request.seed);
    jobs.set(request.job, { simulator, aggregate: simulator.newAggregate(), rows: request.rows });
    return;
  }
  const job = jobs.get(request.job);
  // Messages may still arrive for a job that failed or was cancelled.
  if (job === undefined) return;
  if (request.type === 'simulate') {
    const { from, to } = request;
    const table = job.rows ? rowCollector(job.simulator.setup.levels, from, to) : undefined;
    job.simulator.simulate(request, job.aggregate, table?.onRun);
    const rows = table?.rows ?? null;
    post({ type: 'simulated', job: request.job, from, to, rows }, rows === null ? [] : [rows.buffer]);
    return;
  }
  jobs.delete(request.job);
  if (request.type === 'finish') {
    const { aggregate } = job;
    post({ type: 'finished', job: request.job, aggregate }, buffersOf(aggregate));
  }
}

/** Collects the per-run table of a range of runs. */
export function rowCollector(
  levels: number,
  from: number,
  to: number,
): { rows: Float64Array<ArrayBuffer>; onRun: (run: number, lab: Lab) => void } {
  const columns = runColumns(levels);
  const rows = new Float64Array((to - from) * columns.length);
  let at = 0;
  const onRun = (run: number, lab: Lab): void => {
    for (const column of columns) rows[at++] = column.read(lab, run);
  };
  return { rows, onRun };
}
