import { problem, RefusedFile } from '#kernel/problem.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { freeName } from '../plain-name.ts';
import { DELIMITED, mendText } from '../stream/mend-text.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import type { Merge } from './header.ts';
import { MAX_SHEETS } from './sheet-limits.ts';
import { type Arena, newArena, SheetRows } from './sheet-rows.ts';
import { groupSheets, HEAD_ROWS, headRows, type SheetHead } from './sheet-tables.ts';

/** A sheet as a pass over its workbook meets it. */
export interface BookSheet {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** What a pass stops for: the collector is full, or the sheet is over. `merges` are those met so far. */
export interface Stop {
  readonly sheet: BookSheet;
  readonly merges: readonly Merge[];
}

/**
 * One pass over a workbook. For every sheet it asks for a collector and leaves out the sheet without one. It stops
 * when the collector is full, going on to the next sheet where it was left full, and at the end of a sheet.
 */
export type ScanBook = (choose: (sheet: BookSheet) => SheetRows | undefined) => AsyncGenerator<Stop, void, undefined>;

/** A workbook of any container: how to go over it, and the memory its texts lie in. */
export interface Book {
  readonly berkas: string;
  readonly scan: ScanBook;
  readonly arena?: Arena;
}

/**
 * The tables of a workbook: its visible sheets that have text.
 * @throws RefusedFile where there is none, or a cap is passed
 */
export async function bookTables({ berkas, scan, arena = newArena() }: Book): Promise<readonly SourceTable[]> {
  const rows = new SheetRows(MAX_COLUMNS, arena, HEAD_ROWS);
  const heads: SheetHead<BookSheet>[] = [];
  const survey = scan((sheet) => {
    if (sheet.index >= MAX_SHEETS) {
      throw new RefusedFile(problem('XLSX_TERLALU_BANYAK', { berkas, batas: MAX_SHEETS, hal: 'lembar' }));
    }
    rows.clear(1);
    return rows;
  });
  for await (const { sheet, merges } of survey) {
    const block = mendText(rows.block(), arena.end, rows.sink.length, DELIMITED);
    const head = headRows(block, rows.sheetRows, berkas, sheet.name);
    if (head.length > 0) heads.push({ sheet, rows: head, merges });
  }
  const visible = heads.filter(({ sheet }) => !sheet.hidden);
  const groups = groupSheets(visible.length > 0 ? visible : heads);
  const hidden = visible.length === 0 ? [] : heads.flatMap(({ sheet }) => (sheet.hidden ? [sheet.name] : []));
  if (groups.length === 0) throw new RefusedFile(problem('TANPA_TABEL', { berkas }));
  const taken = new Set<string>();
  return groups.map((table) => {
    const name = freeName(table.name, taken);
    taken.add(name);
    return hidden.length === 0 ? { ...table, name } : { ...table, name, hidden };
  });
}

/** Streams the data rows of one table, rows numbered on from sheet to sheet. */
export async function* readBook(book: Book, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  const { end } = book.arena ?? { end: 0 };
  const rows = new SheetRows(table.columns.length, book.arena);
  const isSpread = (table.sheets?.length ?? 0) > 1;
  const reading = book.scan((sheet) => {
    const part = table.sheets?.find(({ index }) => index === sheet.index);
    if (!part) return undefined;
    rows.skip = part.dataRow;
    return rows;
  });
  for await (const { sheet } of reading) {
    if (rows.isEmpty) continue;
    yield mendText(rows.block(isSpread ? sheet.name : undefined), end, rows.sink.length, DELIMITED);
    rows.clear();
  }
}
