import { textOf } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import type { Result } from '#kernel/result.ts';
import { parseEmail } from '#rules/email.ts';
import { parseTelepon } from '#rules/telepon.ts';
import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import { isPlainEmail, isPlainPhone } from './contact-cells.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { setText, setUnusableText } from './row.ts';
import { ROW_TEXTS, type Slot } from './slots.ts';

/** What a text must be to be one of its field; other fields take any text. */
interface TextRule {
  readonly parse: (text: string) => Result<unknown, ProblemCode>;
  /** Texts that need no question to the rule. */
  readonly isPlain: (bytes: Uint8Array, start: number, end: number) => boolean;
}

const RULES: Readonly<Record<string, TextRule>> = {
  telepon: { parse: parseTelepon, isPlain: isPlainPhone },
  email: { parse: parseEmail, isPlain: isPlainEmail },
};

/**
 * Reader of a text that hardly repeats: the delivered bytes without outer blanks, or an unusable text with its reason
 * reported; of several columns the first filled one.
 */
export function compileTexts(slot: Slot, context: PlanContext): SlotReader | undefined {
  const columns = context.feeds.of(slot.field.nama).map(({ column }) => column);
  if (columns.length === 0) return undefined;
  const cell: CellRange = { start: 0, end: 0 };
  const { text } = slot;
  const rule = RULES[slot.field.normalisasi];
  return (bytes, cells, base, out, row) => {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number;
      const at = base + 2 * column;
      trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
      if (isEmptyCell(bytes, cell.start, cell.end)) continue;
      if (rule && !rule.isPlain(bytes, cell.start, cell.end)) {
        const value = textOf(bytes, cell.start, cell.end);
        const reading = rule.parse(value);
        if (!reading.ok) {
          context.report(column, value, reading.error);
          setUnusableText(out, row * ROW_TEXTS + text);
          return;
        }
        if (reading.value === undefined) continue;
      }
      setText(out, row * ROW_TEXTS + text, bytes, cell.start, cell.end);
      return;
    }
  };
}
