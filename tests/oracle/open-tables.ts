import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Recipe } from '#mapping';
import { parseTanggal } from '#rules/tanggal.ts';
import { readCsv } from './read-csv.ts';
import { readDbf } from './read-dbf.ts';
import { readDump } from './read-dump.ts';
import { readJson } from './read-json.ts';
import type { Table } from './table.ts';

/** The tables of a file by name. Workbooks are not read here. */
export function openTables(path: string, recipe: Recipe): ReadonlyMap<string, Table> {
  const name = basename(path).replace(/\.gz$/, '');
  const raw = readFileSync(path);
  const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw;
  const plain = name.replace(/\..*$/, '');
  switch (name.slice(plain.length)) {
    case '.csv':
      return new Map([
        [
          recipe.tabel,
          readCsv(
            lettersOf(bytes),
            recipe.kolom.map(({ sumber }) => sumber),
          ),
        ],
      ]);
    case '.sql':
      return readDump(lettersOf(bytes));
    case '.dbf':
      return new Map([[plain, readDbf(bytes)]]);
    case '.json':
    case '.ndjson':
      return readJson(bytes.toString('utf8'), plain, name.endsWith('.ndjson'));
    default:
      throw new Error(`The oracle does not read ${name}`);
  }
}

/** One letter a byte; UTF-16 is made UTF-8 first. A mark of the byte order is dropped. */
function lettersOf(bytes: Buffer): string {
  const utf8Letters = (text: string): string => Buffer.from(text).toString('latin1');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf8Letters(bytes.subarray(2).toString('utf16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf8Letters(bytes.subarray(2).swap16().toString('utf16le'));
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
}

/** Values by the name of their column, without outer blanks. */
const cellsOf = (table: Table, cells: readonly string[]) => (column: string | undefined) =>
  (cells[table.columns.indexOf(column ?? '')] ?? '').trim();

/** The people's table with the current row of each history beside it, under names such as "r_jab.tmtjab". */
export function joinTables(tables: ReadonlyMap<string, Table>, recipe: Recipe): Table {
  const people = tables.get(recipe.tabel);
  if (!people) throw new Error(`No table ${recipe.tabel}`);
  let joined: Table = people;
  for (const join of recipe.gabung) {
    const history = tables.get(join.tabel);
    if (!history) continue;
    const current = currentRows(history, join);
    const { columns, rows, refused }: Table = joined;
    const ke = columns.indexOf(join.ke);
    joined = {
      columns: [...columns, ...history.columns.map((column) => `${join.sebagai ?? join.tabel}.${column}`)],
      rows: rows.map(({ baris, cells }) => {
        const beside = current.get((cells[ke] ?? '').trim()) ?? history.columns.map(() => '');
        return { baris, cells: [...columns.map((_, index) => cells[index] ?? ''), ...beside] };
      }),
      refused,
    };
  }
  return joined;
}

/** The row of each person that is current: the greatest, of equals the first. */
function currentRows(history: Table, join: Recipe['gabung'][number]): ReadonlyMap<string, readonly string[]> {
  const current = new Map<string, { readonly rank: number; readonly cells: readonly string[] }>();
  for (const { cells } of history.rows) {
    const cell = cellsOf(history, cells);
    const owner = cell(join.kunci);
    if (owner === '' || join.hanya.some(({ sumber, nilai }) => !nilai.includes(cell(sumber)))) continue;
    const rank = join.terbesar === undefined ? 0 : rankOf(cell(join.terbesar));
    const known = current.get(owner);
    if (!known || rank > known.rank) current.set(owner, { rank, cells });
  }
  return new Map([...current].map(([owner, { cells }]) => [owner, cells]));
}

/** Dates and numbers in their order; what is neither comes before all. */
function rankOf(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text) && text.length !== 8) return Number(text);
  const date = parseTanggal(text, 'dmy');
  return date.ok && date.value !== undefined ? date.value : Number.NEGATIVE_INFINITY;
}

/** A table of codes and labels; of two rows of one code the first counts. */
export function labelsOf(table: Table | undefined, kunci: string, nilai: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { cells } of table?.rows ?? []) {
    const cell = table && cellsOf(table, cells);
    const code = cell?.(kunci) ?? '';
    if (code !== '' && !labels.has(code)) labels.set(code, cell?.(nilai) ?? '');
  }
  return labels;
}
