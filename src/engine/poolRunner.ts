import { simulatedPart, type Scenario } from '../scenario/scenario';
import { mergeAggregate, type Aggregate } from './aggregate';
import type { RunRange } from './ensemble';
import { PoolTrials } from './poolTrials';
import {
  checkRange,
  CHUNKS_AHEAD,
  chunkRuns,
  columnsOf,
  type EnsembleJob,
  type RunOptions,
  type Runner,
  type Simulated,
} from './runner';
import type { SampleRun } from './sampleRun';
import type { ThreadReply, ThreadRequest } from './threadProtocol';

/** A thread as the pool sees it: a Web Worker in the page, a worker_thread in Node. */
export interface Thread {
  post(request: ThreadRequest): void;
  /** Set once, by the pool. `onFailure`: the thread itself broke. */
  listen(onReply: (reply: ThreadReply) => void, onFailure: (error: Error) => void): void;
  terminate(): void;
}

class PoolJob {
  readonly promise: Promise<Aggregate>;
  readonly #id: number;
  readonly #job: Simulated<EnsembleJob>;
  readonly #options: RunOptions;
  readonly #threads: readonly Thread[];
  readonly #chunk: number;
  #next: number;
  #done = 0;
  readonly #finishing = new Set<Thread>();
  #finished = 0;
  #aggregate: Aggregate | undefined;
  /** Per-run tables that came before an earlier one, by first run. */
  readonly #waitingRows = new Map<number, Float64Array>();
  #nextRows: number;
  #writing: Promise<void> = Promise.resolve();
  #resolve!: (aggregate: Aggregate) => void;
  #reject!: (reason: unknown) => void;
  settled = false;

