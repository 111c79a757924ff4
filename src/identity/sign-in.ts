import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest } from '#platform';
import { PROVINCE_INSTANSI } from './contract.ts';
import { isPassword } from './password.ts';
import { useCode } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import {
  HAS_FACTOR,
  HAS_PASSKEY,
  hashToken,
  openSession,
  type Origin,
  scopeOfToken,
  type SessionOwner,
} from './session.ts';
import { countAttempt, forgive } from './throttle.ts';
import { findOwner } from './users.ts';

/** Where a name that nobody has is looked up, so that it costs what a known one costs; its events stand with the province's. */
const NOBODY: SessionOwner = { instansi: PROVINCE_INSTANSI, penggunaId: '00000000-0000-0000-0000-000000000000' };

interface Account {
  readonly sandi: string;
  readonly faktor: boolean;
  readonly kunci: boolean;
}

/** A session's token, or the ticket with which the second factor is to be given: a code, or a passkey where the user has one. */
export type SignInOutcome =
  | { readonly jenis: 'sesi'; readonly token: string }
  | { readonly jenis: 'tiket'; readonly token: string; readonly kunciSandi: boolean };

/**
 * Name and password to a session. An unknown name, a wrong password, a user who was disabled and a first password that ended
 * are refused alike and take alike. Refuses with 429 while this account or address has to wait.
 */
export async function signIn(
  database: Database,
  { namaPengguna, sandi }: { readonly namaPengguna: string; readonly sandi: string },
  origin: Origin,
): Promise<SignInOutcome> {
  const name = namaPengguna.trim().toLowerCase();
  const owner = await database.withContext({ lingkup: 'acuan' }, async (transaction) => {
    const wait = await countAttempt(transaction, name, origin.alamat);
    if (wait > 0) throw new RefusedRequest(429, problem('MASUK_TUNGGU', { detik: wait }), { retryAfter: wait });
    return (await findOwner(transaction, name)) ?? NOBODY;
  });
  const scope = { lingkup: 'instansi', instansi: owner.instansi } as const;
  const account = await database.withContext(scope, async (transaction) => {
    const [found] = await transaction.query<Account>(
      `SELECT p.sandi, ${HAS_FACTOR} AS faktor, ${HAS_PASSKEY} AS kunci FROM identity.pengguna p
       WHERE p.instansi_id = $1 AND p.pengguna_id = $2 AND p.aktif AND coalesce(p.sandi_sampai > now(), true)`,
      [owner.instansi, owner.penggunaId],
    );
    return found;
  });
  const isRight = await isPassword(account?.sandi, sandi);
  if (!account || !isRight) {
    await database.withContext(scope, (transaction) =>
      recordEvent(transaction, {
        instansi: owner.instansi,
        pelaku: owner === NOBODY ? 'tidak-dikenal' : owner.penggunaId,
        tindakan: 'masuk.gagal',
        sasaran: 'sesi',
      }),
    );
    throw new RefusedRequest(401, problem('MASUK_SALAH'));
  }
  if (account.faktor) {
    const token = await database.withContext(scope, (transaction) => openSession(transaction, owner, origin, 'tiket'));
    return { jenis: 'tiket', token, kunciSandi: account.kunci };
  }
  return { jenis: 'sesi', token: await finishSignIn(database, owner, origin, name) };
}

const TICKET_TRIES = 5;

/**
 * The second half of a sign-in: the ticket of the first, with a code of the app or a recovery code. A ticket takes five wrong
 * codes; then the password is asked again, and that counts as a failed sign-in until all is right.
 */
