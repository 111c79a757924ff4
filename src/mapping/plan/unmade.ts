import { NOT_MADE } from '../made/made-column.ts';
import type { SlotReader } from './context.ts';
import { type RowBatch, setUnusableText } from './row.ts';
import { EMPTY, ROW_INTS, ROW_TEXTS, type Slot, UNUSABLE } from './slots.ts';

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
  if (out.textStart[at] === out.textEnd[at] && field.nama !== 'nama') setUnusableText(out, at);
}
