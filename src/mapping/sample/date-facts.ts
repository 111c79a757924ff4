import { dayOf, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import type { ColumnFacts } from './column-facts.ts';

/** Orders in which a column may write a date; ydm is an ISO date whose day and month were swapped before it was stored. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/** One cell taken apart, where two of its numbers could be day or month. */
export interface LooseDate {
  readonly row: number;
  readonly year: number;
  /** The two numbers beside the year in written order. */
  readonly first: number;
  readonly second: number;
  /** Whether the year stands in front of them. */
  readonly yearFirst: boolean;
}

export interface DateFacts {
  /** Cells with two numbers whose order matters. */
  readonly loose: readonly LooseDate[];
  /** Whether the year stands in front in most of them. */
  readonly yearFirst: boolean;
  /** Dates of cells that can be read one way only (words, serials). */
  readonly sure: DatesByRow;
}

/** A column's dates by row; undefined where the cell holds none. */
export type DatesByRow = readonly (LocalDate | undefined)[];

const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[ T].*)?$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/;

export function readDateFacts(facts: ColumnFacts): DateFacts {
  const read = new Map([...facts.distinct.keys()].map((value) => [value, readCell(value)]));
  const loose: LooseDate[] = [];
  const sure: (LocalDate | undefined)[] = [];
  let inFront = 0;
  facts.values.forEach((value, row) => {
    const cell = read.get(value);
    sure.push(cell?.sure);
    if (cell?.loose) loose.push({ ...cell.loose, row });
    if (cell?.yearFirst) inFront++;
  });
  return { loose, yearFirst: inFront * 2 > loose.length, sure };
}

interface DateCell {
  readonly yearFirst: boolean;
  readonly loose?: Omit<LooseDate, 'row'>;
  readonly sure?: LocalDate | undefined;
}

function readCell(value: string): DateCell {
  const front = YEAR_FIRST.exec(value);
  if (front) {
    const loose = { year: Number(front[1]), first: Number(front[2]), second: Number(front[3]), yearFirst: true };
    return { yearFirst: true, loose };
  }
  const back = YEAR_LAST.exec(value);
  if (back) {
    const loose = { year: Number(back[3]), first: Number(back[1]), second: Number(back[2]), yearFirst: false };
    return { yearFirst: false, loose };
  }
  const reading = parseTanggal(value, 'dmy');
  const sure = reading.ok ? reading.value : undefined;
  return { yearFirst: value.length === 8 && value === String(sure), sure };
}

/**
 * The date that a cell means in an order, of which only mdy concerns years at the end and only ydm those in front; a number above
 * 12 in the place of the month is taken as the day.
 */
export function dateOf({ year, first, second, yearFirst }: LooseDate, order: DateOrder): LocalDate | undefined {
  const isSwapped = order === (yearFirst ? 'ydm' : 'mdy');
  const dayFirst = yearFirst === isSwapped;
  const day = dayFirst ? first : second;
  const month = dayFirst ? second : first;
  return isSwapped && month > 12 && day <= 12 ? makeDate(year, day, month) : makeDate(year, month, day);
}

/** All dates of the column in an order. */
export function datesOf(facts: DateFacts, order: DateOrder): DatesByRow {
  const dates = [...facts.sure];
  for (const loose of facts.loose) dates[loose.row] = dateOf(loose, order);
  return dates;
}

export interface DateShape {
  readonly count: number;
  readonly firstOfMonth: number;
  readonly aprilOrOctober: number;
  readonly oldest: number;
  readonly newest: number;
}

/** Shares of a column's dates that tell dates of effect from dates of any day. */
export function shapeOf(dates: DatesByRow): DateShape {
  let count = 0;
  let first = 0;
  let periods = 0;
  let oldest = 9999;
  let newest = 0;
  for (const date of dates) {
    if (date === undefined) continue;
    count++;
    if (dayOf(date) === 1) first++;
    if (dayOf(date) === 1 && (monthOf(date) === 4 || monthOf(date) === 10)) periods++;
    oldest = Math.min(oldest, yearOf(date));
    newest = Math.max(newest, yearOf(date));
  }
  return {
    count,
    firstOfMonth: count ? first / count : 0,
    aprilOrOctober: count ? periods / count : 0,
    oldest,
    newest,
  };
}
