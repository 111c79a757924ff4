import { problem } from '#kernel/problem.ts';
import { type Database, RefusedRequest } from '#platform';
import type { SessionList } from './contract.ts';
import { inOwn, record } from './own-record.ts';
import { hashPassword, isPassword, judgePassword } from './password.ts';
import { dropTotp, hasFactor, makeTotp, renewRecoveryCodes, type TotpSetup, useCode } from './second-factor.ts';
import type { SecretBox } from './secret-box.ts';
import { endSession, endSessions, type SignedIn } from './session.ts';
import { countAttempt, forgive } from './throttle.ts';

/** What users do with their own account. Whatever could lock its owner out asks for the password again. */

/** Refuses a wrong password; failures count as failed sign-ins do. */
export async function confirmPassword(
  database: Database,
  user: SignedIn,
  sandi: string,
  alamat: string,
): Promise<void> {
  const wait = await database.withContext({ lingkup: 'acuan' }, (transaction) =>
    countAttempt(transaction, user.namaPengguna, alamat),
  );
  if (wait > 0) throw new RefusedRequest(429, problem('MASUK_TUNGGU', { detik: wait }), { retryAfter: wait });
  const [kept] = await inOwn(database, user, (transaction) =>
    transaction.query<{ sandi: string }>(
      'SELECT sandi FROM identity.pengguna WHERE instansi_id = $1 AND pengguna_id = $2',
      [user.instansi, user.penggunaId],
    ),
  );
  if (!(await isPassword(kept?.sandi, sandi))) throw new RefusedRequest(403, problem('SANDI_LAMA_SALAH'));
  await database.withContext({ lingkup: 'acuan' }, (transaction) => forgive(transaction, user.namaPengguna, alamat));
}

/** A new password; the user's other sessions end. */
export async function changePassword(
  database: Database,
  user: SignedIn,
  { sandiLama, sandiBaru }: { readonly sandiLama: string; readonly sandiBaru: string },
  alamat: string,
): Promise<void> {
  await confirmPassword(database, user, sandiLama, alamat);
  const weakness = sandiBaru === sandiLama ? 'sama dengan yang lama' : judgePassword(sandiBaru, user.namaPengguna);
  if (weakness !== undefined) throw new RefusedRequest(400, problem('SANDI_LEMAH', { sebab: weakness }));
  const sandi = await hashPassword(sandiBaru);
  await inOwn(database, user, async (transaction) => {
    await transaction.query(
      'UPDATE identity.pengguna SET sandi = $3, sandi_sampai = NULL WHERE instansi_id = $1 AND pengguna_id = $2',
      [user.instansi, user.penggunaId, sandi],
    );
    await endSessions(transaction, user, user.sesi);
    await record(transaction, user, 'akun.ganti-sandi');
  });
}

/** A secret for the app on the phone; it counts once a code of it was right. */
export async function prepareSecondFactor(database: Database, user: SignedIn, box: SecretBox): Promise<TotpSetup> {
  const setup = makeTotp(user.namaPengguna);
  await inOwn(database, user, async (transaction) => {
    const prepared = await transaction.query(
      `UPDATE identity.pengguna SET totp_rahasia = $3, totp_langkah = 0
       WHERE instansi_id = $1 AND pengguna_id = $2 AND NOT totp_aktif RETURNING 1`,
      [user.instansi, user.penggunaId, box.seal(setup.rahasia, user.penggunaId)],
    );
    if (prepared.length === 0) throw new RefusedRequest(409, problem('FAKTOR_KEDUA_ADA'));
  });
  return setup;
}

/** Puts the second factor in force and gives recovery codes where it is the first; the user's other sessions end. */
export async function activateSecondFactor(
  database: Database,
  user: SignedIn,
  kode: string,
  box: SecretBox,
  now = Date.now(),
): Promise<readonly string[]> {
  return inOwn(database, user, async (transaction) => {
    const [state] = await transaction.query<{ aktif: boolean; siap: boolean }>(
      `SELECT totp_aktif AS aktif, totp_rahasia IS NOT NULL AS siap FROM identity.pengguna
       WHERE instansi_id = $1 AND pengguna_id = $2 FOR UPDATE`,
      [user.instansi, user.penggunaId],
    );
    if (state?.aktif === true) throw new RefusedRequest(409, problem('FAKTOR_KEDUA_ADA'));
    if (state?.siap !== true) throw new RefusedRequest(409, problem('FAKTOR_KEDUA_BELUM'));
    if ((await useCode(transaction, user, kode, box, now)) !== 'totp')
      throw new RefusedRequest(400, problem('KODE_SALAH'));
    const isFirst = !(await hasFactor(transaction, user));
    await transaction.query(
      'UPDATE identity.pengguna SET totp_aktif = true, faktor_wajib = false WHERE instansi_id = $1 AND pengguna_id = $2',
      [user.instansi, user.penggunaId],
    );
    await endSessions(transaction, user, user.sesi);
    await record(transaction, user, 'akun.pasang-faktor-kedua');
    return isFirst ? renewRecoveryCodes(transaction, user) : [];
  });
}

/** Takes the app on the phone away; whose role needs a second factor has to set up another before going on. */
export async function removeSecondFactor(database: Database, user: SignedIn): Promise<void> {
  await inOwn(database, user, async (transaction) => {
    await dropTotp(transaction, user);
    await record(transaction, user, 'akun.lepas-faktor-kedua');
  });
}

/** New recovery codes instead of the old ones. */
export async function renewOwnRecoveryCodes(database: Database, user: SignedIn): Promise<readonly string[]> {
  if (!user.faktorKedua) throw new RefusedRequest(409, problem('FAKTOR_KEDUA_BELUM'));
  return inOwn(database, user, async (transaction) => {
    await record(transaction, user, 'akun.kode-pemulihan-baru');
    return renewRecoveryCodes(transaction, user);
  });
}

/** Where the user is signed in, the newest use first. */
export async function listSessions(database: Database, user: SignedIn): Promise<SessionList> {
  const rows = await inOwn(database, user, (transaction) =>
    transaction.query<{ sesi: string; peramban: string; masuk: Date; terakhir: Date }>(
      `SELECT sesi_id AS sesi, peramban, dibuat_pada AS masuk, dipakai_pada AS terakhir FROM identity.sesi
       WHERE instansi_id = $1 AND pengguna_id = $2 AND jenis = 'sesi' AND berakhir_pada > now()
       ORDER BY dipakai_pada DESC, sesi_id`,
      [user.instansi, user.penggunaId],
    ),
  );
  return {
    sesi: rows.map(({ sesi, peramban, masuk, terakhir }) => ({
      sesi,
      peramban,
      masukPada: masuk.toISOString(),
      terakhirPada: terakhir.toISOString(),
      sesiIni: sesi === user.sesi,
    })),
  };
}

/** Ends one of the user's own sessions. */
export async function endOwnSession(database: Database, user: SignedIn, sesi: string): Promise<void> {
  await inOwn(database, user, async (transaction) => {
    if (!(await endSession(transaction, user, sesi))) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
    await record(transaction, user, 'akun.akhiri-sesi');
  });
}
