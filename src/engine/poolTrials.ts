import type { Thread } from './poolRunner';
import { chunkRuns, CHUNKS_AHEAD, type JobOptions, type Simulated, type TrialsJob } from './runner';
import type { ThreadReply } from './threadProtocol';
import { byTrial, partsOf, runsOf, type TrialPart } from './trials';

/** Trials on several threads, which take parts of them as they get done. */
export class PoolTrials {
  readonly promise: Promise<readonly Uint8Array[]>;
  readonly #id: number;
  readonly #job: Simulated<TrialsJob>;
  readonly #options: JobOptions;
  readonly #threads: readonly Thread[];
  readonly #parts: readonly TrialPart[];
  readonly #outcomes: Uint8Array;
  #next = 0;
  #done = 0;
  #resolve!: (outcomes: readonly Uint8Array[]) => void;
  #reject!: (reason: unknown) => void;
  #settled = false;

  constructor(id: number, job: Simulated<TrialsJob>, options: JobOptions, threads: readonly Thread[]) {
    const { scenario, seed, trials } = job;
    this.#id = id;
    this.#job = job;
    this.#options = options;
    this.#threads = threads;
    this.#parts = partsOf(trials, chunkRuns(scenario));
    this.#outcomes = new Uint8Array(runsOf(trials));
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    for (const thread of threads) thread.post({ type: 'startTrials', job: id, scenario, seed });
    for (let ahead = 0; ahead < CHUNKS_AHEAD; ahead++) for (const thread of threads) this.#sendPart(thread);
    this.#finishIfDone();
  }

  #sendPart(thread: Thread): void {
    const part = this.#next;
    const trials = this.#parts[part]?.trials;
    if (trials === undefined) return;
    this.#next++;
    thread.post({ type: 'try', job: this.#id, part, trials });
  }

  reply(reply: ThreadReply, thread: Thread): void {
    if (this.#settled) return;
    try {
      if (reply.type === 'tried') this.#tried(reply, thread);
      else throw new Error(reply.type === 'failed' ? reply.message : `Trials were ${reply.type}`);
    } catch (error) {
      this.fail(error);
    }
  }

  #tried({ part: index, outcomes }: ThreadReply & { type: 'tried' }, thread: Thread): void {
    const part = this.#parts[index]!;
    this.#outcomes.set(outcomes, part.at);
    this.#done += part.runs;
    this.#sendPart(thread);
    this.#options.onProgress?.(this.#done);
    this.#finishIfDone();
  }

  #finishIfDone(): void {
    if (this.#settled || this.#done < this.#outcomes.length) return;
    this.#end();
    this.#resolve(byTrial(this.#job.trials, this.#outcomes));
  }

  fail(reason: unknown): void {
    if (this.#settled) return;
    this.#end();
    this.#reject(reason);
  }

  #end(): void {
    this.#settled = true;
    for (const thread of this.#threads) thread.post({ type: 'cancel', job: this.#id });
  }
}
