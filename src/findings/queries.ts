import type { Transaction } from '#platform';
import type { Place } from './cursor.ts';
import type { DifferenceFilter } from './figures.ts';

/** Rows of one page, and one more that tells whether there is another page. */
export const PAGE = 100;

/** Percent sign, underscore and backslash stand for themselves. */
const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const isNumber = (text: string): boolean => /^\d{4,18}$/.test(text);

/** A condition on people by what somebody typed: digits are a NIP or an old one, anything else is part of a name. */
function searchCondition(alias: string, cari: string, parameter: number): readonly [sql: string, value: string] {
  return isNumber(cari)
    ? [`(${alias}.nip LIKE $${parameter} OR ${alias}.nip_lama LIKE $${parameter})`, `${cari}%`]
    : [`${alias}.nama ILIKE $${parameter}`, likePattern(cari)];
}

export interface DifferenceQuery extends DifferenceFilter {
  readonly instansi: number | undefined;
  readonly cari?: string | undefined;
  readonly orang?: string | undefined;
  readonly sesudah: Place | undefined;
}

export interface StoredDifference {
  readonly instansi: number;
  readonly orang: string;
  readonly nama: string;
  readonly nip: string;
  readonly jabatan: string;
  readonly bidang: string;
  readonly nilaiSimpeg: string;
  readonly nilaiBkn: string;
  readonly kelas: string;
  readonly sebab: string;
  readonly rincian: string;
  readonly sejak: string | null;
}

/** Collects the values of a statement while its conditions are put together. */
class Conditions {
  readonly values: unknown[] = [];
  readonly sql: string[] = [];

  add(make: (place: string) => string, value: unknown): void {
    this.values.push(value);
    this.sql.push(make(`$${this.values.length}`));
  }

  /** `sql` with `$?` in the place of a value. */
  push(sql: string, value: unknown): void {
    this.add((place) => sql.replaceAll('$?', place), value);
  }

  get all(): string {
    return this.sql.map((each) => ` AND ${each}`).join('');
  }
}

function differenceConditions({ sebab, bidang, kelas, cari, orang }: DifferenceQuery): Conditions {
  const conditions = new Conditions();
  if (sebab !== undefined) conditions.push('s.sebab = $?', sebab);
  if (bidang !== undefined) conditions.push('s.bidang = $?', bidang);
  if (kelas !== undefined) conditions.push('s.kelas = $?', kelas);
  if (orang !== undefined) conditions.push('s.orang = $?::bigint', orang);
  if (cari !== undefined) {
    const [sql, value] = searchCondition('q', cari, conditions.values.length + 1);
    conditions.values.push(value);
    conditions.sql.push(`EXISTS (SELECT FROM findings.pegawai q
      WHERE q.instansi_id = s.instansi_id AND q.orang = s.orang AND q.sampai IS NULL AND ${sql})`);
  }
  return conditions;
}

/** A value of the place where the last page ended, in that instansi; those behind it begin at their beginning. An index reads both. */
const onlyThere = (at: number, beginning: string, value: number): string =>
  `CASE i.instansi_id WHEN $${at + 1}::integer THEN $${at + value} ELSE ${beginning} END`;

/**
 * A page of differences by instansi and name. Instansi after instansi, each from its own index: so that the page costs the same
 * however many there are.
 */
export async function pageDifferences(
  transaction: Transaction,
  query: DifferenceQuery,
): Promise<readonly StoredDifference[]> {
  const conditions = differenceConditions(query);
  const { values } = conditions;
  const { sesudah } = query;
  let after = '';
  if (sesudah) {
    const at = values.length;
    values.push(sesudah.instansi, sesudah.nama, sesudah.orang, sesudah.bidang);
    after = ` AND (s.nama, s.orang, s.bidang) > (${onlyThere(at, "''", 2)}, ${onlyThere(at, '-1', 3)}::bigint, ${onlyThere(at, "''", 4)})`;
  }
  values.push(query.instansi ?? null);
  const own = `$${values.length}::integer`;
  return transaction.query<StoredDifference>(
    `SELECT s.instansi_id AS instansi, s.orang::text AS orang, s.nama, p.nip, p.jabatan, s.bidang,
       s.nilai_simpeg AS "nilaiSimpeg", s.nilai_bkn AS "nilaiBkn", s.kelas, s.sebab, s.rincian,
       (t.terbit_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS sejak
     FROM (
       SELECT s.* FROM identity.instansi i CROSS JOIN LATERAL (
         SELECT s.* FROM findings.selisih s
         WHERE s.instansi_id = i.instansi_id AND s.sampai IS NULL${conditions.all}${after}
         ORDER BY s.nama, s.orang, s.bidang LIMIT ${PAGE + 1}) s
       WHERE (${own} IS NULL OR i.instansi_id = ${own})${sesudah ? ` AND i.instansi_id >= $${values.length - 4}` : ''}
       ORDER BY s.instansi_id, s.nama, s.orang, s.bidang LIMIT ${PAGE + 1}) s
     JOIN findings.pegawai p ON p.instansi_id = s.instansi_id AND p.orang = s.orang AND p.sampai IS NULL
     LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
     ORDER BY s.instansi_id, s.nama, s.orang, s.bidang`,
    values,
  );
}

