import type { RowBlock } from '../types.ts';

/** A cell (counted through the block, row by row) whose text is not among the bytes as they came. */
export interface NewCell {
  readonly cell: number;
  readonly text: Buffer;
}

/** Memory that each block with new texts takes over from the one before: to claim fresh pages costs more than to fill them. */
export class SpareBytes {
  #bytes = Buffer.alloc(0);

  /** So many bytes, with whatever they held. */
  take(length: number): Buffer {
    if (this.#bytes.length < length) this.#bytes = Buffer.allocUnsafeSlow(length + (length >> 3));
    return this.#bytes.subarray(0, length);
  }
}

/** The block with the new texts behind its bytes; the ranges of those cells point there. With `spare` it lasts until the next such block. */
export function replaceCells<B extends RowBlock>(block: B, replaced: readonly NewCell[], spare = new SpareBytes()): B {
  if (replaced.length === 0) return block;
  const { bytes, cells } = block;
  const length = replaced.reduce((sum, { text }) => sum + text.length, bytes.length);
  const grown = spare.take(length);
  grown.set(bytes);
  let at = bytes.length;
  for (const { cell, text } of replaced) {
    cells[2 * cell] = at;
    grown.set(text, at);
    at += text.length;
    cells[2 * cell + 1] = at;
  }
  return { ...block, bytes: grown };
}
