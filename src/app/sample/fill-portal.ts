import { rmSync } from 'node:fs';
import { checkTogether, createDeliveryJobs, endDeliveryJob, type JobDeps, findExample } from '#findings';
import { addSampleAccounts, linkSamplePegawai, SAMPLE_PEGAWAI, saveInstansi } from '#identity';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Database, startJobWorker } from '#platform';
import { jobDeps } from '../deliveries.ts';
import { BULAN_FOLDER } from '../folders.ts';
import { openPrepared, TENANTS } from '../tenants.ts';
import { addMonth, readMonth } from './add-month.ts';
import { dateBack } from './date-back.ts';
import type { SamplePeople } from './deliveries.ts';
import { describeMonth } from './describe-month.ts';
import { makeMonths, type SampleMonth } from './make-months.ts';
import { sendDrifted } from './send-drifted.ts';

const OLEH = 'sistem';

export interface SampleFilling {
  /** An empty database, as its superuser. */
  readonly url: string;
  /** Where deliveries lie; what an earlier filling left there goes. */
  readonly files: string;
  readonly sample: SamplePeople;
  /** Days of the deliveries, a month between each, oldest first. */
  readonly months: readonly LocalDate[];
  readonly say: (line: string) => void;
  readonly progress: (label: string, done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Fills an empty portal with monthly deliveries of invented people in 36 offices and BKN's, published and reconciled one after the
 * other, as they would have been sent. Throws where `signal` ended it.
 */
export async function fillWithSample(filling: SampleFilling): Promise<void> {
  const { url, files, sample, months, say, progress, signal } = filling;
  for (const folder of [files, BULAN_FOLDER]) rmSync(folder, { recursive: true, force: true });
  const database = await openPrepared(url, say);
  try {
    await saveInstansi(database, TENANTS);
    await addSampleAccounts(database);
    const deps = jobDeps(database, files);
    const [first] = months;
    if (first === undefined) throw new Error('A sample without a month');
    const input = { ...sample, per: first, kiriman: months.length - 1, keluar: BULAN_FOLDER };
    const onMade = (done: number, total: number): void => progress('Membuat data contoh', done, total);
    let last: SampleMonth | undefined;
    for await (const month of makeMonths(input, onMade, signal)) {
      say(await publishMonth(deps, month, filling));
      await dateBack(url, month.per);
      last = month;
    }
    if (last) await work(deps, () => sendDrifted(deps, last, OLEH));
    await choosePegawai(database);
  } finally {
    await database.close();
    rmSync(BULAN_FOLDER, { recursive: true, force: true });
  }
}

/** Sends, checks and publishes the deliveries of a month; returns the sentence about what that changed. */
async function publishMonth(
  deps: JobDeps,
  { per, folder }: SampleMonth,
  { progress, signal }: SampleFilling,
): Promise<string> {
  const { database } = deps;
  const month = await addMonth(deps, { per, folder, oleh: OLEH });
  await checkTogether(deps, { ...month, sahkan: true }, progress, signal);
  const faults = await work(deps);
  const published = await readMonth(database, month);
  if (published.bkn.keadaan !== 'terbit')
    throw new Error(`Data contoh tidak dapat diterbitkan: ${published.bkn.pesan ?? ''}`, { cause: faults[0] });
  return describeMonth(per, published);
}

/** Does the jobs that wait, those that `add` asks for among them; returns what went wrong. */
async function work(deps: JobDeps, add: () => Promise<void> = async () => undefined): Promise<readonly unknown[]> {
  const faults: unknown[] = [];
  await add();
  const worker = startJobWorker({
    database: deps.database,
    handlers: createDeliveryJobs(deps),
    onEnded: endDeliveryJob,
    onFault: (error) => faults.push(error),
  });
  try {
    await worker.idle();
  } finally {
    await worker.stop();
  }
  return faults;
}

/** The sample pegawai is somebody whose record has something to look at. */
async function choosePegawai(database: Database): Promise<void> {
  const { instansi } = SAMPLE_PEGAWAI;
  const chosen = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    findExample(transaction, instansi),
  );
  if (chosen) await linkSamplePegawai(database, chosen);
}
