import { parentPort, workerData } from 'node:worker_threads';
import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import type { BknShared, FromWorker, ToWorker } from './protocol.ts';
import { createWorkerContext, FileRun } from './run-file.ts';

/** Thread that reads and writes deliveries; it keeps what it has read of each until it is told to write. */
const port = parentPort;
if (!port) throw new Error('This file is a worker thread');
const context = createWorkerContext(workerData as BknShared);
const runs = new Map<number, FileRun>();

async function answer(message: ToWorker): Promise<FromWorker> {
  if (message.jenis === 'write') {
    const { file } = message.decision;
    const run = runs.get(file);
    if (!run) throw new Error(`Delivery ${file} was not read by this worker`);
    runs.delete(file);
    return { jenis: 'written', result: run.write(message.decision) };
  }
  const { job } = message;
  const run = new FileRun(job, context);
  try {
    const result = await run.read();
    if (!result.ok) return { jenis: 'refused', file: job.file, sentence: describeProblem(result.error) };
    runs.set(job.file, run);
    return { jenis: 'read', result: result.value };
  } catch (error) {
    if (error instanceof RefusedFile) return { jenis: 'refused', file: job.file, sentence: error.message };
    throw error;
  }
}

port.on('message', (message: ToWorker) => {
  void answer(message).then((reply) => port.postMessage(reply));
});
