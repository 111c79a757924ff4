import { z } from 'zod';
import { accessOf } from '#identity';
import {
  type DeliveryFiles,
  findDelivery,
  findSameFile,
  keepTrial,
  listBook,
  listDeliveries,
  moveDelivery,
  type StoredDelivery,
  takeVersion,
  wasPublished,
} from '#intake';
import { problem } from '#kernel/problem.ts';
import { addJob, RefusedRequest, type Server, type Transaction } from '#platform';
import { labelOf } from '../causes.ts';
import { createDisplay, isMasked, maskValue } from '../display.ts';
import { folderOf, workbenchPath } from '../jobs/publication-files.ts';
import { confirmAndOffer } from './confirm.ts';
import { bookAnswer, type BookAnswer, trialAnswer, type TrialAnswer } from './contract.ts';
import type { WorkbenchDeps } from './deps.ts';
import { readWorkbench } from './open-workbench.ts';
import { runTask } from './run-task.ts';
import type { TrialResult } from './tasks.ts';

const ofInstansi = z.object({ instansi: z.coerce.number().int() });
const ofVersion = ofInstansi.extend({ versi: z.coerce.number().int().positive() });

/** Earlier deliveries on which a version is tried. */
const MOST_TRIED = 3;

/** The recipe book of an instansi: its versions, tried on earlier deliveries and confirmed. */
export function addBookRoutes(server: Server, { database, files, reference, acuan, wake }: WorkbenchDeps): void {
  const display = createDisplay(reference);

  server.get(
    '/api/pemetaan/:instansi',
    { config: { tindakan: 'pemetaan.lihat' }, schema: { params: ofInstansi, response: { 200: bookAnswer } } },
    async (request) =>
      database.withContext(accessOf(request).scope, async (transaction) =>
        describeBook(transaction, request.params.instansi),
      ),
  );

  server.post(
    '/api/pemetaan/:instansi/versi/:versi/uji',
    { config: { tindakan: 'pemetaan.ubah' }, schema: { params: ofVersion, response: { 200: trialAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, versi } = request.params;
      const { version, earlier } = await database.withContext(scope, async (transaction) => {
        const found = await takeVersion(transaction, instansi, versi);
        return { version: found, earlier: await listEarlier(transaction, files, instansi, found.kiriman) };
      });
      const { kiriman: _, isTried: __, ...after } = version;
      const kiriman: TrialAnswer['kiriman'] = [];
      for (const delivery of earlier) {
        const { berkas, meja } = folderOf(files, delivery);
        const before = readWorkbench(meja)?.recipe;
        if (!before) continue;
        const { per } = delivery;
        const result = await runTask({ jenis: 'uji', berkas, per, acuan, before, after });
        kiriman.push(describeTrial(delivery, result));
      }
      await database.withContext(scope, (transaction) =>
        keepTrial(
          transaction,
          { instansi, nomor: versi },
          kiriman.map(({ contoh: ___, ...counts }) => counts),
          pelaku.penggunaId,
        ),
      );
      return { kiriman };
    },
  );

  server.post(
    '/api/pemetaan/:instansi/versi/:versi/sahkan',
    { config: { tindakan: 'pemetaan.ubah' }, schema: { params: ofVersion, response: { 200: bookAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, versi } = request.params;
      const answer = await database.withContext(scope, async (transaction) => {
        const version = await takeVersion(transaction, instansi, versi);
        const earlier = await listEarlier(transaction, files, instansi, version.kiriman);
        if (!version.isTried && earlier.length > 0)
          throw new RefusedRequest(409, problem('PEMETAAN_BELUM_DIUJI', { versi }));
        const who = { oleh: pelaku.penggunaId, nama: pelaku.nama };
        await confirmAndOffer(transaction, files, { instansi, nomor: versi }, who);
        // what was checked by another recipe, or could not be read, is checked again by this one
        const delivery = await findDelivery(transaction, instansi, version.kiriman);
        if (delivery?.keadaan === 'diperiksa' || delivery?.dapatDipetakan === true) {
          const key = { instansi, kiriman: delivery.kiriman };
          if (delivery.dapatDipetakan) await refuseSentAgain(transaction, delivery);
          await moveDelivery(transaction, key, 'petakan', { pesan: null });
          await addJob(transaction, { instansi, jenis: 'periksa', sasaran: key.kiriman, oleh: pelaku.penggunaId });
        }
        return describeBook(transaction, instansi);
      });
      wake();
      return answer;
    },
  );

  function describeTrial(delivery: StoredDelivery, result: TrialResult): TrialAnswer['kiriman'][number] {
    const { kiriman, namaBerkas, per } = delivery;
    const { perIsian, contoh, ...counts } = result;
    const perBidang = Object.entries(perIsian)
      .map(([bidang, sel]) => ({ bidang, label: labelOf(bidang), sel }))
      .toSorted((a, b) => b.sel - a.sel);
    return {
      kiriman,
      namaBerkas,
      per,
      ...counts,
      perBidang,
      contoh: contoh.map(({ baris, isian, sebelum, sesudah }) => {
        const show = (value: string): string => (isMasked(isian) ? maskValue(value) : display(isian, value));
        return isian === ''
          ? { baris, label: 'seluruh baris', sebelum: sebelum, sesudah }
          : { baris, label: labelOf(isian), sebelum: show(sebelum), sesudah: show(sesudah) };
      }),
    };
  }
}

/** Published deliveries of the instansi whose reading is at hand, the newest first. */
export async function listEarlier(
  transaction: Transaction,
  files: DeliveryFiles,
  instansi: number,
  without: string,
): Promise<readonly StoredDelivery[]> {
  const rows = await listDeliveries(transaction, instansi);
  const published = rows.filter(
    ({ keadaan, kiriman }) =>
      wasPublished(keadaan) && kiriman !== without && readWorkbench(workbenchPath(files, kiriman)),
  );
  const found: StoredDelivery[] = [];
  for (const { kiriman } of published.slice(0, MOST_TRIED)) {
    const delivery = await findDelivery(transaction, instansi, kiriman);
    if (delivery) found.push(delivery);
  }
  return found;
}

/** The same file may have been sent again meanwhile. */
async function refuseSentAgain(transaction: Transaction, { instansi, sidikJari }: StoredDelivery): Promise<void> {
  const same = sidikJari === null ? undefined : await findSameFile(transaction, instansi, sidikJari);
  if (same) throw new RefusedRequest(409, problem('KIRIMAN_DIKIRIM_LAGI'));
}

async function describeBook(transaction: Transaction, instansi: number): Promise<BookAnswer> {
  const entries = await listBook(transaction, instansi);
  return { versi: entries.map(({ nomor, isTried, ...entry }) => ({ versi: nomor, diuji: isTried, ...entry })) };
}
