import { ROW_INTS, ROW_TEXTS } from './slots.ts';

/** One row in canonical form, reused for every row of a file. */
export interface Row {
  /** Integers by `Slot.int`; the first four are BKN's person id. */
  readonly ints: Int32Array;
  /** Texts by `Slot.text`: bytes [start, end) of a buffer that holds until the next block. */
  readonly textBytes: Uint8Array[];
  readonly textStart: Int32Array;
  readonly textEnd: Int32Array;
}

export function createRow(): Row {
  return createRows(1);
}

export function setText(row: Row, text: number, bytes: Uint8Array, start: number, end: number): void {
  row.textBytes[text] = bytes;
  row.textStart[text] = start;
  row.textEnd[text] = end;
}

/** A text that stood there but cannot be used: no file holds it, for a NUL in a cell is refused where files are read. */
const UNUSABLE_TEXT = new Uint8Array(1);

export function setUnusableText(row: Row, text: number): void {
  setText(row, text, UNUSABLE_TEXT, 0, 1);
}

export const isUnusableText = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 1 && bytes[start] === 0;

/** Rows of a batch. More would drive out of the processor's cache what the next field needs. */
export const BATCH_ROWS = 256;

/**
 * Some rows in canonical form, one behind the other in the same arrays. They are filled field by field: the columns and the
 * dictionary of one field stay at hand meanwhile, which costs half of what going row by row does.
 */
export type RowBatch = Row;

export function createBatch(): RowBatch {
  return createRows(BATCH_ROWS);
}

function createRows(rows: number): Row {
  return {
    ints: new Int32Array(rows * ROW_INTS),
    textBytes: Array.from({ length: rows * ROW_TEXTS }, () => new Uint8Array(0)),
    textStart: new Int32Array(rows * ROW_TEXTS),
    textEnd: new Int32Array(rows * ROW_TEXTS),
  };
}

export function clearBatch(batch: RowBatch, rows: number): void {
  batch.ints.fill(0, 0, rows * ROW_INTS);
  batch.textStart.fill(0, 0, rows * ROW_TEXTS);
  batch.textEnd.fill(0, 0, rows * ROW_TEXTS);
}

/** Takes one row out of a batch. */
export function copyRow(batch: RowBatch, row: number, out: Row): void {
  const { ints, textBytes, textStart, textEnd } = batch;
  for (let i = 0, at = row * ROW_INTS; i < ROW_INTS; i++, at++) out.ints[i] = ints[at] as number;
  for (let i = 0, at = row * ROW_TEXTS; i < ROW_TEXTS; i++, at++) {
    out.textBytes[i] = textBytes[at] as Uint8Array;
    out.textStart[i] = textStart[at] as number;
    out.textEnd[i] = textEnd[at] as number;
  }
}
