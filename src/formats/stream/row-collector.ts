import type { Problem } from '#kernel/problem.ts';
import type { RowBlock, RowProblem } from '../types.ts';
import { type NewCell, replaceCells } from './replace-cells.ts';

/** Gathers the cells of rows as byte ranges. A scanner asks for room, writes the ranges into `cells`, and commits or rejects. */
export class RowCollector {
  readonly columns: number;
  cells: Int32Array = new Int32Array(16_384);
  rowNumbers: Int32Array = new Int32Array(1_024);
  rows = 0;
  problems: RowProblem[] = [];
  /** Cells whose text a scanner had to make. */
  #made: NewCell[] = [];
  /** Number of the row that comes next. */
  nextRow = 1;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** Makes room for one row and says where in `cells` it begins. */
  begin(): number {
    const at = this.rows * this.columns * 2;
    if (at + this.columns * 2 > this.cells.length) {
      const larger = new Int32Array(Math.max(this.cells.length * 2, at + this.columns * 2));
      larger.set(this.cells);
      this.cells = larger;
    }
    if (this.rows === this.rowNumbers.length) {
      const larger = new Int32Array(this.rowNumbers.length * 2);
      larger.set(this.rowNumbers);
      this.rowNumbers = larger;
    }
    return at;
  }

  /** Gives a cell of the row at hand a text that does not stand among the bytes. */
  make(column: number, text: string): void {
    this.#made.push({ cell: this.rows * this.columns + column, text: Buffer.from(text) });
  }

  commit(): void {
    this.rowNumbers[this.rows] = this.nextRow;
    this.rows++;
    this.nextRow++;
  }

  /** Counts a row that cannot be delivered. */
  reject(problem: Problem): void {
    this.problems.push({ row: this.nextRow, column: -1, value: '', problem });
    this.nextRow++;
  }

  get isEmpty(): boolean {
    return this.rows === 0 && this.problems.length === 0;
  }

  /** The rows gathered so far as a block over `bytes`; gathering starts anew. */
  take(bytes: Buffer): RowBlock {
    const { cells, columns, rows, rowNumbers, problems } = this;
    const made = this.#made;
    this.rows = 0;
    this.problems = [];
    this.#made = [];
    return replaceCells({ bytes, cells, columns, rows, rowNumbers, problems }, made);
  }
}
