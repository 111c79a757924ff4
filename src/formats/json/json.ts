import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_COLUMNS, MAX_TABLES, SAMPLE_ROWS } from '../limits.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import { ByteWindow } from '../stream/byte-window.ts';
import { decodeText } from '../stream/code-pages.ts';
import { advance, readBlocks, type Rest, type RowScanner } from '../stream/read-blocks.ts';
import { RowCollector } from '../stream/row-collector.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { JsonScanner, type JsonSink } from './json-scanner.ts';
import { KeyIndex } from './key-index.ts';
import { INCOMPLETE, ObjectCells, skipSpace } from './object-cells.ts';

interface Opened {
  readonly container: 'json' | 'ndjson';
  readonly tables: readonly SourceTable[];
}

/**
 * Lists the arrays of objects of a JSON file, named by the keys that lead to them ("result.data"), or the one table of a
 * file with an object a line. Goes once through the whole file, because any object may bring a new key.
 */
export async function openJson(file: Opening, head: Buffer, name: string): Promise<Result<Opened, Problem>> {
  const container = isLines(head) ? 'ndjson' : 'json';
  const found = await survey(file, name, container);
  // A single object without tables inside is a line of its own.
  const isRow = !found.ok && found.error.code === 'TANPA_TABEL' && container === 'json' && firstByte(head) === '{';
  const again = isRow ? await survey(file, name, 'ndjson') : found;
  return again.ok ? ok({ container: isRow ? 'ndjson' : container, tables: again.value }) : again;
}

/** Streams the objects of one table; a key that an object lacks is an empty cell. */
export async function* readJson(
  file: Opening,
  container: 'json' | 'ndjson',
  table: SourceTable,
): AsyncGenerator<RowBlock> {
  const cut = problem('BERKAS_TERPOTONG', { berkas: fileName(file) });
  yield* readBlocks(await openBytes(file), new JsonTableScanner(table, container === 'ndjson', cut), { cut });
}

const firstByte = (head: Buffer): string => String.fromCharCode(head[skipSpace(head, 0, head.length)] ?? 0);

/** Whether objects follow each other without an array around them. */
function isLines(head: Buffer): boolean {
  const start = skipSpace(head, 0, head.length);
  if (firstByte(head) !== '{') return false;
  const end = new ObjectCells(new KeyIndex([], MAX_COLUMNS)).read(head, start, head.length);
  if (end < 0) return end !== INCOMPLETE && /\}\s*\n\s*\{/.test(head.toString('latin1', start, start + 65_536));
  return head[skipSpace(head, end, head.length)] === 123;
}

async function survey(
  file: Opening,
  name: string,
  container: 'json' | 'ndjson',
): Promise<Result<readonly SourceTable[], Problem>> {
  const berkas = fileName(file);
  const source = await openBytes(file);
  const drafts = new Survey();
  const scanner = new JsonScanner(drafts, container === 'ndjson', problem('BERKAS_TERPOTONG', { berkas }));
  const window = new ByteWindow(source);
  try {
    while (!window.ended && drafts.tables.size <= MAX_TABLES) {
      await window.more();
      window.start = advance(window, scanner);
    }
  } finally {
    await source.close();
  }
  if (drafts.tables.size > MAX_TABLES) return fail(problem('BATAS_TABEL', { berkas, batas: MAX_TABLES }));
  const tables = [...drafts.tables].flatMap(([path, { keys, sample }]) =>
    sample.length === 0
      ? []
      : [{ name: path || name, path, columns: keys.names, types: [], sample: fillUp(sample, keys) }],
  );
  const wide = tables.find(({ columns }) => columns.length > MAX_COLUMNS);
  if (wide) {
    return fail(problem('BATAS_KOLOM', { berkas, tabel: wide.name, jumlah: wide.columns.length, batas: MAX_COLUMNS }));
  }
  return tables.length > 0 ? ok(tables) : fail(problem(window.broken ? 'BERKAS_TERPOTONG' : 'TANPA_TABEL', { berkas }));
}

/** Rows of the sample end where the keys known at that time ended. */
function fillUp(sample: readonly string[][], keys: KeyIndex): string[][] {
  return sample.map((row) => keys.names.map((_, at) => row[at] ?? ''));
}

interface Draft {
  readonly keys: KeyIndex;
  readonly cells: ObjectCells;
  readonly sample: string[][];
}

class Survey implements JsonSink {
  readonly tables = new Map<string, Draft>();
  #current: Draft | undefined;

  begin(path: string): ObjectCells {
    const keys = new KeyIndex([], MAX_COLUMNS + 1);
    const draft = this.tables.get(path) ?? { keys, cells: new ObjectCells(keys), sample: [] };
    this.tables.set(path, draft);
    this.#current = draft;
    return draft.cells;
  }

  row(bytes: Buffer): void {
    if (!this.#current || this.#current.sample.length >= SAMPLE_ROWS) return;
    const { cells, sample } = this.#current;
    const row: string[] = [];
    for (let at = 0; at < cells.count; at++) {
      row[cells.columns[at] ?? 0] = decodeText(bytes.subarray(cells.starts[at], cells.ends[at])).trim();
    }
    sample.push(row);
  }

  reject(): void {
    // Reported when the table is read.
  }
}

export class JsonTableScanner implements RowScanner, JsonSink {
  readonly rows: RowCollector;
  readonly #path: string;
  readonly #cells: ObjectCells;
  readonly #scanner: JsonScanner;

  constructor(table: SourceTable, lines: boolean, cut: Problem) {
    this.rows = new RowCollector(table.columns.length);
    this.#path = table.path ?? '';
    this.#cells = new ObjectCells(new KeyIndex(table.columns, table.columns.length));
    this.#scanner = new JsonScanner(this, lines, cut);
  }

  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    return this.#scanner.scan(bytes, from, to, rest);
  }

  begin(path: string): ObjectCells | undefined {
    return path === this.#path ? this.#cells : undefined;
  }

  row(): void {
    const { count, columns, starts, ends } = this.#cells;
    const first = this.rows.begin();
    const { cells } = this.rows;
    cells.fill(0, first, first + 2 * this.rows.columns);
    for (let at = 0; at < count; at++) {
      const cell = first + 2 * (columns[at] ?? 0);
      cells[cell] = starts[at] ?? 0;
      cells[cell + 1] = ends[at] ?? 0;
    }
    this.rows.commit();
  }

  reject(reason: Problem): void {
    this.rows.reject(reason);
  }
}
