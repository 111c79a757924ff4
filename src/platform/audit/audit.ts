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

/** The first place at which a chain is not what was written. */
export interface BrokenLink {
  readonly instansi: number;
  readonly nomor: number;
  readonly sebab: 'isi berubah' | 'sambungan putus' | 'nomor hilang' | 'ujung terpotong';
}

/**
 * One pass over the chains that the transaction sees. An event is judged by its own hash, by the hash of the one before and by
 * its number; the end by the head and by every published head. Somebody who can rewrite everything still cannot rewrite the
 * heads that were published elsewhere.
 */
const VERIFY = `
WITH rantai AS (
  SELECT j.instansi_id, j.nomor,
    CASE
      WHEN j.nomor <> row_number() OVER urut THEN 'nomor hilang'
      WHEN j.sebelum <> lag(j.sidik_jari, 1, ''::bytea) OVER urut THEN 'sambungan putus'
      WHEN j.sidik_jari <> platform.sidik_jejak(j) THEN 'isi berubah'
    END AS sebab
  FROM platform.jejak j
  WINDOW urut AS (PARTITION BY j.instansi_id ORDER BY j.nomor)
), ujung AS (
  SELECT k.instansi_id, k.nomor, 'ujung terpotong' AS sebab
  FROM (SELECT instansi_id, nomor, sidik_jari FROM platform.jejak_kepala
        UNION ALL SELECT instansi_id, nomor, sidik_jari FROM platform.jejak_kepala_harian) k
  LEFT JOIN platform.jejak j USING (instansi_id, nomor)
  WHERE k.nomor > 0 AND j.sidik_jari IS DISTINCT FROM k.sidik_jari
  UNION ALL
  SELECT j.instansi_id, max(j.nomor), 'ujung terpotong' FROM platform.jejak j
  LEFT JOIN platform.jejak_kepala k USING (instansi_id)
  GROUP BY j.instansi_id, k.nomor HAVING max(j.nomor) IS DISTINCT FROM k.nomor
)
SELECT DISTINCT ON (instansi_id) instansi_id AS instansi, nomor::float8 AS nomor, sebab
FROM (SELECT * FROM rantai WHERE sebab IS NOT NULL UNION ALL SELECT * FROM ujung) semua
ORDER BY instansi_id, nomor, sebab`;

/** The first broken link of each chain that the transaction's scope reaches; empty when all are whole. */
export async function verifyChains(transaction: Transaction): Promise<readonly BrokenLink[]> {
  return transaction.query<BrokenLink & object>(VERIFY);
}
