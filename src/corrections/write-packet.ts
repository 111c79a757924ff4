import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvWriter, XlsxWriter } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { compareText } from '#kernel/text.ts';
import type { NewRow, Packet, PacketTable, RowChange } from './packet.ts';
import { type SqlDialect, sqlFrame, sqlStatements } from './sql-packet.ts';

export type Bentuk = 'csv' | 'xlsx' | 'sql';

/** Writes the files of a packet into a folder and gives their names. */
export async function writePacket(
  packet: Packet,
  bentuk: Bentuk,
  dialect: SqlDialect,
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const own = bentuk === 'sql' ? await writeSql(packet, dialect, folder) : await writeSheets(packet, bentuk, folder);
  await writeRows(join(folder, 'daftar.csv'), DAFTAR, listChanges(packet));
  await writeRows(join(folder, 'tidak-ditulis.csv'), TIDAK_DITULIS, listLeftOut(packet));
  return [...own, 'daftar.csv', 'tidak-ditulis.csv'];
}

const DAFTAR = ['nip', 'baris', 'tabel', 'kolom', 'nilai_lama', 'nilai_baru', 'isian'];
const TIDAK_DITULIS = ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kode', 'alasan'];

function* listChanges({ changes, added, tables }: Packet): Iterable<readonly string[]> {
  for (const { nip, baris, tabel, columns, kolom } of changes) {
    for (const { column, lama, baru } of columns) {
      const name = tables.get(tabel)?.columns[column] ?? '';
      yield [nip, String(baris), tabel, name, lama ?? 'NULL', baru ?? 'NULL', kolom.join(' ')];
    }
  }
  for (const { nip, baris, tabel, cells, kolom } of added) {
    for (const { column, value } of cells) {
      const name = tables.get(tabel)?.columns[column] ?? '';
      yield [nip, String(baris), tabel, name, '(baris baru)', value ?? 'NULL', kolom.join(' ')];
    }
  }
}

function* listLeftOut({ leftOut }: Packet): Iterable<readonly string[]> {
  for (const { decision, problem } of leftOut) {
    const { instansi, nip, kolom, simpeg, bkn } = decision;
    yield [instansi, nip, kolom, simpeg, bkn, problem.code, describeProblem(problem)];
  }
}

async function writeRows(path: string, header: readonly string[], rows: Iterable<readonly string[]>): Promise<void> {
  const out = new CsvWriter(path);
  await out.row(header);
  for (const row of rows) await out.row(row);
  await out.close();
}

async function writeSql(packet: Packet, dialect: SqlDialect, folder: string): Promise<readonly string[]> {
  const files = [
    ['perbaikan.sql', 'maju', 'Paket perbaikan: mengisi nilai BKN'],
    ['batal.sql', 'batal', 'Pembatalan paket perbaikan: mengembalikan nilai semula'],
  ] as const;
  for (const [name, direction, title] of files) {
    const { head, tail } = sqlFrame(dialect, title, packet.catatan);
    const pieces = function* (): Iterable<string> {
      yield head;
      yield* sqlStatements(dialect, packet, direction);
      yield tail;
    };
    await pipeline(Readable.from(pieces()), createWriteStream(join(folder, name)));
  }
  return files.map(([name]) => name);
}

/** One table as it is to become, and as it was: the columns that find the row and all columns that change anywhere. */
interface SheetTable {
  readonly table: PacketTable;
  readonly columns: readonly number[];
  readonly rows: readonly { readonly lama: readonly string[]; readonly baru: readonly string[] }[];
}

function layOut(packet: Packet): readonly SheetTable[] {
  const byTable = Map.groupBy(packet.changes, ({ tabel }) => tabel);
  return [...byTable]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([tabel, changes]) => {
      const table = packet.tables.get(tabel);
      return table ? [layOutTable(table, changes)] : [];
    });
}

