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

/** For how many days a mail that is sent again says something true enough to be sent. */
const AGAIN_DAYS = 3;

/**
 * Puts a mail that was sent, or came to nothing, back among those that wait; undefined where the instansi has no such one, false where it
 * waits already.
 */
export async function sendAgain(
  transaction: Transaction,
  instansi: number,
  surel: string,
): Promise<boolean | undefined> {
  const [found] = await transaction.query<{ menunggu: boolean }>(
    `SELECT keadaan = 'menunggu' AND berlaku_sampai > now() AS menunggu FROM identity.surel
     WHERE instansi_id = $1 AND surel_id = $2 FOR UPDATE`,
    [instansi, surel],
  );
  if (!found || found.menunggu) return found && false;
  await transaction.query(
    `UPDATE identity.surel SET keadaan = 'menunggu', percobaan = 0, coba_pada = now(), sebab = NULL, terkirim_pada = NULL,
       berlaku_sampai = now() + make_interval(days => $3)
     WHERE instansi_id = $1 AND surel_id = $2`,
    [instansi, surel, AGAIN_DAYS],
  );
  return true;
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
