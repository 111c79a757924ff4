import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Transaction } from '#platform';

/** What failed sign-ins are counted by. */
export type Counted = 'akun' | 'alamat' | 'akun+alamat';

/** Nobody waits longer. */
const LONGEST_SECONDS = 900;

/**
 * Seconds to wait after so many failures in a day: a few are free, then each doubles it, to a quarter of an hour at most. An
 * address is many people behind one router, so it has more; an account is more than one address only when somebody attacks it.
 */
export function waitAfter(counted: Counted, failures: number): number {
  const free = { 'akun+alamat': 5, akun: 20, alamat: 30 }[counted];
  return failures < free ? 0 : Math.min(2 ** (failures - free), LONGEST_SECONDS);
}

interface Counter {
  readonly kunci: Buffer;
  readonly gagal: number;
  readonly tunggu: number;
  readonly dikenal: boolean;
}

/**
 * Counts a sign-in as failed before its password is looked at, so that many at once do not slip through; `forgive` takes it back.
 * Gives the seconds to wait where it may not be tried yet, else 0. Whether the name exists plays no part. Others cannot shut a
 * user out: the count of the account does not hold where the user signed in from before.
 */
export async function countAttempt(transaction: Transaction, namaPengguna: string, alamat: string): Promise<number> {
  const keys = keysOf(namaPengguna, alamat);
  const sorted = keys.map(({ kunci }) => kunci).toSorted((a, b) => a.compare(b));
  await transaction.query(
    `INSERT INTO identity.percobaan_masuk (kunci, gagal, gagal_pada, boleh_pada)
     SELECT kunci, 0, now(), now() FROM unnest($1::bytea[]) kunci ON CONFLICT DO NOTHING`,
    [sorted],
  );
  const counters = await transaction.query<Counter>(
    `SELECT kunci, CASE WHEN gagal_pada > now() - interval '1 day' THEN gagal ELSE 0 END AS gagal,
       -- A longer wait than any that is given comes of a clock that was set back.
       CASE WHEN boleh_pada < clock_timestamp() + make_interval(secs => ${LONGEST_SECONDS + 60})
         THEN ceil(extract(epoch FROM boleh_pada - clock_timestamp()))::integer ELSE 0 END AS tunggu,
       coalesce(berhasil_pada > now() - interval '90 days', false) AS dikenal
     FROM identity.percobaan_masuk WHERE kunci = ANY($1) ORDER BY kunci FOR UPDATE`,
    [sorted],
  );
  const found = keys.map(({ counted, kunci }) => ({ counted, ...counters.find((each) => each.kunci.equals(kunci)) }));
  const isKnown = found.some(({ counted, dikenal }) => counted === 'akun+alamat' && dikenal === true);
  const holding = found.filter(({ counted }) => counted !== 'akun' || !isKnown);
  const wait = Math.max(0, ...holding.map(({ tunggu }) => tunggu ?? 0));
  if (wait > 0) return wait;
  for (const { counted, kunci, gagal = 0 } of found) {
    await transaction.query(
      `UPDATE identity.percobaan_masuk SET gagal = $2, gagal_pada = now(), boleh_pada = clock_timestamp() + make_interval(secs => $3)
       WHERE kunci = $1`,
      [kunci, gagal + 1, waitAfter(counted, gagal + 1)],
    );
  }
  return 0;
}

/**
 * After a whole sign-in: takes its own count back. What others failed at this account or from this address stays, since who has
 * one account could try others, and who attacks one is not forgiven because its user came by.
 */
export async function forgive(transaction: Transaction, namaPengguna: string, alamat: string): Promise<void> {
  await transaction.query(
    `UPDATE identity.percobaan_masuk
     SET gagal = CASE WHEN kunci = $2 THEN 0 ELSE greatest(gagal - 1, 0) END, boleh_pada = clock_timestamp(),
       berhasil_pada = CASE WHEN kunci = $2 THEN now() ELSE berhasil_pada END
     WHERE kunci = ANY($1)`,
    [
      keysOf(namaPengguna, alamat)
        .map(({ kunci }) => kunci)
        .toSorted((a, b) => a.compare(b)),
      keyOf('akun+alamat', namaPengguna, alamat),
    ],
  );
}

/** Drops what no longer counts; done when the portal starts. */
export async function sweepAttempts(transaction: Transaction): Promise<void> {
  await transaction.query(
    `DELETE FROM identity.percobaan_masuk
     WHERE gagal_pada < now() - interval '1 day' AND coalesce(berhasil_pada < now() - interval '90 days', true)`,
  );
}

function keysOf(namaPengguna: string, alamat: string): readonly { counted: Counted; kunci: Buffer }[] {
  const kinds: readonly Counted[] = ['akun', 'alamat', 'akun+alamat'];
  return kinds.map((counted) => ({ counted, kunci: keyOf(counted, namaPengguna, alamat) }));
}

function keyOf(counted: Counted, namaPengguna: string, alamat: string): Buffer {
  const parts = [counted, counted === 'alamat' ? '' : namaPengguna, counted === 'akun' ? '' : networkOf(alamat)];
  return createHash('sha256').update(parts.join('\n')).digest();
}

/** An IPv6 customer owns a /64, so that is what counts as one address. */
export function networkOf(alamat: string): string {
  if (!isIPv6(alamat) || alamat.includes('.')) return alamat;
  const [head = '', tail] = alamat.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
