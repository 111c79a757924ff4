import type { RowBlock } from '#formats';
import type { Cells } from './cells.ts';

const encoder = new TextEncoder();

/** One row as a block. */
export function blockOf(cells: Cells, columns: number): RowBlock {
  const texts = Array.from({ length: columns }, (_, column) => encoder.encode(cells[column] ?? ''));
  const bytes = Buffer.concat(texts);
  const ranges = new Int32Array(columns * 2);
  let at = 0;
  texts.forEach((text, column) => {
    ranges[2 * column] = at;
    at += text.length;
    ranges[2 * column + 1] = at;
  });
  return { bytes, cells: ranges, columns, rows: 1, rowNumbers: new Int32Array([1]), problems: [] };
}