  constructor(id: number, job: Simulated<EnsembleJob>, options: RunOptions, threads: readonly Thread[]) {
    this.#id = id;
    this.#job = job;
    this.#options = options;
    this.#threads = threads;
    this.#chunk = chunkRuns(job.scenario);
    this.#next = job.from;
    this.#nextRows = job.from;
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const { scenario, seed } = job;
    const columns = options.onRows === undefined ? null : columnsOf(job).map((column) => column.id);
    const chunks = threads.map((): RunRange[] => []);
    for (let ahead = 0; ahead < CHUNKS_AHEAD; ahead++) {
      for (const own of chunks) own.push(...this.#take());
    }
    threads.forEach((thread, at) => {
      thread.post({ type: 'start', job: id, scenario, seed, columns, chunks: chunks[at] ?? [] });
      if (this.#next >= job.to) this.#finish(thread);
    });
  }

  /** The next chunk, if there is one. */
  #take(): readonly RunRange[] {
    const from = this.#next;
    if (from >= this.#job.to) return [];
    this.#next = Math.min(from + this.#chunk, this.#job.to);
    return [{ from, to: this.#next }];
  }

  /** Sends the next chunk; once there is none, the thread finishes behind what it has still to do. */
  #sendNext(thread: Thread): void {
    const [chunk] = this.#take();
    if (chunk === undefined) this.#finish(thread);
    else thread.post({ type: 'simulate', job: this.#id, ...chunk });
  }

  #finish(thread: Thread): void {
    if (!this.#finishing.has(thread)) thread.post({ type: 'finish', job: this.#id });
    this.#finishing.add(thread);
  }

  reply(reply: ThreadReply, thread: Thread): void {
    if (this.settled) return;
    switch (reply.type) {
      case 'simulated':
        void this.#simulated(reply, thread).catch((error: unknown) => this.fail(error));
        break;
      case 'finished':
        if (this.#aggregate === undefined) this.#aggregate = reply.aggregate;
        else mergeAggregate(this.#aggregate, reply.aggregate);
        if (++this.#finished === this.#threads.length) void this.#end(this.#aggregate);
        break;
      case 'failed':
        this.fail(new Error(reply.message));
        break;
      default:
        throw new Error(`An ensemble was ${reply.type}`);
    }
  }

  async #simulated(reply: ThreadReply & { type: 'simulated' }, thread: Thread): Promise<void> {
    if (reply.rows !== null) {
      this.#waitingRows.set(reply.from, reply.rows);
      this.#writing = this.#writing.then(() => this.#writeRows());
      await this.#writing;
      if (this.settled) return;
    }
    this.#done += reply.to - reply.from;
    this.#options.onProgress?.(this.#done);
    this.#sendNext(thread);
  }

  /** All runs are in; rows of the last may still be on their way out. */
  async #end(aggregate: Aggregate): Promise<void> {
    try {
      await this.#writing;
    } catch {
      // Rows that cannot be written have failed the job.
      return;
    }
    if (this.settled) return;
    this.settled = true;
    this.#resolve(aggregate);
  }

  async #writeRows(): Promise<void> {
    for (;;) {
      const rows = this.#waitingRows.get(this.#nextRows);
      if (rows === undefined || this.settled) return;
      this.#waitingRows.delete(this.#nextRows);
      this.#nextRows = Math.min(this.#nextRows + this.#chunk, this.#job.to);
      await this.#options.onRows?.(rows);
    }
  }

  fail(reason: unknown): void {
    if (this.settled) return;
    this.settled = true;
    for (const thread of this.#threads) thread.post({ type: 'cancel', job: this.#id });
    this.#reject(reason);
  }
}

interface PendingSample {
  readonly resolve: (sample: SampleRun) => void;
  readonly reject: (reason: unknown) => void;
}

/** A job without what is only for people: all that it holds is copied to every thread. */
function forThreads<Job extends { readonly scenario: Scenario }>(job: Job): Simulated<Job> {
  return { ...job, scenario: simulatedPart(job.scenario) };
}

/** Simulates on several threads, which take chunks of runs as they get done. */
export function poolRunner(threads: readonly Thread[]): Runner {
  if (threads.length === 0) throw new RangeError('A pool of no threads');
  const jobs = new Map<number, PoolJob | PoolTrials>();
  const samples = new Map<number, PendingSample>();
  let lastJob = 0;
  let broken: Error | undefined;

  const failAll = (error: Error): void => {
    broken = error;
    for (const job of jobs.values()) job.fail(error);
    for (const { reject } of samples.values()) reject(error);
    samples.clear();
  };
  const answered = (reply: ThreadReply, thread: Thread): void => {
    const sample = samples.get(reply.job);
    if (sample === undefined) {
      jobs.get(reply.job)?.reply(reply, thread);
      return;
    }
    samples.delete(reply.job);
    if (reply.type === 'sampled') sample.resolve(reply.sample);
    else sample.reject(new Error(reply.type === 'failed' ? reply.message : reply.type));
  };
  for (const thread of threads) thread.listen((reply) => answered(reply, thread), failAll);
  /** The answer to a job, which is begun now and known to the pool until it is over. */
  const answerTo = async <T>(
    begin: (id: number) => (PoolJob | PoolTrials) & { readonly promise: Promise<T> },
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    signal?.throwIfAborted();
    if (broken !== undefined) throw broken;
    const id = ++lastJob;
    const job = begin(id);
    jobs.set(id, job);
    const onAbort = (): void => job.fail(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    try {
      return await job.promise;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      jobs.delete(id);
    }
  };
  return {
    async run(job, options = {}) {
      checkRange(job);
      return answerTo((id) => new PoolJob(id, forThreads(job), options, threads), options.signal);
    },
    async trials(job, options = {}) {
      return answerTo((id) => new PoolTrials(id, forThreads(job), options, threads), options.signal);
    },
    async sample(job) {
      if (broken !== undefined) throw broken;
      const id = ++lastJob;
      return new Promise((resolve, reject) => {
        samples.set(id, { resolve, reject });
        threads[id % threads.length]?.post({ type: 'sample', job: id, ...forThreads(job) });
      });
    },
    dispose() {
      failAll(new Error('The runner was disposed of.'));
      for (const thread of threads) thread.terminate();
    },
  };
}
