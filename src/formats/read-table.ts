import { problem, RefusedFile } from '#kernel/problem.ts';
import { readCsv } from './csv/csv.ts';
import { readHtml } from './html/html.ts';
import { readMdb } from './mdb/mdb.ts';
import { readOds } from './ods/ods.ts';
import { readSpreadsheetMl } from './spreadsheetml/spreadsheetml.ts';
import { readDbf } from './dbf/dbf.ts';
import { readJson } from './json/json.ts';
import { tableNames } from './pick-table.ts';
import { readSql } from './sql/sql.ts';
import { readStack } from './stack.ts';
import { stopSignal } from './stop.ts';
import { fileName } from './stream/byte-source.ts';
import type { RowBlock, Source, SourceTable } from './types.ts';
import { readXls } from './xls/xls.ts';
import { readXlsx } from './xlsx/xlsx.ts';

/**
 * Streams the rows of one table in bounded memory. A block is overwritten when the next one is asked for.
 * @throws RefusedFile where the file has no such table, or where a cap is passed or nothing can be read on the way
 */
export function readTable(source: Source, name: string): AsyncIterable<RowBlock> {
  const table = source.tables.find((candidate) => candidate.name === name);
  if (table === undefined) {
    const ada = tableNames(source, name);
    throw new RefusedFile(problem('TABEL_TIDAK_ADA', { berkas: fileName(source), tabel: name, ada }));
  }
  return untilStopped(rowsOf(source, table));
}

/** Whoever is being stopped gets no further block. */
async function* untilStopped(blocks: AsyncIterable<RowBlock>): AsyncGenerator<RowBlock> {
  for await (const block of blocks) {
    if (stopSignal.aborted) throw new RefusedFile(problem('DIBATALKAN'));
    yield block;
  }
}

function rowsOf(source: Source, table: SourceTable): AsyncIterable<RowBlock> {
  const { parts, inside, held, ...own } = table;
  if (held) return replay(held);
  if (parts) return readStack(parts, (part) => rowsOf(source, part));
  if (inside) return rowsOf(inside.source, { ...own, name: inside.name });
  const { dialect } = source;
  if (dialect.kind === 'csv') return readCsv(source, dialect, table.columns.length);
  if (dialect.kind === 'sql' && dialect.live) return dialect.live.rows(table);
  if (dialect.kind === 'sql') return readSql(source, dialect.backslash, table);
  if (source.container === 'xlsx') return readXlsx(source, table);
  if (source.container === 'xls') return readXls(source, table);
  if (source.container === 'mdb') return readMdb(source, table);
  if (source.container === 'ods') return readOds(source, table);
  if (source.container === 'html') return readHtml(source, table);
  if (source.container === 'spreadsheetml') return readSpreadsheetMl(source, table);
  if (source.container === 'json' || source.container === 'ndjson') return readJson(source, source.container, table);
  return readDbf(source);
}

async function* replay(blocks: readonly RowBlock[]): AsyncGenerator<RowBlock> {
  yield* blocks;
}
