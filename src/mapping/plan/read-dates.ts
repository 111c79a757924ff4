import { textOf } from '#formats';
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
import { CellDictionary } from './cell-dictionary.ts';
import type { PlanContext, SlotReader } from './context.ts';
import type { Feed } from './feeds.ts';
import { EMPTY, type Slot, UNUSABLE, ROW_INTS } from './slots.ts';

function orderOf(feed: Feed): DateOrder {
  return feed.reader.jenis === 'tanggal' ? feed.reader.urutan : 'dmy';
}

/** A swapped ISO date whose day is above 12 was left as it was; the year of a date does not depend on the order. */
const plainOrder = (order: DateOrder): UrutanTanggal => (order === 'ydm' ? 'ymd' : order);

/** Reader of a calendar date: yyyymmdd, EMPTY, or UNUSABLE with its reason reported. Of several columns the first filled one counts. */
export function compileDates(slot: Slot, context: PlanContext): SlotReader | undefined {
  const feeds = context.feeds.of(slot.field.nama);
  if (feeds.length === 0) return undefined;
  const epochIsEmpty = slot.field.nama !== 'tanggal_lahir';
  const parse = (text: string, order: DateOrder) => parseTanggal(text, plainOrder(order), { epochIsEmpty });
  // Odd forms repeat ("1 April 2019"): the rule is asked once for each.
  const columns = feeds.map((feed) => {
    const order = orderOf(feed);
    const odd = new CellDictionary<number>(EMPTY, (text) => {
      const reading = parse(text, order);
      return reading.ok ? (reading.value ?? EMPTY) : UNUSABLE;
    });
    return { column: feed.column, order, odd };
  });
  const cell: CellRange = { start: 0, end: 0 };
  const { int } = slot;
  return (bytes, cells, base, out, row) => {
    for (let i = 0; i < columns.length; i++) {
      const { column, order, odd } = columns[i] as (typeof columns)[number];
      trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
      if (isEmptyCell(bytes, cell.start, cell.end)) continue;
      let date = readDateBytes(bytes, cell.start, cell.end, order);
      if (date === UNSURE) {
        const entry = odd.lookup(bytes, cell.start, cell.end, 0, 0, 0);
        date = odd.entries[entry] as number;
        if (date === UNUSABLE) {
          const text = textOf(bytes, cell.start, cell.end);
          const reading = parse(text, order);
          if (!reading.ok) context.report(column, text, reading.error);
        }
      }
      if (date === EMPTY) continue;
      out.ints[row * ROW_INTS + int] = date;
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
  return (bytes, cells, base, out, row) => {
    trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return;
    const plain = cell.end - cell.start === 4 ? digitsAt(bytes, cell.start, cell.end) : -1;
    if (plain >= 1900 && plain <= 2099) {
      out.ints[row * ROW_INTS + int] = plain + 1;
      return;
    }
    const text = textOf(bytes, cell.start, cell.end);
    const reading = parseTahun(text, plainOrder(order));
    if (!reading.ok) context.report(column, text, reading.error);
    out.ints[row * ROW_INTS + int] = reading.ok ? (reading.value === undefined ? EMPTY : reading.value + 1) : UNUSABLE;
  };
}
