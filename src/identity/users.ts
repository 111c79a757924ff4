import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Transaction } from '#platform';
import { hashPassword, makeOneTimePassword } from './password.ts';
import type { Role } from './roles.ts';

/** A first password ends after a week. */
const FIRST_PASSWORD_SECONDS = 7 * 86_400;

export interface NewUser {
  readonly instansi: number;
  readonly nama: string;
  readonly namaPengguna: string;
  readonly peran: Role;
  readonly orang?: string | undefined;
}

export interface AddedUser {
  readonly penggunaId: string;
  /** Shown once; it has to be changed at the first sign-in. */
  readonly sandi: string;
}

/**
 * Adds a user with a first password, in the scope of the user's instansi. Refuses a login name that is taken, without saying
 * where. `sandi` is for sample accounts: it is kept as the user's own.
 */
export async function addUser(
  transaction: Transaction,
  { instansi, nama, namaPengguna, peran, orang }: NewUser,
  pelaku: string,
  sandi?: string,
): Promise<AddedUser> {
  const first = sandi ?? makeOneTimePassword();
  const [added] = await transaction.query<{ penggunaId: string }>(
    `INSERT INTO identity.pengguna (instansi_id, nama, nama_pengguna, peran, orang, sandi, sandi_sampai)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7)) RETURNING pengguna_id AS "penggunaId"`,
    [
      instansi,
      nama,
      namaPengguna,
      peran,
      orang ?? null,
      await hashPassword(first),
      sandi === undefined ? FIRST_PASSWORD_SECONDS : null,
    ],
  );
  if (!added) throw new Error('No user was added');
  const named = await transaction.query(
    'INSERT INTO identity.nama_masuk VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
    [namaPengguna, instansi, added.penggunaId],
  );
  if (named.length === 0) throw new RefusedRequest(409, problem('NAMA_PENGGUNA_DIPAKAI', { nama: namaPengguna }));
  await recordEvent(transaction, {
    instansi,
    pelaku,
    tindakan: 'pengguna.tambah',
    sasaran: `pengguna/${added.penggunaId}`,
    rincian: { peran },
  });
  return { penggunaId: added.penggunaId, sandi: first };
}
