import { BKN_INSTANSI } from '#identity';
import { type CheckBase, findDelivery, findPublished, moveDelivery, type StoredDelivery } from '#intake';
import { describeProblem, problem } from '#kernel/problem.ts';
import { SLOTS } from '#mapping';
import {
  addJob,
  type ClaimedJob,
  endJob,
  type JobControl,
  type JobHandler,
  recordEvent,
  type Transaction,
  type WalkingTransaction,
} from '#platform';
import {
  findFormer,
  findPublication,
  lockBknPublication,
  lockPublication,
  openPublication,
  type Publication,
  publishPeople,
  restorePeople,
} from '#registry';
import { type Prepared, readPrepared } from '../prepare/prepare.ts';
import { runPrepare } from '../prepare/run-prepare.ts';
import { publishFindings, restoreFindings } from '../store.ts';
import type { JobDeps } from './check-delivery.ts';
import { folderOf, loadComing } from './publication-files.ts';
import { prepareInput, readBase } from './read-base.ts';

/** What the delivery was checked against is no longer what is published. */
class StaleBase extends Error {}

/** Publishes a checked delivery: everything that it changes appears in one transaction, or nothing does. */
export function createPublish(deps: JobDeps): JobHandler {
  const { database } = deps;
  return async (job, control) => {
    const delivery = await takeFor(deps, job, 'menerbitkan');
    if (!delivery) return;
    if (!delivery.hasil) throw new Error('A delivery is published that was not checked');
    const { dasar } = delivery.hasil;
    control.report({ tahap: 'Menerbitkan', selesai: 0, dari: 1 });
    try {
      const prepared = await preparedFor(deps, delivery, dasar, control);
      await database.withContexts(async (transaction) => {
        await publishNow(deps, transaction, { job, delivery, dasar, prepared });
      });
    } catch (error) {
      if (!(error instanceof StaleBase)) throw error;
      await checkAgain(deps, job);
    }
  };
}

/** The delivery of a job while it has the state that the job is about; otherwise the job is over. */
async function takeFor(
  { database }: JobDeps,
  job: ClaimedJob,
  keadaan: StoredDelivery['keadaan'],
): Promise<StoredDelivery | undefined> {
  return database.withContext({ lingkup: 'instansi', instansi: job.instansi }, async (transaction) => {
    const found = await findDelivery(transaction, job.instansi, job.sasaran);
    if (found?.keadaan === keadaan) return found;
    await endJob(transaction, job, 'dibatalkan');
    return undefined;
  });
}

/** What checking made ready; where it was lost it is made anew. */
async function preparedFor(
  deps: JobDeps,
  delivery: StoredDelivery,
  dasar: CheckBase,
  { report, signal }: JobControl,
): Promise<Prepared> {
  const done = readPrepared(folderOf(deps.files, delivery).siap(dasar));
  if (done) return done;
  const base = await deps.database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    readBase(transaction, delivery),
  );
  if (JSON.stringify(base.dasar) !== JSON.stringify(dasar)) throw new StaleBase();
  return runPrepare(
    prepareInput(deps, delivery, base),
    (tahap, selesai, dari) => report({ tahap, selesai, dari }),
    signal,
  );
}

async function checkAgain({ database }: JobDeps, job: ClaimedJob): Promise<void> {
  const { instansi, sasaran, oleh } = job;
  await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
    await moveDelivery(transaction, { instansi, kiriman: sasaran }, 'basi');
    await endJob(transaction, job, 'gagal', describeProblem(problem('KIRIMAN_BERGANTI')));
    await addJob(transaction, { instansi, jenis: 'periksa', sasaran, oleh });
  });
}

interface Publishing {
  readonly job: ClaimedJob;
  readonly delivery: StoredDelivery;
  readonly dasar: CheckBase;
  readonly prepared: Prepared;
}

const SUSUNAN = SLOTS.map(({ field }) => field.nama);

