import type { CsvRecord } from '../support/csv-records.ts';
import type { Answer, Rows } from './oracle.ts';

/** Rows that only one of two tables holds; a row that stands twice must be met twice. */
export interface TableDifference {
  readonly tabel: string;
  readonly hanyaMesin: readonly CsvRecord[];
  readonly hanyaOrakel: readonly CsvRecord[];
}

/** Compares table by table, as multisets, in the columns that the oracle knows. Empty: exactly the same rows. */
export function findDifferences(
  engine: (tabel: string) => readonly CsvRecord[],
  oracle: Answer,
): readonly TableDifference[] {
  return Object.entries(oracle)
    .map(([tabel, rows]) => {
      const columns = COLUMNS[tabel] ?? [];
      const [mine, theirs] = [project(rows.map(asWritten), columns), project(engine(tabel), columns)];
      return { tabel, hanyaMesin: without(theirs, mine), hanyaOrakel: without(mine, theirs) };
    })
    .filter(({ hanyaMesin, hanyaOrakel }) => hanyaMesin.length + hanyaOrakel.length > 0);
}

/** Columns that are compared. Left out: the likely reason of people on one side only, and sentences. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'selisih.csv': ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas', 'sebab'],
  'pasangan.csv': ['instansi', 'baris_simpeg', 'baris_bkn', 'nip_simpeg', 'nip_bkn', 'cara', 'skor'],
  'hanya-simpeg.csv': ['instansi', 'nip', 'nama'],
  'hanya-bkn.csv': ['instansi', 'nip', 'nama'],
  'ganda.csv': ['nip', 'instansi', 'baris', 'jenis'],
  'karantina.csv': ['berkas', 'baris', 'kolom', 'nilai', 'kode'],
};

/** A text that a spreadsheet would run as a formula is written with an apostrophe; numbers and dashes are not. */
function asWritten(row: CsvRecord): CsvRecord {
  const isFormula = (cell: string): boolean => /^[=+@-]/.test(cell) && !/^[+-]?[0-9. -]*$/.test(cell);
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, isFormula(cell) ? `'${cell}` : cell]));
}

function project(rows: Rows, columns: readonly string[]): Rows {
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ''])));
}

function without(rows: Rows, others: Rows): Rows {
  const left = new Map<string, number>();
  const keyOf = (row: CsvRecord): string => JSON.stringify(row);
  for (const row of others) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
}
