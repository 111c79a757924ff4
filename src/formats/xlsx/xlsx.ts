import { type Problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { type HeadRow, wantsMerges } from '../sheet/header.ts';
import { BLOCK_ROOM, SheetRows } from '../sheet/sheet-rows.ts';
import { groupSheets, HEAD_ROWS, headRows, type SheetHead } from '../sheet/sheet-tables.ts';
import { MAX_COLUMNS } from '../limits.ts';
import type { Opening } from '../stream/byte-source.ts';
import { readMerges } from './xlsx-merges.ts';
import { RowScanner } from './xlsx-rows.ts';
import { scanSheet } from './xlsx-sheet.ts';
import { readStrings } from './xlsx-strings.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx-workbook.ts';
import { openPackage } from '../zip/open-package.ts';
import { damaged, refuse } from '../zip/zip.ts';

type Head = SheetHead<Sheet & { readonly index: number }>;

/**
 * Lists the tables of a workbook: visible sheets that have text, in the order of their tabs. Sheets under the same heading
 * of five columns or more are one table with the name of the first. Fails on what is no workbook, damaged or unsafe.
 */
export async function openXlsx(file: Opening): Promise<Result<readonly SourceTable[], Problem>> {
  try {
    const workbook = await openWorkbook(file);
    const heads = await readHeads(workbook).finally(() => workbook.zip.file.close());
    const tables = groupSheets(heads);
    if (tables.length === 0) throw refuse('TANPA_TABEL', workbook.zip.berkas);
    const { hidden } = workbook;
    return ok(hidden.length === 0 ? tables : tables.map((table) => ({ ...table, hidden })));
  } catch (error) {
    if (error instanceof RefusedFile) return fail(error.problem);
    throw error;
  }
}

/**
 * Streams the data rows of one table, rows numbered on from sheet to sheet. `bytes` of a block is one arena that also holds
 * all shared strings, so it is far longer than the text of the block. Throws `RefusedFile` where the file proves damaged.
 */
export async function* readXlsx(file: Opening, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  const workbook = await openWorkbook(file);
  try {
    const strings = await readStrings(workbook, BLOCK_ROOM);
    const rows = new SheetRows(table.columns.length, strings);
    const scanner = new RowScanner(rows, strings, workbook);
    const sheets = table.sheets ?? [];
    for (const { index, name, dataRow } of sheets) {
      const sheet = workbook.sheets[index];
      // the file was exchanged since it was opened
      if (!sheet) throw damaged(workbook.zip.berkas, `lembar ${name}`);
      rows.skip = dataRow;
      const place = sheets.length > 1 ? name : undefined;
      for await (const _ of scanSheet(workbook.zip, sheet.entry, scanner)) {
        scanner.markLostDigits();
        yield rows.block(place);
        rows.clear();
      }
      scanner.markLostDigits();
      if (rows.isEmpty) continue;
      yield rows.block(place);
      rows.clear();
    }
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

/**
 * The first rows of every sheet. Headings and samples mostly point at the first shared strings, so those are read only as
 * far as the rows ask for them.
 */
async function readHeads(workbook: Workbook): Promise<Head[]> {
  let strings = await readStrings(workbook, BLOCK_ROOM, 0);
  for (;;) {
    const heads: Head[] = [];
    const scanner = new RowScanner(new SheetRows(MAX_COLUMNS, strings, HEAD_ROWS), strings, workbook);
    for (const [index, { name, entry }] of workbook.sheets.entries()) {
      const sheet = { index, name, entry };
      const rows = await readHead(workbook, sheet, scanner);
      if (rows.length > 0) heads.push({ sheet, rows, merges: [] });
    }
    if (scanner.missingString < 0) return await addMerges(workbook, heads);
    strings = await readStrings(workbook, BLOCK_ROOM, scanner.missingString + 1);
  }
}

async function readHead({ zip }: Workbook, sheet: Sheet, scanner: RowScanner): Promise<HeadRow[]> {
  scanner.rows.clear(1);
  const walk = scanSheet(zip, sheet.entry, scanner);
  await walk.next();
  await walk.return();
  scanner.markLostDigits();
  return headRows(scanner.rows.block(), scanner.rows.sheetRows, zip.berkas, sheet.name);
}

/** The merged ranges of those sheets whose header they could change: they stand behind all rows. */
async function addMerges({ zip }: Workbook, heads: readonly Head[]): Promise<Head[]> {
  const merged: Head[] = [];
  for (const head of heads) {
    merged.push(wantsMerges(head.rows) ? { ...head, merges: await readMerges(zip, head.sheet.entry) } : head);
  }
  return merged;
}
