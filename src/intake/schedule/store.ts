import { formatIsoDate, type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import { type Transaction } from '#platform';
import { type Arrival, EVERY, type Rhythm, type RhythmFrom } from './rhythm.ts';

/** What the schedule is made of: rhythms and what came, by instansi, as far as the transaction's scope reaches. */
export interface Schedules {
  readonly umum: readonly RhythmFrom[];
  readonly sendiri: ReadonlyMap<number, readonly RhythmFrom[]>;
  readonly arrivals: ReadonlyMap<number, readonly Arrival[]>;
}

interface RhythmRow {
  readonly mulai: string;
  readonly setiap: number | null;
  readonly tanggal: number | null;
  readonly ingatkan: number | null;
}

const RHYTHM = 'mulai::text AS mulai, setiap_bulan AS setiap, tanggal, ingatkan';

/** Rhythms and published deliveries of the instansi in scope, of one where one is named. */
export async function readSchedules(transaction: Transaction, instansi: number | undefined): Promise<Schedules> {
  const values = [instansi ?? null];
  const umum = await transaction.query<RhythmRow>(`SELECT ${RHYTHM} FROM intake.irama_umum`);
  const sendiri = await transaction.query<RhythmRow & { readonly instansi: number }>(
    `SELECT instansi_id AS instansi, ${RHYTHM} FROM intake.irama WHERE $1::integer IS NULL OR instansi_id = $1`,
    values,
  );
  const arrivals = await transaction.query<{
    readonly instansi: number;
    readonly kiriman: string;
    readonly per: string;
    readonly tanggal: string;
  }>(
    `SELECT instansi_id AS instansi, kiriman_id AS kiriman, per::text AS per,
       (diterima_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS tanggal
     FROM intake.kiriman
     WHERE keadaan IN ('terbit', 'digantikan') AND per IS NOT NULL AND ($1::integer IS NULL OR instansi_id = $1)
     ORDER BY diterima_pada, kiriman_id`,
    values,
  );
  return {
    umum: umum.map(rhythmOf),
    sendiri: byInstansi(sendiri, rhythmOf),
    arrivals: byInstansi(arrivals, ({ kiriman, per, tanggal }) => ({
      kiriman,
      per: dateOf(per),
      tanggal: dateOf(tanggal),
    })),
  };
}

function rhythmOf({ mulai, setiap, tanggal, ingatkan }: RhythmRow): RhythmFrom {
  const setiapBulan = EVERY.find((each) => each === setiap);
  const irama =
    setiapBulan === undefined || tanggal === null || ingatkan === null ? null : { setiapBulan, tanggal, ingatkan };
  return { mulai: dateOf(mulai), irama };
}

function byInstansi<Row extends { readonly instansi: number }, Kept>(
  rows: readonly Row[],
  keep: (row: Row) => Kept,
): ReadonlyMap<number, readonly Kept[]> {
  const kept = new Map<number, Kept[]>();
  for (const row of rows) {
    const list = kept.get(row.instansi) ?? [];
    list.push(keep(row));
    kept.set(row.instansi, list);
  }
  return kept;
}

function dateOf(text: string): LocalDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`not a day: ${text}`);
  return date;
}

/** Sets the rhythm of everybody from a day on. */
export async function setGeneralRhythm(transaction: Transaction, mulai: LocalDate, irama: Rhythm): Promise<void> {
  await transaction.query(
    `INSERT INTO intake.irama_umum (mulai, setiap_bulan, tanggal, ingatkan) VALUES ($1, $2, $3, $4)
     ON CONFLICT (mulai) DO UPDATE SET setiap_bulan = excluded.setiap_bulan, tanggal = excluded.tanggal, ingatkan = excluded.ingatkan`,
    [formatIsoDate(mulai), irama.setiapBulan, irama.tanggal, irama.ingatkan],
  );
}

/** Sets the rhythm of one instansi from a day on; null for that of everybody. */
export async function setOwnRhythm(
  transaction: Transaction,
  instansi: number,
  mulai: LocalDate,
  irama: Rhythm | null,
): Promise<void> {
  await transaction.query(
    `INSERT INTO intake.irama (instansi_id, mulai, setiap_bulan, tanggal, ingatkan) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (instansi_id, mulai) DO UPDATE SET setiap_bulan = excluded.setiap_bulan, tanggal = excluded.tanggal, ingatkan = excluded.ingatkan`,
    [instansi, formatIsoDate(mulai), irama?.setiapBulan ?? null, irama?.tanggal ?? null, irama?.ingatkan ?? null],
  );
}
