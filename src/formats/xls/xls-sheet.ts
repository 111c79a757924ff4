import { appendBytes, appendLatin1, appendText, appendUtf16 } from '../sheet/append-text.ts';
import type { Merge } from '../sheet/header.ts';
import { numberText } from '../sheet/number-text.ts';
import { appendSerial, PLAIN } from '../sheet/serial-dates.ts';
import type { SheetRows } from '../sheet/sheet-rows.ts';
import { damaged } from '../zip/zip.ts';
import { type BiffRecord, readRk, RECORD, recordsFrom } from './biff.ts';
import type { XlsWorkbook } from './xls-workbook.ts';

const CELLS: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.mulRk,
  RECORD.rString,
  RECORD.labelSst,
  RECORD.number,
  RECORD.label,
  RECORD.boolErr,
  RECORD.rk,
]);
/** Row, column and style stand first in every cell. */
const HEAD_BYTES = 6;
const ERROR_RESULT = 2;
const MAX_MERGES = 10_000;

/** Where the cells of a sheet lie in the stream, by rows. */
export interface SheetIndex {
  readonly cells: Int32Array;
  readonly merges: readonly Merge[];
}

/**
 * Finds the cells of a sheet. Excel writes them by rows, some programs in any order: then they are sorted, cells of one row
 * staying as they came.
 * @throws RefusedFile where the sheet has no end
 */
export function indexSheet({ stream, berkas }: XlsWorkbook, start: number, name: string): SheetIndex {
  let cells = new Int32Array(4_096);
  let count = 0;
  const merges: Merge[] = [];
  let depth = 0;
  let lastRow = 0;
  let inOrder = true;
  for (const { kind, from, to } of recordsFrom(stream, start)) {
    if (kind === RECORD.bof) depth++;
    else if (kind === RECORD.eof && --depth <= 0) {
      const used = cells.subarray(0, count);
      return { cells: inOrder ? used : sortByRow(stream, used), merges };
    } else if (depth === 0) break; // no sheet begins here
    if (kind === RECORD.mergedCells && merges.length < MAX_MERGES) readMerges(stream, from, to, merges);
    if (depth > 1 || !CELLS.has(kind) || to - from < HEAD_BYTES + 2) continue;
    const row = stream.readUInt16LE(from);
    inOrder &&= row >= lastRow;
    lastRow = row;
    if (count === cells.length) {
      const longer = new Int32Array(2 * count);
      longer.set(cells);
      cells = longer;
    }
    cells[count++] = from - 4;
  }
  throw damaged(berkas, `lembar ${name}`);
}

function sortByRow(stream: Buffer, cells: Int32Array): Int32Array {
  return cells.toSorted((a, b) => stream.readUInt16LE(a + 4) - stream.readUInt16LE(b + 4) || a - b);
}

function readMerges(stream: Buffer, from: number, to: number, merges: Merge[]): void {
  for (let at = from + 2; at + 8 <= to; at += 8) {
    merges.push({
      top: stream.readUInt16LE(at) + 1,
      bottom: stream.readUInt16LE(at + 2) + 1,
      left: stream.readUInt16LE(at + 4),
      right: stream.readUInt16LE(at + 6),
    });
  }
}

/** Writes the cells of a workbook into the collector of rows. */
export class CellWriter {
  readonly #book: XlsWorkbook;
  readonly #stream: Buffer;
  readonly #rows: SheetRows;
  /** Whether the row at hand outgrew its room. */
  overflown = false;

  constructor(book: XlsWorkbook, rows: SheetRows) {
    this.#book = book;
    this.#stream = book.stream;
    this.#rows = rows;
  }

