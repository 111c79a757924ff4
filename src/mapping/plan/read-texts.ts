import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { setText } from './row.ts';
import { ROW_TEXTS, type Slot } from './slots.ts';

/** Reader of a text that hardly repeats: the delivered bytes without outer blanks; of several columns the first filled one. */
export function compileTexts(slot: Slot, context: PlanContext): SlotReader | undefined {
  const columns = context.feeds.of(slot.field.nama).map(({ column }) => column);
  if (columns.length === 0) return undefined;
  const cell: CellRange = { start: 0, end: 0 };
  const { text } = slot;
  return (bytes, cells, base, out, row) => {
    for (let i = 0; i < columns.length; i++) {
      const at = base + 2 * (columns[i] as number);
      trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
      if (isEmptyCell(bytes, cell.start, cell.end)) continue;
      setText(out, row * ROW_TEXTS + text, bytes, cell.start, cell.end);
      return;
    }
  };
}
