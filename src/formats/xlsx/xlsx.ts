import { type Problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { foldIdentifier } from '#kernel/text.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { findHeader, type Header, type HeadRow, wantsMerges } from '../sheet/header.ts';
import { MAX_COLUMNS, SAMPLE_ROWS } from '../limits.ts';
import type { Opening } from '../stream/byte-source.ts';
import { readMerges } from './xlsx-merges.ts';
import { BLOCK_ROOM, RowScanner } from './xlsx-rows.ts';
import { scanSheet } from './xlsx-sheet.ts';
import { readStrings } from './xlsx-strings.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';
import { openPackage } from '../zip/open-package.ts';
import { refuse } from '../zip/zip.ts';

const HEAD_ROWS = SAMPLE_ROWS + 60;
/** Sheets of people repeat a long heading; two code sheets may well share "KODE, NAMA" and are two tables. */
const LEAST_SHARED_HEADINGS = 5;

/** The first rows of a sheet, read as text. */
interface Head {
  readonly sheet: Sheet;
  readonly rows: readonly HeadRow[];
}

interface Part {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly sample: readonly (readonly string[])[];
}

/** Sheets that are one table. */
interface Group {
  readonly table: SourceTable;
  readonly parts: readonly Part[];
}

/**
 * Lists the tables of a workbook: visible sheets that have text, in the order of their tabs. Sheets under the same heading
 * of five columns or more are one table with the name of the first. Fails on what is no workbook, damaged or unsafe.
 */
export async function openXlsx(file: Opening): Promise<Result<readonly SourceTable[], Problem>> {
  try {
    const workbook = await openWorkbook(file);
    const groups = await readGroups(workbook).finally(() => workbook.zip.file.close());
    if (groups.length === 0) throw refuse('TANPA_TABEL', workbook.zip.berkas);
    return ok(groups.map(({ table }) => table));
  } catch (error) {
    if (error instanceof RefusedFile) return fail(error.problem);
    throw error;
  }
}

/**
 * Streams the data rows of one table, rows numbered on from sheet to sheet. `bytes` of a block is one arena that also holds
 * all shared strings, so it is far longer than the text of the block. Throws `RefusedFile` where the file proves damaged.
 */
export async function* readXlsx(file: Opening, table: string): AsyncGenerator<RowBlock, void, undefined> {
  const workbook = await openWorkbook(file);
  try {
    const groups = await readGroups(workbook);
    const group = groups.find((one) => one.table.name === table);
    if (!group)
      throw refuse('TABEL_TIDAK_ADA', workbook.zip.berkas, {
        tabel: table,
        ada: groups.map((one) => one.table.name).join(', '),
      });
    const scanner = new RowScanner(group.table.columns.length, await readStrings(workbook, BLOCK_ROOM), workbook);
    for (const { sheet, header } of group.parts) {
      scanner.skip = header.dataRow;
      for await (const _ of scanSheet(workbook.zip, sheet.entry, scanner)) {
        yield scanner.block();
        scanner.clear();
      }
    }
    if (!scanner.isEmpty) yield scanner.block();
  } finally {
    workbook.zip.file.close();
  }
}

async function openWorkbook(file: Opening): Promise<Workbook> {
  const zip = await openPackage(file);
  return await readWorkbook(zip).catch((error: unknown) => {
    zip.file.close();
    throw error;
  });
}

async function readGroups(workbook: Workbook): Promise<Group[]> {
  const groups = new Map<string, Part[]>();
  for (const head of await readHeads(workbook)) {
    const part = await readPart(workbook, head);
    const key = groupKey(part);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].map((parts) => ({ table: tableOf(parts), parts }));
}

async function readPart({ zip }: Workbook, { sheet, rows }: Head): Promise<Part> {
  const merges = wantsMerges(rows) ? await readMerges(zip, sheet.entry) : [];
  const header = findHeader(rows, merges);
  const sample = rows.slice(header.dataRow, header.dataRow + SAMPLE_ROWS).map(({ cells }) => cells);
  return { sheet, header, sample };
}

function groupKey({ sheet, header }: Part): string {
  const headings = header.columns.map(foldIdentifier);
  const named = headings.filter((heading) => heading !== '').length;
  return named < LEAST_SHARED_HEADINGS ? `sheet ${sheet.name}` : headings.join(' ').trimEnd();
}

function tableOf(parts: readonly Part[]): SourceTable {
  const columns = parts
    .map(({ header }) => header.columns)
    .reduce((longest, one) => (one.length > longest.length ? one : longest));
  const sample = parts.flatMap((part) => part.sample).slice(0, SAMPLE_ROWS);
  return {
    name: parts[0]?.sheet.name ?? '',
    columns,
    types: [],
    sample: sample.map((cells) => columns.map((_, column) => cells[column] ?? '')),
  };
}

/**
 * The first rows of every sheet. Headings and samples mostly point at the first shared strings, so those are read only as
 * far as the rows ask for them.
 */
async function readHeads(workbook: Workbook): Promise<Head[]> {
  let strings = await readStrings(workbook, BLOCK_ROOM, 0);
  for (;;) {
    const heads: Head[] = [];
    const scanner = new RowScanner(MAX_COLUMNS, strings, workbook, HEAD_ROWS);
    for (const sheet of workbook.sheets) {
      const rows = await readHead(workbook, sheet, scanner);
      if (rows.length > 0) heads.push({ sheet, rows });
    }
    if (scanner.missingString < 0) return heads;
    strings = await readStrings(workbook, BLOCK_ROOM, scanner.missingString + 1);
  }
}

async function readHead({ zip }: Workbook, sheet: Sheet, scanner: RowScanner): Promise<HeadRow[]> {
  scanner.clear(1);
  const walk = scanSheet(zip, sheet.entry, scanner);
  await walk.next();
  await walk.return();
  const block = scanner.block();
  if (block.problems.some(({ column }) => column >= MAX_COLUMNS)) {
    throw refuse('XLSX_KOLOM', zip.berkas, { lembar: sheet.name, batas: MAX_COLUMNS });
  }
  return Array.from({ length: block.rows }, (_, row) => ({
    sheetRow: scanner.sheetRows[row] ?? 0,
    cells: textsOfRow(block, row),
  }));
}

/** The texts of a row up to its last filled cell. */
function textsOfRow({ bytes, cells, columns }: RowBlock, row: number): string[] {
  const ends = cells.subarray(2 * row * columns, 2 * (row + 1) * columns);
  const width = ends.findLastIndex((end) => end > 0) + 1;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: Math.ceil(width / 2) }, (_, column) =>
    view.toString('utf8', ends[2 * column], ends[2 * column + 1]),
  );
}
