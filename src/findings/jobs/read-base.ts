import { writeFileSync } from 'node:fs';
import { BKN_INSTANSI } from '#identity';
import type { CheckBase, DeliveryFiles, StoredDelivery } from '#intake';
import { listPublished, newestVersion, readBook, readOffers, wasPublished } from '#intake';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { layOutVersions, type RecipeVersion } from '#mapping';
import type { Transaction } from '#platform';
import type { PrepareInput } from '../prepare/prepare.ts';
import { folderOf } from './publication-files.ts';

/** A delivery with what it is held against. */
export interface Base {
  readonly dasar: CheckBase;
  readonly bkn: StoredDelivery;
  /** The delivery itself, or where it is BKN's the published ones of all Simpegs. */
  readonly simpeg: readonly StoredDelivery[];
  /** The recipe book as far as it counts for them. */
  readonly buku: readonly RecipeVersion[];
  /** What other instansi offer for a structure that the book does not know; of BKN's delivery nothing. */
  readonly tawaran: readonly RecipeVersion[];
}

/** What a delivery is held against now. The transaction reads all instansi. Throws `RefusedFile` where BKN has published nothing. */
export async function readBase(transaction: Transaction, delivery: StoredDelivery): Promise<Base> {
  const published = await listPublished(transaction);
  if (delivery.instansi === BKN_INSTANSI) {
    const simpeg = published.filter(({ instansi }) => instansi !== BKN_INSTANSI);
    const ids = Object.fromEntries(simpeg.map(({ instansi, kiriman }) => [instansi, kiriman]));
    const { pemetaan, buku } = await readBooks(transaction, simpeg);
    return { dasar: { bkn: delivery.kiriman, simpeg: ids, pemetaan }, bkn: delivery, simpeg, buku, tawaran: [] };
  }
  const bkn = published.find(({ instansi }) => instansi === BKN_INSTANSI);
  if (!bkn) throw new RefusedFile(problem('KIRIMAN_BKN_BELUM_TERBIT'));
  const { pemetaan, buku } = await readBooks(transaction, [delivery]);
  const tawaran = await readOffers(transaction, delivery.instansi);
  return { dasar: { bkn: bkn.kiriman, simpeg: {}, pemetaan }, bkn, simpeg: [delivery], buku, tawaran };
}

/**
 * The book for each delivery: of what was published once the versions by which it was read then, for another file of BKN's must not
 * read it otherwise; of all others what is confirmed now.
 */
export async function readBooks(
  transaction: Transaction,
  deliveries: readonly StoredDelivery[],
): Promise<{ readonly pemetaan: CheckBase['pemetaan']; readonly buku: readonly RecipeVersion[] }> {
  const pemetaan: Record<string, number> = {};
  const buku: RecipeVersion[] = [];
  for (const { instansi, keadaan, hasil } of deliveries) {
    const pinned = hasil?.dasar.pemetaan?.[instansi] ?? 0;
    const nomor = wasPublished(keadaan) ? pinned : await newestVersion(transaction, instansi);
    if (nomor === 0) continue;
    pemetaan[instansi] = nomor;
    buku.push(...(await readBook(transaction, instansi, nomor)));
  }
  return { pemetaan, buku };
}

export interface EngineFolders {
  readonly files: DeliveryFiles;
  /** Folder of imported reference tables. */
  readonly acuan: string | undefined;
}

export function prepareInput(
  { files, acuan }: EngineFolders,
  delivery: StoredDelivery,
  { dasar, bkn, simpeg, buku: versions, tawaran: offers }: Base,
): PrepareInput {
  const bknFolder = folderOf(files, bkn);
  const folder = folderOf(files, delivery).siap(dasar);
  const buku = `${folder}.buku`;
  layOutVersions(buku, versions);
  const tawaran = `${folder}.tawaran.json`;
  writeFileSync(tawaran, JSON.stringify(offers));
  return {
    bkn: { berkas: bknFolder.berkas, folder: bknFolder.bkn },
    simpeg: simpeg.map((one) => ({
      instansi: String(one.instansi),
      berkas: folderOf(files, one).berkas,
      per: one.per,
    })),
    meja: delivery.instansi !== BKN_INSTANSI,
    tanpaSimpeg: delivery.instansi === BKN_INSTANSI,
    folder,
    acuan,
    buku,
    tawaran,
  };
}
