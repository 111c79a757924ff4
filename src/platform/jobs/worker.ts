import { RefusedFile } from '#kernel/problem.ts';
import type { Database, Transaction } from '../database/database.ts';
import { type ClaimedJob, claimJob, endJob, type JobProgress, LostJob, MOST_TRIES, renewLease } from './jobs.ts';

/** What a job may do besides its work. */
export interface JobControl {
  /** Aborted when the job was cancelled, was lost to another worker, or the program ends. */
  readonly signal: AbortSignal;
  readonly report: (progress: JobProgress) => void;
}

/**
 * Does a job and ends it itself, in the transaction of its result (`endJob`). A `RefusedFile` becomes the sentence of a failed job, anything else is tried again.
 */
export type JobHandler = (job: ClaimedJob, control: JobControl) => Promise<void>;

/** Told of a job that ended without result, in the transaction that says so: the thing it was done to needs a state as well. */
export type OnJobEnded = (
  transaction: Transaction,
  job: ClaimedJob,
  keadaan: 'gagal' | 'dibatalkan',
  pesan: string | null,
) => Promise<void>;

export interface WorkerOptions {
  readonly database: Database;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly onEnded: OnJobEnded;
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between two looks for work, and between two renewals of the lease. */
  readonly poll?: number;
  readonly heartbeat?: number;
}

export interface JobWorker {
  /** Looks for work now. */
  wake(): void;
  /** Resolves once no job waits and none is being done. */
  idle(): Promise<void>;
  /** Lets go of the job in hand, which another worker then takes. */
  stop(): Promise<void>;
}

/** Does waiting jobs of the kinds that it has handlers for, one after the other, until it is stopped. */
export function startJobWorker(options: WorkerOptions): JobWorker {
  const { database, onFault, poll = 1000 } = options;
  const kinds = Object.keys(options.handlers);
  const stopping = new AbortController();
  let turn = Promise.resolve();
  let isQueued = false;
  const drain = async (): Promise<void> => {
    isQueued = false;
    try {
      for (let job = await claimJob(database, kinds); job; job = await claimJob(database, kinds)) {
        await doJob(options, job, stopping.signal);
        if (stopping.signal.aborted) return;
      }
    } catch (error) {
      // the database is away: the next look finds what waits
      if (!stopping.signal.aborted) onFault(error);
    }
  };
  const wake = (): void => {
    if (isQueued || stopping.signal.aborted) return;
    isQueued = true;
    turn = turn.then(drain);
  };
  const timer = setInterval(wake, poll);
  wake();
  return {
    wake,
    idle: async () => {
      wake();
      for (let last; last !== turn; ) await (last = turn);
    },
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await turn;
    },
  };
}

async function doJob(options: WorkerOptions, job: ClaimedJob, stopping: AbortSignal): Promise<void> {
  const { database, handlers, onFault, heartbeat = 10_000 } = options;
  const control = new AbortController();
  let outcome: 'dibatalkan' | 'hilang' | 'berhenti' | undefined;
  const abort = (why: typeof outcome): void => {
    outcome ??= why;
    control.abort();
  };
  const onStop = (): void => abort('berhenti');
  stopping.addEventListener('abort', onStop);
  let progress: JobProgress = { tahap: 'Menyiapkan', selesai: 0, dari: 0 };
  let told = 0;
  const renew = async (): Promise<void> => {
    told = performance.now();
    try {
      if (await renewLease(database, job, progress)) abort('dibatalkan');
    } catch (error) {
      if (error instanceof LostJob) abort('hilang');
      else onFault(error);
    }
  };
  const timer = setInterval(() => void renew(), heartbeat);
  const report = (next: JobProgress): void => {
    const isNewStage = next.tahap !== progress.tahap;
    progress = next;
    if (isNewStage || performance.now() - told > 1000) void renew();
  };
  try {
    if (job.percobaan > MOST_TRIES) {
      await endWithout(options, job, 'gagal', GIVEN_UP);
      return;
    }
    const handler = handlers[job.jenis];
    if (!handler) throw new Error(`Nobody does jobs of the kind ${job.jenis}`);
    await handler(job, { signal: control.signal, report });
  } catch (error) {
    if (error instanceof LostJob || outcome === 'hilang') return;
    if (outcome === 'dibatalkan') await endWithout(options, job, 'dibatalkan', null);
    else if (outcome === 'berhenti') await letGo(database, job);
    else if (error instanceof RefusedFile) await endWithout(options, job, 'gagal', error.message);
    else {
      onFault(error);
      if (job.percobaan < MOST_TRIES) await letGo(database, job);
      else await endWithout(options, job, 'gagal', GIVEN_UP);
    }
  } finally {
    clearInterval(timer);
    stopping.removeEventListener('abort', onStop);
  }
}

const GIVEN_UP =
  'Pekerjaan ini sudah dicoba tiga kali dan selalu terhenti. Hubungi pengelola portal; data yang terbit tidak berubah.';

async function endWithout(
  { database, onEnded }: WorkerOptions,
  job: ClaimedJob,
  keadaan: 'gagal' | 'dibatalkan',
  pesan: string | null,
): Promise<void> {
  await database.withContext({ lingkup: 'instansi', instansi: job.instansi }, async (transaction) => {
    await endJob(transaction, job, keadaan, pesan);
    await onEnded(transaction, job, keadaan, pesan);
  });
}

async function letGo(database: Database, job: ClaimedJob): Promise<void> {
  await database.withContext({ lingkup: 'instansi', instansi: job.instansi }, (transaction) =>
    endJob(transaction, job, 'antre'),
  );
}
