import { daysInMonth, type LocalDate, makeDate } from '#kernel/local-date.ts';
import { dateIn, type Month } from '../plan/horizon.ts';
import { mix32 } from '../random.ts';
import { pad2 } from './identity.ts';

/** Kinds of decree with the number that offices of the region put first. */
export const SK = {
  cpns: '813',
  pns: '821.1',
  pangkat: '823',
  kgb: '822',
  struktural: '821.2',
  jabatan: '824',
  pppk: '815',
} as const;

/**
 * Date of a decree: mostly 10 to 60 days before it takes effect, a few afterwards but within 90 days. Posts on another day than the
 * first are decreed in the days before. `last` is the month after which nothing is decreed.
 */
export function decreeDate(month: Month, day: number, chance: number, last: Month): LocalDate {
  const bits = mix32(chance ^ month);
  if (day > 1) return dateIn(month, Math.max(1, day - (bits % 6)));
  if (bits % 100 < 3 && month + 2 < last) return dateIn(month + 1 + (bits % 2), 1 + ((bits >>> 8) % 20));
  const early = bits % 2;
  const before = month - 1 - early;
  const days = daysInMonth(Math.trunc(before / 12), (before % 12) + 1);
  const from = early === 0 ? 1 : Math.max(1, days - 28);
  const until = early === 0 ? days - 9 : days;
  return dateIn(before, from + ((bits >>> 8) % (until - from + 1)));
}

/** A number unique in the office and year: the person's own, and that of the row where a year may hold several. */
export function decreeNumber(jenis: keyof typeof SK, person: number, date: LocalDate, row = 0): string {
  const tail = row > 0 ? `-${row + 1}` : '';
  return `${SK[jenis]}/${String(person + 1).padStart(5, '0')}${tail}/${Math.trunc(date / 10_000)}`;
}

/** ISO form of a date of the sample. */
export function isoDate(date: LocalDate): string {
  const month = Math.trunc(date / 100) % 100;
  return `${Math.trunc(date / 10_000)}-${pad2(month)}-${pad2(date % 100)}`;
}

export const isoMonth = (month: Month, day = 1): string => isoDate(dateIn(month, day));

/** A date of a year that never runs past the end of its month. */
export function dateOfYear(year: number, bits: number): LocalDate {
  return makeDate(year, 1 + (bits % 12), 1 + ((bits >>> 8) % 28)) ?? dateIn(year * 12);
}
