/**
 * A calendar date without time or zone, as the integer yyyymmdd (1992-01-31 = 19920131). Dates of effect (TMT), birth
 * and decrees never carry a clock: a zone conversion would move them by a day. An integer costs nothing in bulk arrays.
 */
export type LocalDate = number & { readonly __brand: 'LocalDate' };

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month of 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date, or undefined where the calendar has no such day (30 February, month 13, year outside 1000 to 9999). */
export function makeDate(year: number, month: number, day: number): LocalDate | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  if (day > daysInMonth(year, month)) return undefined;
  return (year * 10_000 + month * 100 + day) as LocalDate;
}

export const yearOf = (date: LocalDate): number => Math.trunc(date / 10_000);
export const monthOf = (date: LocalDate): number => Math.trunc(date / 100) % 100;
export const dayOf = (date: LocalDate): number => date % 100;

/** Reads exactly yyyy-mm-dd. */
export function parseIsoDate(text: string): LocalDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  return makeDate(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10));
}

/** The number that the digits of a part of a text make; NaN where one is no digit. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** yyyy-mm-dd. */
export function formatIsoDate(date: LocalDate): string {
  const digits = String(date);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

/** Days since 1 January of year 1 (proleptic Gregorian), for differences and day arithmetic. */
export function dayNumber(date: LocalDate): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const before = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const past = before * 365 + Math.trunc(before / 4) - Math.trunc(before / 100) + Math.trunc(before / 400);
  return past + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + dayOf(date) - 1;
}

/** The same day `months` later (negative: earlier); a day past the end of the month becomes its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return (year * 10_000 + month * 100 + day) as LocalDate;
}

/** Whole months from the first date to the second (31 January to 28 February counts 0). */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return dayOf(to) < dayOf(from) ? months - 1 : months;
}

/** Whether a day or an instant in ISO 8601 has a year that there was: the form can write the year 0, which databases refuse. */
export function hasRealYear(text: string): boolean {
  return !text.startsWith('0000');
}
