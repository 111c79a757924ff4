import { queryOptions } from '@tanstack/react-query';
import { scheduleAnswer, type ScheduleRow } from '#intake/contract';
import { formatDay, formatNumber } from '../ui/format.ts';
import { ask } from './request.ts';

/** The calendar of deliveries of one instansi, or of all; of this year where none is named. One answer for every screen that tells lateness. */
export const scheduleQuery = (instansi: number | undefined, tahun?: number) =>
  queryOptions({
    queryKey: ['jadwal', instansi ?? 'semua', tahun ?? 'kini'],
    queryFn: async ({ signal }) => ask(scheduleAnswer, 'jadwal', { query: { instansi, tahun }, signal }),
  });

/** What is missing or next, in one sentence without its full stop. */
export function describeOutlook({ terlambat, berikutnya }: Pick<ScheduleRow, 'terlambat' | 'berikutnya'>): string {
  if (terlambat !== null) {
    const several = terlambat.kali > 1 ? `, ${formatNumber(terlambat.kali)} kiriman berturut-turut` : '';
    return `Kiriman terlambat ${formatNumber(terlambat.hari)} hari sejak ${formatDay(terlambat.sejak)}${several}`;
  }
  return berikutnya === null
    ? 'Tidak ada kiriman yang ditunggu'
    : `Kiriman berikutnya paling lambat ${formatDay(berikutnya)}`;
}
