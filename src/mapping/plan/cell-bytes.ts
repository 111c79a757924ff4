/**
 * Reading of single cells straight from bytes. Everything here is the fast path for what nearly every cell looks like;
 * a cell that is anything else gives `UNSURE`, and the rule of the field decides on its text.
 */

/** The bytes are not of the common form: ask the rule. Never a value of a row. */
export const UNSURE = -9;

const ZERO = 48;
const NINE = 57;
const APOSTROPHE = 39;

/** A trimmed range, reused for every cell: no object per cell. */
export interface CellRange {
  start: number;
  end: number;
}

/** Moves `out` to the cell without outer ASCII blanks and without the leading apostrophe that spreadsheets add. */
export function trimCell(bytes: Uint8Array, start: number, end: number, out: CellRange): void {
  while (start < end && (bytes[start] as number) <= 32) start++;
  while (end > start && (bytes[end - 1] as number) <= 32) end--;
  if (start < end && bytes[start] === APOSTROPHE) start++;
  out.start = start;
  out.end = end;
}

/** Whether a trimmed cell is one of the ways to write "nothing": "", "-", "--", ".", "null", "n/a", "\N". */
export function isEmptyCell(bytes: Uint8Array, start: number, end: number): boolean {
  switch (end - start) {
    case 0:
      return true;
    case 1:
      return bytes[start] === 45 || bytes[start] === 46;
    case 2:
      return (
        (bytes[start] === 45 && bytes[start + 1] === 45) ||
        (bytes[start] === 92 && ((bytes[start + 1] as number) | 32) === 110)
      );
    case 3:
      return (
        ((bytes[start] as number) | 32) === 110 && bytes[start + 1] === 47 && ((bytes[start + 2] as number) | 32) === 97
      );
    case 4:
      return (
        ((bytes[start] as number) | 32) === 110 &&
        ((bytes[start + 1] as number) | 32) === 117 &&
        ((bytes[start + 2] as number) | 32) === 108 &&
        ((bytes[start + 3] as number) | 32) === 108
      );
    default:
      return false;
  }
}

/** The number of a run of digits, or -1 where another byte stands in it. At most 9 digits. */
export function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/**
 * yyyymmdd of a trimmed cell in one of the forms dd?mm?yyyy (or mm?dd?yyyy by `order`) and yyyy?mm?dd, the latter with or
 * without a time, which is cut off; UNSURE for any other form, for days that do not exist, and for years before 1900.
 */
export function readDateBytes(bytes: Uint8Array, start: number, end: number, order: DateOrder): number {
  const length = end - start;
  if (length < 10) return UNSURE;
  let year: number;
  let month: number;
  let day: number;
  if (!isDigit(bytes[start + 4] as number)) {
    const sign = bytes[start + 4] as number;
    if (bytes[start + 7] !== sign || !isSeparator(sign)) return UNSURE;
    if (length > 10 && !isClock(bytes, start + 10, end)) return UNSURE;
    year = digitsAt(bytes, start, start + 4);
    const swapped = order === 'ydm';
    month = digitsAt(bytes, start + (swapped ? 8 : 5), start + (swapped ? 10 : 7));
    day = digitsAt(bytes, start + (swapped ? 5 : 8), start + (swapped ? 7 : 10));
  } else {
    if (length !== 10 || bytes[start + 2] !== bytes[start + 5] || !isSeparator(bytes[start + 2] as number)) {
      return UNSURE;
    }
    const first = digitsAt(bytes, start, start + 2);
    const second = digitsAt(bytes, start + 3, start + 5);
    year = digitsAt(bytes, start + 6, start + 10);
    day = order === 'mdy' ? second : first;
    month = order === 'mdy' ? first : second;
  }
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 28) {
    if (year < 1900 || !isDayOfMonth(year, month, day)) return UNSURE;
  }
  if (year === 1970 && month === 1 && day === 1) return UNSURE;
  return year * 10_000 + month * 100 + day;
}

/** - / . or a blank. */
const isSeparator = (byte: number): boolean => (byte >= 45 && byte <= 47) || byte === 32;

const isTwoDigits = (bytes: Uint8Array, at: number, end: number): boolean =>
  at + 2 <= end && digitsAt(bytes, at, at + 2) >= 0;

/** " 07:30...", "T7:30..." or " 07.30.00", as the rule of dates cuts them off. */
function isClock(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] === 32 || bytes[at] === 84)) at++;
  const hour = at;
  while (at < end && at < hour + 2 && isDigit(bytes[at] as number)) at++;
  if (hour === start || at === hour || !isTwoDigits(bytes, at + 1, end)) return false;
  if (bytes[at] === 58) return true;
  return bytes[at] === 46 && bytes[at + 3] === 46 && isTwoDigits(bytes, at + 4, end) && at + 6 === end;
}

export function isDayOfMonth(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (month === 2) return day <= (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}
