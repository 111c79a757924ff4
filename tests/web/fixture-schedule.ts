import { describeSchedules } from '../../src/intake/schedule/describe.ts';
import type { Arrival, RhythmFrom } from '../../src/intake/schedule/rhythm.ts';
import { scheduleAnswer } from '#intake/contract';
import type { LocalDate } from '#kernel/local-date.ts';
import { INSTANSI } from './fixture-data.ts';
import type { Route } from './fixture-routes.ts';

const TODAY = 20261110 as LocalDate;
const umum: readonly RhythmFrom[] = [
  { mulai: 20260601 as LocalDate, irama: { setiapBulan: 1, tanggal: 8, ingatkan: 3 } },
];
const sendiri = new Map([
  [6404, [{ mulai: 20260701 as LocalDate, irama: { setiapBulan: 3 as const, tanggal: 15, ingatkan: 5 } }]],
]);

/** Deliveries of an instansi: mostly in time, some late, some not at all. */
function arrivalsOf(at: number): readonly Arrival[] {
  return [5, 6, 7, 8, 9, 10, 11]
    .filter((month) => (at * 5 + month * 3) % 11 > 1 && !(month === 11 && at % 6 === 4) && at !== 30)
    .map((month) => ({
      kiriman: 'k-terbit',
      per: (20260001 + month * 100) as LocalDate,
      tanggal: (20260003 + month * 100 + ((at + month) % 7 === 0 ? 8 : 0)) as LocalDate,
    }))
    .filter(({ tanggal }) => tanggal <= TODAY);
}
const arrivals = new Map(INSTANSI.map(({ instansi }, at) => [instansi, arrivalsOf(at)]));

/** The calendar of deliveries, by the portal's own rule. */
export const SCHEDULE_ROUTES: readonly Route[] = [
  [
    'GET',
    /^jadwal$/,
    scheduleAnswer,
    ({ me, query }) => {
      const asked = me?.hak['kiriman.lihat'] === 'semua' ? query.get('instansi') : String(me?.instansi.instansi);
      const shown = INSTANSI.filter(({ instansi }) => asked === null || instansi === Number(asked));
      return describeSchedules({ umum, sendiri, arrivals }, shown, TODAY, Number(query.get('tahun') ?? 2026));
    },
  ],
  ['PUT', /^jadwal\/(umum|\d+)$/, undefined, () => undefined],
];
