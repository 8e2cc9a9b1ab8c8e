import { inlineRunner } from '../engine/inlineRunner';
import { poolRunner, type Thread } from '../engine/poolRunner';
import type { Runner } from '../engine/runner';
import type { ThreadReply } from '../engine/threadProtocol';
import { createWorker } from './createWorker';
import { hasOwnOrigin } from './ownOrigin';

/** More threads than this gain little: the page's own thread merges and draws. */
const MOST_WORKERS = 4;

function threadOf(worker: Worker): Thread {
  return {
    post: (request) => worker.postMessage(request),
    listen(onReply, onFailure) {
      worker.addEventListener('message', (event: MessageEvent<ThreadReply>) => onReply(event.data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onFailure(new Error(event.message));
      });
      worker.addEventListener('messageerror', () => onFailure(new Error('messageerror')));
    },
    terminate: () => worker.terminate(),
  };
}

/** Workers as many as there are processors, up to four; null where the browser refuses them. */
function workerPool(): Runner | null {
  // Firefox would refuse them only later, with an error in its console.
  if (!hasOwnOrigin()) return null;
  const workers: Worker[] = [];
  try {
    const count = Math.max(1, Math.min(navigator.hardwareConcurrency, MOST_WORKERS));
    while (workers.length < count) workers.push(createWorker());
    return poolRunner(workers.map(threadOf));
  } catch {
    for (const worker of workers) worker.terminate();
    return null;
  }
}

/** Simulates in Web Workers; where the browser refuses them, or they break, on the page's own thread. */
export function browserRunner(): Runner {
  const inline = inlineRunner();
  let runner = workerPool() ?? inline;
  const orInline = async <T>(ask: (runner: Runner) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const asked = runner;
    try {
      return await ask(asked);
    } catch (error) {
      if (asked === inline || signal?.aborted === true) throw error;
      if (runner === asked) asked.dispose();
      runner = inline;
      return ask(inline);
    }
  };
  return {
    run: (job, options) => orInline((each) => each.run(job, options), options?.signal),
    sample: (job) => orInline((each) => each.sample(job)),
    trials: (job, options) => orInline((each) => each.trials(job, options), options?.signal),
    dispose() {
      runner.dispose();
      inline.dispose();
    },
  };
}

/** The same runner, which simulates nothing before `start` resolves; it is disposed of with the other one. */
export function runnerFrom(start: Promise<void>, runner: Runner): Runner {
  return {
    run: async (job, options) => start.then(() => runner.run(job, options)),
    sample: async (job) => start.then(() => runner.sample(job)),
    trials: async (job, options) => start.then(() => runner.trials(job, options)),
    dispose: () => runner.dispose(),
  };
}
