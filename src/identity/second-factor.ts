import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import type { Transaction } from '#platform';
import { randomText } from './password.ts';
import type { SecretBox } from './secret-box.ts';
import { HAS_FACTOR, type SessionOwner } from './session.ts';

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;

/** What an app on the phone needs: the secret, its address, and the address as a QR picture. */
export interface TotpSetup {
  readonly rahasia: string;
  readonly alamat: string;
  readonly gambar: string;
}

export function makeTotp(namaPengguna: string): TotpSetup {
  const totp = totpOf(new Secret({ size: 20 }), namaPengguna);
  const alamat = totp.toString();
  return { rahasia: totp.secret.base32, alamat, gambar: renderSVG(alamat, { ecc: 'M', border: 4 }) };
}

/** Steps ahead of now in which a code may have been used: one aside, and a clock that is put right by some seconds. */
const AHEAD = 2;

/**
 * The time step that a code of six digits belongs to, at the clock `now` (milliseconds) or one step aside; undefined where it is
 * wrong or its step is not after the one that was used last. One that was used far ahead of now was used before the clock was set back.
 */
export function stepOfCode(rahasia: string, kode: string, now: number, usedStep: number): number | undefined {
  const delta = totpOf(Secret.fromBase32(rahasia)).validate({ token: kode, timestamp: now, window: 1 });
  if (delta === null) return undefined;
  const present = Math.floor(now / 1000 / PERIOD_SECONDS);
  const step = present + delta;
  return step > usedStep || usedStep > present + AHEAD ? step : undefined;
}

function totpOf(secret: Secret, label = ''): TOTP {
  return new TOTP({ issuer: 'Portal Kepegawaian Jateng', label, secret, digits: 6, period: PERIOD_SECONDS });
}

/** Whether a code of the app, or one of the recovery codes, is right now; if so it is used up. */
export async function useCode(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  kode: string,
  box: SecretBox,
  now: number,
): Promise<'totp' | 'pemulihan' | undefined> {
  const typed = kode.replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(typed)) {
    const [user] = await transaction.query<{ rahasia: string | null; langkah: number }>(
      `SELECT totp_rahasia AS rahasia, totp_langkah::float8 AS langkah FROM identity.pengguna
       WHERE instansi_id = $1 AND pengguna_id = $2 FOR UPDATE`,
      [instansi, penggunaId],
    );
    const rahasia = user?.rahasia ? box.open(user.rahasia, penggunaId) : undefined;
    const step = user && rahasia ? stepOfCode(rahasia, typed, now, user.langkah) : undefined;
    if (step === undefined) return undefined;
    await transaction.query(
      'UPDATE identity.pengguna SET totp_langkah = $3 WHERE instansi_id = $1 AND pengguna_id = $2',
      [instansi, penggunaId, step],
    );
    return 'totp';
  }
  const used = await transaction.query(
    `UPDATE identity.kode_pemulihan SET dipakai_pada = now()
     WHERE instansi_id = $1 AND pengguna_id = $2 AND sidik_jari = $3 AND dipakai_pada IS NULL RETURNING 1`,
    [instansi, penggunaId, hashCode(typed)],
  );
  return used.length > 0 ? 'pemulihan' : undefined;
}

/** Ten new codes instead of all older ones; they are shown once and kept as hashes. 24 signs are 118 bits, so a plain hash will do. */
export async function renewRecoveryCodes(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 4 }, () => randomText(6)).join('-'));
  await dropRecoveryCodes(transaction, { instansi, penggunaId });
  await transaction.query(
    `INSERT INTO identity.kode_pemulihan (instansi_id, pengguna_id, sidik_jari)
     SELECT $1, $2, unnest($3::bytea[])`,
    [instansi, penggunaId, codes.map((code) => hashCode(code.replaceAll('-', '')))],
  );
  return codes;
}

/** Whether a user has a second factor, be it an app or a passkey. */
export async function hasFactor(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<boolean> {
  const [user] = await transaction.query<{ ada: boolean }>(
    `SELECT ${HAS_FACTOR} AS ada FROM identity.pengguna p WHERE p.instansi_id = $1 AND p.pengguna_id = $2`,
    [instansi, penggunaId],
  );
  return user?.ada === true;
}

/** Takes the app on the phone from a user; recovery codes go with the last second factor. */
export async function dropTotp(transaction: Transaction, owner: SessionOwner): Promise<void> {
  await transaction.query(
    `UPDATE identity.pengguna SET totp_aktif = false, totp_rahasia = NULL, totp_langkah = 0
     WHERE instansi_id = $1 AND pengguna_id = $2`,
    [owner.instansi, owner.penggunaId],
  );
  if (!(await hasFactor(transaction, owner))) await dropRecoveryCodes(transaction, owner);
}

/** Takes every second factor from a user who lost them; where there was one, another has to be set up before going on. */
export async function dropSecondFactors(transaction: Transaction, owner: SessionOwner): Promise<void> {
  const { instansi, penggunaId } = owner;
  if (!(await hasFactor(transaction, owner))) return;
  await transaction.query('DELETE FROM identity.kunci_sandi WHERE instansi_id = $1 AND pengguna_id = $2', [
    instansi,
    penggunaId,
  ]);
  await dropTotp(transaction, owner);
  await transaction.query(
    'UPDATE identity.pengguna SET faktor_wajib = true WHERE instansi_id = $1 AND pengguna_id = $2',
    [instansi, penggunaId],
  );
}

async function dropRecoveryCodes(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<void> {
  await transaction.query('DELETE FROM identity.kode_pemulihan WHERE instansi_id = $1 AND pengguna_id = $2', [
    instansi,
    penggunaId,
  ]);
}

function hashCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
