import { NOT_MADE } from '../made/made-column.ts';
import type { SlotReader } from './context.ts';
import { type RowBatch, setText } from './row.ts';
import { EMPTY, ROW_INTS, ROW_TEXTS, type Slot, UNUSABLE } from './slots.ts';

/** A text that stood there but cannot be used: no file holds it, for a NUL in a cell is refused where files are read. */
const UNUSABLE_TEXT = new Uint8Array(1);

export const isUnusableText = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 1 && bytes[start] === 0;

/** The reader of a field, of which some columns are parts of others: where a part cannot be told the field is not empty. */
export function refuseUnmade(slot: Slot, reader: SlotReader, columns: readonly number[]): SlotReader {
  if (columns.length === 0) return reader;
  return (bytes, cells, base, out, row) => {
    reader(bytes, cells, base, out, row);
    for (let i = 0; i < columns.length; i++) {
      if (cells[base + 2 * (columns[i] as number)] === NOT_MADE) refuseEmpty(slot, out, row);
    }
  };
}

function refuseEmpty({ kind, int, text, field }: Slot, out: RowBatch, row: number): void {
  if (kind !== 'teks') {
    const at = row * ROW_INTS + int;
    if (out.ints[at] === EMPTY && (kind !== 'digit' || out.ints[at + 1] === EMPTY)) out.ints[at] = UNUSABLE;
    return;
  }
  const at = row * ROW_TEXTS + text;
  // A row without a name is judged by its other fields.
  if (out.textStart[at] === out.textEnd[at] && field.nama !== 'nama') setText(out, at, UNUSABLE_TEXT, 0, 1);
}
