import { dayNumber, type LocalDate, makeDate } from '#kernel/local-date.ts';
import type { ByteSink } from './byte-sink.ts';

/** What a number format makes of a number: nothing, a date, or a date with the time of day. */
export const PLAIN = 0;
export const DATE = 1;
export const DATE_TIME = 2;
export type NumberKind = typeof PLAIN | typeof DATE | typeof DATE_TIME;

/** Ids of the built-in formats that show a date (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_DATE_TIME = 22;

/** Day number of serial 0: 1900 mode as it counts from March 1900 on, and 1904 mode. */
const ZERO_1900 = 693_593;
const ZERO_1904 = 695_055;
const LEAP_DAY_THAT_NEVER_WAS = 60;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Kind of a number format. Quoted text, escapes, colours, conditions and languages are taken out of the code first; a code
 * that has days, years or months without a clock shows a date, elapsed time ([h]:mm) does not.
 */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? DATE : id === BUILT_IN_DATE_TIME ? DATE_TIME : PLAIN;
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code);
  const [bare = ''] = code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  if (elapsed || /general|[0#?]/i.test(bare.replace(/s\.0+/gi, 's'))) return PLAIN;
  const clock = /[hs]/i.test(bare.replace(/am\/pm|a\/p/gi, 'h'));
  if (!/[dy]/i.test(bare) && (clock || !/m/i.test(bare))) return PLAIN;
  return clock ? DATE_TIME : DATE;
}

/** The serial by which a workbook in 1900 mode stores a date from 1 March 1900 on. */
export function serialOf(date: LocalDate): number {
  return dayNumber(date) - ZERO_1900;
}

/**
 * Writes a serial as yyyy-mm-dd, with " hh:mm:ss" where the format shows a clock that is not midnight. Returns false, with
 * nothing written, for a serial that is no day: 29 February 1900, zero in 1900 mode, negative, past the year 9999.
 */
export function appendSerial(sink: ByteSink, serial: number, kind: NumberKind, mode1904: boolean): boolean {
  const seconds = kind === DATE_TIME ? Math.round(serial * 86_400) : Math.floor(serial) * 86_400;
  const day = Math.floor(seconds / 86_400);
  if (!mode1904 && (day < 1 || day === LEAP_DAY_THAT_NEVER_WAS)) return false;
  const zero = mode1904 ? ZERO_1904 : day < LEAP_DAY_THAT_NEVER_WAS ? ZERO_1900 + 1 : ZERO_1900;
  const date = day >= 0 ? dateOfDayNumber(zero + day) : undefined;
  if (date === undefined) return false;
  appendDigits(sink, Math.trunc(date / 10_000), 4);
  appendPart(sink, 0x2d, Math.trunc(date / 100) % 100);
  appendPart(sink, 0x2d, date % 100);
  const clock = seconds - day * 86_400;
  if (clock > 0) {
    appendPart(sink, 0x20, Math.trunc(clock / 3600));
    appendPart(sink, 0x3a, Math.trunc(clock / 60) % 60);
    appendPart(sink, 0x3a, clock % 60);
  }
  return true;
}

/** Inverse of `dayNumber`, by counting years from 1 March so that the leap day comes last. */
function dateOfDayNumber(number: number): LocalDate | undefined {
  const shifted = number + 306;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const day = shifted - era * DAYS_IN_400_YEARS;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10;
  return makeDate(era * 400 + year + (january ? 1 : 0), january ? month - 9 : month + 3, dayOfMonth);
}

function appendPart(sink: ByteSink, separator: number, value: number): void {
  sink.bytes[sink.length++] = separator;
  appendDigits(sink, value, 2);
}

function appendDigits(sink: ByteSink, value: number, width: number): void {
  let rest = value;
  for (let place = sink.length + width - 1; place >= sink.length; place--) {
    sink.bytes[place] = 0x30 + (rest % 10);
    rest = Math.trunc(rest / 10);
  }
  sink.length += width;
}
