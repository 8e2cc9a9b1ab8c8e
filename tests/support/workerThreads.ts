import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Thread } from '../../src/engine/poolRunner';
import type { ThreadReply } from '../../src/engine/threadProtocol';
import { bundleForNode } from './bundleForNode';

/** The entry of a worker thread as the command line ships it, in a file of its own. */
async function builtThread(folder: string): Promise<string> {
  const file = join(folder, 'ensembleThread.mjs');
  writeFileSync(file, await bundleForNode(new URL('../../src/cli/ensembleThread.ts', import.meta.url)));
  return file;
}

/** Real threads of Node, for as long as `use` takes. */
export async function withWorkerThreads(
  count: number,
  use: (threads: readonly Thread[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rsp-thread-'));
  const workers: Worker[] = [];
  try {
    const file = await builtThread(folder);
    while (workers.length < count) workers.push(new Worker(file));
    await use(
      workers.map((worker) => ({
        post: (request) => worker.postMessage(request),
        listen(onReply, onFailure) {
          worker.on('message', (reply: ThreadReply) => onReply(reply));
          worker.on('error', (error) => onFailure(error instanceof Error ? error : new Error(String(error))));
        },
        terminate: () => void worker.terminate(),
      })),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    rmSync(folder, { recursive: true, force: true });
  }
}
