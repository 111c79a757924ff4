import type { Transaction } from '../database/database.ts';

/** Which events are asked for; what is left out does not limit. */
export interface EventQuery {
  readonly instansi?: number | undefined;
  readonly pelaku?: string | undefined;
  /** An action, or all of a kind: `masuk` finds `masuk.gagal` too. */
  readonly tindakan?: string | undefined;
  /** What it was done to, or all of a kind: `orang` finds `orang/12`, and `orang/12` does not find `orang/123`. */
  readonly sasaran?: string | undefined;
  /** Instants, ISO 8601; `sampai` itself is left out. */
  readonly dari?: string | undefined;
  readonly sampai?: string | undefined;
  /** `lanjut` of the page before. */
  readonly sesudah?: string | undefined;
}

export interface FoundEvent {
  readonly instansi: number;
  readonly nomor: number;
  readonly pada: string;
  readonly pelaku: string;
  readonly tindakan: string;
  readonly sasaran: string;
  readonly rincian: Readonly<Record<string, string | number | boolean>>;
}

export interface EventPage {
  readonly peristiwa: readonly FoundEvent[];
  /** For the next page; null on the last. */
  readonly lanjut: string | null;
}

const PAGE = 100;

/** The form of `lanjut`: microseconds, instansi, number. */
export const EVENT_CURSOR = /^\d{1,17}\.\d{1,4}\.\d{1,15}$/;

/** Events that the transaction's scope reaches, newest first, a hundred a page. */
export async function searchEvents(transaction: Transaction, query: EventQuery): Promise<EventPage> {
  const cursor = query.sesudah?.split('.') ?? [null, null, null];
  const rows = await transaction.query<Omit<FoundEvent, 'pada'> & { readonly pada: Date; readonly mikro: string }>(
    `SELECT instansi_id AS instansi, nomor::float8 AS nomor, waktu AS pada,
       (extract(epoch FROM waktu) * 1000000)::bigint::text AS mikro, pelaku, tindakan, sasaran, rincian
     FROM platform.jejak
     WHERE ($1::integer IS NULL OR instansi_id = $1) AND ($2::text IS NULL OR pelaku = $2)
       AND ($3::text IS NULL OR tindakan = $3 OR starts_with(tindakan, $3 || '.'))
       AND ($4::text IS NULL OR sasaran = $4 OR starts_with(sasaran, $4 || '/'))
       AND ($5::timestamptz IS NULL OR waktu >= $5) AND ($6::timestamptz IS NULL OR waktu < $6)
       AND ($7::bigint IS NULL
         OR (waktu, instansi_id, nomor) < (timestamptz 'epoch' + $7::bigint * interval '1 microsecond', $8::integer, $9::bigint))
     ORDER BY waktu DESC, instansi_id DESC, nomor DESC LIMIT ${PAGE + 1}`,
    [query.instansi, query.pelaku, query.tindakan, query.sasaran, query.dari, query.sampai]
      .map((value): unknown => value ?? null)
      .concat(cursor),
  );
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return {
    peristiwa: page.map(({ instansi, nomor, pada, pelaku, tindakan, sasaran, rincian }) => ({
      instansi,
      nomor,
      pada: pada.toISOString(),
      pelaku,
      tindakan,
      sasaran,
      rincian,
    })),
    lanjut: last ? `${last.mikro}.${last.instansi}.${last.nomor}` : null,
  };
}
