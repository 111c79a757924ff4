import type { Transaction } from '../database/database.ts';

/** One thing that somebody did or saw. It never holds the data itself: ids, names of fields and counts. */
export interface AuditEvent {
  /** Whose people it concerns. */
  readonly instansi: number;
  /** The user, or the machine account. */
  readonly pelaku: string;
  /** A word of the closed list of actions. */
  readonly tindakan: string;
  /** What it was done to, such as `kiriman/…`. */
  readonly sasaran: string;
  readonly rincian?: Readonly<Record<string, string | number | boolean>>;
}

/** Adds an event in the transaction of what it records: either both stand or neither. */
export async function recordEvent(transaction: Transaction, event: AuditEvent): Promise<void> {
  await transaction.query(
    'INSERT INTO platform.jejak (instansi_id, pelaku, tindakan, sasaran, rincian) VALUES ($1, $2, $3, $4, $5)',
    [event.instansi, event.pelaku, event.tindakan, event.sasaran, JSON.stringify(event.rincian ?? {})],
  );
}
