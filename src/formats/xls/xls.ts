import { type Book, bookTables, readBook, type ScanBook } from '../sheet/book.ts';
import { fileName, type Opening } from '../stream/byte-source.ts';
import { readWhole } from '../stream/read-whole.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { damaged } from '../zip/zip.ts';
import { CellWriter, indexSheet } from './xls-sheet.ts';
import { readXlsWorkbook, type XlsWorkbook } from './xls-workbook.ts';

/** Lists the tables of a workbook of Excel 5 to 2003. Throws `RefusedFile`. */
export async function openXls(file: Opening): Promise<readonly SourceTable[]> {
  return await bookTables(await openBook(file));
}

/** Streams the rows of one table; the file is held in memory, which its cap bounds. Throws `RefusedFile`. */
export async function* readXls(file: Opening, table: SourceTable): AsyncGenerator<RowBlock> {
  yield* readBook(await openBook(file), table);
}

async function openBook(file: Opening): Promise<Book> {
  const berkas = fileName(file);
  const bytes = await readWhole(file);
  const book = readBounded(berkas, () => readXlsWorkbook(bytes, berkas));
  return { berkas, scan: scanOf(book), arena: book.strings };
}

/** What points outside the file is damage. */
function readBounded<T>(berkas: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged(berkas, 'susunan berkas') : error;
  }
}

function scanOf(book: XlsWorkbook): ScanBook {
  return async function* scan(choose) {
    for (const [index, { name, hidden, start }] of book.sheets.entries()) {
      const sheet = { index, name, hidden };
      const rows = choose(sheet);
      if (!rows) continue;
      const { cells, merges } = indexSheet(book, start, name);
      const writer = new CellWriter(book, rows);
      let at = 0;
      while (at < cells.length && !rows.isFull) {
        const row = book.stream.readUInt16LE((cells[at] ?? 0) + 4);
        rows.begin(row + 1);
        writer.overflown = false;
        for (; at < cells.length && book.stream.readUInt16LE((cells[at] ?? 0) + 4) === row; at++)
          writer.write(cells[at] ?? 0);
        if (writer.overflown) rows.dropRow();
        else rows.end();
        if (rows.isFull && at < cells.length) yield { sheet, merges };
      }
      if (at >= cells.length) yield { sheet, merges };
    }
  };
}
