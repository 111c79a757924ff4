import type { RowBlock, SourceTable } from './types.ts';

/** The text of a cell without outer blanks. Row and column count from 0; NULL and absent cells give ''. */
export function cellText(block: RowBlock, row: number, column: number): string {
  const at = 2 * (row * block.columns + column);
  const start = block.cells[at] ?? 0;
  const end = block.cells[at + 1] ?? 0;
  if (start >= end) return '';
  return asBuffer(block.bytes).toString('utf8', start, end).trim();
}

/** The rows of a block as texts, at most `limit`. */
export function rowTexts(block: RowBlock, limit: number): SourceTable['sample'] {
  return Array.from({ length: Math.min(limit, block.rows) }, (_row, row) =>
    Array.from({ length: block.columns }, (_cell, column) => cellText(block, row, column)),
  );
}

function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
