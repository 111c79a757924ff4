import { masaKerjaMonths, parseMasaKerja } from '#rules/masa-kerja.ts';
import { parseBilangan } from '#rules/angka.ts';
import { textOf } from '#formats';
import { type CellRange, digitsAt, isEmptyCell, trimCell } from './cell-bytes.ts';
import { CellDictionary } from './cell-dictionary.ts';
import type { PlanContext, ReportValue, SlotReader } from './context.ts';
import { monthsOf, totalMonthsOf } from './feeds.ts';
import { EMPTY, type Slot, UNUSABLE, ROW_INTS } from './slots.ts';

/** Months of service and the years of one row, stored as total months plus one. Empty months beside years count as none. */
export function compileMasaKerja(slot: Slot, context: PlanContext): SlotReader | undefined {
  const years = context.feeds.of(slot.field.nama)[0];
  if (!years) return compileTotalMonths(slot, context);
  const months = context.feeds.of(monthsOf(slot.field.nama))[0];
  const cell: CellRange = { start: 0, end: 0 };
  const { int } = slot;
  const isText = years.reader.jenis === 'masa_kerja';
  const report = context.report;
  /** Lengths of service in words repeat: the rule is asked once for each. */
  const texts = new CellDictionary<number>(EMPTY, (text) => {
    const reading = parseMasaKerja(text);
    if (!reading.ok) return UNUSABLE;
    return reading.value === undefined ? EMPTY : masaKerjaMonths(reading.value) + 1;
  });

  const readNumber = compileSmallNumber(report);

  const readText = (bytes: Uint8Array, cells: Int32Array, base: number): number => {
    trimCell(bytes, cells[base + 2 * years.column] as number, cells[base + 2 * years.column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return EMPTY;
    const value = texts.entries[texts.lookup(bytes, cell.start, cell.end, 0, 0, 0)] as number;
    if (value !== UNUSABLE) return value;
    const text = textOf(bytes, cell.start, cell.end);
    const reading = parseMasaKerja(text);
    if (!reading.ok) report(years.column, text, reading.error);
    return UNUSABLE;
  };

  return (bytes, cells, base, out, row) => {
    if (isText) {
      out.ints[row * ROW_INTS + int] = readText(bytes, cells, base);
      return;
    }
    const year = readNumber(bytes, cells, base, years.column);
    const month = months ? readNumber(bytes, cells, base, months.column) : EMPTY;
    if (year === UNUSABLE || month === UNUSABLE) out.ints[row * ROW_INTS + int] = UNUSABLE;
    else if (year === EMPTY && month === EMPTY) out.ints[row * ROW_INTS + int] = EMPTY;
    else out.ints[row * ROW_INTS + int] = Math.max(year - 1, 0) * 12 + Math.max(month - 1, 0) + 1;
  };
}

/** Service that is given in months only: 147 is 12 years and 3 months. */
function compileTotalMonths(slot: Slot, context: PlanContext): SlotReader | undefined {
  const total = context.feeds.of(totalMonthsOf(slot.field.nama))[0];
  if (!total) return undefined;
  const readNumber = compileSmallNumber(context.report);
  return (bytes, cells, base, out, row) => {
    out.ints[row * ROW_INTS + slot.int] = readNumber(bytes, cells, base, total.column);
  };
}

/** Reads a number of at most three digits, stored plus one. */
function compileSmallNumber(
  report: ReportValue,
): (bytes: Uint8Array, cells: Int32Array, base: number, column: number) => number {
  const cell: CellRange = { start: 0, end: 0 };
  return (bytes, cells, base, column) => {
    trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return EMPTY;
    const plain = cell.end - cell.start <= 3 ? digitsAt(bytes, cell.start, cell.end) : -1;
    if (plain >= 0) return plain + 1;
    const text = textOf(bytes, cell.start, cell.end);
    const reading = parseBilangan(text);
    if (reading.ok && reading.value !== undefined && /^\d{1,3}$/.test(reading.value)) return Number(reading.value) + 1;
    report(column, text, 'MASA_KERJA_TIDAK_TERBACA');
    return UNUSABLE;
  };
}

/** A plain number that is neither a year nor a length of service. */
export function compileNumbers(slot: Slot, context: PlanContext): SlotReader | undefined {
  const feed = context.feeds.of(slot.field.nama)[0];
  if (!feed) return undefined;
  const cell: CellRange = { start: 0, end: 0 };
  return (bytes, cells, base, out, row) => {
    trimCell(bytes, cells[base + 2 * feed.column] as number, cells[base + 2 * feed.column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return;
    const plain = cell.end - cell.start <= 9 ? digitsAt(bytes, cell.start, cell.end) : -1;
    if (plain >= 0) {
      out.ints[row * ROW_INTS + slot.int] = plain + 1;
      return;
    }
    const text = textOf(bytes, cell.start, cell.end);
    const reading = parseBilangan(text);
    const value = reading.ok ? Number(reading.value ?? Number.NaN) : Number.NaN;
    const isUsable = Number.isInteger(value) && value >= 0 && value < 2 ** 31 - 1;
    if (!isUsable) context.report(feed.column, text, 'BILANGAN_TIDAK_TERBACA');
    out.ints[row * ROW_INTS + slot.int] = isUsable ? value + 1 : UNUSABLE;
  };
}
