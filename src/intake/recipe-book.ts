import { problem } from '#kernel/problem.ts';
import type { Recipe, RecipeVersion, Structure } from '#mapping';
import { recordEvent, RefusedRequest, type Transaction } from '#platform';

/** The recipe book of the portal: versions of each instansi, confirmed by a person before they act. */

/** A version as lists show it. */
export interface BookEntry {
  readonly nomor: number;
  readonly dibuatPada: string;
  readonly pembuat: string;
  readonly catatan: string;
  readonly kiriman: string;
  /** Columns that it reads. */
  readonly kolom: number;
  readonly disahkanPada: string | null;
  readonly disahkanOleh: string | null;
  /** Whether it was tried on earlier deliveries. */
  readonly isTried: boolean;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const ENTRY = `nomor, to_char(dibuat_pada AT TIME ZONE 'UTC', ${ISO}) AS "dibuatPada", pembuat, catatan, kiriman_id AS kiriman,
  (SELECT count(*)::integer FROM json_array_elements(pemetaan->'kolom') k WHERE k->>'kanonik' IS NOT NULL) AS kolom,
  to_char(disahkan_pada AT TIME ZONE 'UTC', ${ISO}) AS "disahkanPada", disahkan_oleh AS "disahkanOleh", uji IS NOT NULL AS "isTried"`;

/** All versions of an instansi, the newest first. */
export async function listBook(transaction: Transaction, instansi: number): Promise<readonly BookEntry[]> {
  return transaction.query<BookEntry>(
    `SELECT ${ENTRY} FROM intake.pemetaan WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 200`,
    [instansi],
  );
}

interface VersionRow {
  readonly nomor: number;
  readonly disahkan: string | null;
  readonly oleh: string;
  readonly catatan: string;
  readonly struktur: Structure;
  readonly pemetaan: Recipe;
}

const VERSION = `nomor, to_char(disahkan_pada AT TIME ZONE 'UTC', ${ISO}) AS disahkan, pembuat AS oleh, catatan, struktur, pemetaan`;

const versionOf = (instansi: number, { disahkan, ...row }: VersionRow): RecipeVersion => ({
  instansi: String(instansi),
  disahkan: disahkan ?? '',
  ...row,
});

/** Number of the newest version that acts; 0 for none. */
export async function newestVersion(transaction: Transaction, instansi: number): Promise<number> {
  const [row] = await transaction.query<{ nomor: number }>(
    `SELECT coalesce(max(nomor), 0)::integer AS nomor FROM intake.pemetaan WHERE instansi_id = $1 AND disahkan_pada IS NOT NULL`,
    [instansi],
  );
  return row?.nomor ?? 0;
}

/** The confirmed versions of an instansi up to a number, the oldest first. */
export async function readBook(
  transaction: Transaction,
  instansi: number,
  sampai: number,
): Promise<readonly RecipeVersion[]> {
  if (sampai === 0) return [];
  const rows = await transaction.query<VersionRow>(
    `SELECT ${VERSION} FROM intake.pemetaan
     WHERE instansi_id = $1 AND nomor <= $2 AND disahkan_pada IS NOT NULL ORDER BY nomor`,
    [instansi, sampai],
  );
  return rows.map((row) => versionOf(instansi, row));
}

/** One version, confirmed or not, with the delivery that it was made on. Refuses with 404. */
export async function takeVersion(
  transaction: Transaction,
  instansi: number,
  nomor: number,
): Promise<RecipeVersion & { readonly kiriman: string; readonly isTried: boolean }> {
  const [row] = await transaction.query<VersionRow & { kiriman: string; isTried: boolean }>(
    `SELECT ${VERSION}, kiriman_id AS kiriman, uji IS NOT NULL AS "isTried" FROM intake.pemetaan
     WHERE instansi_id = $1 AND nomor = $2 FOR UPDATE`,
    [instansi, nomor],
  );
  if (!row) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return { ...versionOf(instansi, row), kiriman: row.kiriman, isTried: row.isTried };
}

export interface NewVersion {
  readonly instansi: number;
  readonly kiriman: string;
  readonly oleh: string;
  readonly pembuat: string;
  readonly catatan: string;
  readonly struktur: Structure;
  readonly pemetaan: Recipe;
}

/** Any number that only this locks: versions of an instansi are numbered one after the other. */
const LOCK = 640_011;

/** Adds a version that does not act yet; returns its number. */
export async function addVersion(transaction: Transaction, version: NewVersion): Promise<number> {
  const { instansi, kiriman, oleh, pembuat, catatan, struktur, pemetaan } = version;
  await transaction.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK, instansi]);
  const [row] = await transaction.query<{ nomor: number }>(
    `INSERT INTO intake.pemetaan (instansi_id, nomor, dibuat_oleh, pembuat, catatan, kiriman_id, sidik, struktur, pemetaan)
     SELECT $1, coalesce(max(nomor), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM intake.pemetaan WHERE instansi_id = $1
     RETURNING nomor`,
    [
      instansi,
      oleh,
      pembuat,
      catatan,
      kiriman,
      struktur.sidik_lengkap,
      JSON.stringify(struktur),
      JSON.stringify(pemetaan),
    ],
  );
  if (!row) throw new Error('A version was not added');
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: 'pemetaan.simpan',
    sasaran: `pemetaan/${row.nomor}`,
    rincian: { kiriman },
  });
  return row.nomor;
}

/** Keeps what a trial found; a version that acts was tried before. */
export async function keepTrial(
  transaction: Transaction,
  { instansi, nomor }: { readonly instansi: number; readonly nomor: number },
  uji: unknown,
  oleh: string,
): Promise<void> {
  await transaction.query('UPDATE intake.pemetaan SET uji = $3 WHERE instansi_id = $1 AND nomor = $2', [
    instansi,
    nomor,
    JSON.stringify(uji),
  ]);
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: 'pemetaan.uji',
    sasaran: `pemetaan/${nomor}`,
  });
}

/** From now on the version acts; the event stands in the same transaction. Refuses with 409 where it does already. */
export async function confirmVersion(
  transaction: Transaction,
  { instansi, nomor }: { readonly instansi: number; readonly nomor: number },
  { oleh, nama }: { readonly oleh: string; readonly nama: string },
): Promise<void> {
  const changed = await transaction.query(
    `UPDATE intake.pemetaan SET disahkan_pada = now(), disahkan_oleh = $3
     WHERE instansi_id = $1 AND nomor = $2 AND disahkan_pada IS NULL RETURNING nomor`,
    [instansi, nomor, nama],
  );
  if (changed.length === 0) throw new RefusedRequest(409, problem('PEMETAAN_SUDAH_SAH', { versi: nomor }));
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: 'pemetaan.sahkan',
    sasaran: `pemetaan/${nomor}`,
  });
}
