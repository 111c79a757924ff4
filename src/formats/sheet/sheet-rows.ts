import { type Problem, type ProblemCode, problem } from '#kernel/problem.ts';
import { MAX_CELL, sizeText } from '../limits.ts';
import type { RowBlock, RowProblem } from '../types.ts';
import type { ByteSink } from './byte-sink.ts';
import { MAX_ROW_BYTES } from './sheet-limits.ts';

const BLOCK_BYTES = 1024 * 1024;
const BLOCK_CELLS = 131_072;
const SHOWN_BYTES = 200;

/** Free bytes that a block of rows needs for its texts. */
export const BLOCK_ROOM = BLOCK_BYTES + MAX_ROW_BYTES;

/** Memory for texts: what stands before `end` (shared strings) may be pointed at, what follows is room for a block. */
export interface Arena {
  readonly bytes: Uint8Array;
  readonly end: number;
}

/**
 * The rows of sheets as a block of byte ranges. A reader begins a row, writes texts into `sink` (at most `MAX_ROW_BYTES` a
 * row), puts their ranges into columns and ends the row. Rows without any text are no rows; what stands right of the table is
 * reported.
 */
export class SheetRows {
  rows = 0;
  /** Rows that `end` still leaves out: letterhead and header of the sheet. */
  skip = 0;
  readonly columns: number;
  readonly sink: ByteSink;
  /** Rows of the sheet (1-based) of the rows in the block. */
  readonly sheetRows: Int32Array;
  readonly #maxRows: number;
  readonly #start: number;
  readonly #cells: Int32Array;
  readonly #rowNumbers: Int32Array;
  #problems: RowProblem[] = [];
  #nextRow = 1;
  // the row at hand
  #base = 0;
  #problemsBefore = 0;
  #rowStart = 0;
  #kept = false;
  #outside = false;
  #sheetRow = 0;

  constructor(columns: number, arena: Arena = newArena(), maxRows = rowsOfBlock(columns)) {
    this.columns = columns;
    this.sink = { bytes: arena.bytes, length: arena.end };
    this.sheetRows = new Int32Array(maxRows);
    this.#start = arena.end;
    this.#maxRows = maxRows;
    this.#cells = new Int32Array(2 * columns * maxRows);
    this.#rowNumbers = new Int32Array(maxRows);
  }

  get isFull(): boolean {
    return this.rows >= this.#maxRows || this.sink.length - this.#start >= BLOCK_BYTES;
  }

  get isEmpty(): boolean {
    return this.rows === 0 && this.#problems.length === 0;
  }

  /** The rows so far; with the name of their sheet where the table lies over several. */
  block(sheet?: string): RowBlock {
    return {
      bytes: this.sink.bytes,
      cells: this.#cells,
      columns: this.columns,
      rows: this.rows,
      rowNumbers: this.#rowNumbers,
      problems: this.#problems,
      ...(sheet === undefined ? {} : { place: { nama: sheet, jenis: 'lembar', rows: this.sheetRows } }),
    };
  }

  /** Begins the next block; with `nextRow` also the numbering of its rows. */
  clear(nextRow = this.#nextRow): void {
    this.rows = 0;
    this.#problems = [];
    this.#nextRow = nextRow;
    this.sink.length = this.#start;
  }

  /** Counts a row that is too long to be delivered; where it stands is not known. */
  refuseRow(): void {
    this.#sheetRow = 0;
    this.reject(tooLong());
  }

  /** Counts a row that cannot be delivered. */
  reject(reason: Problem): void {
    this.#problems.push({ row: this.#nextRow++, column: -1, value: '', problem: reason, placeRow: this.#sheetRow });
  }

  /** Whether a text of so many bytes still fits; where not, the row is given up with `dropRow`. */
  hasRoom(bytes: number): boolean {
    return this.sink.length + bytes <= this.sink.bytes.length;
  }

  /** Gives up the row that was begun: it is too long to be delivered, or what `reason` says. */
  dropRow(reason?: Problem): void {
    this.sink.length = this.#rowStart;
    this.#problems.length = this.#problemsBefore;
    if (reason) this.reject(reason);
    else this.reject(tooLong());
  }

  /** Begins row `sheetRow` (1-based) of the sheet. */
  begin(sheetRow = 0): void {
    this.#sheetRow = sheetRow;
    this.#rowStart = this.sink.length;
    this.#base = this.rows * this.columns * 2;
    this.#cells.fill(0, this.#base, this.#base + this.columns * 2);
    this.#problemsBefore = this.#problems.length;
    this.#kept = false;
    this.#outside = false;
  }

  /**
   * Gives the row at hand the text of one column. Cells right of the table are reported once a row, at the first of them: a
   * row of 16,000 strays must not cost 16,000 problems.
   */
  put(column: number, from: number, to: number): void {
    if (column >= this.columns) {
      if (this.#outside || isBlank(this.sink.bytes, from, to)) return;
      this.#outside = true;
      this.report('XLSX_SEL_DI_LUAR', column, from, to);
      return;
    }
    if (to - from > MAX_CELL) {
      this.report('SEL_TERLALU_BESAR', column, from, to, { batas: sizeText(MAX_CELL) });
      return;
    }
    this.#kept ||= !isBlank(this.sink.bytes, from, to);
    this.#cells[this.#base + 2 * column] = from;
    this.#cells[this.#base + 2 * column + 1] = to;
  }

  /** Marks the row at hand as one that has text. */
  keep(): void {
    this.#kept = true;
  }

  report(code: ProblemCode, column: number, from: number, to: number, values: Problem['values'] = {}): void {
    const { bytes } = this.sink;
    const shown = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to - from, SHOWN_BYTES));
    const value = shown.toString('utf8');
    this.#problems.push({
      row: this.#nextRow,
      column,
      value,
      problem: problem(code, values),
      placeRow: this.#sheetRow,
    });
    this.#kept = true;
  }

  /** Ends the row; whether it has text. */
  end(): boolean {
    if (!this.#kept) return false;
    if (this.skip > 0) {
      this.skip--;
      this.#problems.length = this.#problemsBefore;
      return true;
    }
    this.#rowNumbers[this.rows] = this.#nextRow++;
    this.sheetRows[this.rows++] = this.#sheetRow;
    return true;
  }

  /** The texts of the row that was ended last. */
  lastTexts(): string[] {
    const { bytes } = this.sink;
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return Array.from({ length: this.columns }, (_, column) => {
      const at = this.#base + 2 * column;
      return view.toString('utf8', this.#cells[at], this.#cells[at + 1]);
    });
  }
}

const tooLong = (): Problem => problem('BARIS_TERLALU_PANJANG', { batas: sizeText(MAX_ROW_BYTES) });

export function newArena(): Arena {
  return { bytes: new Uint8Array(BLOCK_ROOM), end: 0 };
}

function rowsOfBlock(columns: number): number {
  return Math.max(16, Math.min(8192, Math.floor(BLOCK_CELLS / Math.max(columns, 1))));
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  let place = from;
  while (place < to && (bytes[place] ?? 0) <= 0x20) place++;
  return place === to;
}
