import type { LocalDate } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';

/** The day in Jawa Tengah, wherever the computer thinks it is. */
export function today(): LocalDate {
  return dayInWib(new Date());
}
