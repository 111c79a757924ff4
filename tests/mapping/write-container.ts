import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryOptions, DeliveryWriter, TableSpec } from '../../src/sample-data/containers/delivery.ts';
import { jsonDelivery, ndjsonDelivery } from '../../src/sample-data/containers/json.ts';
import { mysqlDelivery } from '../../src/sample-data/containers/sql-mysql.ts';
import { postgresDelivery } from '../../src/sample-data/containers/sql-postgres.ts';
import { type SheetFrame, xlsxDelivery } from '../../src/sample-data/containers/xlsx.ts';
import type { FilledTable } from './fill.ts';
import type { Structure } from './structures.ts';

/** What a filled table can be written as: the same cells in each. */
export const CONTAINERS = ['csv', 'mysql', 'postgres', 'json', 'ndjson', 'xlsx', 'xlsx-dua-baris', 'xlsx-kop'] as const;
export type Container = (typeof CONTAINERS)[number];

const FRAME: SheetFrame = {
  above: (columns) => [columns],
  merges: () => [],
  below: [],
  dateFormat: 'yyyy-mm-dd',
  extra: [],
};

/** A printed list: letterhead and title above the heading, numbers of the columns below it, a signature at the end. */
const PRINTED: SheetFrame = {
  ...FRAME,
  above: (columns) => [
    ['PEMERINTAH KABUPATEN CONTOH'],
    ['BADAN KEPEGAWAIAN DAERAH'],
    ['Jalan Contoh Nomor 1'],
    [],
    ['DAFTAR PEGAWAI NEGERI SIPIL'],
    ['KEADAAN BULAN SEPTEMBER 2025'],
    [],
    columns,
    columns.map((_, index) => String(index + 1)),
  ],
  below: [[], [undefined, 'Contoh, 30 September 2025'], [undefined, 'KEPALA BADAN'], [], [undefined, 'ttd.']],
};

const WRITERS: Readonly<Record<Exclude<Container, 'csv'>, (options: DeliveryOptions) => DeliveryWriter>> = {
  mysql: (options) => mysqlDelivery({ ...options, tool: 'mysqldump', engine: 'InnoDB', gzip: false, nullable: true }),
  postgres: postgresDelivery,
  json: jsonDelivery,
  ndjson: ndjsonDelivery,
  xlsx: (options) => xlsxDelivery(options, FRAME),
  'xlsx-dua-baris': (options) => xlsxDelivery(options, { ...FRAME, above: twoRows, merges: mergesOf }),
  'xlsx-kop': (options) => xlsxDelivery(options, PRINTED),
};

/** Writes the table into the folder and gives the path of the file. Dates with the year in front are dates where the container has such. */
export async function writeContainer(
  container: Container,
  structure: Structure,
  filled: FilledTable,
  folder: string,
): Promise<string> {
  const name = structure.table.replace(/\W+/g, '_');
  if (container === 'csv') {
    writeFileSync(join(folder, `${name}.csv`), filled.csv);
    return join(folder, `${name}.csv`);
  }
  const writer = WRITERS[container]({ folder, name, encoding: 'utf-8', delimiter: ',', rowsPerInsert: 100 });
  const dateType = container.startsWith('xlsx') ? 'Excel date' : 'date';
  const table: TableSpec = {
    name,
    columns: filled.truths.map((truth) => ({
      name: truth.name,
      type: truth.order === 'ymd' ? dateType : 'varchar(255)',
    })),
  };
  const { row } = writer.table(table);
  for (const cells of filled.cells) row(cells.map((cell) => (cell === '' ? null : cell)));
  await writer.close();
  return join(folder, writer.file);
}

/** Runs of neighbours that begin with one word: that word stands above them. */
function groupsOf(columns: readonly string[]): readonly (readonly [from: number, size: number, parent: string])[] {
  const groups: [number, number, string][] = [];
  columns.forEach((column, at) => {
    const [parent = '', ...rest] = column.split(' ');
    const last = groups.at(-1);
    if (last && rest.length > 0 && last[2] === parent && columns[last[0]]?.includes(' ') === true) last[1]++;
    else groups.push([at, 1, parent]);
  });
  return groups;
}

function twoRows(columns: readonly string[]): readonly (readonly (string | undefined)[])[] {
  const upper: (string | undefined)[] = [];
  const lower: (string | undefined)[] = [];
  for (const [from, size, parent] of groupsOf(columns)) {
    for (let at = from; at < from + size; at++) {
      upper.push(at > from ? undefined : size > 1 ? parent : columns[at]);
      lower.push(size > 1 ? columns[at]?.slice(parent.length + 1) : undefined);
    }
  }
  return [upper, lower];
}

function mergesOf(columns: readonly string[]): readonly string[] {
  return groupsOf(columns).map(([from, size]) =>
    size > 1 ? `${letters(from)}1:${letters(from + size - 1)}1` : `${letters(from)}1:${letters(from)}2`,
  );
}

function letters(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? String.fromCharCode(64 + high) : '') + String.fromCharCode(65 + (column % 26));
}
