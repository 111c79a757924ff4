import { moveDelivery } from '#intake';
import { RefusedRequest, type JobHandler, type OnJobEnded } from '#platform';
import { createCheck, type JobDeps } from './check-delivery.ts';
import { createPublish, createRollBack } from './publish-delivery.ts';

/** What is done with deliveries, by kind of job. */
export function createDeliveryJobs(deps: JobDeps): Readonly<Record<string, JobHandler>> {
  return { periksa: createCheck(deps), terbitkan: createPublish(deps), kembalikan: createRollBack(deps) };
}

/** A job that came to nothing leaves its delivery in a state that goes on. */
export const endDeliveryJob: OnJobEnded = async (transaction, job, keadaan, pesan) => {
  const key = { instansi: job.instansi, kiriman: job.sasaran };
  const event =
    job.jenis === 'periksa'
      ? keadaan === 'gagal'
        ? 'tolak'
        : 'batal'
      : job.jenis === 'terbitkan'
        ? 'urung'
        : undefined;
  if (event === undefined) return;
  try {
    await moveDelivery(transaction, key, event, pesan === null ? {} : { pesan });
  } catch (error) {
    // somebody was faster: the delivery has its state
    if (!(error instanceof RefusedRequest)) throw error;
  }
};
