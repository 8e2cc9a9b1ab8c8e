/** Entry of the Web Worker: simulates chunks of ensembles. */
import { threadHandler, type ThreadRequest } from '../engine/threadProtocol';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const handle = threadHandler((reply, transfer) => scope.postMessage(reply, transfer));
scope.addEventListener('message', (event: MessageEvent<ThreadRequest>) => handle(event.data));
