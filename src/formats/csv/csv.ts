import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import { readBlocks } from '../stream/read-blocks.ts';
import type { Dialect, RowBlock, SourceTable } from '../types.ts';
import { findCsvHead } from './csv-dialect.ts';
import { CsvScanner } from './csv-scanner.ts';

export type CsvDialect = Extract<Dialect, { kind: 'csv' }>;

/** The one table of a CSV file from its first bytes, and how to read it. */
export function openCsv(
  head: Buffer,
  name: string,
  berkas: string,
): Result<{ table: Omit<SourceTable, 'sample'>; dialect: CsvDialect }, Problem> {
  const found = findCsvHead(head);
  if (found === undefined) return fail(problem('TANPA_TABEL', { berkas }));
  const { columns, delimiter, lineEnd, dataStart } = found;
  if (columns.length > MAX_COLUMNS) {
    return fail(problem('BATAS_KOLOM', { berkas, tabel: name, jumlah: columns.length, batas: MAX_COLUMNS }));
  }
  return ok({ table: { name, columns, types: [] }, dialect: { kind: 'csv', delimiter, lineEnd, dataStart } });
}

/** The rows of a CSV; `room` is the size of a block in bytes, where the usual one is too much. */
export async function* readCsv(
  file: Opening,
  dialect: CsvDialect,
  columns: number,
  room?: number,
): AsyncGenerator<RowBlock> {
  const bytes = await openBytes(file, { from: dialect.dataStart, to: Number.POSITIVE_INFINITY });
  const scanner = new CsvScanner(columns, dialect.delimiter, dialect.lineEnd);
  yield* readBlocks(bytes, scanner, {
    cut: problem('BERKAS_TERPOTONG', { berkas: fileName(file) }),
    ...(room === undefined ? {} : { room }),
  });
}
