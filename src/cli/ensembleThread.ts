/** Entry of the worker thread: simulates chunks of ensembles. */
import { parentPort } from 'node:worker_threads';
import { threadHandler, type ThreadRequest } from '../engine/threadProtocol';

if (parentPort === null) throw new Error('ensembleThread runs as a worker thread only');
const port = parentPort;
const handle = threadHandler((reply, transfer) => port.postMessage(reply, transfer));
port.on('message', (request: ThreadRequest) => handle(request));
