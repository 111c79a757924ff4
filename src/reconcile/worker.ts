import { parentPort, workerData } from 'node:worker_threads';
import { stopReading } from '#formats';
import { createDeliveries } from './deliveries.ts';
import type { BknShared, StopWorker, ToWorker } from './protocol.ts';

/** A thread that reads and writes deliveries for the main thread. */
const port = parentPort;
if (!port) throw new Error('This file is a worker thread');
const answer = createDeliveries(workerData as BknShared);

port.on('message', (message: ToWorker | StopWorker) => {
  if (message.jenis === 'stop') stopReading();
  else void answer(message).then((reply) => port.postMessage(reply));
});
