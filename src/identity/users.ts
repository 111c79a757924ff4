import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Transaction } from '#platform';
import type { UserRow } from './contract.ts';
import { grantable } from './grants.ts';
import { instansiOf } from './instansi.ts';
import { setMail } from './outside-identity.ts';
import { hashPassword, makeOneTimePassword } from './password.ts';
import type { Actor, Role } from './roles.ts';
import { dropSecondFactors } from './second-factor.ts';
import { endSessions, HAS_FACTOR, isRole, type SessionOwner, type SignedIn } from './session.ts';

/** A first password ends after a week; one that lets a known user in again after a day. */
const FIRST_PASSWORD_SECONDS = 7 * 86_400;
const RECOVERY_SECONDS = 86_400;

export interface NewUser {
  readonly instansi: number;
  readonly nama: string;
  readonly namaPengguna: string;
  readonly peran: Role;
  readonly orang?: string | undefined;
  readonly surel?: string | undefined;
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
  { instansi, nama, namaPengguna, peran, orang, surel }: NewUser,
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
  if (surel !== undefined) await setMail(transaction, { instansi, penggunaId: added.penggunaId }, surel);
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

/** A user as the rights see one, now; undefined where the account is closed or gone. In the scope of the user's instansi. */
export async function findActor(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
): Promise<Actor | undefined> {
  const [found] = await transaction.query<{ peran: string }>(
    'SELECT peran FROM identity.pengguna WHERE instansi_id = $1 AND pengguna_id = $2 AND aktif',
    [instansi, penggunaId],
  );
  return found && isRole(found.peran) ? { role: found.peran, instansi } : undefined;
}

/** Users that the transaction's scope reaches, of one instansi where one is named. */
export async function listUsers(transaction: Transaction, instansi: number | undefined): Promise<readonly UserRow[]> {
  const rows = await transaction.query<Omit<UserRow, 'terakhirMasuk'> & { readonly terakhirMasuk: Date | null }>(
    `SELECT p.pengguna_id AS "penggunaId", p.nama, p.nama_pengguna AS "namaPengguna", p.peran, p.instansi_id AS instansi,
       p.surel, ${HAS_FACTOR} AS "faktorKedua", p.aktif, p.terakhir_masuk AS "terakhirMasuk"
     FROM identity.pengguna p WHERE p.instansi_id = $1 OR $1 IS NULL ORDER BY p.instansi_id, p.nama, p.pengguna_id`,
    [instansi ?? null],
  );
  return rows.map((row) => ({ ...row, terakhirMasuk: row.terakhirMasuk?.toISOString() ?? null }));
}

/** Refuses a role that the manager may not give in an instansi. */
export async function refuseUngrantable(
  transaction: Transaction,
  pelaku: SignedIn,
  instansi: number,
  peran: Role,
): Promise<void> {
  const { jenis } = await instansiOf(transaction, instansi);
  if (!grantable(pelaku.role, jenis).includes(peran))
    throw new RefusedRequest(403, problem('PERAN_DI_LUAR_HAK', { peran }));
}

/**
 * The user that a manager is about to change, locked until the change is done. Refuses the manager's own account, and users
 * whose role the manager could not give.
 */
async function userToChange(
  transaction: Transaction,
  pelaku: SignedIn,
  { instansi, penggunaId }: SessionOwner,
): Promise<{ readonly peran: Role; readonly aktif: boolean; readonly surel: string | null }> {
  if (penggunaId === pelaku.penggunaId) throw new RefusedRequest(403, problem('PENGGUNA_SENDIRI'));
  const [user] = await transaction.query<{ peran: string; aktif: boolean; surel: string | null }>(
    'SELECT peran, aktif, surel FROM identity.pengguna WHERE instansi_id = $1 AND pengguna_id = $2 FOR UPDATE',
    [instansi, penggunaId],
  );
  if (!user || !isRole(user.peran)) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  await refuseUngrantable(transaction, pelaku, instansi, user.peran);
  return { peran: user.peran, aktif: user.aktif, surel: user.surel };
}

/** Enables, disables, or gives another role or mail address. The user's sessions end, so that nothing of before goes on. */
export async function changeUser(
  transaction: Transaction,
  pelaku: SignedIn,
  owner: SessionOwner,
  change: {
    readonly aktif?: boolean | undefined;
    readonly peran?: Role | undefined;
    readonly surel?: string | null | undefined;
  },
): Promise<void> {
  const before = await userToChange(transaction, pelaku, owner);
  const after = { aktif: change.aktif ?? before.aktif, peran: change.peran ?? before.peran };
  if (after.peran !== before.peran) await refuseUngrantable(transaction, pelaku, owner.instansi, after.peran);
  await transaction.query(
    'UPDATE identity.pengguna SET aktif = $3, peran = $4 WHERE instansi_id = $1 AND pengguna_id = $2',
    [owner.instansi, owner.penggunaId, after.aktif, after.peran],
  );
  const isMailChanged = change.surel !== undefined && change.surel !== before.surel;
  if (isMailChanged) await setMail(transaction, owner, change.surel ?? null);
  await endSessions(transaction, owner);
  await recordEvent(transaction, {
    instansi: owner.instansi,
    pelaku: pelaku.penggunaId,
    tindakan: 'pengguna.ubah',
    sasaran: `pengguna/${owner.penggunaId}`,
    rincian: {
      aktifSebelum: before.aktif,
      aktifSesudah: after.aktif,
      peranSebelum: before.peran,
      peranSesudah: after.peran,
      ...(isMailChanged ? { surelDiubah: true } : {}),
    },
  });
}

/** Lets a user in again who lost the password, and perhaps the phone: a first password, told once. */
export async function recoverUser(
  transaction: Transaction,
  pelaku: SignedIn,
  owner: SessionOwner,
  hapusFaktorKedua: boolean,
): Promise<AddedUser> {
  await userToChange(transaction, pelaku, owner);
  return giveFirstPassword(transaction, pelaku.penggunaId, owner, hapusFaktorKedua);
}

/** `recoverUser` without asking who may: for the command line of whoever holds the database. */
export async function giveFirstPassword(
  transaction: Transaction,
  pelaku: string,
  owner: SessionOwner,
  hapusFaktorKedua: boolean,
): Promise<AddedUser> {
  const sandi = makeOneTimePassword();
  await transaction.query(
    `UPDATE identity.pengguna SET sandi = $3, sandi_sampai = now() + make_interval(secs => $4)
     WHERE instansi_id = $1 AND pengguna_id = $2`,
    [owner.instansi, owner.penggunaId, await hashPassword(sandi), RECOVERY_SECONDS],
  );
  if (hapusFaktorKedua) await dropSecondFactors(transaction, owner);
  await endSessions(transaction, owner);
  await recordEvent(transaction, {
    instansi: owner.instansi,
    pelaku,
    tindakan: 'pengguna.pulihkan',
    sasaran: `pengguna/${owner.penggunaId}`,
    rincian: { hapusFaktorKedua },
  });
  return { penggunaId: owner.penggunaId, sandi };
}

/** Where a login name belongs; undefined where nobody has it. */
export async function findOwner(transaction: Transaction, namaPengguna: string): Promise<SessionOwner | undefined> {
  const [found] = await transaction.query<SessionOwner>(
    'SELECT instansi_id AS instansi, pengguna_id AS "penggunaId" FROM identity.nama_masuk WHERE nama_pengguna = $1',
    [namaPengguna],
  );
  return found;
}

/** Ends all sessions of a user, such as those of a lost laptop. */
export async function expelUser(transaction: Transaction, pelaku: SignedIn, owner: SessionOwner): Promise<void> {
  await userToChange(transaction, pelaku, owner);
  await endSessions(transaction, owner);
  await recordEvent(transaction, {
    instansi: owner.instansi,
    pelaku: pelaku.penggunaId,
    tindakan: 'pengguna.akhiri-sesi',
    sasaran: `pengguna/${owner.penggunaId}`,
  });
}
