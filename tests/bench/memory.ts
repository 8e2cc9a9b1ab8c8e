import type { CDPSession, Page } from 'playwright-core';

/** https://chromedevtools.github.io/devtools-protocol/tot/Runtime/#method-getHeapUsage, in bytes. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

/** Bytes in use. */
export interface Memory {
  readonly page: number;
  /** Of all its workers together. */
  readonly workers: number;
}

type Ask = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>;

/** Once is not enough: what is found unused at first frees more. */
const COLLECTIONS = 3;

async function bytesInUse(ask: Ask): Promise<number> {
  for (let collection = 0; collection < COLLECTIONS; collection++) await ask('HeapProfiler.collectGarbage');
  const usage = (await ask('Runtime.getHeapUsage')) as HeapUsage;
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}

/** Asks a worker through its page's session: Playwright has no sessions with workers. */
function askWorker(session: CDPSession, sessionId: string): Ask {
  let lastId = 0;
  return (method) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      const onMessage = (reply: { readonly sessionId: string; readonly message: string }): void => {
        const message = JSON.parse(reply.message) as { readonly id?: number; readonly result?: unknown };
        if (reply.sessionId !== sessionId || message.id !== id) return;
        session.off('Target.receivedMessageFromTarget', onMessage);
        if (message.result === undefined) reject(new Error(`${method}: ${reply.message}`));
        else resolve(message.result);
      };
      session.on('Target.receivedMessageFromTarget', onMessage);
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

/** A gauge of what a page and its workers hold after garbage is collected. */
export async function memoryGauge(page: Page): Promise<() => Promise<Memory>> {
  const session = await page.context().newCDPSession(page);
  const workers: Ask[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(askWorker(session, sessionId));
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return async () => {
    let inWorkers = 0;
    for (const worker of workers) inWorkers += await bytesInUse(worker);
    return { page: await bytesInUse((method) => session.send(method)), workers: inWorkers };
  };
}
