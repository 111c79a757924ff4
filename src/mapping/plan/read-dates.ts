import { parseTahun, parseTanggal, type UrutanTanggal } from '#rules/tanggal.ts';
import {
  type CellRange,
  type DateOrder,
  digitsAt,
  isEmptyCell,
  readDateBytes,
  trimCell,
  UNSURE,
} from './cell-bytes.ts';
import type { PlanContext, SlotReader } from './context.ts';
import type { Feed } from './feeds.ts';
import { EMPTY, type Slot, UNUSABLE } from './slots.ts';

const decoder = new TextDecoder();
/** Odd forms of dates repeat ("1 April 2019"): each is asked of the rule once. */
const MEMO_LIMIT = 100_000;

function orderOf(feed: Feed): DateOrder {
  return feed.reader.jenis === 'tanggal' ? feed.reader.urutan : 'dmy';
}

/** A swapped ISO date whose day is above 12 was left as it was; the year of a date does not depend on the order. */
const plainOrder = (order: DateOrder): UrutanTanggal => (order === 'ydm' ? 'ymd' : order);

/** Reader of a calendar date: yyyymmdd, EMPTY, or UNUSABLE with its reason reported. Of several columns the first filled one counts. */
export function compileDates(slot: Slot, context: PlanContext): SlotReader | undefined {
  const feeds = context.feeds.of(slot.field.nama);
  if (feeds.length === 0) return undefined;
  const columns = feeds.map((feed) => ({ column: feed.column, order: orderOf(feed), memo: new Map<string, number>() }));
  const epochIsEmpty = slot.field.nama !== 'tanggal_lahir';
  const cell: CellRange = { start: 0, end: 0 };
  const { int } = slot;
  return (bytes, cells, base, out) => {
    for (const { column, order, memo } of columns) {
      trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
      if (isEmptyCell(bytes, cell.start, cell.end)) continue;
      let date = readDateBytes(bytes, cell.start, cell.end, order);
      if (date === UNSURE) {
        const text = decoder.decode(bytes.subarray(cell.start, cell.end));
        const known = memo.get(text);
        if (known === undefined) {
          const reading = parseTanggal(text, plainOrder(order), { epochIsEmpty });
          date = reading.ok ? (reading.value ?? EMPTY) : UNUSABLE;
          if (memo.size < MEMO_LIMIT && reading.ok) memo.set(text, date);
          if (!reading.ok) context.report(column, text, reading.error);
        } else {
          date = known;
        }
      }
      if (date === EMPTY) continue;
      out.ints[int] = date;
      return;
    }
  };
}

/** Reader of a year, stored plus one like every plain number. */
export function compileYears(slot: Slot, context: PlanContext): SlotReader | undefined {
  const feed = context.feeds.of(slot.field.nama)[0];
  if (!feed) return undefined;
  const cell: CellRange = { start: 0, end: 0 };
  const { int } = slot;
  const { column } = feed;
  const order = orderOf(feed);
  return (bytes, cells, base, out) => {
    trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return;
    const plain = cell.end - cell.start === 4 ? digitsAt(bytes, cell.start, cell.end) : -1;
    if (plain >= 1900 && plain <= 2099) {
      out.ints[int] = plain + 1;
      return;
    }
    const text = decoder.decode(bytes.subarray(cell.start, cell.end));
    const reading = parseTahun(text, plainOrder(order));
    if (!reading.ok) context.report(column, text, reading.error);
    out.ints[int] = reading.ok ? (reading.value === undefined ? EMPTY : reading.value + 1) : UNUSABLE;
  };
}
