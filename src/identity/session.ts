import { createHash, randomBytes } from 'node:crypto';
import type { Database, Scope, Transaction } from '#platform';
import { seesAll } from './grants.ts';
import { type Actor, reachOf, type Role, ROLES } from './roles.ts';

/** Without use a session ends after an hour, and after half a day in any case. */
const IDLE_SECONDS = 3_600;
const LONGEST_SECONDS = 12 * 3_600;
/** Between password and second factor. */
const TICKET_SECONDS = 300;

/** SQL: whether the user `p` has a passkey; a second factor, be it that or an app. */
export const HAS_PASSKEY = `EXISTS (SELECT FROM identity.kunci_sandi k
  WHERE k.instansi_id = p.instansi_id AND k.pengguna_id = p.pengguna_id)`;
export const HAS_FACTOR = `(p.totp_aktif OR ${HAS_PASSKEY})`;

/** What a user has to do before anything else. */
export type Duty = 'ganti-sandi' | 'faktor-kedua';

/** The user of a request. */
export interface SignedIn extends Actor {
  readonly penggunaId: string;
  readonly sesi: string;
  readonly nama: string;
  readonly namaPengguna: string;
  /** Whether there is a second factor, be it an app or a passkey. */
  readonly faktorKedua: boolean;
  /** Whether there is an app on the phone. */
  readonly aplikasiKode: boolean;
  readonly wajib: Duty | null;
  /** The person of the registry that the user is; for the role `pegawai`. */
  readonly orang: string | null;
  /** Whether there is a mail address, and whether reminders are to go there. */
  readonly surel: boolean;
  readonly pengingat: boolean;
}

export interface SessionOwner {
  readonly instansi: number;
  readonly penggunaId: string;
}

export interface Origin {
  readonly alamat: string;
  readonly peramban: string;
}

/**
 * Opens a session, or the ticket for a second factor, and gives its token. The token names its instansi in front, so that it is
 * looked up inside that instansi's own rows; a false name finds nothing. Only its hash is kept.
 */
export async function openSession(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  { alamat, peramban }: Origin,
  jenis: 'sesi' | 'tiket',
): Promise<string> {
  const token = `${instansi}.${randomBytes(32).toString('base64url')}`;
  const seconds = jenis === 'sesi' ? LONGEST_SECONDS : TICKET_SECONDS;
  await transaction.query(
    `INSERT INTO identity.sesi (instansi_id, sidik_jari, pengguna_id, jenis, alamat, peramban, berakhir_pada)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))`,
    [instansi, hashToken(token), penggunaId, jenis, alamat, peramban.slice(0, 200), seconds],
  );
  await transaction.query('DELETE FROM identity.sesi WHERE instansi_id = $1 AND berakhir_pada < now()', [instansi]);
  return token;
}

interface SessionRow {
  readonly sesi: string;
  readonly pengguna: string;
  readonly nama: string;
  readonly nama_pengguna: string;
  readonly peran: string;
  readonly orang: string | null;
  readonly sementara: boolean;
  readonly faktor: boolean;
  readonly totp_aktif: boolean;
  readonly faktor_wajib: boolean;
  readonly basi: boolean;
  readonly bersurel: boolean;
  readonly pengingat: boolean;
}

/**
 * The user of a token; undefined where the session ended, was revoked or never was. Role and state are those of this moment.
 * `isUse`: whether it counts as use, which is what keeps a session alive.
 */
