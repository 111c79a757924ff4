import { WIB } from '#kernel/wib.ts';
import type { Database, Transaction } from '../database/database.ts';

/** The day in Jawa Tengah, whatever zone the server is set to. */
const TODAY = `(now() AT TIME ZONE '${WIB}')::date`;

/** Keeps today's head of an instansi's chain; asked again on the same day it changes nothing. */
export async function publishHead(transaction: Transaction): Promise<void> {
  await transaction.query(
    `INSERT INTO platform.jejak_kepala_harian (instansi_id, tanggal, nomor, sidik_jari)
     SELECT instansi_id, ${TODAY}, nomor, sidik_jari FROM platform.jejak_kepala ON CONFLICT DO NOTHING`,
  );
}

/** A chain's newest event as it was when a day began. */
export interface DailyHead {
  readonly instansi: number;
  /** `yyyy-mm-dd` */
  readonly tanggal: string;
  readonly nomor: number;
  /** SHA-256, hexadecimal. */
  readonly sidikJari: string;
}

const DAYS_SHOWN = 62;

/** Kept heads of the last two months that the transaction's scope reaches, of one instansi where one is named; newest first. */
export async function listHeads(transaction: Transaction, instansi: number | undefined): Promise<readonly DailyHead[]> {
  return transaction.query<DailyHead & object>(
    `SELECT instansi_id AS instansi, tanggal::text AS tanggal, nomor::float8 AS nomor, encode(sidik_jari, 'hex') AS "sidikJari"
     FROM platform.jejak_kepala_harian
     WHERE tanggal > ${TODAY} - ${DAYS_SHOWN} AND ($1::integer IS NULL OR instansi_id = $1)
     ORDER BY tanggal DESC, instansi_id`,
    [instansi ?? null],
  );
}

const HOUR = 3_600_000;

/** Keeps the heads of these instansi now and once an hour, so that a day has its head soon after midnight; gives how to end it. */
export function keepDailyHeads(
  database: Database,
  instansi: readonly number[],
  onFault: (error: unknown) => void,
): () => void {
  const keep = (): void => {
    void database
      .withContexts(async (transaction) => {
        for (const each of instansi) {
          await transaction.enter({ lingkup: 'instansi', instansi: each });
          await publishHead(transaction);
        }
      })
      .catch(onFault);
  };
  keep();
  const timer = setInterval(keep, HOUR);
  return () => clearInterval(timer);
}
