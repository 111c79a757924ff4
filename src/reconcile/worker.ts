import { parentPort, workerData } from 'node:worker_threads';
import { createDeliveries } from './deliveries.ts';
import type { BknShared, ToWorker } from './protocol.ts';

/** A thread that reads and writes deliveries for the main thread. */
const port = parentPort;
if (!port) throw new Error('This file is a worker thread');
const answer = createDeliveries(workerData as BknShared);

port.on('message', (message: ToWorker) => {
  void answer(message).then((reply) => port.postMessage(reply));
});
