import type { RowBlock, SourceTable } from './types.ts';

/** The text of a cell without outer blanks. Row and column count from 0; NULL and absent cells give ''. */
export function cellText(block: RowBlock, row: number, column: number): string {
  const at = 2 * (row * block.columns + column);
  const start = block.cells[at] ?? 0;
  const end = block.cells[at + 1] ?? 0;
  if (start >= end) return '';
  return textOf(block.bytes, start, end).trim();
}

/** The text of a cell as it stands, outer blanks and all; null for the NULL of a dump, which is not the same as an empty text. */
export function rawCell({ bytes, cells, columns }: RowBlock, row: number, column: number): string | null {
  const at = 2 * (row * columns + column);
  const start = cells[at] ?? 0;
  const end = cells[at + 1] ?? 0;
  if (start < 0) return null;
  return start >= end ? '' : textOf(bytes, start, end);
}

/** The text of a range of UTF-8 bytes, which may lie in shared memory. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return asBuffer(bytes).toString('utf8', start, end);
}

/** The rows of a block as texts, at most `limit`. */
export function rowTexts(block: RowBlock, limit: number): SourceTable['sample'] {
  return Array.from({ length: Math.min(limit, block.rows) }, (_, row) => textsOfRow(block, row));
}

/** Cells of a longer row may lie far apart. */
const LONGEST_ROW = 1 << 16;

/** One text for the whole row, cut into its cells; cell by cell where characters are not bytes. */
function textsOfRow(block: RowBlock, row: number): readonly string[] {
  const { cells, columns } = block;
  const first = 2 * row * columns;
  let from = block.bytes.length;
  let to = 0;
  for (let at = first; at < first + 2 * columns; at += 2) {
    const start = cells[at] ?? 0;
    const end = cells[at + 1] ?? 0;
    if (start >= end) continue;
    if (start < from) from = start;
    if (end > to) to = end;
  }
  const text = to - from <= LONGEST_ROW ? asBuffer(block.bytes).toString('utf8', from, to) : '';
  const isPlain = text.length === to - from;
  const texts: string[] = [];
  for (let column = 0; column < columns; column++) {
    const start = cells[first + 2 * column] ?? 0;
    const end = cells[first + 2 * column + 1] ?? 0;
    if (start >= end) texts.push('');
    else texts.push(isPlain ? text.slice(start - from, end - from).trim() : cellText(block, row, column));
  }
  return texts;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
