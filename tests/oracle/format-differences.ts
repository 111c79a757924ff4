import type { CsvRecord } from '../support/csv-records.ts';
import type { TableDifference } from './differences.ts';

const EXAMPLES = 3;

/** Differences as lines for people: per table and kind how many rows, and some of them. */
export function formatDifferences(differences: readonly TableDifference[]): string {
  return differences
    .flatMap(({ tabel, hanyaMesin, hanyaOrakel }) => [
      ...describe(`${tabel}, hanya mesin`, hanyaMesin),
      ...describe(`${tabel}, hanya orakel`, hanyaOrakel),
    ])
    .join('\n');
}

function describe(where: string, rows: readonly CsvRecord[]): readonly string[] {
  const kinds = Map.groupBy(rows, ({ kolom = '', kelas = '', cara = '', jenis = '', kode = '' }) =>
    [kolom, kelas, cara, jenis, kode].filter((part) => part !== '').join(' '),
  );
  return [...kinds].flatMap(([kind, found]) => [
    `${where}: ${found.length} ${kind}`,
    ...found.slice(0, EXAMPLES).map((row) => `    ${Object.values(row).join(' | ')}`),
  ]);
}
