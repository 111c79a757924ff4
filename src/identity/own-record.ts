import { type Database, recordEvent, type Transaction } from '#platform';
import type { SignedIn } from './session.ts';

/** Works where a user's own account lies: in their instansi. */
export function inOwn<T>(
  database: Database,
  { instansi }: SignedIn,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database.withContext({ lingkup: 'instansi', instansi }, work);
}

/** Leaves an event about the user's own account. */
export async function record(transaction: Transaction, user: SignedIn, tindakan: string): Promise<void> {
  const { instansi, penggunaId: pelaku } = user;
  await recordEvent(transaction, { instansi, pelaku, tindakan, sasaran: `pengguna/${pelaku}` });
}