async function publishNow(deps: JobDeps, transaction: WalkingTransaction, publishing: Publishing): Promise<void> {
  const { job, delivery, dasar, prepared } = publishing;
  const own = folderOf(deps.files, delivery);
  const isBkn = delivery.instansi === BKN_INSTANSI;
  const coming = { siap: own.siap(dasar), bkn: isBkn ? own.bkn : undefined, prepared };
  await lockBknPublication(transaction, isBkn ? 'menulis' : 'membaca');
  const codes = [...(isBkn ? Object.keys(prepared.bkn.orang) : []), ...Object.keys(prepared.simpeg)];
  const concerned = [...new Set(codes.map(Number))].toSorted((a, b) => a - b);
  for (const instansi of concerned) await lockPublication(transaction, instansi);

  await transaction.enter({ lingkup: 'provinsi' });
  const base = await readBase(transaction, delivery);
  if (JSON.stringify(base.dasar) !== JSON.stringify(dasar)) throw new StaleBase();
  for (const instansi of concerned) {
    await transaction.enter({ lingkup: 'instansi', instansi });
    const simpeg = base.simpeg.find((one) => one.instansi === instansi);
    const stage = prepared.simpeg[String(instansi)];
    const publication: Publication = {
      kirimanSimpeg: simpeg?.kiriman ?? null,
      kirimanBkn: base.bkn.kiriman,
      simpegPer: simpeg?.per ?? null,
      bknPer: base.bkn.per,
      susunan: SUSUNAN,
      bidangSimpeg: stage?.bidang ?? [],
      bidangBkn: prepared.bkn.bidang,
    };
    const nomor = await openPublication(transaction, instansi, publication, { oleh: job.oleh });
    await loadComing(transaction, coming, instansi);
    if (isBkn) await publishPeople(transaction, instansi, nomor, 'bkn');
    // The numbers of people follow their pairs, which another BKN may have changed.
    if (stage) await publishPeople(transaction, instansi, nomor, 'simpeg');
    const figures = stage?.angka ?? prepared.tanpaSimpeg[String(instansi)];
    if (!figures) throw new Error('A publication without figures');
    await publishFindings(transaction, instansi, nomor, figures);
    await noteEvent(transaction, job, instansi, nomor);
  }
  await transaction.enter({ lingkup: 'instansi', instansi: job.instansi });
  const former = await findPublished(transaction, job.instansi);
  if (former) await moveDelivery(transaction, { instansi: job.instansi, kiriman: former.kiriman }, 'ganti');
  await moveDelivery(transaction, { instansi: job.instansi, kiriman: job.sasaran }, 'terbit', { terbit: true });
  if (isBkn) await noteEvent(transaction, job, job.instansi, 0);
  await endJob(transaction, job, 'selesai');
}

/** Every publication stands in the chain of the instansi whose people it changes. */
async function noteEvent(transaction: Transaction, job: ClaimedJob, instansi: number, nomor: number): Promise<void> {
  await recordEvent(transaction, {
    instansi,
    pelaku: job.oleh,
    tindakan: job.jenis === 'kembalikan' ? 'kiriman.kembalikan' : 'kiriman.terbitkan',
    sasaran: `kiriman/${job.sasaran}`,
    ...(nomor > 0 ? { rincian: { terbitan: nomor } } : {}),
  });
}

/**
 * Takes the published delivery of a Simpeg back: the one before it is what everybody sees again. While BKN's delivery is the same the
 * former state returns as it was; otherwise the former file is checked against BKN's present one and published.
 */
