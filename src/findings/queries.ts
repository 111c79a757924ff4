import { type Transaction, UNTIL_NOW } from '#platform';

/** Rows of one page, and one more that tells whether there is another page. */
export const PAGE = 100;

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

/** Keys of rows, beside each other; people have no field. */
export interface Keys {
  readonly instansi: number[];
  readonly orang: string[];
  readonly bidang: string[];
}

const DIFFERENCE = `s.instansi_id AS instansi, s.orang::text AS orang, p.nip, p.jabatan, s.bidang,
  s.nilai_simpeg AS "nilaiSimpeg", s.nilai_bkn AS "nilaiBkn", s.kelas, s.sebab, s.rincian,
  (t.terbit_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS sejak`;

/** The differences with these keys, in the order of lists. */
export async function readDifferences(
  transaction: Transaction,
  { instansi, orang, bidang }: Keys,
): Promise<readonly StoredDifference[]> {
  if (orang.length === 0) return [];
  return transaction.query<StoredDifference>(
    `SELECT ${DIFFERENCE}, p.nama FROM unnest($1::integer[], $2::bigint[], $3::text[]) AS k(instansi_id, orang, bidang)
     JOIN findings.selisih s USING (instansi_id, orang, bidang) JOIN findings.pegawai p USING (instansi_id, orang)
     LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
     WHERE s.hingga = ${UNTIL_NOW} AND p.hingga = ${UNTIL_NOW} ORDER BY p.instansi_id, p.nama, p.orang, s.bidang`,
    [instansi, orang, bidang],
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

const PERSON = `p.instansi_id AS instansi, p.orang::text AS orang, p.nama, p.nip, p.golongan, p.jabatan, p.unit, p.keadaan,
  p.cara, p.dugaan, p.selisih, i.nama AS "namaInstansi"`;

/** The people with these keys, in the order of lists. */
export async function readPeople(
  transaction: Transaction,
  { instansi, orang }: Omit<Keys, 'bidang'>,
): Promise<readonly StoredPerson[]> {
  if (orang.length === 0) return [];
  return transaction.query<StoredPerson>(
    `SELECT ${PERSON} FROM unnest($1::integer[], $2::bigint[]) AS k(instansi_id, orang)
     JOIN findings.pegawai p USING (instansi_id, orang) JOIN identity.instansi i USING (instansi_id)
     WHERE p.hingga = ${UNTIL_NOW} ORDER BY p.instansi_id, p.nama, p.orang`,
    [instansi, orang],
  );
}

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
