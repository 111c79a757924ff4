import type { LocalDate } from '#kernel/local-date.ts';

/** The day in Jawa Tengah, wherever the computer thinks it is. */
export function today(): LocalDate {
  return Number(
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date()).replaceAll('-', ''),
  ) as LocalDate;
}
