import type { Thread } from '../../src/engine/poolRunner';
import { threadHandler, type ThreadReply, type ThreadRequest } from '../../src/engine/threadProtocol';

/**
 * A thread that is none: the real handler, on this thread, behind real structured cloning and asynchronous delivery.
 * `delay` says how many turns of the event loop an answer takes, so that answers of several threads cross.
 */
export function cloningThread(delay: (request: ThreadRequest) => number = () => 1): Thread & {
  readonly requests: ThreadRequest[];
} {
  let onReply: (reply: ThreadReply) => void = () => undefined;
  const requests: ThreadRequest[] = [];
  const inbox: ThreadRequest[] = [];
  let busy = false;
  let ended = false;
  const handle = threadHandler((reply, transfer) => {
    const copy = structuredClone(reply, { transfer });
    if (!ended) onReply(copy);
  });
  const work = async (): Promise<void> => {
    busy = true;
    for (let request = inbox.shift(); request !== undefined; request = inbox.shift()) {
      for (let turn = delay(request); turn > 0; turn--)
        await new Promise((resolve) => setTimeout(resolve, 0));
      handle(request);
    }
    busy = false;
  };
  return {
    requests,
    post(request) {
      const copy = structuredClone(request);
      requests.push(copy);
      inbox.push(copy);
      if (!busy) void work();
    },
    listen(reply) {
      onReply = reply;
    },
    terminate() {
      ended = true;
      inbox.length = 0;
    },
  };
}
