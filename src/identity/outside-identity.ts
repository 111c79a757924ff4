import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest, type Transaction } from '#platform';
import { hashText } from './challenge.ts';
import type { SessionOwner } from './session.ts';

/** Who a provider says that somebody is. `surel` only where the provider checked that it is theirs. */
export interface OutsideIdentity {
  readonly penerbit: string;
  readonly subjek: string;
  readonly surel: string | undefined;
}

/**
 * Writes down a user's official mail address, or takes it away; whatever subject was linked by the former one is forgotten. Refuses
 * an address that another user has, without saying whose.
 */
export async function setMail(transaction: Transaction, owner: SessionOwner, surel: string | null): Promise<void> {
  const { instansi, penggunaId } = owner;
  await unlink(transaction, owner);
  await transaction.query('UPDATE identity.pengguna SET surel = $3 WHERE instansi_id = $1 AND pengguna_id = $2', [
    instansi,
    penggunaId,
    surel,
  ]);
  if (surel === null) return;
  if (!(await link(transaction, owner, 'surel', hashMail(surel))))
    throw new RefusedRequest(409, problem('SUREL_DIPAKAI'));
}

/**
 * The user whom a provider's identity belongs to; undefined where nobody is. The subject decides. Whoever comes for the first time
 * is found by the checked mail address, and the subject is linked: a second subject with the same address finds nobody.
 */
export async function findLinkedUser(database: Database, identity: OutsideIdentity): Promise<SessionOwner | undefined> {
  const subject = hashSubject(identity);
  const known = await ownerOf(database, subject);
  if (known) return known;
  const named = identity.surel === undefined ? undefined : await ownerOf(database, hashMail(identity.surel));
  if (!named) return undefined;
  return database.withContext({ lingkup: 'instansi', instansi: named.instansi }, async (transaction) => {
    if (!(await isActive(transaction, named)) || !(await link(transaction, named, 'subjek', subject))) return undefined;
    await recordLink(transaction, named);
    return named;
  });
}

/** Links the identity to a user who asked for it; says whether it could be: it may be somebody else's, or the user have another. */
export async function linkOwn(database: Database, owner: SessionOwner, identity: OutsideIdentity): Promise<boolean> {
  return database.withContext({ lingkup: 'instansi', instansi: owner.instansi }, async (transaction) => {
    if (!(await isActive(transaction, owner)) || !(await link(transaction, owner, 'subjek', hashSubject(identity))))
      return false;
    await recordLink(transaction, owner);
    return true;
  });
}

/** Whether an identity of the provider leads to this user. */
export async function isLinked(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<boolean> {
  const found = await transaction.query(
    "SELECT 1 FROM identity.identitas_luar WHERE instansi_id = $1 AND pengguna_id = $2 AND jenis = 'subjek'",
    [instansi, penggunaId],
  );
  return found.length > 0;
}

/** Takes every way through the provider away; the mail address would otherwise link the same identity again. */
export async function unlink(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<void> {
  await transaction.query('DELETE FROM identity.identitas_luar WHERE instansi_id = $1 AND pengguna_id = $2', [
    instansi,
    penggunaId,
  ]);
}

async function recordLink(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<void> {
  await recordEvent(transaction, {
    instansi,
    pelaku: penggunaId,
    tindakan: 'akun.tautkan-penyedia',
    sasaran: `pengguna/${penggunaId}`,
  });
}

/** Links a hash to a user, who may have one of each kind; says whether it could be. */
async function link(
  transaction: Transaction,
  { instansi, penggunaId }: SessionOwner,
  jenis: 'surel' | 'subjek',
  hash: Buffer,
): Promise<boolean> {
  const linked = await transaction.query(
    'INSERT INTO identity.identitas_luar VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1',
    [hash, jenis, instansi, penggunaId],
  );
  return linked.length > 0;
}

async function ownerOf(database: Database, hash: Buffer): Promise<SessionOwner | undefined> {
  const [found] = await database.withContext({ lingkup: 'acuan' }, (transaction) =>
    transaction.query<SessionOwner>(
      'SELECT instansi_id AS instansi, pengguna_id AS "penggunaId" FROM identity.identitas_luar WHERE sidik_jari = $1',
      [hash],
    ),
  );
  return found;
}

async function isActive(transaction: Transaction, { instansi, penggunaId }: SessionOwner): Promise<boolean> {
  const found = await transaction.query(
    'SELECT 1 FROM identity.pengguna WHERE instansi_id = $1 AND pengguna_id = $2 AND aktif',
    [instansi, penggunaId],
  );
  return found.length > 0;
}

function hashMail(surel: string): Buffer {
  return hashText(`surel\n${surel.toLowerCase()}`);
}

function hashSubject({ penerbit, subjek }: OutsideIdentity): Buffer {
  return hashText(`subjek\n${penerbit}\n${subjek}`);
}
