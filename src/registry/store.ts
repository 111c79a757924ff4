import {
  analyzeComing,
  applyComing,
  createComing,
  restoreState,
  type Transaction,
  type VersionedTable,
} from '#platform';

/** People of either side; a side of one instansi is replaced at a time. */
export const ORANG: VersionedTable = {
  nama: 'registry.orang',
  kunci: ['sisi', 'orang'],
  isi: ['kunci', 'isi'],
};

export type Sisi = 'simpeg' | 'bkn';

/** Which deliveries a publication shows. */
export interface Publication {
  readonly kirimanSimpeg: string | null;
  readonly kirimanBkn: string | null;
  readonly simpegPer: string | null;
  readonly bknPer: string | null;
  /** Canonical names of the stored values, and those that each side's file carries. */
  readonly susunan: readonly string[];
  readonly bidangSimpeg: readonly string[];
  readonly bidangBkn: readonly string[];
}

/** A publication of an instansi as it stands. */
export interface StoredPublication extends Publication {
  readonly instansi: number;
  readonly nomor: number;
  readonly terbitPada: string;
}

const STAMP = `simpeg_per::text AS "simpegPer", bkn_per::text AS "bknPer",
  to_char(terbit_pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "terbitPada"`;
const COLUMNS = `instansi_id AS instansi, nomor, kiriman_simpeg AS "kirimanSimpeg", kiriman_bkn AS "kirimanBkn", susunan,
  bidang_simpeg AS "bidangSimpeg", bidang_bkn AS "bidangBkn", ${STAMP}`;

/** What of an instansi everybody sees now; undefined before its first publication. */
export async function findPublication(
  transaction: Transaction,
  instansi: number,
): Promise<StoredPublication | undefined> {
  const rows = await transaction.query<StoredPublication>(
    `SELECT ${COLUMNS} FROM registry.terbitan WHERE instansi_id = $1 ORDER BY nomor DESC LIMIT 1`,
    [instansi],
  );
  return rows[0];
}

/** From which data a publication was made. */
export type Stamp = Pick<StoredPublication, 'instansi' | 'simpegPer' | 'bknPer' | 'terbitPada'>;

/** Whence the present publications come, of every instansi that the scope reaches or of one: what every page tells. */
export async function listStamps(transaction: Transaction, instansi: number | undefined): Promise<readonly Stamp[]> {
  return transaction.query<Stamp>(
    `SELECT t.instansi_id AS instansi, ${STAMP} FROM identity.instansi i CROSS JOIN LATERAL (
       SELECT * FROM registry.terbitan t WHERE t.instansi_id = i.instansi_id ORDER BY t.nomor DESC LIMIT 1) t
     WHERE $1::integer IS NULL OR i.instansi_id = $1 ORDER BY 1`,
    [instansi ?? null],
  );
}

/** The newest publication before the present one that shows another delivery of the Simpeg. */
export async function findFormer(
  transaction: Transaction,
  { instansi, kirimanSimpeg }: StoredPublication,
): Promise<StoredPublication | undefined> {
  const rows = await transaction.query<StoredPublication>(
    `SELECT ${COLUMNS} FROM registry.terbitan
     WHERE instansi_id = $1 AND kiriman_simpeg IS NOT NULL AND kiriman_simpeg <> $2 ORDER BY nomor DESC LIMIT 1`,
    [instansi, kirimanSimpeg],
  );
  return rows[0];
}

/** What was shown before the present delivery of the Simpeg was first published; undefined where nothing was. */
export async function findBefore(
  transaction: Transaction,
  { instansi, kirimanSimpeg }: StoredPublication,
): Promise<StoredPublication | undefined> {
  const rows = await transaction.query<StoredPublication>(
    `SELECT ${COLUMNS} FROM registry.terbitan
     WHERE instansi_id = $1 AND kiriman_simpeg IS NOT NULL AND nomor < (
       SELECT min(nomor) FROM registry.terbitan WHERE instansi_id = $1 AND kiriman_simpeg = $2)
     ORDER BY nomor DESC LIMIT 1`,
    [instansi, kirimanSimpeg],
  );
  return rows[0];
}

/** Any number that only this locks: publications of an instansi come one after the other. */
const LOCK = 640_007;

const BKN_LOCK = 0;

/** BKN's delivery changes the publications of all: it waits for those that go on, and they wait for it. */
export async function lockBknPublication(transaction: Transaction, how: 'membaca' | 'menulis'): Promise<void> {
  const lock = how === 'menulis' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await transaction.query(`SELECT ${lock}($1, $2)`, [LOCK, BKN_LOCK]);
}

/** Waits until nobody else publishes for this instansi; held until the end of the transaction. */
export async function lockPublication(transaction: Transaction, instansi: number): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK, instansi]);
}

const DECIDING_LOCK = 640_008;

/**
 * What stands on a publication without changing it: whoever does so waits for others who do, but not for somebody who publishes. False
 * where a publication of the instansi is going on; held until the end of the transaction.
 */
