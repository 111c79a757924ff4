import { type Transaction, UNTIL_NOW } from '#platform';
import type { Place } from './cursor.ts';
import type { DifferenceFilter } from './figures.ts';

/** Rows of one page, and one more that tells whether there is another page. */
export const PAGE = 100;

export interface DifferenceQuery extends DifferenceFilter {
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
export class Conditions {
  readonly values: unknown[] = [];
  readonly sql: string[] = [];

  /** `sql` with `$?` in the place of a value. */
  push(sql: string, value: unknown): void {
    this.values.push(value);
    this.sql.push(sql.replaceAll('$?', `$${this.values.length}`));
  }

  get all(): string {
    return this.sql.map((each) => ` AND ${each}`).join('');
  }
}

export function differenceConditions({ sebab, bidang, kelas }: DifferenceFilter): Conditions {
  const conditions = new Conditions();
  if (sebab !== undefined) conditions.push('s.sebab = $?', sebab);
  if (bidang !== undefined) conditions.push('s.bidang = $?', bidang);
  if (kelas !== undefined) conditions.push('s.kelas = $?', kelas);
  return conditions;
}

export const DIFFERENCE = `s.instansi_id AS instansi, s.orang::text AS orang, p.nip, p.jabatan, s.bidang,
  s.nilai_simpeg AS "nilaiSimpeg", s.nilai_bkn AS "nilaiBkn", s.kelas, s.sebab, s.rincian,
  (t.terbit_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS sejak`;

/** Differences of some causes of an instansi from a place on, by name. */
export async function pageCauses(
  transaction: Transaction,
  instansi: number,
  causes: readonly string[],
  place: Place | undefined,
  limit: number,
): Promise<readonly StoredDifference[]> {
  const after = place ? 'AND (nama, orang, bidang) > ($3, $4::bigint, $5)' : '';
  return transaction.query<StoredDifference>(
    `SELECT ${DIFFERENCE}, s.nama
     FROM (SELECT * FROM findings.selisih WHERE instansi_id = $1 AND sampai IS NULL AND sebab = ANY ($2) ${after}
           ORDER BY nama, orang, bidang LIMIT ${limit}) s
     JOIN findings.pegawai p ON p.instansi_id = s.instansi_id AND p.orang = s.orang AND p.hingga = ${UNTIL_NOW}
     LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
     ORDER BY s.nama, s.orang, s.bidang`,
    place ? [instansi, causes, place.nama, place.orang, place.bidang] : [instansi, causes],
  );
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

export const PERSON = `p.instansi_id AS instansi, p.orang::text AS orang, p.nama, p.nip, p.golongan, p.jabatan, p.unit, p.keadaan,
  p.cara, p.dugaan, p.selisih, i.nama AS "namaInstansi"`;

/** One person; undefined where the scope has no such one. */
export async function findPerson(
  transaction: Transaction,
  instansi: number,
  orang: string,
): Promise<StoredPerson | undefined> {
  const rows = await transaction.query<StoredPerson>(
    `SELECT ${PERSON} FROM findings.pegawai p JOIN identity.instansi i USING (instansi_id)
     WHERE p.instansi_id = $1 AND p.orang = $2::bigint AND p.hingga = ${UNTIL_NOW}`,
    [instansi, orang],
  );
  return rows[0];
}

/** Somebody of an instansi whose record has something to look at: a pair with a few differences, the first by name. */
export async function findExample(transaction: Transaction, instansi: number): Promise<StoredPerson | undefined> {
  const rows = await transaction.query<StoredPerson>(
    `SELECT ${PERSON} FROM findings.pegawai p JOIN identity.instansi i USING (instansi_id)
     WHERE p.instansi_id = $1 AND p.sampai IS NULL AND p.keadaan = 'berpasangan'
     ORDER BY p.selisih BETWEEN 2 AND 4 DESC, p.nama, p.orang LIMIT 1`,
    [instansi],
  );
  return rows[0];
}
