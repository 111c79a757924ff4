import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest, type Transaction } from '#platform';
import { keepChallenge, takeChallenge } from './challenge.ts';
import type { PasskeyAnswer, PasskeyRow, PasskeyProof } from './contract.ts';
import { inOwn, record } from './own-record.ts';
import { hasFactor, renewRecoveryCodes } from './second-factor.ts';
import { endSessions, findTicket, type SessionOwner, type SignedIn, useTicket } from './session.ts';

/** The portal as authenticators know it: a passkey works at the address it was made for, and nowhere else. */
export interface Site {
  /** Such as `https://portal.contoh.go.id`. */
  readonly origin: string;
}

const NAME = 'Portal Kepegawaian Jateng';

const challengeFor = z.discriminatedUnion('untuk', [
  z.object({ untuk: z.literal('pasang'), penggunaId: z.string() }),
  z.object({ untuk: z.literal('masuk') }),
]);

/** What an authenticator needs to make a passkey for a user; those it holds already are named so that it makes no second one. */
export async function preparePasskey(database: Database, user: SignedIn, site: Site): Promise<object> {
  const keys = await inOwn(database, user, (transaction) => credentialsOf(transaction, user));
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: hostOf(site),
    userID: new Uint8Array(Buffer.from(handleOf(user))),
    userName: user.namaPengguna,
    userDisplayName: user.nama,
    attestationType: 'none',
    excludeCredentials: keys,
    // The device names the account and asks its owner (finger, face, PIN): that makes it both factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(database, options.challenge, { untuk: 'pasang', penggunaId: user.penggunaId });
  return options;
}

/**
 * Keeps a new passkey. The user's other sessions end. Where it is the first second factor, recovery codes come with it; they are
 * shown once.
 */
export async function addPasskey(
  database: Database,
  user: SignedIn,
  { nama, jawaban }: { readonly nama: string; readonly jawaban: PasskeyAnswer },
  site: Site,
): Promise<{ readonly kunci: string; readonly kodePemulihan: readonly string[] }> {
  const challenge = challengeOf(jawaban.response.clientDataJSON);
  const kept = await takeChallenge(database, challenge, challengeFor);
  const isOwn = kept?.untuk === 'pasang' && kept.penggunaId === user.penggunaId;
  const verified = isOwn
    ? await verifyRegistrationResponse({ response: jawaban, expectedChallenge: challenge, ...expectedOf(site) }).catch(
        () => undefined,
      )
    : undefined;
  if (verified?.verified !== true) throw new RefusedRequest(400, problem('KUNCI_SANDI_DITOLAK'));
  const { credential } = verified.registrationInfo;
  return inOwn(database, user, async (transaction) => {
    const isFirst = !(await hasFactor(transaction, user));
    const [added] = await transaction.query<{ kunci: string }>(
      `INSERT INTO identity.kunci_sandi (instansi_id, kredensial, pengguna_id, nama, kunci_publik, hitungan, perantara)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING kunci_id AS kunci`,
      [
        user.instansi,
        credential.id,
        user.penggunaId,
        nama,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
      ],
    );
    if (!added) throw new RefusedRequest(409, problem('KUNCI_SANDI_DITOLAK'));
    await transaction.query(
      'UPDATE identity.pengguna SET faktor_wajib = false WHERE instansi_id = $1 AND pengguna_id = $2',
      [user.instansi, user.penggunaId],
    );
    await endSessions(transaction, user, user.sesi);
    await record(transaction, user, 'akun.tambah-kunci-sandi');
    return { kunci: added.kunci, kodePemulihan: isFirst ? await renewRecoveryCodes(transaction, user) : [] };
  });
}

/** The user's passkeys, the oldest first. */
export async function listPasskeys(database: Database, user: SignedIn): Promise<readonly PasskeyRow[]> {
  const rows = await inOwn(database, user, (transaction) =>
    transaction.query<{ kunci: string; nama: string; dibuat: Date; dipakai: Date | null }>(
      `SELECT kunci_id AS kunci, nama, dibuat_pada AS dibuat, dipakai_pada AS dipakai FROM identity.kunci_sandi
       WHERE instansi_id = $1 AND pengguna_id = $2 ORDER BY dibuat_pada, kunci_id`,
      [user.instansi, user.penggunaId],
    ),
  );
  return rows.map(({ kunci, nama, dibuat, dipakai }) => ({
    kunci,
    nama,
    dibuatPada: dibuat.toISOString(),
    dipakaiPada: dipakai?.toISOString() ?? null,
  }));
}

export async function renamePasskey(database: Database, user: SignedIn, kunci: string, nama: string): Promise<void> {
  await inOwn(database, user, async (transaction) => {
    const renamed = await transaction.query(
      `UPDATE identity.kunci_sandi SET nama = $4 WHERE instansi_id = $1 AND pengguna_id = $2 AND kunci_id = $3
       RETURNING 1`,
      [user.instansi, user.penggunaId, kunci, nama],
    );
    if (renamed.length === 0) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
    await record(transaction, user, 'akun.ubah-kunci-sandi');
  });
}