export async function findSession(
  database: Database,
  token: string,
  isFactorRequired: boolean,
  isUse = true,
): Promise<SignedIn | undefined> {
  const scope = scopeOfToken(token);
  if (!scope) return undefined;
  const hash = hashToken(token);
  const row = await database.withContext(scope, async (transaction) => {
    const [found] = await transaction.query<SessionRow>(
      `SELECT s.sesi_id AS sesi, p.pengguna_id AS pengguna, p.nama, p.nama_pengguna, p.peran, p.orang,
         p.sandi_sampai IS NOT NULL AS sementara, ${HAS_FACTOR} AS faktor, p.totp_aktif, p.faktor_wajib,
         p.surel IS NOT NULL AS bersurel, p.pengingat, s.dipakai_pada < now() - interval '1 minute' AS basi
       FROM identity.sesi s JOIN identity.pengguna p USING (instansi_id, pengguna_id)
       WHERE s.instansi_id = $1 AND s.sidik_jari = $2 AND s.jenis = 'sesi' AND p.aktif
         AND s.berakhir_pada > now() AND s.dipakai_pada > now() - make_interval(secs => $3)`,
      [scope.instansi, hash, IDLE_SECONDS],
    );
    if (found?.basi === true && isUse) {
      await transaction.query(
        'UPDATE identity.sesi SET dipakai_pada = now() WHERE instansi_id = $1 AND sidik_jari = $2',
        [scope.instansi, hash],
      );
    }
    return found;
  });
  if (!row || !isRole(row.peran)) return undefined;
  const needsFactor = !row.faktor && (row.faktor_wajib || (isFactorRequired && isPowerful(row.peran)));
  return {
    role: row.peran,
    instansi: scope.instansi,
    penggunaId: row.pengguna,
    sesi: row.sesi,
    nama: row.nama,
    namaPengguna: row.nama_pengguna,
    faktorKedua: row.faktor,
    aplikasiKode: row.totp_aktif,
    wajib: row.sementara ? 'ganti-sandi' : needsFactor ? 'faktor-kedua' : null,
    orang: row.orang,
    surel: row.bersurel,
    pengingat: row.pengingat,
  };
}

/** Ends sessions and tickets of a user at once: all of them, or all but the one that asks. */
export async function endSessions(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  except?: string,
): Promise<void> {
  await transaction.query(
    'DELETE FROM identity.sesi WHERE instansi_id = $1 AND pengguna_id = $2 AND sesi_id IS DISTINCT FROM $3::uuid',
    [instansi, penggunaId, except ?? null],
  );
}

/** Ends one session of a user; says whether there was one. */
export async function endSession(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  sesi: string,
): Promise<boolean> {
  const ended = await transaction.query(
    'DELETE FROM identity.sesi WHERE instansi_id = $1 AND pengguna_id = $2 AND sesi_id = $3 RETURNING 1',
    [instansi, penggunaId, sesi],
  );
  return ended.length > 0;
}

/** Whose second factor a ticket waits for; undefined where it ended. */
export async function findTicket(database: Database, tiket: string): Promise<SessionOwner | undefined> {
  const scope = scopeOfToken(tiket);
  if (!scope) return undefined;
  const [found] = await database.withContext(scope, (transaction) =>
    transaction.query<{ penggunaId: string }>(
      `SELECT pengguna_id AS "penggunaId" FROM identity.sesi
       WHERE instansi_id = $1 AND sidik_jari = $2 AND jenis = 'tiket' AND berakhir_pada > now()`,
      [scope.instansi, hashToken(tiket)],
    ),
  );
  return found && { instansi: scope.instansi, penggunaId: found.penggunaId };
}

/** Uses a ticket up; says whether it was one of this user. */
export async function useTicket(
  transaction: Transaction,
  tiket: string,
  { instansi, penggunaId }: SessionOwner,
): Promise<boolean> {
  const used = await transaction.query(
    `DELETE FROM identity.sesi WHERE instansi_id = $1 AND sidik_jari = $2 AND pengguna_id = $3
       AND jenis = 'tiket' AND berakhir_pada > now() RETURNING 1`,
    [instansi, hashToken(tiket), penggunaId],
  );
  return used.length > 0;
}

/** The instansi in front of a token, as the scope to look it up in. */
export function scopeOfToken(token: string): Extract<Scope, { lingkup: 'instansi' }> | undefined {
  const match = /^([1-9]\d{0,3})\.[\w-]{43}$/.exec(token);
  return match ? { lingkup: 'instansi', instansi: Number(match[1]) } : undefined;
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLES, text);
}

/** Whether a role manages users or sees every instansi: then a password alone is too little. */
export function isPowerful(role: Role): boolean {
  return reachOf(role, 'pengguna.kelola') !== undefined || seesAll(role);
}
