import { problem } from '#kernel/problem.ts';
import { type Database, RefusedRequest, type Transaction } from '#platform';
import type { Instansi } from './contract.ts';

/** Makes the list of instansi what it is in this version: names may change, codes do not, none is taken away. */
export async function saveInstansi(database: Database, list: readonly Instansi[]): Promise<void> {
  await database.withContext({ lingkup: 'acuan' }, (transaction) =>
    transaction.query(
      `INSERT INTO identity.instansi (instansi_id, nama, jenis)
       SELECT * FROM unnest($1::integer[], $2::text[], $3::text[])
       ON CONFLICT (instansi_id) DO UPDATE SET nama = excluded.nama, jenis = excluded.jenis
         WHERE (instansi.nama, instansi.jenis) IS DISTINCT FROM (excluded.nama, excluded.jenis)`,
      [list.map(({ instansi }) => instansi), list.map(({ nama }) => nama), list.map(({ jenis }) => jenis)],
    ),
  );
}

/** Every instansi, in the order of their codes. */
export async function listInstansi(database: Database): Promise<readonly Instansi[]> {
  return database.withContext({ lingkup: 'acuan' }, (transaction) =>
    transaction.query<Instansi>('SELECT instansi_id AS instansi, nama, jenis FROM identity.instansi ORDER BY 1'),
  );
}

/** One instansi; refuses a code that is none. */
export async function instansiOf(transaction: Transaction, instansi: number): Promise<Instansi> {
  const [found] = await transaction.query<Instansi>(
    'SELECT instansi_id AS instansi, nama, jenis FROM identity.instansi WHERE instansi_id = $1',
    [instansi],
  );
  if (!found) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return found;
}
