import type { LocalDate } from './local-date.ts';

/**
 * Clock and calendar of Jawa Tengah. Every day and time that people read is Western Indonesia Time, whatever zone the server or the
 * browser believes in: a deadline is the same day for all of them.
 */
export const WIB = 'Asia/Jakarta';

const numericDay = new Intl.DateTimeFormat('en-CA', { timeZone: WIB });
const day = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', year: 'numeric', timeZone: WIB });
const clock = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: WIB });
const longDay = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: WIB,
});
/** A calendar date has no zone: it is read as UTC and written as UTC, so that none moves it. */
const calendarDay = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

/** The calendar day of an instant. */
export function dayInWib(instant: Date): LocalDate {
  return Number(numericDay.format(instant).replaceAll('-', '')) as LocalDate;
}

/** When a day, yyyy-mm-dd, begins and is over. */
export const startOfDay = (iso: string): Date => new Date(`${iso}T00:00:00+07:00`);
export const endOfDay = (iso: string): Date => new Date(startOfDay(iso).getTime() + 86_400_000);

/** An instant, ISO 8601 -> 3 Nov 2026 08.42. */
export function formatInstant(iso: string): string {
  const instant = new Date(iso);
  return `${day.format(instant)} ${clock.format(instant)}`;
}

/** An instant -> Selasa, 10 November 2026. */
export const formatLongDay = (instant: Date): string => longDay.format(instant);

/** yyyy-mm-dd -> 10 November 2026. */
export const formatWholeDay = (iso: string): string => calendarDay.format(new Date(`${iso}T00:00:00Z`));
