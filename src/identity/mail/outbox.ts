import type { Transaction } from '#platform';
import { type Action, reachOf, type Role, ROLES } from '../roles.ts';

/** A mail that waits for a user. It holds counts and dates only. */
export interface NewMail {
  readonly penggunaId: string;
  /** The occasion: there is one mail a user of each. */
  readonly kunci: string;
  readonly judul: string;
  readonly isi: string;
  /** For how many days it says something true enough to be sent. */
  readonly berlakuHari: number;
}

/** Users of the transaction's instansi who may do something there and want to be reminded. */
export async function listReminded(
  transaction: Transaction,
  instansi: number,
  action: Action,
): Promise<readonly string[]> {
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => reachOf(role, action) !== undefined);
  const rows = await transaction.query<{ id: string }>(
    `SELECT pengguna_id AS id FROM identity.pengguna
     WHERE instansi_id = $1 AND peran = ANY ($2) AND aktif AND pengingat ORDER BY 1`,
    [instansi, roles],
  );
  return rows.map(({ id }) => id);
}

/** Puts a mail in the outbox, unless this user had one of this occasion; says whether it did. */
export async function addMail(transaction: Transaction, instansi: number, mail: NewMail): Promise<boolean> {
  const added = await transaction.query(
    `INSERT INTO identity.surel (instansi_id, pengguna_id, kunci, judul, isi, berlaku_sampai)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) ON CONFLICT (instansi_id, pengguna_id, kunci) DO NOTHING RETURNING 1`,
    [instansi, mail.penggunaId, mail.kunci, mail.judul, mail.isi, mail.berlakuHari],
  );
  return added.length > 0;
}
