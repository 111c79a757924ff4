import { type Problem, problem } from '#kernel/problem.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import { readBlocks, type Rest, type RowScanner } from '../stream/read-blocks.ts';
import { RowCollector } from '../stream/row-collector.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import type { RowValues } from './row-values.ts';
import { type DumpSink, SqlScanner } from './sql-scanner.ts';
import { findColumn } from './sql-survey.ts';

/** Whether a backslash escapes inside quotes: by the signs of MySQL, else by those of PostgreSQL; MySQL's way in doubt. */
export function usesBackslash(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 262_144);
  if (/\bENGINE\s*=|^\s*(insert|create|drop)\s[^\n(]*`/im.test(text)) return true;
  return !/PostgreSQL|standard_conforming_strings|^COPY\s.*\sFROM\s+stdin|^\s*insert\s+into\s+"|\bE'|::\w/im.test(text);
}

/** Streams the rows of one table of a dump; a plain file is read only where the table lies. */
export async function* readSql(file: Opening, backslash: boolean, table: SourceTable): AsyncGenerator<RowBlock> {
  if (table.extent === undefined) return;
  const cut = problem('BERKAS_TERPOTONG', { berkas: fileName(file) });
  const [from, to] = table.extent;
  yield* readBlocks(await openBytes(file, { from, to }), new SqlTableScanner(table, backslash, cut), { cut });
}

export class SqlTableScanner implements RowScanner, DumpSink {
  readonly rows: RowCollector;
  readonly #table: SourceTable;
  readonly #scanner: SqlScanner;
  /** Column of the table for each value of the statement at hand. */
  #positions: readonly number[];
  readonly #inOrder: readonly number[];

  constructor(table: SourceTable, backslash: boolean, cut: Problem) {
    this.rows = new RowCollector(table.columns.length);
    this.#table = table;
    this.#scanner = new SqlScanner(this, backslash, cut);
    this.#inOrder = table.columns.map((_, index) => index);
    this.#positions = this.#inOrder;
  }

  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    return this.#scanner.scan(bytes, from, to, rest);
  }

  begin(table: string, columns: readonly string[] | undefined): boolean {
    if (table !== this.#table.name) return false;
    this.#positions = columns?.map((column) => findColumn(this.#table.columns, column)) ?? this.#inOrder;
    return true;
  }

  row(_bytes: Buffer, values: RowValues): boolean {
    const positions = this.#positions;
    const { count } = values;
    if (count !== positions.length) {
      const code = count < positions.length ? 'BARIS_KURANG_KOLOM' : 'BARIS_LEBIH_KOLOM';
      this.rows.reject(problem(code, { jumlah: count, kolom: positions.length }));
      return true;
    }
    const first = this.rows.begin();
    const { cells, columns } = this.rows;
    if (count < columns) cells.fill(0, first, first + 2 * columns);
    for (let at = 0; at < count; at++) {
      const cell = first + 2 * (positions[at] ?? 0);
      cells[cell] = values.starts[at] ?? 0;
      cells[cell + 1] = values.ends[at] ?? 0;
    }
    this.rows.commit();
    return true;
  }

  reject(reason: Problem): void {
    this.rows.reject(reason);
  }

  define(): void {
    // The columns are known from the survey.
  }

  end(): void {
    // The extent of the table is known from the survey.
  }
}
