import { type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { BASE_YEAR } from './margins.ts';

/** Months are counted as year x 12 + month - 1. */
export type Month = number;

/** The cut-off and what follows from it for everybody who is active. */
export interface Horizon {
  readonly per: LocalDate;
  readonly month: Month;
  /** Whole years by which the population's years lie after those of its figures. */
  readonly shift: number;
  /** First month of birth of those who are not yet past 60, and past 58. */
  readonly born60: Month;
  readonly born58: Month;
}

export const monthIndex = (date: LocalDate): Month => yearOf(date) * 12 + monthOf(date) - 1;

/** A date of a month; the first by default. */
export function dateIn(month: Month, day = 1): LocalDate {
  return (Math.trunc(month / 12) * 10_000 + ((month % 12) + 1) * 100 + day) as LocalDate;
}

export function makeHorizon(per: LocalDate): Horizon {
  const month = monthIndex(per);
  return {
    per,
    month,
    shift: Math.floor((month - (BASE_YEAR * 12 + 9)) / 12),
    born60: month - 60 * 12,
    born58: month - 58 * 12,
  };
}
