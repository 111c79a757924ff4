import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import {
  type DatabaseClient,
  hasMariadb,
  hasPostgres,
  sharedMariadb,
  sharedPostgres,
} from '../support/database-servers.ts';
import { sharedSample } from '../support/sample-run.ts';

/** Every delivered file is opened with a program that others wrote: database servers, a spreadsheet library, JSON.parse. */

let folder = '';
let files: readonly CsvRecord[] = [];
let columns: readonly CsvRecord[] = [];
let numbersOfBkn: ReadonlySet<string> = new Set();

beforeAll(async () => {
  folder = await sharedSample('campuran');
  files = readCsvRecords(join(folder, 'kebenaran', 'berkas.csv'));
  columns = readCsvRecords(join(folder, 'kebenaran', 'kolom.csv'));
  const bkn = readCsvRecords(join(folder, 'bkn.csv'));
  numbersOfBkn = new Set(bkn.map((row) => (row['NIP BARU'] ?? '').replace("'", '')));
}, 120_000);

const pathOf = ({ berkas = '' }: CsvRecord): string => join(folder, 'simpeg', berkas);
const filesIn = (...wadah: readonly string[]): readonly CsvRecord[] =>
  files.filter((file) => wadah.includes(file.wadah ?? ''));

/** Headings of a table in the order of the file; of the people's table where none is named. */
function headingsOf(file: CsvRecord, tabel = file.tabel): readonly string[] {
  const rows = columns.filter((row) => row.berkas === file.berkas && row.tabel === tabel);
  return [...new Map(rows.map((row) => [row.urutan, row.kolom_sumber ?? ''])).values()];
}

const tablesOf = (file: CsvRecord): ReadonlySet<string> =>
  new Set(columns.flatMap((row) => (row.berkas === file.berkas ? [row.tabel ?? ''] : [])));

/** How many people of the file BKN knows by the number that stands in it. */
function knownNumbers(values: Iterable<unknown>): number {
  return [...values].filter((value) => typeof value === 'string' && numbersOfBkn.has(value.trim())).length;
}

const nipColumn = (file: CsvRecord): string =>
  columns.find((row) => row.berkas === file.berkas && row.tabel === file.tabel && row.kanonik === 'nip')
    ?.kolom_sumber ?? '';

describe('database servers', () => {
  const dumps = (isPostgres: boolean): readonly CsvRecord[] =>
    filesIn('sql', 'sql.gz').filter(({ versi }) => (versi === 'B1') === isPostgres);

  const check = (server: DatabaseClient, file: CsvRecord, quote: string, catalogue: string): void => {
    const bytes = readFileSync(pathOf(file));
    const database = `asing${file.instansi}`;
    server.load(database, file.wadah === 'sql.gz' ? gunzipSync(bytes) : bytes);
    const found = server.query(
      database,
      `select concat(table_schema, '.', table_name), column_name from information_schema.columns order by 1, ordinal_position`,
    );
    for (const tabel of tablesOf(file)) {
      const table = tabel.includes('.') ? tabel : `${catalogue || database}.${tabel}`;
      const names = found.flatMap(([name, column = '']) => (name === table ? [column] : []));
      expect([file.berkas, tabel, ...names]).toEqual([file.berkas, tabel, ...headingsOf(file, tabel)]);
    }
    const nip = `${quote}${nipColumn(file)}${quote}`;
    const numbers = server
      .query(database, `select coalesce(nullif(${nip}, ''), '-') from ${file.tabel}`)
      .map(([value]) => value);
    expect([file.berkas, String(numbers.length)]).toEqual([file.berkas, file.baris_data]);
    expect(knownNumbers(numbers)).toBeGreaterThan(0.8 * numbers.length);
  };

  it.skipIf(!hasMariadb)(
    'MariaDB loads every MySQL dump (dilewati bila mesin ini tidak punya mariadbd)',
    {
      timeout: 240_000,
    },
    async () => {
      const server = await sharedMariadb();
      expect(dumps(false)).toHaveLength(19);
      for (const file of dumps(false)) check(server, file, '`', '');
    },
  );

  it.skipIf(!hasPostgres)(
    'PostgreSQL loads every dump of pg_dump (dilewati bila mesin ini tidak punya postgres)',
    {
      timeout: 120_000,
    },
    async () => {
      const server = await sharedPostgres();
      expect(dumps(true)).toHaveLength(2);
      for (const file of dumps(true)) check(server, file, '"', 'public');
    },
  );
});