function layOutTable(table: PacketTable, changes: readonly RowChange[]): SheetTable {
  const keys = [...new Set(changes.flatMap(({ kunci }) => kunci.map(({ column }) => column)))];
  const changed = [...new Set(changes.flatMap(({ columns }) => columns.map(({ column }) => column)))];
  const columns = [...keys, ...changed.filter((column) => !keys.includes(column)).toSorted((a, b) => a - b)];
  const byRow = Map.groupBy(changes, ({ kunci }) => JSON.stringify(kunci));
  const rows = [...byRow.values()].map((list) => {
    const before = new Map(list[0]?.cells);
    const after = new Map(before);
    for (const { columns: own } of list) for (const { column, baru } of own) after.set(column, baru);
    return {
      lama: columns.map((column) => before.get(column) ?? ''),
      baru: columns.map((column) => after.get(column) ?? ''),
    };
  });
  return { table, columns, rows };
}

/** The new rows of a table: the columns that any of them gives. */
function layOutAdded({ added, tables }: Packet): readonly { readonly table: PacketTable; readonly rows: string[][] }[] {
  return [...Map.groupBy(added, ({ tabel }) => tabel)]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([tabel, list]) => {
      const table = tables.get(tabel);
      return table ? [{ table, rows: addedRows(table, list) }] : [];
    });
}

/** Heading and rows. */
function addedRows(table: PacketTable, list: readonly NewRow[]): string[][] {
  const columns = [...new Set(list.flatMap(({ cells }) => cells.map(({ column }) => column)))].toSorted(
    (a, b) => a - b,
  );
  const rows = list.map(({ cells }) => {
    const values = new Map(cells.map(({ column, value }) => [column, value]));
    return columns.map((column) => values.get(column) ?? '');
  });
  return [columns.map((column) => table.columns[column] ?? ''), ...rows];
}

/** One sheet of a packet: a file of its own as CSV. */
interface Sheet {
  /** Words before the table's name: perbaikan and batal change rows, tambah and hapus are rows of histories. */
  readonly berkas: 'perbaikan' | 'batal' | 'tambah' | 'hapus';
  readonly tabel: string;
  /** Heading and rows. */
  readonly rows: readonly (readonly string[])[];
}

function sheetsOf(packet: Packet): readonly Sheet[] {
  const changed = layOut(packet).flatMap(({ table, columns, rows }): Sheet[] => {
    const header = columns.map((column) => table.columns[column] ?? '');
    return [
      { berkas: 'perbaikan', tabel: table.name, rows: [header, ...rows.map(({ baru }) => baru)] },
      { berkas: 'batal', tabel: table.name, rows: [header, ...rows.map(({ lama }) => lama)] },
    ];
  });
  const added = layOutAdded(packet).flatMap(({ table, rows }): Sheet[] => [
    { berkas: 'tambah', tabel: table.name, rows },
    { berkas: 'hapus', tabel: table.name, rows },
  ]);
  return [...changed, ...added];
}

async function writeSheets(packet: Packet, bentuk: 'csv' | 'xlsx', folder: string): Promise<readonly string[]> {
  const sheets = sheetsOf(packet);
  if (bentuk === 'xlsx') return writeWorkbooks(sheets, folder);
  const several = new Set(sheets.map(({ tabel }) => tabel)).size > 1;
  const names: string[] = [];
  for (const {
    berkas,
    tabel,
    rows: [header = [], ...rows],
  } of sheets) {
    const name = `${berkas}${several ? `-${fileName(tabel)}` : ''}.csv`;
    await writeRows(join(folder, name), header, rows);
    names.push(name);
  }
  if (names.length === 0) {
    writeFileSync(join(folder, 'perbaikan.csv'), '');
    names.push('perbaikan.csv');
  }
  return names;
}

/** What to do and how to take it back, a workbook each. */
async function writeWorkbooks(sheets: readonly Sheet[], folder: string): Promise<readonly string[]> {
  const books = [
    ['perbaikan.xlsx', 'perbaikan', 'tambah'],
    ['batal.xlsx', 'batal', 'hapus'],
  ] as const;
  for (const [name, change, add] of books) {
    const out = new XlsxWriter(join(folder, name));
    const own = sheets.filter(({ berkas }) => berkas === change || berkas === add);
    for (const { berkas, tabel, rows } of own) {
      await out.startSheet(berkas === add ? `${berkas} ${sheetName(tabel)}`.slice(0, 31) : sheetName(tabel));
      for (const row of rows) await out.writeRow(row);
    }
    if (own.length === 0) await out.startSheet('kosong');
    await out.close();
  }
  return books.map(([name]) => name);
}

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '_');
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '_').slice(0, 31);