export async function signInWithCode(
  database: Database,
  { tiket, kode }: { readonly tiket: string; readonly kode: string },
  origin: Origin,
  box: SecretBox,
  now = Date.now(),
): Promise<string> {
  const scope = scopeOfToken(tiket);
  if (!scope) throw new RefusedRequest(401, problem('KODE_SALAH'));
  const key = [scope.instansi, hashToken(tiket)];
  const user = await database.withContext(scope, async (transaction) => {
    const [ticket] = await transaction.query<{ penggunaId: string; namaPengguna: string }>(
      `UPDATE identity.sesi s SET gagal = gagal + 1 FROM identity.pengguna p
       WHERE s.instansi_id = $1 AND s.sidik_jari = $2 AND s.jenis = 'tiket' AND s.berakhir_pada > now() AND s.gagal < $3
         AND p.instansi_id = s.instansi_id AND p.pengguna_id = s.pengguna_id AND p.aktif AND ${HAS_FACTOR}
       RETURNING p.pengguna_id AS "penggunaId", p.nama_pengguna AS "namaPengguna"`,
      [...key, TICKET_TRIES],
    );
    if (!ticket) return undefined;
    const owner = { ...ticket, instansi: scope.instansi };
    const used = await useCode(transaction, owner, kode, box, now);
    await recordEvent(transaction, {
      instansi: scope.instansi,
      pelaku: ticket.penggunaId,
      tindakan: used ? 'masuk.faktor-kedua' : 'masuk.kode-salah',
      sasaran: 'sesi',
      ...(used ? { rincian: { cara: used } } : {}),
    });
    if (used) await transaction.query('DELETE FROM identity.sesi WHERE instansi_id = $1 AND sidik_jari = $2', key);
    return used ? owner : undefined;
  });
  if (!user) throw new RefusedRequest(401, problem('KODE_SALAH'));
  return finishSignIn(database, user, origin, user.namaPengguna);
}

/**
 * Opens the session once everything that is asked for was right. `counted` is the login name that the password was counted under;
 * without one nothing was counted, and nothing is taken back.
 */
export async function finishSignIn(
  database: Database,
  owner: SessionOwner,
  origin: Origin,
  counted?: string,
): Promise<string> {
  const token = await database.withContext({ lingkup: 'instansi', instansi: owner.instansi }, async (transaction) => {
    await transaction.query(
      'UPDATE identity.pengguna SET terakhir_masuk = now() WHERE instansi_id = $1 AND pengguna_id = $2',
      [owner.instansi, owner.penggunaId],
    );
    await recordEvent(transaction, {
      instansi: owner.instansi,
      pelaku: owner.penggunaId,
      tindakan: 'masuk',
      sasaran: 'sesi',
    });
    return openSession(transaction, owner, origin, 'sesi');
  });
  if (counted !== undefined)
    await database.withContext({ lingkup: 'acuan' }, (transaction) => forgive(transaction, counted, origin.alamat));
  return token;
}

/** A sign-in for which a provider vouches: it stands in for the password, not for a second factor. Undefined for a closed account. */
export async function signInLinked(
  database: Database,
  owner: SessionOwner,
  origin: Origin,
): Promise<SignInOutcome | undefined> {
  const scope = { lingkup: 'instansi', instansi: owner.instansi } as const;
  const outcome = await database.withContext(scope, async (transaction) => {
    const [account] = await transaction.query<Omit<Account, 'sandi'>>(
      `SELECT ${HAS_FACTOR} AS faktor, ${HAS_PASSKEY} AS kunci FROM identity.pengguna p
       WHERE p.instansi_id = $1 AND p.pengguna_id = $2 AND p.aktif`,
      [owner.instansi, owner.penggunaId],
    );
    await recordEvent(transaction, {
      instansi: owner.instansi,
      pelaku: owner.penggunaId,
      tindakan: account ? 'masuk.penyedia' : 'masuk.gagal',
      sasaran: 'sesi',
      rincian: { cara: 'penyedia' },
    });
    if (account?.faktor !== true) return account;
    const token = await openSession(transaction, owner, origin, 'tiket');
    return { jenis: 'tiket' as const, token, kunciSandi: account.kunci };
  });
  if (outcome === undefined || 'jenis' in outcome) return outcome;
  return { jenis: 'sesi', token: await finishSignIn(database, owner, origin) };
}
