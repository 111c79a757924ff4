import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_COLUMNS, MAX_TABLES, SAMPLE_ROWS } from '../limits.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import { ByteWindow } from '../stream/byte-window.ts';
import { decodeText } from '../stream/code-pages.ts';
import { advance } from '../stream/read-blocks.ts';
import type { SourceTable } from '../types.ts';
import type { RowValues } from './row-values.ts';
import { type DumpSink, SqlScanner } from './sql-scanner.ts';
import { readDefinition } from './table-definition.ts';

/** Goes once through a dump and lists its tables in the order of the file, with first rows and their place. */
export async function surveyDump(file: Opening, backslash: boolean): Promise<Result<readonly SourceTable[], Problem>> {
  const berkas = fileName(file);
  const source = await openBytes(file);
  const survey = new Survey();
  const scanner = new SqlScanner(survey, backslash, problem('BERKAS_TERPOTONG', { berkas }));
  const window = new ByteWindow(source);
  try {
    while (!window.ended && survey.drafts.size <= MAX_TABLES) {
      await window.more();
      survey.base = window.base;
      window.start = advance(window, scanner);
    }
  } finally {
    await source.close();
  }
  if (survey.drafts.size > MAX_TABLES) return fail(problem('BATAS_TABEL', { berkas, batas: MAX_TABLES }));
  const drafts = [...survey.drafts.values()];
  const wide = drafts.find(({ columns }) => columns.length > MAX_COLUMNS);
  if (wide) {
    return fail(problem('BATAS_KOLOM', { berkas, tabel: wide.name, jumlah: wide.columns.length, batas: MAX_COLUMNS }));
  }
  const tables = drafts.filter(({ columns }) => columns.length > 0);
  return tables.length > 0 ? ok(tables) : fail(problem(window.broken ? 'BERKAS_TERPOTONG' : 'TANPA_TABEL', { berkas }));
}

interface Draft {
  readonly name: string;
  readonly columns: string[];
  readonly types: string[];
  readonly sample: string[][];
  extent?: [number, number];
}

class Survey implements DumpSink {
  /** Place in the stream of the bytes that the scanner sees. */
  base = 0;
  readonly drafts = new Map<string, Draft>();
  #current: Draft = { name: '', columns: [], types: [], sample: [] };
  /** Column of the table for each value of the statement at hand; undefined where all come in order. */
  #positions: readonly number[] | undefined;

  define(table: string, text: string): void {
    const draft = this.#draft(table);
    const { columns, types } = readDefinition(text);
    if (draft.columns.length > 0) return;
    draft.columns.push(...columns);
    draft.types.push(...types);
  }

  begin(table: string, columns: readonly string[] | undefined, at: number): boolean {
    const draft = this.#draft(table);
    this.#current = draft;
    draft.extent ??= [this.base + at, this.base + at];
    for (const column of columns ?? []) if (findColumn(draft.columns, column) < 0) draft.columns.push(column);
    this.#positions = columns?.map((column) => findColumn(draft.columns, column));
    return draft.sample.length < SAMPLE_ROWS;
  }

  row(bytes: Buffer, values: RowValues): boolean {
    const { columns, sample } = this.#current;
    for (let at = columns.length; at < values.count && sample.length === 0; at++) {
      if (this.#positions === undefined && columns.length === at) columns.push(`Kolom ${at + 1}`);
    }
    const wanted = this.#positions?.length ?? columns.length;
    if (values.count !== wanted || wanted > MAX_COLUMNS) return true;
    const row = columns.map(() => '');
    for (let at = 0; at < values.count; at++) {
      const cell = bytes.subarray(values.starts[at], values.ends[at]);
      row[this.#positions?.[at] ?? at] = decodeText(cell).trim();
    }
    sample.push(row);
    return sample.length < SAMPLE_ROWS;
  }

  reject(): void {
    // Reported when the table is read.
  }

  end(at: number): void {
    if (this.#current.extent) this.#current.extent[1] = this.base + at;
  }

  #draft(name: string): Draft {
    const known = this.drafts.get(name);
    if (known) return known;
    const draft: Draft = { name, columns: [], types: [], sample: [] };
    this.drafts.set(name, draft);
    return draft;
  }
}

/** The position of a column, in the writing of the table or in any other case; -1 where there is none. */
export function findColumn(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  return exact >= 0 ? exact : columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}
