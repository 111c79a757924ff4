import { BKN_INSTANSI } from '#identity';
import type { CheckBase, DeliveryFiles, StoredDelivery } from '#intake';
import { listPublished } from '#intake';
import { problem, RefusedFile } from '#kernel/problem.ts';
import type { Transaction } from '#platform';
import type { PrepareInput } from '../prepare/prepare.ts';
import { folderOf } from './publication-files.ts';

/** A delivery with what it is held against. */
export interface Base {
  readonly dasar: CheckBase;
  readonly bkn: StoredDelivery;
  /** The delivery itself, or where it is BKN's the published ones of all Simpegs. */
  readonly simpeg: readonly StoredDelivery[];
}

/** What a delivery is held against now. The transaction reads all instansi. Throws `RefusedFile` where BKN has published nothing. */
export async function readBase(transaction: Transaction, delivery: StoredDelivery): Promise<Base> {
  const published = await listPublished(transaction);
  if (delivery.instansi === BKN_INSTANSI) {
    const simpeg = published.filter(({ instansi }) => instansi !== BKN_INSTANSI);
    const ids = Object.fromEntries(simpeg.map(({ instansi, kiriman }) => [instansi, kiriman]));
    return { dasar: { bkn: delivery.kiriman, simpeg: ids }, bkn: delivery, simpeg };
  }
  const bkn = published.find(({ instansi }) => instansi === BKN_INSTANSI);
  if (!bkn) throw new RefusedFile(problem('KIRIMAN_BKN_BELUM_TERBIT'));
  return { dasar: { bkn: bkn.kiriman, simpeg: {} }, bkn, simpeg: [delivery] };
}

export interface EngineFolders {
  readonly files: DeliveryFiles;
  /** Folder of imported reference tables, and of the recipe book. */
  readonly acuan: string | undefined;
  readonly buku: string;
}

export function prepareInput(
  { files, acuan, buku }: EngineFolders,
  delivery: StoredDelivery,
  { dasar, bkn, simpeg }: Base,
): PrepareInput {
  const bknFolder = folderOf(files, bkn);
  return {
    bkn: { berkas: bknFolder.berkas, folder: bknFolder.bkn },
    simpeg: simpeg.map((one) => ({
      instansi: String(one.instansi),
      berkas: folderOf(files, one).berkas,
      per: one.per,
    })),
    tanpaSimpeg: delivery.instansi === BKN_INSTANSI,
    folder: folderOf(files, delivery).siap(dasar),
    acuan,
    buku,
  };
}
