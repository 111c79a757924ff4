import { MarkupRows, scanMarkup } from '../markup/markup-rows.ts';
import { type Book, bookTables, readBook } from '../sheet/book.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { SpreadsheetMlSink } from './spreadsheetml-sink.ts';

/** Lists the tables of an XML Spreadsheet 2003, mostly called .xls. Throws `RefusedFile`. */
export async function openSpreadsheetMl(file: Opening): Promise<readonly SourceTable[]> {
  return await bookTables(bookOf(file));
}

/** Streams the rows of one table. Throws `RefusedFile`. */
export async function* readSpreadsheetMl(file: Opening, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  yield* readBook(bookOf(file), table);
}

function bookOf(file: Opening): Book {
  const berkas = fileName(file);
  return {
    berkas,
    async *scan(choose) {
      const rows = new MarkupRows(choose, berkas);
      yield* scanMarkup(await openBytes(file), rows, new SpreadsheetMlSink(rows, berkas));
    },
  };
}
