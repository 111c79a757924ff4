import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { formatWholeDay } from '#kernel/wib.ts';
import type { MonthDeliveries } from './add-month.ts';

/** A day as people write it: 1 Oktober 2026. */
export const formatDay = (date: LocalDate): string => formatWholeDay(formatIsoDate(date));

/** What publishing the deliveries of a month changed, in one sentence. Pure. */
export function describeMonth(per: LocalDate, { bkn, simpeg }: MonthDeliveries): string {
  const sum = { sesudah: 0, baru: 0, hilang: 0, berubah: 0, sekarang: 0, selisih: 0, tertutup: 0, muncul: 0 };
  for (const { hasil } of simpeg) {
    if (!hasil) continue;
    const { akibat, selisih } = hasil;
    for (const name of ['sesudah', 'baru', 'hilang', 'berubah', 'sekarang'] as const) sum[name] += akibat[name];
    sum.selisih += selisih.sesudah;
    sum.tertutup += selisih.tertutup;
    sum.muncul += selisih.baru;
  }
  const n = (count: number): string => number.format(count);
  const head = `Kiriman per ${formatDay(per)} terbit: ${n(simpeg.length)} Simpeg (${n(sum.sesudah)} orang) dan BKN (${n(bkn.hasil?.akibat.sesudah ?? 0)} orang), ${n(sum.selisih)} selisih`;
  if (sum.sekarang === 0) return `${head}.`;
  return `${head}. Sejak kiriman sebelumnya ${n(sum.berubah)} orang berubah, ${n(sum.baru)} baru, ${n(sum.hilang)} hilang; ${n(sum.tertutup)} selisih tertutup, ${n(sum.muncul)} baru.`;
}
