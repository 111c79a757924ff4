import { type Transaction, UNTIL_NOW } from '#platform';
import type { Place } from './cursor.ts';
import type { Choice } from './lists.ts';
import { DIFFERENCE, PERSON, type StoredDifference, type StoredPerson } from './queries.ts';

/** Rows that somebody chose one by one, by their keys; those of them that the transaction still sees, in the order of lists. */
export async function chooseByKeys(
  transaction: Transaction,
  daftar: 'selisih' | 'pegawai',
  keys: readonly string[],
): Promise<Choice<StoredDifference | StoredPerson>> {
  const parts = keys.map((key) => key.split('-'));
  const column = (at: number): readonly string[] => parts.map((part) => part[at] ?? '');
  const rows = await (daftar === 'pegawai'
    ? transaction.query<StoredPerson>(
        `SELECT ${PERSON} FROM unnest($1::integer[], $2::bigint[]) AS k(instansi_id, orang)
         JOIN findings.pegawai p USING (instansi_id, orang) JOIN identity.instansi i USING (instansi_id)
         WHERE p.hingga = ${UNTIL_NOW} ORDER BY p.instansi_id, p.nama, p.orang`,
        [column(0), column(1)],
      )
    : transaction.query<StoredDifference>(
        `SELECT ${DIFFERENCE}, p.nama FROM unnest($1::integer[], $2::bigint[], $3::text[]) AS k(instansi_id, orang, bidang)
         JOIN findings.selisih s USING (instansi_id, orang, bidang) JOIN findings.pegawai p USING (instansi_id, orang)
         LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
         WHERE s.hingga = ${UNTIL_NOW} AND p.hingga = ${UNTIL_NOW} ORDER BY p.instansi_id, p.nama, p.orang, s.bidang`,
        [column(0), column(1), column(2)],
      ));
  return {
    jumlah: rows.length,
    page: async (sesudah, most) => {
      const from = sesudah === undefined ? 0 : rows.findIndex((row) => isAt(row, sesudah)) + 1;
      return rows.slice(from, from + most);
    },
  };
}

function isAt(row: StoredDifference | StoredPerson, place: Place): boolean {
  const isPerson = row.instansi === place.instansi && row.orang === place.orang;
  return isPerson && (!('bidang' in row) || row.bidang === place.bidang);
}
