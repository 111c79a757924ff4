import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, createReadStream, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { problem, RefusedFile } from '#kernel/problem.ts';
import type { CheckBase, DeliveryFiles, StoredDelivery } from '#intake';
import { analyzeComingPeople, createComingPeople } from '#registry';
import type { WalkingTransaction } from '#platform';
import { analyzeComingFindings, createComingFindings } from '../store.ts';
import { WORKBENCH_FOLDER } from '../workbench/lay-out.ts';
import type { Prepared } from '../prepare/prepare.ts';

/** What belongs to a delivery in the folder of files. */
export interface DeliveryFolder {
  /** The file under the name that its sender gave it, which messages tell. */
  readonly berkas: string;
  /** BKN's people laid out; of a delivery of BKN only. */
  readonly bkn: string;
  /** What was made ready against one base; another base, another folder. */
  readonly siap: (dasar: CheckBase) => string;
  readonly karantina: string;
  /** What the mapping workbench shows; of a Simpeg's delivery only. */
  readonly meja: string;
}

export function folderOf(files: DeliveryFiles, { kiriman, namaBerkas, sidikJari }: StoredDelivery): DeliveryFolder {
  const own = join(files.folder, 'siap', kiriman);
  const berkas = join(own, 'berkas', namaBerkas);
  if (sidikJari === null) throw new Error('A delivery that is not whole has no file');
  if (!existsSync(berkas)) {
    if (files.objects.stat(sidikJari) === undefined) throw new RefusedFile(problem('KIRIMAN_BERKAS_DIHAPUS'));
    mkdirSync(join(own, 'berkas'), { recursive: true });
    linkSync(files.objects.get(sidikJari), berkas);
  }
  return {
    berkas,
    bkn: join(own, 'bkn'),
    siap: (dasar) => join(own, `siap-${createHash('sha256').update(JSON.stringify(dasar)).digest('hex').slice(0, 16)}`),
    karantina: quarantinePath(files, kiriman),
    meja: workbenchPath(files, kiriman),
  };
}

/** Where the quarantined rows of a delivery are listed once it was checked. */
export function quarantinePath(files: DeliveryFiles, kiriman: string): string {
  return join(files.folder, 'siap', kiriman, 'karantina.csv');
}

/** Where the mapping workbench of a delivery lies once it was checked. */
export function workbenchPath(files: DeliveryFiles, kiriman: string): string {
  return join(files.folder, 'siap', kiriman, 'meja');
}

/** Keeps what a check tells of the file itself: the next check may be held against another base. */
export function keepReadings(stage: string, { karantina, meja }: DeliveryFolder): void {
  copyFileSync(join(stage, 'karantina.csv'), karantina);
  const made = join(stage, WORKBENCH_FOLDER);
  if (!existsSync(made)) return;
  rmSync(meja, { recursive: true, force: true });
  cpSync(made, meja, { recursive: true });
}

/** Keeps the workbench of a delivery that was refused; false where there is none. */
export function keepRefused(made: string, { meja }: DeliveryFolder): boolean {
  if (!existsSync(made)) return false;
  rmSync(meja, { recursive: true, force: true });
  cpSync(made, meja, { recursive: true });
  return true;
}

/** What is to be published: the folder that was made ready, and BKN's people where they are new as well. */
export interface ComingFiles {
  readonly siap: string;
  readonly bkn: string | undefined;
  readonly prepared: Prepared;
}

/**
 * Reads what was made ready for one instansi into the temporary tables of the transaction, in place of the one before: a portal's worth
 * of rows would be read through again for every instansi.
 */
export async function loadComing(
  transaction: WalkingTransaction,
  { siap, bkn, prepared }: ComingFiles,
  instansi: number,
): Promise<void> {
  const kode = String(instansi);
  const people = await createComingPeople(transaction);
  const { pegawai, selisih } = await createComingFindings(transaction);
  const load = (target: string, path: string): Promise<void> => transaction.copyInto(target, createReadStream(path));
  if (kode in prepared.simpeg) await load(people, join(siap, kode, 'orang'));
  if (bkn !== undefined && kode in prepared.bkn.orang) await load(people, join(bkn, `${kode}.orang`));
  if (kode in prepared.simpeg || kode in prepared.tanpaSimpeg) {
    await load(pegawai, join(siap, kode, 'pegawai'));
    await load(selisih, join(siap, kode, 'selisih'));
  }
  await analyzeComingPeople(transaction);
  await analyzeComingFindings(transaction);
}
