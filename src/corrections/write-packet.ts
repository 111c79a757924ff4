import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvWriter, XlsxWriter } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { compareText } from '#kernel/text.ts';
import type { Packet, PacketTable, RowChange } from './packet.ts';
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

function* listChanges({ changes, tables }: Packet): Iterable<readonly string[]> {
  for (const { nip, baris, tabel, columns, kolom } of changes) {
    for (const { column, lama, baru } of columns) {
      const name = tables.get(tabel)?.columns[column] ?? '';
      yield [nip, String(baris), tabel, name, lama ?? 'NULL', baru ?? 'NULL', kolom.join(' ')];
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
    const { head, tail } = sqlFrame(dialect, title);
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

async function writeSheets(packet: Packet, bentuk: 'csv' | 'xlsx', folder: string): Promise<readonly string[]> {
  const tables = layOut(packet);
  if (bentuk === 'xlsx') return writeWorkbook(tables, folder);
  const names: string[] = [];
  for (const { table, columns, rows } of tables) {
    const header = columns.map((column) => table.columns[column] ?? '');
    const suffix = tables.length > 1 ? `-${fileName(table.name)}` : '';
    for (const side of ['baru', 'lama'] as const) {
      const name = `${side === 'baru' ? 'perbaikan' : 'batal'}${suffix}.csv`;
      await writeRows(
        join(folder, name),
        header,
        rows.map((row) => row[side]),
      );
      names.push(name);
    }
  }
  if (names.length === 0) {
    writeFileSync(join(folder, 'perbaikan.csv'), '');
    names.push('perbaikan.csv');
  }
  return names;
}

async function writeWorkbook(tables: readonly SheetTable[], folder: string): Promise<readonly string[]> {
  for (const side of ['baru', 'lama'] as const) {
    const out = new XlsxWriter(join(folder, side === 'baru' ? 'perbaikan.xlsx' : 'batal.xlsx'));
    for (const { table, columns, rows } of tables) {
      await out.startSheet(sheetName(table.name));
      await out.writeRow(columns.map((column) => table.columns[column] ?? ''));
      for (const row of rows) await out.writeRow(row[side]);
    }
    if (tables.length === 0) await out.startSheet('kosong');
    await out.close();
  }
  return ['perbaikan.xlsx', 'batal.xlsx'];
}

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}_-]+/gu, '_');
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '_').slice(0, 31);
