import type { CsvRecord } from '../support/csv-records.ts';

/** Cells that the deliveries do not decide, by reason. */
export interface Undecidable {
  readonly alasan: string;
  /** Different codes, each of one office and column. */
  readonly kode: number;
  /** Their lines of `selisih.csv`. */
  readonly baris: readonly CsvRecord[];
}

/** Numbers of the contract: a bare code is learned from so many people, of whom so many agree. */
const FEWEST_PEOPLE = 5;
const AGREEMENT = 0.9;

const BY_NUMBER: ReadonlySet<string> = new Set(['pns_id', 'nip', 'nip_lama', 'nik']);

/**
 * Which `tak_terbandingkan` lines are rightly so: bare local codes without a dictionary in the delivery, behind which stand too few
 * people found by a number, or people who do not agree. All other such lines stay in the score as faults.
 */
export function findUndecidable(
  found: readonly CsvRecord[],
  pairs: readonly CsvRecord[],
  columns: readonly CsvRecord[],
): readonly Undecidable[] {
  const byNumber = new Set(pairs.filter(({ cara = '' }) => BY_NUMBER.has(cara)).map(personKey('nip_bkn')));
  const tables = new Set(columns.map(({ instansi, tabel }) => `${instansi}|${tabel}`));
  const explained = new Set(columns.filter((row) => hasDictionary(row, tables)).map(columnKey('kanonik')));
  const lines = found.filter((row) => row.kelas === 'tak_terbandingkan' && !explained.has(columnKey('kolom')(row)));
  const groups = Map.groupBy(lines, (row) => `${columnKey('kolom')(row)}|${row.nilai_simpeg}`);
  const judged = [...groups.values()].map((baris) => ({ baris, alasan: judge(baris, byNumber) }));
  const reasons = Map.groupBy(judged, ({ alasan }) => alasan);
  reasons.delete(undefined);
  return [...reasons].map(([alasan = '', codes]) => ({
    alasan,
    kode: codes.length,
    baris: codes.flatMap(({ baris }) => baris),
  }));
}

const CHANCE = `kode di luar daftar yang kebetulan sama pada ${FEWEST_PEOPLE} pegawai atau lebih`;

/**
 * Differences behind a code that means nothing (defect D19 in `cacat`) and that so many people of an office bear by chance that the
 * contract reads it as a local code. `faults` are lines that the truth does not know.
 */
export function findChanceCodes(cacat: readonly CsvRecord[], faults: readonly CsvRecord[]): readonly Undecidable[] {
  const places = Map.groupBy(
    cacat.filter((row) => row.cacat === 'D19' && row.sisi === 'simpeg'),
    (row) => `${row.instansi}|${row.kanonik}|${row.nilai_tertulis}`,
  );
  const codeOf = ({ instansi, kolom, nilai_simpeg: code }: CsvRecord): string => `${instansi}|${kolom}|${code}`;
  const baris = faults.filter((fault) => (places.get(codeOf(fault))?.length ?? 0) >= FEWEST_PEOPLE);
  return baris.length === 0 ? [] : [{ alasan: CHANCE, kode: new Set(baris.map(codeOf)).size, baris }];
}

const personKey =
  (nip: string) =>
  (row: CsvRecord): string =>
    `${row.instansi}|${row[nip]}`;
const columnKey =
  (field: string) =>
  (row: CsvRecord): string =>
    `${row.instansi}|${(row[field] ?? '').replace(/_id$/, '')}`;

function judge(lines: readonly CsvRecord[], byNumber: ReadonlySet<string>): string | undefined {
  const witnesses = lines.filter((row) => byNumber.has(personKey('nip')(row)));
  if (witnesses.length < FEWEST_PEOPLE) return `kode lokal dengan kurang dari ${FEWEST_PEOPLE} pegawai`;
  const meanings = Map.groupBy(witnesses, ({ nilai_bkn }) => nilai_bkn);
  const most = Math.max(...[...meanings.values()].map(({ length }) => length));
  return most < AGREEMENT * witnesses.length
    ? `kode lokal yang artinya tidak disepakati ${AGREEMENT * 100}%`
    : undefined;
}

/** Whether the delivery itself holds the table that explains the column's codes. */
function hasDictionary(column: CsvRecord, tables: ReadonlySet<string>): boolean {
  const reader: unknown = JSON.parse(column.pembaca_json === '' ? '{}' : (column.pembaca_json ?? '{}'));
  if (typeof reader !== 'object' || reader === null || !('tabel' in reader)) return false;
  return typeof reader.tabel === 'string' && tables.has(`${column.instansi}|${reader.tabel}`);
}
