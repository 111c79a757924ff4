import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDelivery, moveDelivery, type StoredDelivery } from '#intake';
import { addJob, type Database } from '#platform';
import { runPrepare } from '../prepare/run-prepare.ts';
import type { OnPrepare } from '../prepare/prepare.ts';
import { type JobDeps, resultOf } from './check-delivery.ts';
import { folderOf, keepReadings } from './publication-files.ts';
import { prepareInput } from './read-base.ts';

/**
 * Publishes the first deliveries of a whole portal together: one run of the engine over all Simpegs and BKN's file instead of one for
 * each. For filling an empty portal only; the deliveries have arrived and nothing of theirs was published. Leaves BKN's publication
 * to its job.
 */
export async function checkTogether(
  deps: JobDeps,
  first: { readonly bkn: StoredDelivery; readonly simpeg: readonly StoredDelivery[]; readonly oleh: string },
  onProgress: OnPrepare,
): Promise<void> {
  const { database, files } = deps;
  const { bkn, simpeg, oleh } = first;
  const dasar = {
    bkn: bkn.kiriman,
    simpeg: Object.fromEntries(simpeg.map(({ instansi, kiriman }) => [instansi, kiriman])),
    pemetaan: {},
  };
  const input = { ...prepareInput(deps, bkn, { dasar, bkn, simpeg, buku: [] }), meja: true };
  const prepared = await runPrepare(input, onProgress, new AbortController().signal);
  const own = folderOf(files, bkn);
  for (const delivery of simpeg) {
    const stage = prepared.simpeg[String(delivery.instansi)];
    if (!stage) throw new Error('What was made ready lacks a delivery');
    keepReadings(join(own.siap(dasar), String(delivery.instansi)), folderOf(files, delivery));
    const change = firstChange(stage.diterima, stage.angka.selisih);
    await moveTo(database, delivery, ['periksa'], {});
    await moveTo(database, delivery, ['lolos'], { hasil: resultOf(stage, change, undefined, dasar) });
    await moveTo(database, delivery, ['terbitkan', 'terbit'], { terbit: true });
  }
  copyFileSync(join(own.bkn, 'karantina.csv'), own.karantina);
  await moveTo(database, bkn, ['periksa'], {});
  const change = firstChange(prepared.bkn.diterima - prepared.bkn.diLuar, 0);
  await moveTo(database, bkn, ['lolos'], { hasil: resultOf(prepared.bkn, change, undefined, dasar) });
  await moveTo(database, bkn, ['terbitkan'], {});
  await database.withContext({ lingkup: 'instansi', instansi: bkn.instansi }, (transaction) =>
    addJob(transaction, { instansi: bkn.instansi, jenis: 'terbitkan', sasaran: bkn.kiriman, oleh }),
  );
}

function firstChange(orang: number, selisih: number) {
  return {
    akibat: { sekarang: 0, baru: orang, hilang: 0, berubah: 0, tetap: 0, sesudah: orang },
    selisih: { tertutup: 0, baru: selisih, sesudah: selisih },
    kolomBerubah: [],
  };
}

async function moveTo(
  database: Database,
  { instansi, kiriman }: StoredDelivery,
  events: readonly Parameters<typeof moveDelivery>[2][],
  change: Parameters<typeof moveDelivery>[3],
): Promise<void> {
  await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
    const found = await findDelivery(transaction, instansi, kiriman);
    if (!found) throw new Error('A delivery is gone');
    for (const event of events) await moveDelivery(transaction, { instansi, kiriman }, event, change);
  });
}
