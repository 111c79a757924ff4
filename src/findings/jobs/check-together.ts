import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckResult, findPublished, moveDelivery, type StoredDelivery } from '#intake';
import { addJob, type Database, type Transaction } from '#platform';
import { keepChangedPeople } from '../changed-people.ts';
import { runPrepare } from '../prepare/run-prepare.ts';
import type { OnPrepare } from '../prepare/prepare.ts';
import { firstChange, type JobDeps, measureChange, resultOf } from './check-delivery.ts';
import { folderOf, keepReadings } from './publication-files.ts';
import { confirmAsRead } from '../workbench/confirm.ts';
import { prepareInput, readBooks } from './read-base.ts';

/** The deliveries of one month: BKN's, and those of Simpegs. They have arrived, or are published still. */
export interface Month {
  readonly bkn: StoredDelivery;
  readonly simpeg: readonly StoredDelivery[];
  readonly oleh: string;
  /** Whether the recipes by which structures were read that nobody confirmed yet are confirmed as they are. */
  readonly sahkan?: boolean;
}

/** Why gates that hold are passed. */
const ALASAN = 'Data contoh';

/**
 * Checks the deliveries of a month together: one run of the engine over all Simpegs and BKN's file instead of one for each. For
 * filling a portal that nobody uses yet: a Simpeg's delivery counts as published before its people are in sight. Leaves
 * BKN's publication, which shows them all, to its job.
 */
export async function checkTogether(
  deps: JobDeps,
  { bkn, simpeg, oleh, sahkan = false }: Month,
  onProgress: OnPrepare,
  signal: AbortSignal,
): Promise<void> {
  const { database, files } = deps;
  const { pemetaan, buku } = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    readBooks(transaction, simpeg),
  );
  const fresh = simpeg.filter(({ instansi }) => sahkan && pemetaan[instansi] === undefined);
  const dasar = {
    bkn: bkn.kiriman,
    simpeg: Object.fromEntries(simpeg.map(({ instansi, kiriman }) => [instansi, kiriman])),
    // what is read by a proposal today is version 1 from now on
    pemetaan: { ...pemetaan, ...Object.fromEntries(fresh.map(({ instansi }) => [instansi, 1])) },
  };
  const own = folderOf(files, bkn);
  const siap = own.siap(dasar);
  const input = { ...prepareInput(deps, bkn, { dasar, bkn, simpeg, buku, tawaran: [] }), meja: true };
  const prepared = await runPrepare(input, onProgress, signal);
  const arrived = simpeg.filter(({ keadaan }) => keadaan === 'diterima');
  for (const [done, delivery] of arrived.entries()) {
    onProgress('Menghitung akibat penerbitan', done, arrived.length);
    signal.throwIfAborted();
    const kode = String(delivery.instansi);
    const stage = prepared.simpeg[kode];
    if (!stage) throw new Error('What was made ready lacks a delivery');
    keepReadings(join(siap, kode), folderOf(files, delivery));
    const former = await findFormer(database, delivery);
    const coming = { siap, bkn: undefined, prepared: { ...prepared, simpeg: { [kode]: stage } } };
    const change = former
      ? await measureChange(database, coming, (people, hasSameOrder) =>
          keepChangedPeople(files, delivery.kiriman, people, hasSameOrder),
        )
      : firstChange(stage.diterima, stage.angka.selisih);
    await database.withContext(scopeOf(delivery), async (transaction) => {
      await pass(transaction, delivery, resultOf(stage, change, former?.hasil?.profil, dasar));
      if (former) await moveDelivery(transaction, former, 'ganti');
      await moveDelivery(transaction, delivery, 'terbit', { terbit: true });
    });
    if (fresh.includes(delivery)) await confirmAsRead(database, files, delivery, { oleh, nama: delivery.pengirim });
  }
  copyFileSync(join(own.bkn, 'karantina.csv'), own.karantina);
  const former = await findFormer(database, bkn);
  const change = former
    ? await measureChange(database, { siap, bkn: own.bkn, prepared }, () => undefined)
    : firstChange(prepared.bkn.diterima - prepared.bkn.diLuar, 0);
  await database.withContext(scopeOf(bkn), async (transaction) => {
    await pass(transaction, bkn, resultOf(prepared.bkn, change, former?.hasil?.profil, dasar));
    await addJob(transaction, { instansi: bkn.instansi, jenis: 'terbitkan', sasaran: bkn.kiriman, oleh });
  });
}

const scopeOf = ({ instansi }: StoredDelivery) => ({ lingkup: 'instansi', instansi }) as const;

async function findFormer(database: Database, delivery: StoredDelivery): Promise<StoredDelivery | undefined> {
  return database.withContext(scopeOf(delivery), (transaction) => findPublished(transaction, delivery.instansi));
}

/** Moves a delivery on until it is being published. */
async function pass(transaction: Transaction, delivery: StoredDelivery, hasil: CheckResult): Promise<void> {
  const isHeld = hasil.gerbang.some((gate) => gate.hasil === 'menahan');
  await moveDelivery(transaction, delivery, 'periksa');
  await moveDelivery(transaction, delivery, 'lolos', { hasil });
  await moveDelivery(transaction, delivery, 'terbitkan', isHeld ? { alasan: ALASAN } : {});
}
