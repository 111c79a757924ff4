import type { RowBlock } from '#formats';
import { type CellRange, isEmptyCell, trimCell } from './plan/cell-bytes.ts';
import type { Reader, Recipe } from './recipe.ts';

type Sambung = Extract<Reader, { jenis: 'sambung' }>;

/** Under this name the joined value of several columns stands among the rows: "KDU1+KDU2+KDU3". */
export const sambungName = ({ kolom }: Sambung): string => kolom.join('+');

/** One value that lies over several columns. */
export interface JoinedColumn {
  readonly name: string;
  /** Positions of the parts. */
  readonly parts: readonly number[];
  readonly separator: Uint8Array;
}

/**
 * The joined columns of a recipe, each once. Where a part is missing or secret nothing is joined: a shorter code would be another
 * one.
 */
export function locateJoinedColumns(recipe: Recipe, columns: readonly string[]): readonly JoinedColumn[] {
  const found = new Map<string, JoinedColumn>();
  for (const { kanonik, pembaca } of recipe.kolom) {
    if (kanonik === null || pembaca.jenis !== 'sambung') continue;
    const parts = pembaca.kolom.map((name) => (recipe.rahasia.includes(name) ? -1 : columns.indexOf(name)));
    const name = sambungName(pembaca);
    if (parts.every((part) => part >= 0) && !found.has(name)) {
      found.set(name, { name, parts, separator: new TextEncoder().encode(pembaca.pemisah) });
    }
  }
  return [...found.values()];
}

/** Every block with the joined values behind its own cells. */
export async function* joinColumns(
  blocks: AsyncIterable<RowBlock>,
  joined: readonly JoinedColumn[],
): AsyncIterable<RowBlock> {
  for await (const block of blocks) yield widen(block, joined);
}

function widen(block: RowBlock, joined: readonly JoinedColumn[]): RowBlock {
  const columns = block.columns + joined.length;
  const cells = new Int32Array(block.rows * columns * 2);
  const added = new ByteList();
  const behind = block.bytes.length;
  for (let row = 0; row < block.rows; row++) {
    const own = row * block.columns * 2;
    const base = row * columns * 2;
    for (let i = 0; i < block.columns * 2; i++) cells[base + i] = block.cells[own + i] as number;
    for (let index = 0, at = base + block.columns * 2; index < joined.length; index++, at += 2) {
      cells[at] = behind + added.length;
      appendJoined(block, own, joined[index] as JoinedColumn, added);
      cells[at + 1] = behind + added.length;
    }
  }
  const bytes = new Uint8Array(behind + added.length);
  bytes.set(block.bytes);
  bytes.set(added.bytes.subarray(0, added.length), behind);
  return { ...block, bytes, cells, columns };
}

const cell: CellRange = { start: 0, end: 0 };

/** Empty levels at the end are left off, those within keep their place, so that different cells never give one code. */
function appendJoined(
  { bytes, cells }: RowBlock,
  base: number,
  { parts, separator }: JoinedColumn,
  out: ByteList,
): void {
  let full = out.length;
  for (let index = 0; index < parts.length; index++) {
    const at = base + 2 * (parts[index] as number);
    trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
    if (index > 0) out.push(separator, 0, separator.length);
    if (isEmptyCell(bytes, cell.start, cell.end)) continue;
    out.push(bytes, cell.start, cell.end);
    full = out.length;
  }
  out.length = full;
}

class ByteList {
  bytes: Uint8Array = new Uint8Array(1 << 14);
  length = 0;

  push(source: Uint8Array, start: number, end: number): void {
    if (this.length + end - start > this.bytes.length) {
      const larger = new Uint8Array(2 * (this.length + end - start));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let i = start; i < end; i++) this.bytes[this.length++] = source[i] as number;
  }
}
