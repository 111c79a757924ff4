import { Worker } from 'node:worker_threads';
import { stopSignal } from '#formats';
import { type Answer, createDeliveries } from './deliveries.ts';
import type {
  BknShared,
  FileDecision,
  FileJob,
  FileRead,
  FileWritten,
  FromWorker,
  StopWorker,
  ToWorker,
} from './protocol.ts';

/** A delivery that had to be refused whole, with the sentence that says why. */
export interface Refusal {
  readonly file: number;
  readonly sentence: string;
}

/**
 * Threads that share the deliveries among themselves; the main thread is one of them, for it has read BKN's file with the same
 * code and would otherwise only wait. A thread that read a delivery also writes it.
 */
export class WorkerPool {
  readonly #workers: readonly Worker[];
  readonly #members: readonly Answer[];
  readonly #home = new Map<number, Answer>();
  readonly #stop = (): void => {
    for (const worker of this.#workers) worker.postMessage({ jenis: 'stop' } satisfies StopWorker);
  };

  constructor(bkn: BknShared, threads: number) {
    const script = new URL('./worker.ts', import.meta.url);
    this.#workers = Array.from({ length: threads - 1 }, () => new Worker(script, { workerData: bkn }));
    this.#members = [
      ...this.#workers.map(
        (worker): Answer =>
          (message) =>
            ask(worker, message),
      ),
      createDeliveries(bkn),
    ];
    stopSignal.addEventListener('abort', this.#stop);
  }

  /** Reads all deliveries; the order of `jobs` is the order in which they are started. */
  async read(
    jobs: readonly FileJob[],
    onDone: (job: FileJob) => void,
  ): Promise<{ reads: FileRead[]; refusals: Refusal[] }> {
    const reads: FileRead[] = [];
    const refusals: Refusal[] = [];
    const queue = [...jobs];
    await Promise.all(
      this.#members.map(async (member) => {
        for (let job = queue.shift(); job; job = queue.shift()) {
          const reply = await member({ jenis: 'read', job });
          if (reply.jenis === 'read') {
            this.#home.set(job.file, member);
            reads.push(reply.result);
          } else if (reply.jenis === 'refused') {
            refusals.push({ file: reply.file, sentence: reply.sentence });
          }
          onDone(job);
        }
      }),
    );
    return { reads: reads.toSorted(byFile), refusals: refusals.toSorted(byFile) };
  }

  async write(decisions: readonly FileDecision[]): Promise<FileWritten[]> {
    const written: FileWritten[] = [];
    await Promise.all(
      this.#members.map(async (member) => {
        for (const decision of decisions) {
          if (this.#home.get(decision.file) !== member) continue;
          const reply = await member({ jenis: 'write', decision });
          if (reply.jenis === 'written') written.push(reply.result);
        }
      }),
    );
    return written.toSorted(byFile);
  }

  async close(): Promise<void> {
    stopSignal.removeEventListener('abort', this.#stop);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

const byFile = (a: { readonly file: number }, b: { readonly file: number }): number => a.file - b.file;

/** One question, one answer; a crash of the thread rejects. */
function ask(worker: Worker, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const onMessage = (reply: FromWorker): void => {
      worker.off('error', onError);
      resolve(reply);
    };
    const onError = (error: Error): void => {
      worker.off('message', onMessage);
      reject(error);
    };
    worker.once('message', onMessage);
    worker.once('error', onError);
    worker.postMessage(message);
  });
}
