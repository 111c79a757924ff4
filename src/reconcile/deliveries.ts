import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import type { BknShared, FromWorker, ToWorker } from './protocol.ts';
import { createWorkerContext, FileRun } from './run-file.ts';

/** Answers one message after the other; what was read of a delivery is kept until it is told to be written. */
export type Answer = (message: ToWorker) => Promise<FromWorker>;

/** Reads and writes deliveries in the thread that calls it. */
export function createDeliveries(bkn: BknShared): Answer {
  const context = createWorkerContext(bkn);
  const runs = new Map<number, FileRun>();
  return async (message) => {
    if (message.jenis === 'write') {
      const { file } = message.decision;
      const run = runs.get(file);
      if (!run) throw new Error(`Delivery ${file} was not read by this thread`);
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
  };
}
