import type { RowBlock } from '../types.ts';

/** A cell (counted through the block, row by row) whose text is not among the bytes as they came. */
export interface NewCell {
  readonly cell: number;
  readonly text: Buffer;
}

/** The block with the new texts behind its bytes; the ranges of those cells point there. */
export function replaceCells<B extends RowBlock>(block: B, replaced: readonly NewCell[]): B {
  if (replaced.length === 0) return block;
  const { bytes, cells } = block;
  let at = bytes.length;
  for (const { cell, text } of replaced) {
    cells[2 * cell] = at;
    at += text.length;
    cells[2 * cell + 1] = at;
  }
  return { ...block, bytes: Buffer.concat([bytes, ...replaced.map(({ text }) => text)], at) };
}
