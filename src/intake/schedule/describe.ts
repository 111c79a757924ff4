import { formatIsoDate, type LocalDate, yearOf } from '#kernel/local-date.ts';
import type { DueAnswer, ScheduleAnswer, ScheduleRow } from './contract.ts';
import { type Due, listDues, outlookOf, type RhythmFrom, rhythmOn } from './rhythm.ts';
import type { Schedules } from './store.ts';

interface Named {
  readonly instansi: number;
  readonly nama: string;
}

/** The calendar of some instansi in a year, as people see it. Pure. */
export function describeSchedules(
  schedules: Schedules,
  instansi: readonly Named[],
  today: LocalDate,
  tahun: number,
): ScheduleAnswer {
  const { umum } = schedules;
  return {
    hariIni: formatIsoDate(today),
    tahun,
    umum: { irama: rhythmOn({ umum, sendiri: [] }, today)?.irama ?? null, mendatang: comingOf(umum, today) },
    baris: instansi.map((one) => describeSchedule(schedules, one, today, tahun)),
  };
}

function describeSchedule(
  schedules: Schedules,
  { instansi, nama }: Named,
  today: LocalDate,
  tahun: number,
): ScheduleRow {
  const rhythms = { umum: schedules.umum, sendiri: schedules.sendiri.get(instansi) ?? [] };
  const dues = listDues(rhythms, schedules.arrivals.get(instansi) ?? [], today, tahun);
  const { berikutnya, terlambat } = outlookOf(dues);
  const now = rhythmOn(rhythms, today);
  return {
    instansi,
    nama,
    irama: now?.irama ?? null,
    sendiri: now?.isOwn === true,
    mendatang: comingOf(rhythms.sendiri, today),
    berikutnya: berikutnya === null ? null : formatIsoDate(berikutnya),
    terlambat: terlambat && { ...terlambat, sejak: formatIsoDate(terlambat.sejak) },
    jatuhTempo: dues.filter(({ tempo }) => yearOf(tempo) === tahun).map(describeDue),
  };
}

function describeDue({ tempo, keadaan, hari, datang }: Due): DueAnswer {
  return {
    tempo: formatIsoDate(tempo),
    keadaan,
    hari,
    kiriman: datang?.kiriman ?? null,
    per: datang ? formatIsoDate(datang.per) : null,
    diterima: datang ? formatIsoDate(datang.tanggal) : null,
  };
}

function comingOf(list: readonly RhythmFrom[], today: LocalDate): ScheduleRow['mendatang'] {
  const next = list.filter(({ mulai }) => mulai > today).toSorted((a, b) => a.mulai - b.mulai)[0];
  return next ? { mulai: formatIsoDate(next.mulai), irama: next.irama } : null;
}
