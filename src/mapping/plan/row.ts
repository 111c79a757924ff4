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
  return {
    ints: new Int32Array(ROW_INTS),
    textBytes: Array.from({ length: ROW_TEXTS }, () => new Uint8Array(0)),
    textStart: new Int32Array(ROW_TEXTS),
    textEnd: new Int32Array(ROW_TEXTS),
  };
}

export function clearRow(row: Row): void {
  row.ints.fill(0);
  row.textStart.fill(0);
  row.textEnd.fill(0);
}

export function setText(row: Row, text: number, bytes: Uint8Array, start: number, end: number): void {
  row.textBytes[text] = bytes;
  row.textStart[text] = start;
  row.textEnd[text] = end;
}
