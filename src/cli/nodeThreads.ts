import { Worker } from 'node:worker_threads';
import { inlineRunner } from '../engine/inlineRunner';
import { poolRunner, type Thread } from '../engine/poolRunner';
import { chunkRuns, type EnsembleJob, type Runner } from '../engine/runner';
import type { ThreadReply } from '../engine/threadProtocol';
import { commandLineMessages } from '../messages/commandLineMessages';

/** A worker thread of Node that simulates ensembles. */
export function nodeThread(): Thread {
  // Built, both modules lie in one folder.
  const worker = new Worker(new URL('./ensembleThread.js', import.meta.url));
  return {
    post: (request) => worker.postMessage(request),
    listen(onReply, onFailure) {
      const fail = (reason: unknown): void =>
        onFailure(new Error(commandLineMessages.problems.threads(String(reason)), { cause: reason }));
      worker.on('message', (reply: ThreadReply) => onReply(reply));
      worker.on('messageerror', fail);
      worker.on('error', fail);
      worker.on('exit', (code) => {
        if (code !== 0) fail(code);
      });
    },
    terminate: () => void worker.terminate(),
  };
}

/** A runner for a job on at most `jobs` threads, and no more than it has chunks; one alone needs no other thread. */
export function nodeRunner(jobs: number, { scenario, from, to }: EnsembleJob): Runner {
  const threads = Math.min(jobs, Math.ceil((to - from) / chunkRuns(scenario)));
  return threads === 1 ? inlineRunner() : poolRunner(Array.from({ length: threads }, nodeThread));
}
