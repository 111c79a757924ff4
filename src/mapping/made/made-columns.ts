import { textOf, type RowBlock, type RowProblem } from '#formats';
import { problem } from '#kernel/problem.ts';
import { blockOf } from '../plan/row-block.ts';
import type { Cells } from '../plan/cells.ts';
import type { ColumnMapping, Reader, Recipe } from '../recipe.ts';
import { ByteList, type MadeCell, type MadeColumn, NOT_MADE } from './made-column.ts';
import { spreadColumns } from './bentang.ts';
import { takePiece } from './potong.ts';
import { joinParts } from './sambung.ts';
import { joinDate } from './tanggal-terpisah.ts';
import { takeTextOrDate } from './teks-tanggal.ts';

/** Under this name the made column of a mapping stands among the rows; undefined where the column itself is read. */
export function madeName({
  sumber,
  kanonik,
  pembaca,
}: Pick<ColumnMapping, 'sumber' | 'kanonik' | 'pembaca'>): string | undefined {
  switch (pembaca.jenis) {
    case 'sambung':
      return pembaca.kolom.join('+');
    case 'tanggal_terpisah':
      return [pembaca.hari, pembaca.bulan, pembaca.tahun].join('+');
    case 'teks_tanggal':
      return `${sumber} (${pembaca.ambil})`;
    case 'potong':
      return `${sumber} (bagian ${pembaca.ambil} dari ${pembaca.dari}, ${JSON.stringify(pembaca.pemisah)})`;
    case 'bentang':
      return spreadName(kanonik ?? '');
    default:
      return undefined;
  }
}

const spreadName = (kanonik: string): string => `${kanonik} (bentang)`;

/** Columns of the file that a mapping reads. */
export function sourcesOf({ sumber, pembaca }: Pick<ColumnMapping, 'sumber' | 'pembaca'>): readonly string[] {
  if (pembaca.jenis === 'sambung') return pembaca.kolom;
  if (pembaca.jenis === 'tanggal_terpisah') return [pembaca.hari, pembaca.bulan, pembaca.tahun];
  return [sumber];
}

/** How the made text of a reader is read; other readers are their own. */
export function innerReader(reader: Reader): Reader {
  if (reader.jenis === 'potong') return reader.lalu;
  if (reader.jenis === 'bentang') return { jenis: 'langsung' };
  if (reader.jenis === 'tanggal_terpisah') return { jenis: 'tanggal', urutan: 'dmy' };
  if (reader.jenis !== 'teks_tanggal') return reader;
  return reader.ambil === 'tanggal' ? { jenis: 'tanggal', urutan: reader.urutan } : { jenis: 'langsung' };
}

/**
 * The made columns of a recipe, each once. Where a part is missing or secret nothing is made: a shorter code would be another
 * one.
 */
export function locateMadeColumns(recipe: Recipe, columns: readonly string[]): readonly MadeColumn[] {
  const found = new Map<string, MadeColumn>();
  const placeOf = (name: string): number => (recipe.rahasia.includes(name) ? -1 : columns.indexOf(name));
  for (const column of spreadColumns(recipe, placeOf, spreadName)) found.set(column.name, column);
  for (const mapping of recipe.kolom) {
    const name = mapping.kanonik === null ? undefined : madeName(mapping);
    if (name === undefined || found.has(name)) continue;
    const parts = sourcesOf(mapping).map(placeOf);
    const made = parts.every((part) => part >= 0) ? createMadeColumn(name, mapping.pembaca, parts) : undefined;
    if (made) found.set(name, made);
  }
  return [...found.values()];
}

function createMadeColumn(name: string, reader: Reader, parts: readonly number[]): MadeColumn | undefined {
  switch (reader.jenis) {
    case 'sambung':
      return joinParts(name, reader, parts);
    case 'tanggal_terpisah':
      return joinDate(name, parts);
    case 'teks_tanggal':
      return takeTextOrDate(name, reader.ambil, parts[0] ?? -1);
    case 'potong':
      return takePiece(name, reader, parts[0] ?? -1);
    default:
      return undefined;
  }
}

/** Every block with the made cells behind its own. A cell that cannot be taken apart is listed once, whatever is made of it. */
export async function* makeColumns(
  blocks: AsyncIterable<RowBlock>,
  made: readonly MadeColumn[],
): AsyncIterable<RowBlock> {
  for await (const block of blocks) yield withMadeCells(block, made);
}

export function withMadeCells(block: RowBlock, made: readonly MadeColumn[]): RowBlock {
  const columns = block.columns + made.length;
  const cells = new Int32Array(block.rows * columns * 2);
  const out: MadeCell = { start: 0, end: 0, added: new ByteList(), behind: block.bytes.length };
  const problems: RowProblem[] = [];
  for (let row = 0; row < block.rows; row++) {
    const own = row * block.columns * 2;
    const base = row * columns * 2;
    for (let i = 0; i < block.columns * 2; i++) cells[base + i] = block.cells[own + i] as number;
    for (let index = 0, at = base + block.columns * 2; index < made.length; index++, at += 2) {
      const column = made[index] as MadeColumn;
      const code = column.make(block.bytes, block.cells, own, out);
      cells[at] = code === undefined ? out.start : NOT_MADE;
      cells[at + 1] = code === undefined ? out.end : NOT_MADE;
      const source = column.parts[0] as number;
      const number = block.rowNumbers[row] as number;
      if (code === undefined || isListed(problems, number, source)) continue;
      problems.push({ row: number, column: source, value: shown(block, own, column.parts), problem: problem(code) });
    }
  }
  return {
    ...block,
    bytes: append(block.bytes, out.added),
    cells,
    columns,
    problems: [...block.problems, ...problems],
  };
}

/** Problems of one row stand together at the end. */
function isListed(problems: readonly RowProblem[], row: number, column: number): boolean {
  for (let i = problems.length - 1; i >= 0 && problems[i]?.row === row; i--) {
    if (problems[i]?.column === column) return true;
  }
  return false;
}

const LONGEST_SHOWN = 200;

const shown = ({ bytes, cells }: RowBlock, base: number, parts: readonly number[]): string =>
  parts
    .map((part) => {
      const start = cells[base + 2 * part] as number;
      return start < 0 ? '' : textOf(bytes, start, cells[base + 2 * part + 1] as number).trim();
    })
    .join(' ')
    .slice(0, LONGEST_SHOWN);

function append(bytes: Uint8Array, { bytes: added, length }: ByteList): Uint8Array {
  if (length === 0) return bytes;
  const all = new Uint8Array(bytes.length + length);
  all.set(bytes);
  all.set(added.subarray(0, length), bytes.length);
  return all;
}

/** The cells of one row with its made cells made anew; the first `own` are the row's own. */
export function remakeCells(cells: Cells, own: number, made: readonly MadeColumn[]): Cells {
  if (made.length === 0) return cells;
  const block = withMadeCells(blockOf(cells, own), made);
  const texts = made.map((_, index) => {
    const at = 2 * (own + index);
    const start = block.cells[at] as number;
    return start < 0 ? null : textOf(block.bytes, start, block.cells[at + 1] as number);
  });
  return [...cells.slice(0, own), ...texts];
}