/** Forgets a passkey. Recovery codes go with the last second factor. */
export async function removePasskey(database: Database, user: SignedIn, kunci: string): Promise<void> {
  await inOwn(database, user, async (transaction) => {
    const removed = await transaction.query(
      'DELETE FROM identity.kunci_sandi WHERE instansi_id = $1 AND pengguna_id = $2 AND kunci_id = $3 RETURNING 1',
      [user.instansi, user.penggunaId, kunci],
    );
    if (removed.length === 0) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
    if (!(await hasFactor(transaction, user)))
      await transaction.query('DELETE FROM identity.kode_pemulihan WHERE instansi_id = $1 AND pengguna_id = $2', [
        user.instansi,
        user.penggunaId,
      ]);
    await record(transaction, user, 'akun.hapus-kunci-sandi');
  });
}

/** What an authenticator needs to prove a passkey: any of this portal, or those of the user of a ticket. */
export async function preparePasskeySignIn(database: Database, tiket: string | undefined, site: Site): Promise<object> {
  const owner = tiket === undefined ? undefined : await findTicket(database, tiket);
  const keys = owner
    ? await database.withContext({ lingkup: 'instansi', instansi: owner.instansi }, (transaction) =>
        credentialsOf(transaction, owner),
      )
    : [];
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    allowCredentials: keys,
  });
  await keepChallenge(database, options.challenge, { untuk: 'masuk' });
  return options;
}

/**
 * Whose passkey was proved; refuses with 401 where none was. With a ticket it must be one of the ticket's user, and the ticket is
 * used up.
 */
export async function provePasskey(
  database: Database,
  { tiket, jawaban }: { readonly tiket?: string | undefined; readonly jawaban: PasskeyProof },
  site: Site,
): Promise<SessionOwner & { readonly namaPengguna: string }> {
  const refused = new RefusedRequest(401, problem('KUNCI_SANDI_TAK_DIKENAL'));
  const named = parseHandle(jawaban.response.userHandle);
  const owner = named ?? (tiket === undefined ? undefined : await findTicket(database, tiket));
  const challenge = challengeOf(jawaban.response.clientDataJSON);
  const kept = await takeChallenge(database, challenge, challengeFor);
  if (!owner || kept?.untuk !== 'masuk') throw refused;
  const outcome = await database.withContext({ lingkup: 'instansi', instansi: owner.instansi }, async (transaction) => {
    const key = await keyToProve(transaction, owner, jawaban.id);
    if (!key) return undefined;
    const proof = await verifyAuthenticationResponse({
      response: jawaban,
      expectedChallenge: challenge,
      ...expectedOf(site),
      credential: { id: jawaban.id, publicKey: new Uint8Array(key.kunci), counter: key.hitungan },
    }).catch(() => undefined);
    const isRight = proof?.verified === true && (tiket === undefined || (await useTicket(transaction, tiket, owner)));
    if (isRight)
      await transaction.query(
        `UPDATE identity.kunci_sandi SET hitungan = $3, dipakai_pada = now() WHERE instansi_id = $1 AND kredensial = $2`,
        [owner.instansi, jawaban.id, proof.authenticationInfo.newCounter],
      );
    await recordEvent(transaction, {
      instansi: owner.instansi,
      pelaku: owner.penggunaId,
      tindakan: isRight ? 'masuk.kunci-sandi' : 'masuk.gagal',
      sasaran: 'sesi',
      rincian: { cara: 'kunci-sandi' },
    });
    return isRight ? { ...owner, namaPengguna: key.namaPengguna } : undefined;
  });
  if (!outcome) throw refused;
  return outcome;
}

interface StoredKey {
  readonly kunci: Buffer;
  readonly hitungan: number;
  readonly namaPengguna: string;
}

async function keyToProve(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  kredensial: string,
): Promise<StoredKey | undefined> {
  const [found] = await transaction.query<StoredKey>(
    `SELECT k.kunci_publik AS kunci, k.hitungan::float8 AS hitungan, p.nama_pengguna AS "namaPengguna"
     FROM identity.kunci_sandi k JOIN identity.pengguna p USING (instansi_id, pengguna_id)
     WHERE k.instansi_id = $1 AND k.pengguna_id = $2 AND k.kredensial = $3 AND p.aktif FOR UPDATE OF k`,
    [instansi, penggunaId, kredensial],
  );
  return found;
}

async function credentialsOf(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await transaction.query<{ id: string; transports: string[] }>(
    `SELECT kredensial AS id, perantara AS transports FROM identity.kunci_sandi
     WHERE instansi_id = $1 AND pengguna_id = $2 ORDER BY dibuat_pada`,
    [instansi, penggunaId],
  );
  return [...rows];
}

/** How the device names the account: as a token names its instansi, so that it is looked up within it. */
function handleOf({ instansi, penggunaId }: SessionOwner): string {
  return `${instansi}.${penggunaId}`;
}

function parseHandle(userHandle: string | undefined): SessionOwner | undefined {
  const text = Buffer.from(userHandle ?? '', 'base64url').toString();
  const match = /^([1-9]\d{0,3})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  return match ? { instansi: Number(match[1]), penggunaId: match[2] ?? '' } : undefined;
}

const clientData = z.object({ challenge: z.string() });

function challengeOf(clientDataJson: string): string {
  try {
    return clientData.parse(JSON.parse(Buffer.from(clientDataJson, 'base64url').toString())).challenge;
  } catch {
    throw new RefusedRequest(400, problem('KUNCI_SANDI_DITOLAK'));
  }
}

function expectedOf(site: Site): { expectedOrigin: string; expectedRPID: string; requireUserVerification: true } {
  return { expectedOrigin: site.origin, expectedRPID: hostOf(site), requireUserVerification: true };
}

function hostOf({ origin }: Site): string {
  return new URL(origin).hostname;
}