/** Counting ends here: more rows than this are "more". */
export const MOST_COUNTED = 5_000;

/** Differences and people under a filter that the kept figures do not know. */
export async function countDifferences(
  transaction: Transaction,
  query: DifferenceQuery,
): Promise<{ readonly jumlah: number; readonly orang: number }> {
  const conditions = differenceConditions(query);
  conditions.values.push(query.instansi ?? null);
  const own = `$${conditions.values.length}::integer`;
  const rows = await transaction.query<{ jumlah: number; orang: number }>(
    `SELECT count(*)::integer AS jumlah, count(DISTINCT orang)::integer AS orang FROM (
       SELECT s.orang FROM findings.selisih s
       WHERE s.sampai IS NULL AND (${own} IS NULL OR s.instansi_id = ${own})${conditions.all} LIMIT ${MOST_COUNTED}) s`,
    conditions.values,
  );
  return rows[0] ?? { jumlah: 0, orang: 0 };
}

export interface PersonQuery {
  readonly instansi: number | undefined;
  readonly keadaan?: string | undefined;
  readonly cari?: string | undefined;
  readonly sesudah?: Place | undefined;
}

export interface StoredPerson {
  readonly instansi: number;
  readonly namaInstansi: string;
  readonly orang: string;
  readonly nama: string;
  readonly nip: string;
  readonly golongan: string;
  readonly jabatan: string;
  readonly unit: string;
  readonly keadaan: 'berpasangan' | 'hanya-simpeg' | 'hanya-bkn';
  readonly cara: string;
  readonly dugaan: string;
  readonly selisih: number;
}

const PERSON = `p.instansi_id AS instansi, p.orang::text AS orang, p.nama, p.nip, p.golongan, p.jabatan, p.unit, p.keadaan, p.cara,
  p.dugaan, p.selisih`;

/** A page of people by instansi and name, at most `most` of them. */
export async function pagePeople(
  transaction: Transaction,
  { instansi, keadaan, cari, sesudah }: PersonQuery,
  most: number,
): Promise<readonly StoredPerson[]> {
  const conditions = new Conditions();
  if (keadaan !== undefined) conditions.push('p.keadaan = $?', keadaan);
  if (cari !== undefined) {
    const [sql, value] = searchCondition('p', cari, conditions.values.length + 1);
    conditions.values.push(value);
    conditions.sql.push(sql);
  }
  const { values } = conditions;
  let [after, from] = ['', ''];
  if (sesudah) {
    const at = values.length;
    values.push(sesudah.instansi, sesudah.nama, sesudah.orang);
    after = ` AND (p.nama, p.orang) > (${onlyThere(at, "''", 2)}, ${onlyThere(at, '-1', 3)}::bigint)`;
    from = ` AND i.instansi_id >= $${at + 1}`;
  }
  values.push(instansi ?? null);
  const own = `$${values.length}::integer`;
  return transaction.query<StoredPerson>(
    `SELECT ${PERSON}, i.nama AS "namaInstansi" FROM identity.instansi i CROSS JOIN LATERAL (
       SELECT p.* FROM findings.pegawai p WHERE p.instansi_id = i.instansi_id AND p.sampai IS NULL${conditions.all}${after}
       ORDER BY p.nama, p.orang LIMIT ${most}) p
     WHERE (${own} IS NULL OR i.instansi_id = ${own})${from}
     ORDER BY p.instansi_id, p.nama, p.orang LIMIT ${most}`,
    values,
  );
}

/** People under a filter, counted as far as `MOST_COUNTED`. */
export async function countPeople(transaction: Transaction, { instansi, keadaan, cari }: PersonQuery): Promise<number> {
  const conditions = new Conditions();
  conditions.push('($?::integer IS NULL OR p.instansi_id = $?)', instansi ?? null);
  if (keadaan !== undefined) conditions.push('p.keadaan = $?', keadaan);
  if (cari !== undefined) {
    const [sql, value] = searchCondition('p', cari, conditions.values.length + 1);
    conditions.values.push(value);
    conditions.sql.push(sql);
  }
  const rows = await transaction.query<{ jumlah: number }>(
    `SELECT count(*)::integer AS jumlah FROM (
       SELECT FROM findings.pegawai p WHERE p.sampai IS NULL${conditions.all} LIMIT ${MOST_COUNTED}) p`,
    conditions.values,
  );
  return rows[0]?.jumlah ?? 0;
}

/** One person; undefined where the scope has no such one. */
export async function findPerson(
  transaction: Transaction,
  instansi: number,
  orang: string,
): Promise<StoredPerson | undefined> {
  const rows = await transaction.query<StoredPerson>(
    `SELECT ${PERSON}, i.nama AS "namaInstansi" FROM findings.pegawai p JOIN identity.instansi i USING (instansi_id)
     WHERE p.instansi_id = $1 AND p.orang = $2::bigint AND p.sampai IS NULL`,
    [instansi, orang],
  );
  return rows[0];
}
