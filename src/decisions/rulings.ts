import type { Transaction } from '#platform';
import type { Choice } from './life.ts';

/** A decision as it is stored: what one person decided about some cases at once. */
export interface StoredRuling {
  readonly instansi: number;
  readonly keputusan: string;
  readonly pilihan: Choice;
  readonly nilai: string | null;
  readonly tunda: string | null;
  readonly catatan: string;
  readonly saringan: Readonly<Record<string, string>>;
  readonly perkara: number;
  readonly orang: number;
  readonly keadaan: 'menunggu' | 'berlaku' | 'ditolak' | 'diurungkan';
  readonly oleh: string;
  readonly pada: string;
  /** Who approved or refused it, and who took it back. */
  readonly disahkanOleh: string | null;
  readonly diurungkanOleh: string | null;
}

const RULING = `instansi_id AS instansi, keputusan, pilihan, nilai, tunda::text AS tunda, catatan, saringan, perkara, orang, keadaan, oleh,
  to_char(pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS pada, disahkan_oleh AS "disahkanOleh",
  diurungkan_oleh AS "diurungkanOleh"`;

export async function findRuling(
  transaction: Transaction,
  instansi: number,
  keputusan: string,
): Promise<StoredRuling | undefined> {
  const rows = await transaction.query<StoredRuling>(
    `SELECT ${RULING} FROM decisions.keputusan WHERE instansi_id = $1 AND keputusan = $2`,
    [instansi, keputusan],
  );
  return rows[0];
}

/** Decisions of an instansi, or of all that the scope reaches, the newest first. */
export async function listRulings(
  transaction: Transaction,
  { instansi, keadaan, most }: { instansi?: number | undefined; keadaan?: string | undefined; most: number },
): Promise<readonly StoredRuling[]> {
  return transaction.query<StoredRuling>(
    `SELECT ${RULING} FROM decisions.keputusan
     WHERE ($1::integer IS NULL OR instansi_id = $1) AND ($2::text IS NULL OR keadaan = $2)
     ORDER BY pada DESC, keputusan LIMIT ${most}`,
    [instansi ?? null, keadaan ?? null],
  );
}

export interface NewRuling {
  readonly instansi: number;
  readonly ruling: {
    readonly keputusan: string;
    readonly pilihan: Choice;
    readonly nilai?: string;
    readonly tunda?: string;
  };
  readonly catatan: string;
  readonly saringan: Readonly<Record<string, string>>;
  readonly perkara: number;
  readonly orang: number;
  readonly keadaan: 'menunggu' | 'berlaku';
  readonly oleh: string;
}

export async function addRuling(transaction: Transaction, { instansi, ruling, ...rest }: NewRuling): Promise<void> {
  await transaction.query(
    `INSERT INTO decisions.keputusan (instansi_id, keputusan, pilihan, nilai, tunda, catatan, saringan, perkara, orang, keadaan, oleh)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      instansi,
      ruling.keputusan,
      ruling.pilihan,
      ruling.nilai ?? null,
      ruling.tunda ?? null,
      rest.catatan,
      JSON.stringify(rest.saringan),
      rest.perkara,
      rest.orang,
      rest.keadaan,
      rest.oleh,
    ],
  );
}

/** A decision is approved, refused, or taken back, by somebody. */
export async function moveRuling(
  transaction: Transaction,
  { instansi, keputusan }: Pick<StoredRuling, 'instansi' | 'keputusan'>,
  keadaan: 'berlaku' | 'ditolak' | 'diurungkan',
  oleh: string,
): Promise<void> {
  const who = keadaan === 'diurungkan' ? 'diurungkan' : 'disahkan';
  await transaction.query(
    `UPDATE decisions.keputusan SET keadaan = $3, ${who}_oleh = $4, ${who}_pada = clock_timestamp()
     WHERE instansi_id = $1 AND keputusan = $2`,
    [instansi, keputusan, keadaan, oleh],
  );
}