describe('a spreadsheet library', () => {
  const open = (file: CsvRecord): WorkBook => {
    const bytes = readFileSync(pathOf(file));
    if (file.wadah !== 'csv') return read(bytes, { raw: true });
    return read(new TextDecoder(file.penyandian).decode(bytes), { type: 'string', raw: true });
  };
  /** Rows of all sheets of people: those above the rows of each sheet are cut off. */
  const rowsOf = (file: CsvRecord): unknown[][] => {
    const { SheetNames, Sheets } = open(file);
    return SheetNames.filter((name) => name !== 'keterangan').flatMap((name) => {
      const sheet = Sheets[name];
      const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, blankrows: true }) : [];
      return rows.slice(Number(file.baris_judul));
    });
  };

  it('opens every workbook, payroll and CSV, with the rows that the ledger lists', () => {
    const listed = filesIn('xlsx', 'dbf', 'csv');
    expect(listed).toHaveLength(5 + 2 + 6 + 6);
    for (const file of listed) {
      const rows = rowsOf(file);
      expect([file.berkas, String(rows.length)]).toEqual([file.berkas, file.baris_data]);
      const lost = file.profil === 'buruk' && file.versi === 'F1';
      const least = lost ? 0 : 0.5 * rows.length;
      expect(knownNumbers(rows.flat())).toBeGreaterThanOrEqual(least);
    }
  });

  it('reads the headings that the ledger lists', () => {
    for (const file of filesIn('xlsx', 'dbf', 'csv').filter(({ versi }) => versi !== 'F3')) {
      const { SheetNames, Sheets } = open(file);
      const sheet = Sheets[SheetNames[0] ?? ''];
      const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, blankrows: true }) : [];
      const heading = rows[Number(file.baris_judul) - 1] ?? [];
      expect([file.berkas, ...heading]).toEqual([file.berkas, ...headingsOf(file)]);
    }
  });

  it('opens the export of BKN with 67 columns', () => {
    const { SheetNames, Sheets } = read(readFileSync(join(folder, 'bkn.csv'), 'utf8'), { type: 'string', raw: true });
    const sheet = Sheets[SheetNames[0] ?? ''];
    const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false }) : [];
    expect(rows[0]).toHaveLength(67);
    expect(rows.length - 1).toBe(numbersOfBkn.size);
    expect(rows.every(({ length }) => length === 67)).toBe(true);
  });
});

describe('JSON.parse', () => {
  it('reads the object that holds the rows, and one object a line', () => {
    for (const file of filesIn('json', 'ndjson')) {
      const text = readFileSync(pathOf(file), 'utf8');
      const rows =
        file.wadah === 'json' ? rowsIn(JSON.parse(text), file.tabel ?? '') : text.trim().split('\n').map(parse);
      expect([file.berkas, String(rows.length)]).toEqual([file.berkas, file.baris_data]);
      for (const row of rows) expect(Object.keys(row ?? {})).toEqual(headingsOf(file));
    }
    expect(filesIn('json', 'ndjson')).toHaveLength(2);
  });
});

const parse = (line: string): object => {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new Error('No object');
  return value;
};

function rowsIn(value: unknown, tabel: string): readonly object[] {
  const rows: unknown =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === tabel)?.[1] : [];
  return Array.isArray(rows) ? rows.filter((row): row is object => typeof row === 'object' && row !== null) : [];
}