export async function lockForDeciding(transaction: Transaction, instansi: number): Promise<boolean> {
  const [row] = await transaction.query<{ ok: boolean }>('SELECT pg_try_advisory_xact_lock_shared($1, $2) AS ok', [
    LOCK,
    instansi,
  ]);
  if (row?.ok !== true) return false;
  await transaction.query('SELECT pg_advisory_xact_lock($1, $2)', [DECIDING_LOCK, instansi]);
  return true;
}

/** Opens the next publication of an instansi; returns its number. */
export async function openPublication(
  transaction: Transaction,
  instansi: number,
  publication: Publication,
  { oleh, kembaliKe }: { readonly oleh: string; readonly kembaliKe?: number },
): Promise<number> {
  const rows = await transaction.query<{ nomor: number }>(
    `INSERT INTO registry.terbitan (instansi_id, nomor, kiriman_simpeg, kiriman_bkn, simpeg_per, bkn_per, susunan,
       bidang_simpeg, bidang_bkn, oleh, kembali_ke)
     SELECT $1, coalesce(max(nomor), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
     FROM registry.terbitan WHERE instansi_id = $1 RETURNING nomor`,
    [
      instansi,
      publication.kirimanSimpeg,
      publication.kirimanBkn,
      publication.simpegPer,
      publication.bknPer,
      publication.susunan,
      publication.bidangSimpeg,
      publication.bidangBkn,
      oleh,
      kembaliKe ?? null,
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('A publication was not opened');
  return row.nomor;
}

/** Name of the temporary table of coming people. */
export const COMING_PEOPLE = 'orang_baru';

/** Makes the temporary table of coming people; the answer is what `copyInto` takes. */
export async function createComingPeople(transaction: Transaction): Promise<string> {
  return createComing(transaction, ORANG, COMING_PEOPLE);
}

/** Temporary tables are unknown to the planner until they are looked at. */
export async function analyzeComingPeople(transaction: Transaction): Promise<void> {
  await analyzeComing(transaction, ORANG, COMING_PEOPLE);
}

/** Makes the coming people of one side those that hold. */
export async function publishPeople(
  transaction: Transaction,
  instansi: number,
  nomor: number,
  sisi: Sisi,
): Promise<void> {
  const bagian = { kolom: 'sisi', nilai: sisi };
  return applyComing(transaction, ORANG, COMING_PEOPLE, { instansi, nomor, bagian });
}

/** Makes the people of one side again what they were at an earlier publication. */
export async function restorePeople(
  transaction: Transaction,
  instansi: number,
  nomor: number,
  ke: number,
  sisi: Sisi,
): Promise<void> {
  return restoreState(transaction, ORANG, ke, { instansi, nomor, bagian: { kolom: 'sisi', nilai: sisi } });
}

/** What publishing the coming people would change. */
export interface PeopleEffect {
  readonly sekarang: number;
  readonly baru: number;
  readonly hilang: number;
  readonly berubah: number;
  readonly tetap: number;
  readonly sesudah: number;
}

/** Holds the coming people of a side against those that hold now, person by person as the side itself knows them. */
export async function measureEffect(transaction: Transaction, instansi: number, sisi: Sisi): Promise<PeopleEffect> {
  const rows = await transaction.query<PeopleEffect>(
    `SELECT count(o.kunci)::integer AS sekarang, count(*) FILTER (WHERE o.kunci IS NULL)::integer AS baru,
       count(*) FILTER (WHERE n.kunci IS NULL)::integer AS hilang,
       count(*) FILTER (WHERE n.sidik <> o.sidik)::integer AS berubah,
       count(*) FILTER (WHERE n.sidik = o.sidik)::integer AS tetap, count(n.kunci)::integer AS sesudah
     FROM (SELECT kunci, sidik FROM registry.orang WHERE instansi_id = $1 AND sisi = $2 AND sampai IS NULL) o
     FULL JOIN (SELECT kunci, sidik FROM ${COMING_PEOPLE} WHERE instansi_id = $1 AND sisi = $2) n ON n.kunci = o.kunci`,
    [instansi, sisi],
  );
  const [effect] = rows;
  if (!effect) throw new Error('Counting gave nothing');
  return effect;
}

/** People whose value of a field would change, most first; both states must have the same order of values. */
export async function countChangedFields(
  transaction: Transaction,
  instansi: number,
  sisi: Sisi,
  susunan: readonly string[],
): Promise<readonly { readonly bidang: string; readonly orang: number }[]> {
  return transaction.query(
    `SELECT u.bidang, count(*)::integer AS orang
     FROM registry.orang o
     JOIN ${COMING_PEOPLE} n ON n.instansi_id = o.instansi_id AND n.sisi = o.sisi AND n.kunci = o.kunci AND n.sidik <> o.sidik
     CROSS JOIN LATERAL unnest(string_to_array(o.isi, chr(31)), string_to_array(n.isi, chr(31)), $3::text[]) AS u(lama, baru, bidang)
     WHERE o.instansi_id = $1 AND o.sisi = $2 AND o.sampai IS NULL AND u.lama IS DISTINCT FROM u.baru
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    [instansi, sisi, susunan],
  );
}
