import { dayNumber, formatIsoDate, parseIsoDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { dayInWib } from '#kernel/wib.ts';

export { formatInstant, formatLongDay } from '#kernel/wib.ts';

/** Dates without a clock are read as UTC and written as UTC, so that no zone moves them. */
const day = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const percent = new Intl.NumberFormat('id-ID', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const oneDecimal = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const formatNumber = (value: number): string => number.format(value);
/** 0.856 -> 85,6%. */
export const formatShare = (share: number): string => percent.format(share);
/** 85.64 -> 85,6. */
export const formatDecimal = (value: number): string => oneDecimal.format(value);
/** yyyy-mm-dd -> 3 Nov 2026. */
export const formatDay = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`));
/** Two yyyy-mm-dd -> 9 Agu s.d. 10 Nov 2026; the year once where it is the same. */
export function formatSpan(from: string, to: string): string {
  const first = formatDay(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.replace(/ \d{4}$/, '') : first} s.d. ${formatDay(to)}`;
}
/** Today in Jawa Tengah, yyyy-mm-dd. */
export const today = (now: Date = new Date()): string => formatIsoDate(dayInWib(now));

/** yyyy-mm-dd -> dd-mm-yyyy, as dates stand where they are compared; other texts as they are. */
export function formatCompared(value: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? value : `${date}-${month}-${year}`;
}

const UNITS = ['byte', 'kB', 'MB', 'GB'] as const;

/** 3_250_000 -> 3,3 MB. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? number.format(size) : oneDecimal.format(size)} ${UNITS[unit] ?? ''}`;
}

/** Whole days from a calendar day until today in Jawa Tengah; negative for a day to come. */
export function daysSince(iso: string, now: Date = new Date()): number {
  const date = parseIsoDate(iso);
  if (date === undefined) throw new Error(`not a day: ${iso}`);
  return dayNumber(dayInWib(now)) - dayNumber(date);
}

/** hari ini, kemarin, 7 hari lalu. */
export function formatAge(days: number): string {
  if (days <= 0) return 'hari ini';
  return days === 1 ? 'kemarin' : `${formatNumber(days)} hari lalu`;
}
