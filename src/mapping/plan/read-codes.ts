import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import { CellDictionary } from './cell-dictionary.ts';
import { type CodeDictionary, markOf } from './code-dictionary.ts';
import type { PlanContext, SlotReader } from './context.ts';
import type { Feed } from './feeds.ts';
import { openDictionary } from './open-dictionary.ts';
import { EMPTY, type Slot, UNUSABLE, ROW_INTS } from './slots.ts';
import { isClosedField } from './understand.ts';

/** Reader of a coded field: one of its text columns, or one of its id columns, or both together. */
export function compileCodes(slot: Slot, context: PlanContext): SlotReader | undefined {
  const texts = context.feeds.of(slot.field.nama);
  const ids = context.feeds.of(slot.idField);
  if (texts.length === 0 && ids.length === 0) return undefined;
  const dictionary = openDictionary(slot, context);
  const isPlain = texts.length <= 1 && ids.length <= 1 && !context.feeds.choiceOf(slot.field.nama);
  return isPlain
    ? compilePlain({ slot, texts, ids, dictionary, context })
    : compilePicked({ slot, texts, ids, dictionary, context });
}

interface CodeInput {
  readonly slot: Slot;
  readonly texts: readonly Feed[];
  readonly ids: readonly Feed[];
  readonly dictionary: CodeDictionary;
  readonly context: PlanContext;
}

/** One text column, one id column, or one of each: the cells are looked up as they stand, blanks included. */
function compilePlain({ slot: { int }, texts, ids, dictionary, context }: CodeInput): SlotReader {
  const [text] = texts;
  const [id] = ids;
  const mark = markOf(text ? 0 : -1, id ? 0 : -1);
  const cell: CellRange = { start: 0, end: 0 };
  const textAt = 2 * (text?.column ?? 0);
  const idAt = 2 * (id?.column ?? 0);
  return (bytes, cells, base, out, row) => {
    const s1 = text ? (cells[base + textAt] as number) : 0;
    const e1 = text ? (cells[base + textAt + 1] as number) : 0;
    const s2 = id ? (cells[base + idAt] as number) : 0;
    const e2 = id ? (cells[base + idAt + 1] as number) : 0;
    if (s1 === e1 && s2 === e2) return;
    const value = dictionary.read(bytes, s1, e1, s2, e2, mark);
    out.ints[row * ROW_INTS + int] = value;
    if (value !== UNUSABLE) return;
    const { text: shown, problem } = dictionary.explain(bytes, s1, e1, s2, e2, mark);
    trimCell(bytes, s1, e1, cell);
    const feed = isEmptyCell(bytes, cell.start, cell.end) ? id : text;
    if (feed && problem) context.report(feed.column, shown, problem);
  };
}

/** Several columns for one half: in each row the one that counts is picked first. */
function compilePicked({ slot, texts, ids, dictionary, context }: CodeInput): SlotReader {
  const textOf = compilePick(texts, slot.field.nama, isClosedField(slot.field), context);
  const idOf = compilePick(ids, slot.idField ?? '', false, context);
  const text: Picked = { start: 0, end: 0, feed: -1 };
  const id: Picked = { start: 0, end: 0, feed: -1 };
  const { int } = slot;
  return (bytes, cells, base, out, row) => {
    textOf(bytes, cells, base, text);
    idOf(bytes, cells, base, id);
    if (text.feed < 0 && id.feed < 0) {
      out.ints[row * ROW_INTS + int] = EMPTY;
      return;
    }
    const mark = markOf(text.feed, id.feed);
    const value = dictionary.read(bytes, text.start, text.end, id.start, id.end, mark);
    out.ints[row * ROW_INTS + int] = value;
    if (value !== UNUSABLE) return;
    const { text: shown, problem } = dictionary.explain(bytes, text.start, text.end, id.start, id.end, mark);
    const feed = texts[text.feed] ?? ids[id.feed];
    if (feed && problem) context.report(feed.column, shown, problem);
  };
}

interface Picked extends CellRange {
  /** Position of the column among the feeds of its half; -1 where no cell holds anything. */
  feed: number;
}

type Pick = (bytes: Uint8Array, cells: Int32Array, base: number, out: Picked) => void;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Finds the cell that counts: the one that the choice names, else the first that is not empty. */
function compilePick(feeds: readonly Feed[], field: string, isClosed: boolean, context: PlanContext): Pick {
  const columns = feeds.map(({ column }) => column);
  const codesFirst = feeds.length > 1 && isClosed && feeds.every(({ reader }) => reader.jenis !== 'kode_lokal');
  const choice = context.feeds.choiceOf(field);
  const chosen =
    choice &&
    new CellDictionary<number>(choice.otherwise ?? -1, (value) => choice.byValue.get(value) ?? choice.otherwise ?? -1);
  const take = (bytes: Uint8Array, cells: Int32Array, base: number, feed: number, out: Picked): boolean => {
    const column = columns[feed] as number;
    trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, out);
    if (isEmptyCell(bytes, out.start, out.end)) return false;
    out.feed = feed;
    return true;
  };
  return (bytes, cells, base, out) => {
    if (choice && chosen) {
      trimCell(bytes, cells[base + 2 * choice.column] as number, cells[base + 2 * choice.column + 1] as number, out);
      const kind = out.start === out.end ? 0 : chosen.lookup(bytes, out.start, out.end, 0, 0, 0);
      const feed = chosen.entries[kind] as number;
      if (feed >= 0 && take(bytes, cells, base, feed, out)) return;
    } else {
      if (codesFirst) {
        // Where a code and its text stand side by side and disagree, it is the text that was picked wrongly from a list.
        for (let feed = 0; feed < columns.length; feed++) {
          if (take(bytes, cells, base, feed, out) && isDigit(bytes[out.start] as number)) return;
        }
      }
      for (let feed = 0; feed < columns.length; feed++) if (take(bytes, cells, base, feed, out)) return;
    }
    out.start = 0;
    out.end = 0;
    out.feed = -1;
  };
}
