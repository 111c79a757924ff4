import { MarkupRows, scanMarkup } from '../markup/markup-rows.ts';
import { plainName } from '../plain-name.ts';
import { type Book, bookTables, readBook } from '../sheet/book.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { HtmlSink } from './html-sink.ts';
import { basename } from 'node:path';

/**
 * Lists the tables of a web page, which many applications send as ".xls". The only one is named after the file.
 * Throws `RefusedFile`.
 */
export async function openHtml(file: Opening): Promise<readonly SourceTable[]> {
  const tables = await bookTables(bookOf(file));
  const [only] = tables;
  return only && tables.length === 1 ? [{ ...only, name: plainName(basename(fileName(file))) }] : tables;
}

/** Streams the rows of one table. Throws `RefusedFile`. */
export async function* readHtml(file: Opening, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  yield* readBook(bookOf(file), table);
}

function bookOf(file: Opening): Book {
  const berkas = fileName(file);
  return {
    berkas,
    async *scan(choose) {
      const rows = new MarkupRows(choose, berkas);
      yield* scanMarkup(await openBytes(file), rows, new HtmlSink(rows));
    },
  };
}
