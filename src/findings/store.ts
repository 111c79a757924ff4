import {
  analyzeComing,
  applyComing,
  createComing,
  restoreState,
  type Transaction,
  type VersionedTable,
} from '#platform';
import type { CauseCount, Figures } from './prepare/stage-findings.ts';

const PEGAWAI: VersionedTable = {
  nama: 'findings.pegawai',
  kunci: ['orang'],
  isi: ['nip', 'nip_lama', 'nama', 'golongan', 'jabatan', 'unit', 'keadaan', 'cara', 'dugaan', 'selisih'],
};
const SELISIH: VersionedTable = {
  nama: 'findings.selisih',
  kunci: ['orang', 'bidang'],
  isi: ['nama', 'kelas', 'sebab', 'rincian', 'nilai_simpeg', 'nilai_bkn'],
};
/** Temporary tables of what comes, by the name of the file that holds its rows. */
const COMING = { pegawai: 'pegawai_baru', selisih: 'selisih_baru' } as const;

/** Makes the temporary tables of coming findings; the answers are what `copyInto` takes. */
export async function createComingFindings(
  transaction: Transaction,
): Promise<Readonly<Record<keyof typeof COMING, string>>> {
  return {
    pegawai: await createComing(transaction, PEGAWAI, COMING.pegawai),
    selisih: await createComing(transaction, SELISIH, COMING.selisih),
  };
}

/** Temporary tables are unknown to the planner until they are looked at. */
export async function analyzeComingFindings(transaction: Transaction): Promise<void> {
  await analyzeComing(transaction, PEGAWAI, COMING.pegawai);
  await analyzeComing(transaction, SELISIH, COMING.selisih);
}

/** Makes the coming findings of an instansi those that hold, with their figures. */
export async function publishFindings(
  transaction: Transaction,
  instansi: number,
  nomor: number,
  figures: Figures,
): Promise<void> {
  await applyComing(transaction, PEGAWAI, COMING.pegawai, { instansi, nomor });
  await applyComing(transaction, SELISIH, COMING.selisih, { instansi, nomor });
  await transaction.query(
    `INSERT INTO findings.angka (instansi_id, nomor, simpeg, bkn, berpasangan, selaras, berselisih, hanya_simpeg, hanya_bkn,
       selisih, sebab, orang_kelas) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      instansi,
      nomor,
      figures.simpeg,
      figures.bkn,
      figures.berpasangan,
      figures.selaras,
      figures.berselisih,
      figures.hanyaSimpeg,
      figures.hanyaBkn,
      figures.selisih,
      JSON.stringify(figures.sebab),
      JSON.stringify(figures.orangKelas),
    ],
  );
}

/** Makes the findings of an instansi again what they were at an earlier publication. */
export async function restoreFindings(
  transaction: Transaction,
  instansi: number,
  nomor: number,
  ke: number,
): Promise<void> {
  await restoreState(transaction, PEGAWAI, ke, { instansi, nomor });
  await restoreState(transaction, SELISIH, ke, { instansi, nomor });
  await transaction.query(
    `INSERT INTO findings.angka (instansi_id, nomor, simpeg, bkn, berpasangan, selaras, berselisih, hanya_simpeg, hanya_bkn,
       selisih, sebab, orang_kelas)
     SELECT instansi_id, $2, simpeg, bkn, berpasangan, selaras, berselisih, hanya_simpeg, hanya_bkn, selisih, sebab, orang_kelas
     FROM findings.angka WHERE instansi_id = $1 AND nomor = $3`,
    [instansi, nomor, ke],
  );
}

/** What publishing the coming findings would change among the differences of an instansi. */
export async function measureDifferences(
  transaction: Transaction,
  instansi: number,
): Promise<{ readonly tertutup: number; readonly baru: number; readonly sesudah: number }> {
  const rows = await transaction.query<{ tertutup: number; baru: number; sesudah: number }>(
    `SELECT count(*) FILTER (WHERE n.orang IS NULL)::integer AS tertutup,
       count(*) FILTER (WHERE o.orang IS NULL)::integer AS baru, count(n.orang)::integer AS sesudah
     FROM (SELECT orang, bidang FROM findings.selisih WHERE instansi_id = $1 AND sampai IS NULL) o
     FULL JOIN (SELECT orang, bidang FROM ${COMING.selisih} WHERE instansi_id = $1) n
       ON n.orang = o.orang AND n.bidang = o.bidang`,
    [instansi],
  );
  return rows[0] ?? { tertutup: 0, baru: 0, sesudah: 0 };
}

/** Figures of one publication, with the publication itself. */
export interface StoredFigures extends Omit<Figures, 'sebab'> {
  readonly instansi: number;
  readonly nomor: number;
  readonly sebab: readonly CauseCount[];
}

const FIGURES = `a.instansi_id AS instansi, a.nomor, a.simpeg, a.bkn, a.berpasangan, a.selaras, a.berselisih,
  a.hanya_simpeg AS "hanyaSimpeg", a.hanya_bkn AS "hanyaBkn", a.selisih, a.orang_kelas AS "orangKelas", a.sebab`;

/** The present figures of every instansi that the scope reaches, or of one. */
export async function listFigures(
  transaction: Transaction,
  instansi: number | undefined,
): Promise<readonly StoredFigures[]> {
  return transaction.query<StoredFigures>(
    `SELECT ${FIGURES} FROM identity.instansi i CROSS JOIN LATERAL (
       SELECT * FROM findings.angka b WHERE b.instansi_id = i.instansi_id ORDER BY b.nomor DESC LIMIT 1) a
     WHERE $1::integer IS NULL OR i.instansi_id = $1 ORDER BY 1`,
    [instansi ?? null],
  );
}

/** Shares of paired people without a difference over the last publications of each instansi, the newest last. */
export async function listTrends(
  transaction: Transaction,
  most: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await transaction.query<{ instansi: number; selaras: number[] }>(
    `SELECT i.instansi_id AS instansi, array_agg(a.bagian ORDER BY a.nomor)::float8[] AS selaras
     FROM identity.instansi i CROSS JOIN LATERAL (
       SELECT nomor, CASE berpasangan WHEN 0 THEN 0 ELSE selaras::float8 / berpasangan END AS bagian
       FROM findings.angka b WHERE b.instansi_id = i.instansi_id AND b.berpasangan > 0 ORDER BY nomor DESC LIMIT $1) a
     GROUP BY 1`,
    [most],
  );
  return new Map(rows.map(({ instansi, selaras }) => [instansi, selaras]));
}

/** A publication that holds now, and how many people it has on either side. */
export interface PresentPublication {
  readonly instansi: number;
  readonly nomor: number;
  readonly pegawai: number;
}

/** The publications that hold now, of every instansi that the scope reaches or of one. */
export async function listPresent(
  transaction: Transaction,
  instansi: number | undefined,
): Promise<readonly PresentPublication[]> {
  return transaction.query(
    `SELECT i.instansi_id AS instansi, a.nomor, a.pegawai FROM identity.instansi i CROSS JOIN LATERAL (
       SELECT nomor, berpasangan + hanya_simpeg + hanya_bkn AS pegawai FROM findings.angka b WHERE b.instansi_id = i.instansi_id ORDER BY nomor DESC LIMIT 1) a
     WHERE $1::integer IS NULL OR i.instansi_id = $1 ORDER BY 1`,
    [instansi ?? null],
  );
}
