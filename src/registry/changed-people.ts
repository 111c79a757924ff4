import type { Transaction } from '#platform';
import { COMING_PEOPLE, type Sisi } from './store.ts';

/** A person whom a coming delivery changes: as stored now, and as it would be. */
export interface ChangedPerson {
  readonly jenis: 'baru' | 'hilang' | 'berubah';
  readonly lama: string | null;
  readonly baru: string | null;
}

/** The first people of each kind whom the coming ones of a side add, take away or change. */
export async function listChangedPeople(
  transaction: Transaction,
  instansi: number,
  sisi: Sisi,
  most: number,
): Promise<readonly ChangedPerson[]> {
  return transaction.query<ChangedPerson>(
    `SELECT jenis, lama, baru FROM (
       SELECT p.*, row_number() OVER (PARTITION BY jenis ORDER BY kunci) AS urut FROM (
         SELECT CASE WHEN o.kunci IS NULL THEN 'baru' WHEN n.kunci IS NULL THEN 'hilang' ELSE 'berubah' END AS jenis,
           coalesce(n.kunci, o.kunci) AS kunci, o.isi AS lama, n.isi AS baru
         FROM (SELECT kunci, sidik, isi FROM registry.orang WHERE instansi_id = $1 AND sisi = $2 AND sampai IS NULL) o
         FULL JOIN (SELECT kunci, sidik, isi FROM ${COMING_PEOPLE} WHERE instansi_id = $1 AND sisi = $2) n ON n.kunci = o.kunci
         WHERE o.sidik IS DISTINCT FROM n.sidik) p) p
     WHERE urut <= $3 ORDER BY jenis, urut`,
    [instansi, sisi, most],
  );
}
