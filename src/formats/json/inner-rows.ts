import { BROKEN, type ObjectCells, skipSpace } from './object-cells.ts';

const COMMA = 44;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;

/** Whether a cell is an array whose first element is an object: rows within a row. */
export function holdsRows(bytes: Buffer, start: number, end: number): boolean {
  return bytes[start] === OPEN_ARRAY && bytes[skipSpace(bytes, start + 1, end)] === OPEN_OBJECT;
}

/**
 * Reads the objects of such a cell one after the other into `cells`. What follows an element that is no sound object cannot be told
 * apart: the rest of the cell counts as one broken row.
 */
export function eachInnerRow(
  bytes: Buffer,
  [start, end]: readonly [number, number],
  cells: ObjectCells,
  visit: { readonly row: () => void; readonly broken: () => void },
): void {
  let i = skipSpace(bytes, start + 1, end);
  while (i < end && bytes[i] !== CLOSE_ARRAY) {
    if (bytes[i] === COMMA) {
      i = skipSpace(bytes, i + 1, end);
      continue;
    }
    const next = bytes[i] === OPEN_OBJECT ? cells.read(bytes, i, end) : BROKEN;
    if (next < 0) return visit.broken();
    cells.resolve(bytes);
    visit.row();
    i = skipSpace(bytes, next, end);
  }
}
