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
import { eachInnerRow, holdsRows } from './inner-rows.ts';
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
  const tables = [...drafts.tables].flatMap(([path, draft]): SourceTable[] => {
    const { keys, sample } = draft;
    if (sample.length === 0) return [];
    const own = { name: path || name, path, columns: keys.names, types: [], sample: fillUp(sample, keys) };
    return [own, ...innerTables(own, draft)];
  });
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
  /** Rows that lie within cells of the table, by the column of these. */
  readonly inner: Map<number, InnerDraft>;
}

interface InnerDraft {
  readonly keys: KeyIndex;
  readonly cells: ObjectCells;
  readonly sample: { readonly owner: readonly string[]; readonly cells: readonly string[] }[];
}

const newDraft = (): Pick<Draft, 'keys' | 'cells'> => {
  const keys = new KeyIndex([], MAX_COLUMNS + 1);
  return { keys, cells: new ObjectCells(keys) };
};

/** In front of the name of the column that tells whose row it is. */
const OWNER = 'induk';
/** Arrays within the rows of one table that are tables; others stay cells. */
const MOST_INNER = 20;

/**
 * The arrays of objects within the rows of a table ("riwayat_pangkat") as tables of their own, whose first column repeats what tells the
 * rows of the outer one apart. Where nothing does they stay cells.
 */
function innerTables(own: SourceTable & { readonly path: string }, { inner }: Draft): readonly SourceTable[] {
  const key = findKey(own);
  if (key === undefined) return [];
  const name = own.columns[key] ?? '';
  return [...inner].map(([column, { keys, sample }]) => ({
    name: `${own.name}.${own.columns[column] ?? ''}`,
    path: own.path,
    within: { table: own.name, column: own.columns[column] ?? '', key: name },
    columns: [`${OWNER}.${name}`, ...keys.names],
    types: [],
    sample: sample.map(({ owner, cells }) => [owner[key] ?? '', ...keys.names.map((_, at) => cells[at] ?? '')]),
  }));
}

class Survey implements JsonSink {
  readonly tables = new Map<string, Draft>();
  #current: Draft | undefined;

  begin(path: string): ObjectCells {
    const draft = this.tables.get(path) ?? { ...newDraft(), sample: [], inner: new Map<number, InnerDraft>() };
    this.tables.set(path, draft);
    this.#current = draft;
    return draft.cells;
  }

  row(bytes: Buffer): void {
    if (!this.#current) return;
    const { cells, sample, inner } = this.#current;
    const row = sample.length < SAMPLE_ROWS ? textsOf(cells, bytes) : undefined;
    if (row) sample.push(row);
    for (let at = 0; at < cells.count; at++) {
      const [start = 0, end = 0] = [cells.starts[at], cells.ends[at]];
      if (holdsRows(bytes, start, end)) surveyInner(inner, cells.columns[at] ?? 0, row, bytes, [start, end]);
    }
  }

  reject(): void {
    // Reported when the table is read.
  }
}

function textsOf(cells: ObjectCells, bytes: Buffer): string[] {
  const row: string[] = [];
  for (let at = 0; at < cells.count; at++) {
    row[cells.columns[at] ?? 0] = decodeText(bytes.subarray(cells.starts[at], cells.ends[at])).trim();
  }
  return row;
}

/** Every row is gone through, for any object may bring a new key; `owner` is given where the outer row is in the sample. */
function surveyInner(
  inner: Map<number, InnerDraft>,
  column: number,
  owner: readonly string[] | undefined,
  bytes: Buffer,
  range: readonly [number, number],
): void {
  const draft = inner.get(column) ?? { ...newDraft(), sample: [] };
  if (!inner.has(column) && inner.size >= MOST_INNER) return;
  inner.set(column, draft);
  eachInnerRow(bytes, range, draft.cells, {
    row: () => {
      if (owner && draft.sample.length < SAMPLE_ROWS) draft.sample.push({ owner, cells: textsOf(draft.cells, bytes) });
    },
    broken: () => undefined,
  });
}

export class JsonTableScanner implements RowScanner, JsonSink {
  readonly rows: RowCollector;
  readonly #path: string;
  readonly #cells: ObjectCells;
  /** Cells of the rows within a row, where the table is made of these. */
  readonly #inner: ObjectCells | undefined;
  readonly #scanner: JsonScanner;

  constructor({ path = '', columns, within }: SourceTable, lines: boolean, cut: Problem) {
    this.rows = new RowCollector(columns.length);
    this.#path = path;
    const own = within ? [within.key, within.column] : columns;
    this.#cells = new ObjectCells(new KeyIndex(own, own.length));
    const inner = columns.slice(1);
    this.#inner = within && new ObjectCells(new KeyIndex(inner, inner.length));
    this.#scanner = new JsonScanner(this, lines, cut);
  }

  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    return this.#scanner.scan(bytes, from, to, rest);
  }

  begin(path: string): ObjectCells | undefined {
    return path === this.#path ? this.#cells : undefined;
  }

  row(bytes: Buffer): void {
    const inner = this.#inner;
    if (!inner) {
      this.#put(this.#cells, 0, NOTHING);
      return;
    }
    const [owner, rows] = [rangeOf(this.#cells, 0), rangeOf(this.#cells, 1)];
    if (!holdsRows(bytes, ...rows)) return;
    eachInnerRow(bytes, rows, inner, {
      row: () => this.#put(inner, 1, owner),
      broken: () => this.rows.reject(problem('BARIS_RUSAK')),
    });
  }

  /** Puts a row together: what stands in front of it, and its own cells behind that. */
  #put({ count, columns, starts, ends }: ObjectCells, shift: number, [start, end]: readonly [number, number]): void {
    const first = this.rows.begin();
    const { cells } = this.rows;
    cells.fill(0, first, first + 2 * this.rows.columns);
    cells[first] = start;
    cells[first + 1] = end;
    for (let at = 0; at < count; at++) {
      const cell = first + 2 * ((columns[at] ?? 0) + shift);
      cells[cell] = starts[at] ?? 0;
      cells[cell + 1] = ends[at] ?? 0;
    }
    this.rows.commit();
  }

  reject(reason: Problem): void {
    this.rows.reject(reason);
  }
}

/** A number, a long hexadecimal one, a uuid: what names a row, as no name and no date does. */
const IDENTIFIER = /^(?:\d+|[\da-f]{24,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Share of the rows that must have one: somebody may be without a number. */
const IDENTIFIED = 0.97;

/** The column of identifiers that no two rows of the sample share, of several the one with the longest: the more a number says the surer. */
function findKey({ columns, sample }: SourceTable): number | undefined {
  const found = columns.flatMap((_, column) => {
    const values = sample.flatMap((row) => (IDENTIFIER.test(row[column] ?? '') ? [row[column] ?? ''] : []));
    const isKey = values.length >= sample.length * IDENTIFIED && new Set(values).size === values.length;
    return isKey ? [{ column, length: values[0]?.length ?? 0 }] : [];
  });
  return found.toSorted((a, b) => b.length - a.length || a.column - b.column)[0]?.column;
}

const NOTHING = [0, 0] as const;

/** Where the value of a column lies; the last one where a key is repeated. */
function rangeOf({ count, columns, starts, ends }: ObjectCells, column: number): readonly [number, number] {
  for (let at = count - 1; at >= 0; at--) if (columns[at] === column) return [starts[at] ?? 0, ends[at] ?? 0];
  return NOTHING;
}
