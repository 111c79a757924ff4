import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest } from '#platform';
import { isPassword } from './password.ts';
import { openSession, type Origin, type SessionOwner } from './session.ts';
import { countAttempt, forgive } from './throttle.ts';

/** Where a name that nobody has is looked up, so that it costs what a known one costs; its events stand with the province's. */
const NOBODY: SessionOwner = { instansi: 6400, penggunaId: '00000000-0000-0000-0000-000000000000' };

interface Account {
  readonly sandi: string;
  readonly totp_aktif: boolean;
}

/** A session's token, or the ticket with which the second factor is to be given. */
export type SignInOutcome = { readonly jenis: 'sesi' | 'tiket'; readonly token: string };

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
    const [found] = await transaction.query<SessionOwner>(
      'SELECT instansi_id AS instansi, pengguna_id AS "penggunaId" FROM identity.nama_masuk WHERE nama_pengguna = $1',
      [name],
    );
    return found ?? NOBODY;
  });
  const scope = { lingkup: 'instansi', instansi: owner.instansi } as const;
  const account = await database.withContext(scope, async (transaction) => {
    const [found] = await transaction.query<Account>(
      `SELECT sandi, totp_aktif FROM identity.pengguna
       WHERE instansi_id = $1 AND pengguna_id = $2 AND aktif AND coalesce(sandi_sampai > now(), true)`,
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
  if (account.totp_aktif) {
    const token = await database.withContext(scope, (transaction) => openSession(transaction, owner, origin, 'tiket'));
    return { jenis: 'tiket', token };
  }
  return { jenis: 'sesi', token: await finishSignIn(database, owner, name, origin) };
}

/** Opens the session once everything that is asked for was right. */
export async function finishSignIn(
  database: Database,
  owner: SessionOwner,
  namaPengguna: string,
  origin: Origin,
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
  await database.withContext({ lingkup: 'acuan' }, (transaction) => forgive(transaction, namaPengguna, origin.alamat));
  return token;
}
