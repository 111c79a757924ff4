import type { PegawaiField } from '#canonical';
import { addMonths, formatIsoDate, type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import type { Case } from '../defects/case.ts';
import { shown } from '../defects/compare-meaning.ts';
import { failedIndicators, hiddenIndicators, isShown } from '../defects/ikd-defects.ts';
import type { Facts } from '../person.ts';
import type { OfficeRun } from './office-run.ts';

const ORANG_FIELDS: readonly PegawaiField[] = [
  'pns_id_bkn',
  'nip',
  'nip_lama',
  'nik',
  'nama',
  'gelar_depan',
  'gelar_belakang',
  'tempat_lahir',
  'tanggal_lahir',
  'jenis_kelamin',
  'agama',
  'status_perkawinan',
  'tmt_cpns',
  'tmt_pns',
  'golongan_cpns',
  'golongan',
  'tmt_golongan',
  'masa_kerja_tahun',
  'masa_kerja_bulan',
  'gaji_pokok',
  'tmt_kgb',
  'jenis_jabatan',
  'jabatan',
  'eselon',
  'tmt_jabatan',
  'unit_kerja',
  'unit_organisasi_induk',
  'pendidikan_tingkat',
  'pendidikan_nama',
  'pendidikan_tahun_lulus',
  'kedudukan_hukum',
  'tmt_pensiun',
];

/** The true state and the true histories of a person. */
export function describePerson({ ledger, profile, per }: OfficeRun, { person, truth }: Case): void {
  const { leaving } = person;
  const status = leaving && leaving.tmt <= per ? leaving.jenis : 'aktif';
  ledger.add('orang', [
    person.orangId,
    person.jenisAsn,
    profile.kode,
    ...ORANG_FIELDS.map((field) => shown(field, truth)),
    status,
  ]);
  const { riwayat } = person;
  for (const jenis of HISTORIES) {
    riwayat[jenis].forEach((row, urut) => {
      const { tmt, tglSk, noSk, facts } = row;
      if (tmt > per) return;
      const nilai: Facts = {};
      for (const field of HISTORY_FIELDS[jenis]) {
        const value = facts[field];
        if (value !== undefined) nilai[field] = value;
      }
      ledger.add('riwayat', [
        person.orangId,
        jenis,
        urut + 1,
        formatIsoDate(tmt),
        formatIsoDate(tglSk),
        noSk,
        JSON.stringify(nilai),
      ]);
    });
  }
}

const HISTORIES = ['pangkat', 'kgb', 'jabatan', 'pendidikan'] as const;
/** What tells one row of a history from another; the rest follows from it. */
const HISTORY_FIELDS: Readonly<Record<(typeof HISTORIES)[number], readonly PegawaiField[]>> = {
  pangkat: ['golongan_id', 'masa_kerja_tahun', 'masa_kerja_bulan'],
  kgb: ['gaji_pokok'],
  jabatan: ['jabatan_id', 'unit_kerja_id', 'eselon_id'],
  pendidikan: ['pendidikan_tingkat_id', 'pendidikan_nama_id', 'pendidikan_tahun_lulus'],
};

const HISTORY_EVENT = {
  pangkat: 'kenaikan_pangkat',
  kgb: 'kgb',
  jabatan: 'jabatan',
  pendidikan: 'pendidikan',
} as const;
const HISTORY_FIELD = {
  pangkat: 'golongan_id',
  kgb: 'tmt_kgb',
  jabatan: 'jabatan',
  pendidikan: 'pendidikan_nama',
} as const;

/** What happened between two deliveries, and in which delivery each side shows it. */
export function describeEvents(
  { ledger, profile, per, previous, kiriman }: OfficeRun,
  { person }: Case,
  mended: readonly string[],
): void {
  if (previous === undefined) return;
  const { bknLags, masuk, leaving, riwayat } = person;
  const event = (
    peristiwa: string,
    tmt: LocalDate,
    lag: number,
    kolom: string,
    lama?: string,
    baru?: string,
    ditutup = tmt,
  ): void => {
    const shows = (day: LocalDate, months: number): string => formatIsoDate(addMonths(day, months)).slice(0, 7);
    const cells = [kiriman, person.orangId, profile.kode, peristiwa, formatIsoDate(tmt), kolom, lama, baru];
    ledger.add('perubahan', [...cells, shows(ditutup, profile.lagMonths), shows(tmt, lag)]);
  };
  const isNew = (date: LocalDate): boolean => date > previous && date <= per;
  if (isNew(masuk))
    event(person.orangId.startsWith(profile.kode) ? 'cpns_baru' : 'pindah_masuk', masuk, bknLags.jabatan, '');
  if (leaving && isNew(leaving.tmt))
    event(leaving.jenis, leaving.tmt, bknLags.status, 'kedudukan_hukum', '', '', leaving.ditutup);
  for (const jenis of HISTORIES) {
    riwayat[jenis].forEach(({ tmt, facts }, at) => {
      const field = HISTORY_FIELD[jenis];
      const before = riwayat[jenis][at - 1]?.facts[field];
      if (at > 0 && isNew(tmt))
        event(HISTORY_EVENT[jenis], tmt, bknLags[jenis], field.replace(/_id$/, ''), before, facts[field]);
    });
  }
  for (const { tmt, peristiwa, lama, baru } of person.changes) {
    if (!isNew(tmt)) continue;
    for (const field of Object.keys(baru) as PegawaiField[])
      event(peristiwa, tmt, bknLags.data, field, lama[field], baru[field]);
  }
  const appointed = person.factsAt(per).tmt_pns;
  const pns = appointed === undefined ? undefined : parseIsoDate(appointed);
  if (pns !== undefined && isNew(pns)) event('cpns_menjadi_pns', pns, 0, 'status_cpns_pns', 'C', 'P');
  for (const each of mended) {
    const [cacat = '', field = ''] = each.split(' ');
    ledger.add('perubahan', [
      kiriman,
      person.orangId,
      profile.kode,
      `perbaikan ${cacat}`,
      formatIsoDate(per),
      field,
      '',
      '',
      kiriman,
      kiriman,
    ]);
  }
}

/** What the index must find in BKN's record of a person. */
export function describeIndex({ ledger, profile, per }: OfficeRun, { person, bkn, seed }: Case): void {
  if (!bkn) return;
  const { meaning } = bkn;
  const nip = meaning.nip ?? '';
  for (const indikator of failedIndicators(meaning, person.jenisAsn, per))
    ledger.add('ikd', [profile.kode, nip, indikator, isShown(indikator, meaning, per) ? 'ya' : 'tidak']);
  for (const indikator of hiddenIndicators(meaning, seed)) ledger.add('ikd', [profile.kode, nip, indikator, 'tidak']);
}
