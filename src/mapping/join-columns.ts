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
  const added: number[] = [];
  for (let row = 0; row < block.rows; row++) {
    const own = row * block.columns * 2;
    const base = row * columns * 2;
    cells.set(block.cells.subarray(own, own + block.columns * 2), base);
    joined.forEach((column, index) => {
      const at = base + (block.columns + index) * 2;
      cells[at] = block.bytes.length + added.length;
      appendJoined(block, own, column, added);
      cells[at + 1] = block.bytes.length + added.length;
    });
  }
  const bytes = new Uint8Array(block.bytes.length + added.length);
  bytes.set(block.bytes);
  bytes.set(added, block.bytes.length);
  return { ...block, bytes, cells, columns };
}

/** Empty levels at the end are left off, those within keep their place, so that different cells never give one code. */
function appendJoined(
  { bytes, cells }: RowBlock,
  base: number,
  { parts, separator }: JoinedColumn,
  out: number[],
): void {
  const cell: CellRange = { start: 0, end: 0 };
  const moveTo = (part: number): boolean => {
    const at = base + 2 * part;
    trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
    return !isEmptyCell(bytes, cell.start, cell.end);
  };
  const last = parts.findLastIndex(moveTo);
  for (let index = 0; index <= last; index++) {
    if (index > 0) out.push(...separator);
    if (moveTo(parts[index] as number)) out.push(...bytes.subarray(cell.start, cell.end));
  }
}