export function createRollBack(deps: JobDeps): JobHandler {
  const { database } = deps;
  return async (job, control) => {
    const { instansi } = job;
    const scope = { lingkup: 'instansi', instansi } as const;
    const delivery = await takeFor(deps, job, 'terbit');
    if (!delivery) return;
    control.report({ tahap: 'Mengembalikan kiriman sebelumnya', selesai: 0, dari: 1 });
    const isDone = await database.withContexts(async (transaction) => {
      await lockBknPublication(transaction, 'membaca');
      await lockPublication(transaction, instansi);
      await transaction.enter(scope);
      const now = await findPublication(transaction, instansi);
      const former = now && (await findFormer(transaction, now));
      if (!now || !former?.kirimanSimpeg) {
        await endJob(transaction, job, 'gagal', describeProblem(problem('KIRIMAN_TANPA_SEBELUMNYA')));
        return true;
      }
      if (former.kirimanBkn !== now.kirimanBkn) return false;
      const nomor = await openPublication(transaction, instansi, former, { oleh: job.oleh, kembaliKe: former.nomor });
      await restorePeople(transaction, instansi, nomor, former.nomor, 'simpeg');
      await restoreFindings(transaction, instansi, nomor, former.nomor);
      await showInstead(transaction, job, former.kirimanSimpeg);
      await noteEvent(transaction, job, instansi, nomor);
      await endJob(transaction, job, 'selesai');
      return true;
    });
    if (!isDone) await publishFormer(deps, job, control);
  };
}

/** The delivery of the job is taken back and the former is shown again. Where that one was itself taken back, it only takes its place. */
async function showInstead(transaction: Transaction, { instansi, sasaran }: ClaimedJob, former: string): Promise<void> {
  const shown = await findDelivery(transaction, instansi, former);
  const event = shown?.keadaan === 'ditarik' ? 'ganti' : 'tarik';
  await moveDelivery(transaction, { instansi, kiriman: sasaran }, event);
  await moveDelivery(transaction, { instansi, kiriman: former }, 'kembali', { terbit: true });
}

/** The former file against BKN's present one. */
async function publishFormer(deps: JobDeps, job: ClaimedJob, control: JobControl): Promise<void> {
  const { database } = deps;
  const { instansi } = job;
  const scope = { lingkup: 'instansi', instansi } as const;
  const former = await database.withContext(scope, async (transaction) => {
    const now = await findPublication(transaction, instansi);
    const publication = now && (await findFormer(transaction, now));
    return publication?.kirimanSimpeg ? findDelivery(transaction, instansi, publication.kirimanSimpeg) : undefined;
  });
  if (!former) throw new Error('The former delivery is gone');
  const base = await database.withContext({ lingkup: 'provinsi' }, (transaction) => readBase(transaction, former));
  const prepared = await preparedFor(deps, former, base.dasar, control);
  await database.withContexts(async (transaction) => {
    const own = folderOf(deps.files, former);
    await lockBknPublication(transaction, 'membaca');
    await lockPublication(transaction, instansi);
    await transaction.enter({ lingkup: 'provinsi' });
    const present = await readBase(transaction, former);
    if (JSON.stringify(present.dasar) !== JSON.stringify(base.dasar)) throw new StaleBase();
    await transaction.enter(scope);
    const stage = prepared.simpeg[String(instansi)];
    if (!stage) throw new Error('What was made ready lacks the delivery');
    const nomor = await openPublication(
      transaction,
      instansi,
      {
        kirimanSimpeg: former.kiriman,
        kirimanBkn: base.bkn.kiriman,
        simpegPer: former.per,
        bknPer: base.bkn.per,
        susunan: SUSUNAN,
        bidangSimpeg: stage.bidang,
        bidangBkn: prepared.bkn.bidang,
      },
      { oleh: job.oleh },
    );
    await loadComing(transaction, { siap: own.siap(base.dasar), bkn: undefined, prepared }, instansi);
    await publishPeople(transaction, instansi, nomor, 'simpeg');
    await publishFindings(transaction, instansi, nomor, stage.angka);
    await showInstead(transaction, job, former.kiriman);
    await noteEvent(transaction, job, instansi, nomor);
    await endJob(transaction, job, 'selesai');
  });
}
