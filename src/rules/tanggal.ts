import { dayNumber, dayOf, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import { findDigitSlip, foldDigitForms } from './digit.ts';
import type { Reading } from './reading.ts';

/** Order in which a column writes day, month and year: decided for a whole column over all rows, never for one cell. */
export type UrutanTanggal = 'dmy' | 'mdy' | 'ymd';

export type TanggalFault = 'TANGGAL_TIDAK_TERBACA' | 'TANGGAL_TIDAK_ADA';

export interface TanggalOptions {
  /** Whether 1 January 1970 stands for "no date" (default); a birth date may truly be that day. */
  readonly epochIsEmpty?: boolean;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The months as they are written, January first. */
export const BULAN: readonly string[] =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

const LONGEST = 48;
/** A time of day behind a date, with or without zone: cut off, never converted, for a conversion moves the day. */
const TIME = /[T ]+[0-9]{1,2}(?::[0-9]{2}.*|\.[0-9]{2}\.[0-9]{2})$/;
const DASHES = /[‐-―−]/g;
const ONLY_ZEROS = /^[0\-/.]+$/;
const BLANKS_AROUND_SEPARATOR = / *([-/.]) */g;
const SEPARATED = /^([0-9]{1,4})([-/. ])([0-9]{1,2})\2([0-9]{1,4})$/;
const EIGHT = /^[0-9]{8}$/;
const SERIAL = /^([0-9]{1,5})(?:\.0+)?$/;
const IN_WORDS = /^(?:[A-Z]+ )?([0-9]{1,2}) ?([A-Z]{3,9}) ?([0-9]{2}|[0-9]{4})$/;
const MONTH_FIRST = /^([A-Z]{3,9}) ?([0-9]{1,2}) ([0-9]{4})$/;

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'JANUARI JANUARY JAN',
    'FEBRUARI FEBRUARY PEBRUARI FEB PEB',
    'MARET MARCH MAR MRT',
    'APRIL APR',
    'MEI MAY',
    'JUNI JUNE JUN',
    'JULI JULY JUL',
    'AGUSTUS AUGUST AGUST AGT AGS AGU AUG',
    'SEPTEMBER SEPT SEP',
    'OKTOBER OCTOBER OKT OCT',
    'NOVEMBER NOPEMBER NOV NOP',
    'DESEMBER DECEMBER DES DEC',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/**
 * Reads a calendar date: three numbers in the order given (yyyy first is always understood), eight digits yyyymmdd or
 * ddmmyyyy, month names in Indonesian or English, spreadsheet serials 1 to 80000, ISO timestamps. A month-first column is
 * made by a spreadsheet that left days above 12 as they were, so there, and only there, an impossible month is taken as
 * the day. Zero dates, 0001-01-01 and 1899-12-30 are empty.
 */
export function parseTanggal(
  text: string,
  order: UrutanTanggal,
  { epochIsEmpty = true }: TanggalOptions = {},
): Reading<LocalDate, TanggalFault> {
  if (isEmptyText(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('TANGGAL_TIDAK_TERBACA');
  const bare = foldDigitForms(trimmed)
    .replace(/'/g, '')
    .replace(DASHES, '-')
    .replace(TIME, '')
    .replace(BLANKS_AROUND_SEPARATOR, '$1');
  if (ONLY_ZEROS.test(bare)) return ok(undefined);
  const read = readNumbers(bare, order) ?? readSerial(bare) ?? readWords(bare);
  if (read === undefined) return fail('TANGGAL_TIDAK_TERBACA');
  if (!read.ok) return read;
  if (isNoDate(read.value)) return ok(undefined);
  const date = makeDate(read.value.year, read.value.month, read.value.day);
  if (date === undefined) return fail('TANGGAL_TIDAK_ADA');
  return ok(date === 19700101 && epochIsEmpty ? undefined : date);
}

type Read = Result<Parts, TanggalFault> | undefined;

function readNumbers(text: string, order: UrutanTanggal): Read {
  if (EIGHT.test(text)) return readEight(text, order);
  const match = SEPARATED.exec(text);
  if (!match) return undefined;
  const [, first = '', , second = '', third = ''] = match;
  if (first.length > 2) return third.length > 2 ? undefined : readOrdered([second, third], first, 'ymd');
  if (order === 'ymd' && third.length <= 2) return readOrdered([second, third], first, 'ymd');
  return readOrdered([first, second], third, order === 'mdy' ? 'mdy' : 'dmy');
}

function readOrdered([one, two]: readonly [string, string], year: string, order: UrutanTanggal): Read {
  const full = expandYear(year);
  if (full === undefined) return undefined;
  const [a, b] = [Number(one), Number(two)];
  const monthFirst = order === 'ymd' || (order === 'mdy' && a <= 12);
  return ok(monthFirst ? { year: full, month: a, day: b } : { year: full, month: b, day: a });
}

/** Four digits as they are; two as spreadsheets read them: 00-29 are 2000s, 30-99 1900s. */
function expandYear(year: string): number | undefined {
  if (year.length === 4) return Number(year);
  if (year.length !== 2) return undefined;
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

/** Within the years 1900 to 2099 at most one of both forms is a date, as no month is 19 or 20. */
function readEight(text: string, order: UrutanTanggal): Read {
  const number = (from: number, to: number): number => Number(text.slice(from, to));
  const forms: Parts[] = [
    { year: number(0, 4), month: number(4, 6), day: number(6, 8) },
    order === 'mdy' && number(0, 2) <= 12
      ? { year: number(4, 8), month: number(0, 2), day: number(2, 4) }
      : { year: number(4, 8), month: number(2, 4), day: number(0, 2) },
  ];
  const found = forms.find(
    (parts) => isNoDate(parts) || (isLikelyYear(parts.year) && makeDate(parts.year, parts.month, parts.day)),
  );
  return found ? ok(found) : fail('TANGGAL_TIDAK_ADA');
}

const isLikelyYear = (year: number): boolean => year >= 1900 && year <= 2099;

/**
 * Days since 30 December 1899 as spreadsheets count them; they believe in a 29 February 1900 (serial 60), so earlier serials
 * count from the 31st. A number that looks like a year is no serial: nobody writes 2018 for 10 July 1905.
 */
function readSerial(text: string): Read {
  const match = SERIAL.exec(text);
  if (!match) return undefined;
  const serial = Number(match[1]);
  if (serial > 80_000 || isLikelyYear(serial)) return undefined;
  if (serial === 60) return fail('TANGGAL_TIDAK_ADA');
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * 86_400_000);
  return ok({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

function readWords(text: string): Read {
  const words = text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  const dayFirst = IN_WORDS.exec(words);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(words);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = MONTHS.get(name ?? '');
  const full = expandYear(year ?? '');
  return month && full !== undefined ? ok({ year: full, month, day: Number(day) }) : undefined;
}

/** The forms in which systems write "none" as a date. */
function isNoDate({ year, month, day }: Parts): boolean {
  return (
    (year === 1 && month === 1 && day === 1) ||
    (year === 1899 && month === 12 && day === 30) ||
    (year === 1900 && month === 1 && day === 0)
  );
}

/** A year of four digits, or the year of a full date in any form. */
export function parseTahun(text: string, order: UrutanTanggal = 'dmy'): Reading<number, 'TAHUN_TIDAK_TERBACA'> {
  const bare = text.length > LONGEST ? text.trim() : text.trim().replace(/^'/, '').replace(/\.0+$/, '');
  if (isEmptyText(bare) || /^0+$/.test(bare)) return ok(undefined);
  if (/^[0-9]{1,4}$/.test(bare)) return isLikelyYear(Number(bare)) ? ok(Number(bare)) : fail('TAHUN_TIDAK_TERBACA');
  const date = parseTanggal(bare, order);
  if (!date.ok) return fail('TAHUN_TIDAK_TERBACA');
  return ok(date.value === undefined ? undefined : yearOf(date.value));
}

export type TanggalDifference =
  | 'hari dan bulan tertukar'
  | 'berbeda satu hari'
  | 'satu digit berbeda'
  | 'dua digit tertukar'
  | 'salah satu 1 Januari'
  | 'tahun berbeda'
  | 'bulan berbeda'
  | 'hari berbeda';

/** The pattern by which two dates differ, for `sebab`: the likeliest cause first. Undefined where none is recognised. */
export function describeDateDifference(a: LocalDate, b: LocalDate): TanggalDifference | undefined {
  if (a === b) return undefined;
  const [yearA, monthA, dayA] = [yearOf(a), monthOf(a), dayOf(a)];
  const [yearB, monthB, dayB] = [yearOf(b), monthOf(b), dayOf(b)];
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'hari dan bulan tertukar';
  if (Math.abs(dayNumber(a) - dayNumber(b)) === 1) return 'berbeda satu hari';
  const slip = findDigitSlip(String(a), String(b));
  if (slip) return slip.jenis === 'satu' ? 'satu digit berbeda' : 'dua digit tertukar';
  const isNewYear = (monthA === 1 && dayA === 1) || (monthB === 1 && dayB === 1);
  if (yearA === yearB && isNewYear) return 'salah satu 1 Januari';
  if (monthA === monthB && dayA === dayB) return 'tahun berbeda';
  if (yearA === yearB && dayA === dayB) return 'bulan berbeda';
  return yearA === yearB && monthA === monthB ? 'hari berbeda' : undefined;
}
