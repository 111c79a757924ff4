import { dayNumber, dayOf, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';
import type { PegawaiField } from '#canonical';
import type { Facts, HistoryRow, Person } from '../person.ts';
import type { Changes } from './case.ts';

/** What a decree on a raise of rank sets; a record without that decree shows all of them at the step before. */
export const RANK_FIELDS: readonly PegawaiField[] = [
  'golongan',
  'golongan_id',
  'golongan_pns',
  'pangkat_nama',
  'tmt_golongan',
  'no_sk_golongan',
  'tgl_sk_golongan',
  'pejabat_sk_golongan',
  'no_pertek_golongan',
  'tgl_pertek_golongan',
  'jenis_kenaikan_pangkat',
  'masa_kerja_tahun',
  'masa_kerja_bulan',
  'masa_kerja_teks',
  'masa_kerja_total_bulan',
  'gaji_pokok',
  'tmt_kp_berikutnya',
];

/** What a decree on a position sets. */
export const JOB_FIELDS: readonly PegawaiField[] = [
  'jenis_jabatan',
  'jenis_jabatan_id',
  'jabatan',
  'jabatan_id',
  'tmt_jabatan',
  'tmt_jabatan_fungsional',
  'no_sk_jabatan',
  'tgl_sk_jabatan',
  'pejabat_sk_jabatan',
  'no_pelantikan',
  'tgl_pelantikan',
  'eselon',
  'eselon_id',
  'eselon_level',
  'tmt_eselon',
  'jenjang_jabatan',
  'kode_jenjang_jabatan',
  'kelompok_jabatan_asn',
  'unit_kerja',
  'unit_kerja_id',
  'unit_organisasi_induk',
  'unit_organisasi_induk_id',
  'tmt_unit_kerja',
  'tunjangan_jabatan',
  'kelas_jabatan',
  'lokasi_kerja',
  'lokasi_kerja_id',
  'bup',
  'tmt_pensiun',
];

/** The fields of a record as they stood before the newest row of a history; undefined where there is no earlier row. */
export function beforeLast(
  person: Person,
  rows: readonly HistoryRow[],
  now: LocalDate,
  fields: readonly PegawaiField[],
): Changes | undefined {
  const known = rows.filter(({ tmt }) => tmt <= now);
  const last = known.at(-1);
  if (!last || known.length < 2) return undefined;
  const earlier = person.factsAt(dayBefore(last.tmt));
  return pickFields(earlier, fields);
}

export function pickFields(facts: Facts, fields: readonly PegawaiField[]): Changes {
  const changes: Changes = {};
  for (const field of fields) changes[field] = facts[field];
  return changes;
}

export function dayBefore(date: LocalDate): LocalDate {
  const month = monthOf(date);
  if (dayOf(date) > 1) return makeDate(yearOf(date), month, dayOf(date) - 1) ?? date;
  const first = month > 1 ? makeDate(yearOf(date), month - 1, 1) : makeDate(yearOf(date) - 1, 12, 1);
  if (first === undefined) return date;
  const days = dayNumber(date) - dayNumber(first);
  return makeDate(yearOf(first), monthOf(first), days) ?? date;
}
