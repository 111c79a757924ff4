import { isAscii, isUtf8 } from 'node:buffer';
import { type ProblemCode, problem } from '#kernel/problem.ts';
import { MAX_CELL, sizeText } from '../limits.ts';
import type { RowBlock, RowProblem } from '../types.ts';
import { decodeWindows1252, type LegacyDecoder } from './code-pages.ts';
import { type NewCell, replaceCells, SpareBytes } from './replace-cells.ts';

/** Rows over more bytes are looked at one by one, and a longer row cell by cell: cells may lie far apart. */
const LONGEST_RUN = 1 << 16;
/** Rows that are judged together: few of an old code page hold such a character at all. */
const RUN_ROWS = 16;

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
export function mendText(
  block: RowBlock,
  from: number,
  to: number,
  form: TextForm,
  spare = new SpareBytes(),
): RowBlock {
  if (block.rows === 0) return block;
  if (to - from <= MAX_CELL && isClean(block.bytes.subarray(from, to), form)) return block;
  return new Mender(block, form).mend(spare);
}

/** Whether no cell within the text needs mending, wherever its cells lie. */
function isClean(text: Uint8Array, { fixedWidth }: TextForm): boolean {
  return (fixedWidth ? isAscii(text) : isUtf8(text)) && !text.includes(0);
}

class Mender {
  readonly #block: RowBlock;
  readonly #problems: RowProblem[];
  readonly #replaced: NewCell[] = [];
  readonly #form: TextForm;

  constructor(block: RowBlock, form: TextForm) {
    this.#block = block;
    this.#problems = [...block.problems];
    this.#form = form;
  }

  mend(spare: SpareBytes): RowBlock {
    const { rows } = this.#block;
    for (let row = 0; row < rows; row += RUN_ROWS) {
      const end = Math.min(rows, row + RUN_ROWS);
      if (!this.#isClean(row, end)) this.#mendRows(row, end);
    }
    return replaceCells({ ...this.#block, problems: this.#problems }, this.#replaced, spare);
  }

  #mendRows(from: number, to: number): void {
    const { cells, columns } = this.#block;
    for (let row = from; row < to; row++) {
      if (this.#isClean(row, row + 1)) continue;
      for (let cell = row * columns; cell < (row + 1) * columns; cell++)
        this.#mendCell(cell, cells[2 * cell] ?? 0, cells[2 * cell + 1] ?? 0);
    }
  }

  /** Native passes over all that lies between the cells of some rows tell that none of them needs mending. */
  #isClean(fromRow: number, toRow: number): boolean {
    const { bytes, cells, columns } = this.#block;
    let from = bytes.length;
    let to = 0;
    for (let at = 2 * fromRow * columns; at < 2 * toRow * columns; at += 2) {
      const start = cells[at] as number;
      const end = cells[at + 1] as number;
      // NULL of a dump lies nowhere.
      if (start >= end) continue;
      if (start < from) from = start;
      if (end > to) to = end;
    }
    return to - from <= LONGEST_RUN && isClean(bytes.subarray(from, to), this.#form);
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
    const text = this.#form.decode(content);
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
