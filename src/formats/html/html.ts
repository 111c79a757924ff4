import { problem, RefusedFile } from '#kernel/problem.ts';
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
export async function openHtml(file: Opening, head: Buffer): Promise<readonly SourceTable[]> {
  const tables = await bookTables(bookOf(file)).catch((error: unknown) => {
    if (error instanceof RefusedFile && error.problem.code === 'TANPA_TABEL') return [];
    throw error;
  });
  const asksPassword = PASSWORD.test(head.toString('latin1'));
  const holdsData = tables.some(({ columns, sample }) => columns.length >= 3 && sample.length > 0);
  if (tables.length === 0 || (asksPassword && !holdsData)) {
    throw new RefusedFile(problem(asksPassword ? 'HALAMAN_MASUK' : 'HALAMAN_WEB', { berkas: fileName(file) }));
  }
  const [only] = tables;
  return only && tables.length === 1 ? [{ ...only, name: plainName(basename(fileName(file))) }] : tables;
}

/** Streams the rows of one table. Throws `RefusedFile`. */
export async function* readHtml(file: Opening, table: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  yield* readBook(bookOf(file), table);
}

/** The field of a page that asks who signs in: what an application sends in place of the data when the session is over. */
const PASSWORD = /<input\b[^>]*\btype\s*=\s*["']?password\b/i;

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
