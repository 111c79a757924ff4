import type { Transaction } from '#platform';
import type { Place } from './cursor.ts';
import type { Choice } from './lists.ts';
import { readDifferences, readPeople, type StoredDifference, type StoredPerson } from './queries.ts';

/** Rows that somebody chose one by one, by their keys; those of them that the transaction still sees, in the order of lists. */
export async function chooseByKeys(
  transaction: Transaction,
  daftar: 'selisih' | 'pegawai',
  keys: readonly string[],
): Promise<Choice<StoredDifference | StoredPerson>> {
  const parts = keys.map((key) => key.split('-'));
  const column = (at: number): string[] => parts.map((part) => part[at] ?? '');
  const found = { instansi: column(0).map(Number), orang: column(1), bidang: column(2) };
  const rows = await (daftar === 'pegawai' ? readPeople(transaction, found) : readDifferences(transaction, found));
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
