import { isAscii, isUtf8 } from 'node:buffer';
import { type ProblemCode, problem } from '#kernel/problem.ts';
import { MAX_CELL, sizeText } from '../limits.ts';
import type { RowBlock, RowProblem } from '../types.ts';
import { decodeWindows1252, type LegacyDecoder } from './code-pages.ts';
import { type NewCell, replaceCells } from './replace-cells.ts';

/** Longer rows are looked at cell by cell: their cells may lie far apart. */
const LONGEST_PLAIN_ROW = 1 << 16;

/** How a container writes text. */
export interface TextForm {
  /** Reads what is not UTF-8. */
  readonly decode: LegacyDecoder;
  /** Cells have no sign between them, so that a character may be cut in two where bytes are valid on the whole. */
  readonly fixedWidth: boolean;
}

export const DELIMITED: TextForm = { decode: decodeWindows1252, fixedWidth: false };

/**
 * Makes sure that every cell is UTF-8 without NUL and of bearable size. Cells in an old code page are transcoded one by
 * one, because deliveries mix the two in one file; a cell that is neither is emptied and reported. Costs two fast native
 * passes over `bytes[from..to)` where all is well.
 */
export function mendText(block: RowBlock, from: number, to: number, form: TextForm): RowBlock {
  if (block.rows === 0) return block;
  const text = block.bytes.subarray(from, to);
  const isClean = form.fixedWidth ? isAscii(text) : isUtf8(text);
  if (to - from <= MAX_CELL && isClean && !text.includes(0)) return block;
  return new Mender(block, form.decode).mend();
}

class Mender {
  readonly #block: RowBlock;
  readonly #problems: RowProblem[];
  readonly #replaced: NewCell[] = [];
  readonly #decode: LegacyDecoder;

  constructor(block: RowBlock, decode: LegacyDecoder) {
    this.#block = block;
    this.#problems = [...block.problems];
    this.#decode = decode;
  }

  mend(): RowBlock {
    const { cells, columns, rows } = this.#block;
    for (let row = 0; row < rows; row++) {
      if (this.#isPlainRow(row)) continue;
      for (let cell = row * columns; cell < (row + 1) * columns; cell++)
        this.#mendCell(cell, cells[2 * cell] ?? 0, cells[2 * cell + 1] ?? 0);
    }
    return replaceCells({ ...this.#block, problems: this.#problems }, this.#replaced);
  }

  /** Most rows of an old code page are plain ASCII: two native passes over all that lies between their cells tell it. */
  #isPlainRow(row: number): boolean {
    const { bytes, cells, columns } = this.#block;
    let from = bytes.length;
    let to = 0;
    for (let at = 2 * row * columns; at < 2 * (row + 1) * columns; at += 2) {
      const [start = 0, end = 0] = [cells[at], cells[at + 1]];
      if (start >= end) continue;
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
    if (to - from > LONGEST_PLAIN_ROW) return false;
    const text = bytes.subarray(from, to);
    return isAscii(text) && !text.includes(0);
  }

  #mendCell(cell: number, start: number, end: number): void {
    const { bytes } = this.#block;
    let kind = 0;
    for (let i = start; i < end; i++) {
      const byte = bytes[i];
      if (byte === 0) kind |= 1;
      else if (byte !== undefined && byte >= 0x80) kind |= 2;
    }
    if (kind === 0 && end - start <= MAX_CELL) return;
    const content = bytes.subarray(start, end);
    if (content.length > MAX_CELL) this.#empty(cell, 'SEL_TERLALU_BESAR');
    else if (kind & 1) this.#empty(cell, 'SEL_NUL');
    else if (!isUtf8(content)) this.#transcode(cell, content);
  }

  #transcode(cell: number, content: Uint8Array): void {
    const text = this.#decode(content);
    if (text === undefined) this.#empty(cell, 'SEL_PENYANDIAN');
    else this.#replaced.push({ cell, text: Buffer.from(text) });
  }

  #empty(cell: number, code: ProblemCode): void {
    const { bytes, cells, columns, rowNumbers } = this.#block;
    const start = cells[2 * cell] ?? 0;
    const shown = Buffer.from(bytes.subarray(start, Math.min(cells[2 * cell + 1] ?? 0, start + 800)));
    this.#problems.push({
      row: rowNumbers[Math.floor(cell / columns)] ?? 0,
      column: cell % columns,
      value: shown.toString('utf8').replaceAll('\0', '').slice(0, 200),
      problem: problem(code, code === 'SEL_TERLALU_BESAR' ? { batas: sizeText(MAX_CELL) } : {}),
    });
    cells[2 * cell + 1] = start;
  }
}
