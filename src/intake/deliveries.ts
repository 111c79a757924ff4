import { problem } from '#kernel/problem.ts';
import { findJobs, RefusedRequest, type Transaction } from '#platform';
import type { CheckResult } from './check-result.ts';
import type { DeliveryDetail, DeliveryRow } from './contract.ts';
import { type DeliveryEvent, type DeliveryState, stepOf } from './states.ts';

/** A delivery as the database has it. */
export interface StoredDelivery extends DeliveryRow {
  readonly diterimaByte: number;
  readonly alasan: string | null;
  readonly pesan: string | null;
  readonly hasil: CheckResult | null;
  /** Refused, but with a workbench on which a person can map it. */
  readonly dapatDipetakan: boolean;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const ROW = `instansi_id AS instansi, kiriman_id AS kiriman, nama_berkas AS "namaBerkas", besar_byte::float8 AS "besarByte",
  encode(sidik_jari, 'hex') AS "sidikJari", pengirim, to_char(diterima_pada AT TIME ZONE 'UTC', ${ISO}) AS "diterimaPada",
  per::text AS per, to_char(terbit_pada AT TIME ZONE 'UTC', ${ISO}) AS "terbitPada", keadaan,
  CASE WHEN baris_dibaca IS NULL THEN NULL ELSE json_build_object(
    'dibaca', baris_dibaca, 'diterima', baris_diterima, 'dikarantina', baris_dikarantina) END AS baris`;
const WHOLE = `${ROW}, diterima_byte::float8 AS "diterimaByte", alasan, pesan, hasil,
  dapat_dipetakan AND keadaan = 'ditolak' AS "dapatDipetakan"`;

/** The newest deliveries of an instansi; of all where none is named. */
export async function listDeliveries(
  transaction: Transaction,
  instansi: number | undefined,
): Promise<readonly DeliveryRow[]> {
  return transaction.query<DeliveryRow>(
    `SELECT ${ROW} FROM intake.kiriman WHERE $1::integer IS NULL OR instansi_id = $1 ORDER BY diterima_pada DESC LIMIT 200`,
    [instansi ?? null],
  );
}

/** A delivery; undefined where the scope has no such one. */
export async function findDelivery(
  transaction: Transaction,
  instansi: number,
  kiriman: string,
): Promise<StoredDelivery | undefined> {
  const rows = await transaction.query<StoredDelivery>(
    `SELECT ${WHOLE} FROM intake.kiriman WHERE instansi_id = $1 AND kiriman_id = $2`,
    [instansi, kiriman],
  );
  return rows[0];
}

/** As `findDelivery`, locked until the end of the transaction. Refuses with 404. */
export async function takeDelivery(
  transaction: Transaction,
  instansi: number,
  kiriman: string,
): Promise<StoredDelivery> {
  const rows = await transaction.query<StoredDelivery>(
    `SELECT ${WHOLE} FROM intake.kiriman WHERE instansi_id = $1 AND kiriman_id = $2 FOR UPDATE`,
    [instansi, kiriman],
  );
  const [found] = rows;
  if (!found) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return found;
}

/** The delivery with the same bytes, if there is one that counts. */
export async function findSameFile(
  transaction: Transaction,
  instansi: number,
  sidikJari: string,
): Promise<StoredDelivery | undefined> {
  const rows = await transaction.query<StoredDelivery>(
    `SELECT ${WHOLE} FROM intake.kiriman WHERE instansi_id = $1 AND sidik_jari = decode($2, 'hex')
       AND keadaan NOT IN ('mengunggah', 'ditolak', 'dibatalkan')`,
    [instansi, sidikJari],
  );
  return rows[0];
}

/** The delivery that everybody sees now. */
export async function findPublished(transaction: Transaction, instansi: number): Promise<StoredDelivery | undefined> {
  const rows = await transaction.query<StoredDelivery>(
    `SELECT ${WHOLE} FROM intake.kiriman WHERE instansi_id = $1 AND keadaan = 'terbit'`,
    [instansi],
  );
  return rows[0];
}

/** What everybody sees of every instansi that the scope reaches. */
export async function listPublished(transaction: Transaction): Promise<readonly StoredDelivery[]> {
  return transaction.query<StoredDelivery>(
    `SELECT ${WHOLE} FROM intake.kiriman WHERE keadaan = 'terbit' ORDER BY instansi_id`,
  );
}

/** What else changes together with the state. */
export interface DeliveryChange {
  readonly pesan?: string | null;
  readonly alasan?: string | null;
  readonly hasil?: CheckResult;
  readonly terbit?: true;
}

const WORDS: Readonly<Record<DeliveryEvent, string>> = {
  lengkap: 'diselesaikan unggahannya',
  periksa: 'diperiksa',
  lolos: 'dinyatakan lolos',
  tolak: 'ditolak',
  terbitkan: 'diterbitkan',
  terbit: 'diterbitkan',
  urung: 'diurungkan',
  basi: 'diperiksa ulang',
  petakan: 'dipetakan ulang',
  ganti: 'digantikan',
  tarik: 'ditarik kembali',
  kembali: 'dikembalikan',
  batal: 'dibatalkan',
};

/** Moves a delivery on; returns its new state. Refuses with 409 where the event cannot happen in the state that it has. */
export async function moveDelivery(
  transaction: Transaction,
  { instansi, kiriman }: { readonly instansi: number; readonly kiriman: string },
  event: DeliveryEvent,
  change: DeliveryChange = {},
): Promise<DeliveryState> {
  const { keadaan } = await takeDelivery(transaction, instansi, kiriman);
  const next = stepOf(keadaan, event);
  if (!next) throw new RefusedRequest(409, problem('KIRIMAN_KEADAAN', { keadaan, tindakan: WORDS[event] }));
  const { hasil } = change;
  await transaction.query(
    `UPDATE intake.kiriman SET keadaan = $3,
       pesan = CASE WHEN $4 THEN $5 ELSE pesan END, alasan = CASE WHEN $6 THEN $7 ELSE alasan END,
       terbit_pada = CASE WHEN $8 THEN now() ELSE terbit_pada END,
       hasil = coalesce($9::jsonb, hasil), baris_dibaca = coalesce($10, baris_dibaca),
       baris_diterima = coalesce($11, baris_diterima), baris_dikarantina = coalesce($12, baris_dikarantina)
     WHERE instansi_id = $1 AND kiriman_id = $2`,
    [
      instansi,
      kiriman,
      next,
      change.pesan !== undefined,
      change.pesan ?? null,
      change.alasan !== undefined,
      change.alasan ?? null,
      change.terbit === true,
      hasil === undefined ? null : JSON.stringify(hasil),
      hasil?.baris.dibaca ?? null,
      hasil?.baris.diterima ?? null,
      hasil?.baris.dikarantina ?? null,
    ],
  );
  return next;
}

/** From now on a person can map the delivery although nobody could read it. */
export async function markMappable(
  transaction: Transaction,
  { instansi, kiriman }: { readonly instansi: number; readonly kiriman: string },
): Promise<void> {
  await transaction.query(
    'UPDATE intake.kiriman SET dapat_dipetakan = true WHERE instansi_id = $1 AND kiriman_id = $2',
    [instansi, kiriman],
  );
}

/** A delivery as the browser gets it. */
export async function describeDelivery(transaction: Transaction, stored: StoredDelivery): Promise<DeliveryDetail> {
  const jobs = await findJobs(transaction, stored.instansi, [stored.kiriman]);
  const job = jobs.get(stored.kiriman);
  const { hasil, diterimaByte: _, pesan, ...row } = stored;
  return {
    ...row,
    pesan,
    struktur: hasil ? { ...NO_CHANGES, ...hasil.struktur } : null,
    gerbang: [...(hasil?.gerbang ?? [])],
    akibat: hasil?.akibat ?? null,
    selisih: hasil?.selisih ?? null,
    kolomBerubah: [...(hasil?.kolomBerubah ?? [])],
    karantina: [...(hasil?.karantina ?? [])],
    pekerjaan: job ? { ...job, jenis: jenisOf(job.jenis) } : null,
  };
}

/** Checks of earlier versions of the portal did not tell. */
const NO_CHANGES = { versi: null, perubahan: [] } as const;

const JOB_KINDS = ['periksa', 'terbitkan', 'kembalikan'] as const;
const jenisOf = (jenis: string): (typeof JOB_KINDS)[number] => JOB_KINDS.find((known) => known === jenis) ?? 'periksa';