  /** Writes the cell (or the run of cells) whose record begins at `at`. */
  write(at: number): void {
    const stream = this.#stream;
    const kind = stream.readUInt16LE(at);
    const from = at + 4;
    const to = from + stream.readUInt16LE(at + 2);
    const column = stream.readUInt16LE(from + 2);
    const style = stream.readUInt16LE(from + 4);
    const value = from + HEAD_BYTES;
    if (kind === RECORD.mulRk) this.#runOfNumbers(from, to, column);
    else if (kind === RECORD.labelSst && to >= value + 4) this.#shared(column, stream.readUInt32LE(value));
    else if (kind === RECORD.rk && to >= value + 4) this.#number(column, style, readRk(stream, value));
    else if (kind === RECORD.number && to >= value + 8) this.#number(column, style, stream.readDoubleLE(value));
    else if (kind === RECORD.boolErr) this.#boolean(column, stream[value] ?? 0, stream[value + 1] === 1);
    else if (kind === RECORD.label || kind === RECORD.rString) this.#text(column, { kind, from: value, to });
    else if (kind === RECORD.formula && to >= value + 8) this.#formula(column, style, value, to);
    else this.#rows.report('XLSX_SEL_RUSAK', column, 0, 0);
  }

  /** Columns from the first on, each with style and value; the last column stands behind them. */
  #runOfNumbers(from: number, to: number, first: number): void {
    let column = first;
    for (let at = from + 4; at + 6 <= to - 2; at += 6) {
      this.#number(column++, this.#stream.readUInt16LE(at), readRk(this.#stream, at + 2));
    }
  }

  #shared(column: number, index: number): void {
    const { offsets, count } = this.#book.strings;
    if (index < count) this.#rows.put(column, offsets[index] ?? 0, offsets[index + 1] ?? 0);
    else this.#rows.report('XLSX_SEL_RUSAK', column, 0, 0);
  }

  #number(column: number, style: number, value: number): void {
    if (!this.#hasRoom(64)) return;
    const { sink } = this.#rows;
    const from = sink.length;
    const kind = this.#book.kinds[style] ?? PLAIN;
    const isDate = kind !== PLAIN && appendSerial(sink, value, kind, this.#book.mode1904);
    if (!isDate) appendText(sink, numberText(value));
    this.#rows.put(column, from, sink.length);
  }

  #boolean(column: number, value: number, isError: boolean): void {
    if (isError) {
      this.#rows.report('XLSX_SEL_GALAT', column, 0, 0);
      return;
    }
    if (!this.#hasRoom(8)) return;
    const { sink } = this.#rows;
    const from = sink.length;
    appendText(sink, value === 1 ? 'TRUE' : 'FALSE');
    this.#rows.put(column, from, sink.length);
  }

  #text(column: number, { from, to }: BiffRecord): void {
    const stream = this.#stream;
    const { sink } = this.#rows;
    const length = stream.readUInt16LE(from);
    const { isBiff8 } = this.#book;
    const start = isBiff8 ? from + 3 : from + 2;
    const isWide = isBiff8 && ((stream[from + 2] ?? 0) & 1) !== 0;
    const end = start + (isWide ? 2 * length : length);
    if (end > to) {
      this.#rows.report('XLSX_SEL_RUSAK', column, 0, 0);
      return;
    }
    if (!this.#hasRoom(2 * (end - start))) return;
    const begin = sink.length;
    if (isWide) appendUtf16(sink, stream, start, end);
    else if (isBiff8) appendLatin1(sink, stream, start, end);
    else appendBytes(sink, stream, start, end); // in the code page of its time, or in UTF-8: told cell by cell
    this.#rows.put(column, begin, sink.length);
  }

  /** The stored result of a formula; a text follows in a record of its own. */
  #formula(column: number, style: number, value: number, to: number): void {
    const stream = this.#stream;
    if (stream.readUInt16LE(value + 6) !== 0xffff) {
      this.#number(column, style, stream.readDoubleLE(value));
      return;
    }
    const result = stream[value];
    if (result === 1 || result === ERROR_RESULT) {
      this.#boolean(column, stream[value + 2] ?? 0, result === ERROR_RESULT);
      return;
    }
    if (result !== 0) return;
    for (const record of recordsFrom(stream, to)) {
      if (record.kind === RECORD.string && record.to >= record.from + 2) this.#text(column, record);
      if (record.kind === RECORD.string || CELLS.has(record.kind) || record.kind === RECORD.eof) return;
    }
  }

  #hasRoom(bytes: number): boolean {
    if (!this.#rows.hasRoom(bytes)) this.overflown = true;
    return !this.overflown;
  }
}
