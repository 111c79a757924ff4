import { addMonths, type LocalDate } from '#kernel/local-date.ts';

/** How many monthly deliveries a portal on trial has seen. */
const MONTHS = 2;

/**
 * The days of the sample's deliveries in a portal on trial, oldest first: the first days of the last months, this one's the newest,
 * so that the data are as old as they would be where everybody sends in time. Pure.
 */
export function sampleMonths(today: LocalDate): readonly LocalDate[] {
  const newest = (today - (today % 100) + 1) as LocalDate;
  return Array.from({ length: MONTHS }, (_, at) => addMonths(newest, at - MONTHS + 1));
}
