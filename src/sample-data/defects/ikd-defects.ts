import { addMonths, formatIsoDate, type LocalDate, parseIsoDate, yearOf } from '#kernel/local-date.ts';
import { tmtPensiun } from '#rules/bup.ts';
import { dice } from '../dice.ts';
import type { Facts } from '../person.ts';
import type { CauseId, Changes } from './case.ts';

/** A weakness of BKN's own record that the data-quality index counts. */
export interface IkdDefect {
  readonly indikator: CauseId;
  /** Share of all people. */
  readonly rate: number;
  /** The change, or undefined where the person gives no occasion. */
  readonly change: (facts: Facts, jenis: string, per: LocalDate) => Changes | undefined;
}

const shifted = (iso: string | undefined, months: number): string | undefined => {
  const date = parseIsoDate(iso ?? '');
  return date === undefined ? undefined : formatIsoDate(addMonths(date, months));
};
/** First year in which PPPK were appointed (PP 49/2018). */
const FIRST_PPPK = 2019;
const isFungsional = (facts: Facts): boolean => facts.jenis_jabatan_id === '2';
const LEVELS = /\b(ahli|terampil|mahir|penyelia)\b/i;

export const IKD_DEFECTS: readonly IkdDefect[] = [
  {
    indikator: 'COM_2',
    rate: 0.005,
    change: (facts) => (isFungsional(facts) || facts.jenis_jabatan_id === '4' ? { jabatan_id: undefined } : undefined),
  },
  { indikator: 'COM_3', rate: 0.003, change: () => ({ pendidikan_nama: undefined, pendidikan_nama_id: undefined }) },
  {
    indikator: 'COM_4',
    rate: 0.004,
    change: (facts, jenis) => (jenis === 'pns' && facts.status_cpns_pns === 'P' ? { tmt_pns: undefined } : undefined),
  },
  {
    indikator: 'COM_5',
    rate: 0.06,
    change: (facts) =>
      Number(facts.pendidikan_tingkat_id) >= 20 ? { gelar_depan: undefined, gelar_belakang: undefined } : undefined,
  },
  { indikator: 'COM_6', rate: 0.04, change: () => ({ email: undefined }) },
  { indikator: 'COM_7', rate: 0.05, change: () => ({ no_hp: undefined }) },
  {
    indikator: 'TIM_3',
    rate: 0.002,
    change: (facts, jenis) =>
      jenis === 'pns' && facts.status_cpns_pns === 'P'
        ? { status_cpns_pns: 'C', tmt_pns: undefined, no_sk_pns: undefined, tgl_sk_pns: undefined }
        : undefined,
  },
  {
    indikator: 'ACC_1',
    rate: 0.0005,
    change: (facts) => (facts.tmt_pns === undefined ? undefined : { tmt_pns: shifted(facts.tmt_cpns, -12) }),
  },
  {
    indikator: 'ACC_2',
    rate: 0.005,
    change: (facts, jenis) => {
      if (jenis !== 'pns') return undefined;
      if (facts.jenis_pegawai_id === '15')
        return { jenis_pegawai_id: '17', jenis_pegawai: 'PNS Daerah Kab./Kota DPK pada Instansi lain' };
      if (facts.jenis_pegawai_id === '10')
        return { jenis_pegawai_id: '12', jenis_pegawai: 'PNS Daerah Propinsi DPK pada Instansi lain' };
      return undefined;
    },
  },
  {
    indikator: 'ACC_3',
    rate: 0.0002,
    change: (facts, jenis, per) =>
      jenis === 'pns' && facts.jenis_jabatan_id === '4' && (facts.tmt_cpns ?? '') > formatIsoDate(addMonths(per, -23))
        ? { jenis_jabatan_id: '1', jenis_jabatan: 'Jabatan Struktural' }
        : undefined,
  },
  {
    indikator: 'ACC_4',
    rate: 0.001,
    change: (_, jenis) => (jenis === 'pppk' ? { kedudukan_hukum_id: '01', kedudukan_hukum: 'Aktif' } : undefined),
  },
  { indikator: 'ACC_5', rate: 0.04, change: () => ({ nik_valid: 'false' }) },
  {
    indikator: 'ACC_7',
    rate: 0.001,
    // A number of the years before there were PPPK.
    change: ({ nip = '' }, jenis) =>
      jenis === 'pppk' && nip.length === 18 ? { nip: `${nip.slice(0, 8)}2016${nip.slice(12)}` } : undefined,
  },
  {
    indikator: 'ACC_8',
    rate: 0.015,
    change: (facts) =>
      isFungsional(facts) && /\bahli\b/i.test(facts.jabatan ?? '')
        ? { pendidikan_tingkat_id: '15', pendidikan_tingkat: 'SLTA' }
        : undefined,
  },
  {
    indikator: 'ACC_9',
    rate: 0.005,
    change: (facts) =>
      isFungsional(facts) && LEVELS.test(facts.jabatan ?? '')
        ? { jenis_jabatan_id: '4', jenis_jabatan: 'Jabatan Fungsional Umum' }
        : undefined,
  },
  {
    indikator: 'CON_1',
    rate: 0.003,
    change: (facts, jenis) => (jenis === 'pns' ? { tmt_cpns: shifted(facts.tmt_cpns, -1) } : undefined),
  },
  { indikator: 'CON_3', rate: 0.0002, change: (facts) => ({ jenis_kelamin: facts.jenis_kelamin === 'M' ? 'F' : 'M' }) },
  {
    indikator: 'CON_4',
    rate: 0.001,
    change: (facts, jenis) => (jenis === 'pppk' ? { tmt_cpns: shifted(facts.tmt_cpns, 12) } : undefined),
  },
];

/** Fails that a record shows by itself, indicator by indicator, over plain values. */
export function failedIndicators(facts: Facts, jenis: string, per: LocalDate): CauseId[] {
  const failed: CauseId[] = [];
  const check = (indikator: CauseId, fails: boolean): void => {
    if (fails) failed.push(indikator);
  };
  const pns = jenis === 'pns';
  const kind = facts.jenis_jabatan_id;
  const nip = facts.nip ?? '';
  check('COM_2', (kind === '2' || kind === '4') && facts.jabatan_id === undefined);
  check('COM_3', facts.pendidikan_nama_id === undefined);
  check('COM_4', pns && facts.status_cpns_pns === 'P' && facts.tmt_pns === undefined);
  check(
    'COM_5',
    Number(facts.pendidikan_tingkat_id) >= 20 && facts.gelar_depan === undefined && facts.gelar_belakang === undefined,
  );
  check('COM_6', facts.email === undefined);
  check('COM_7', facts.no_hp === undefined);
  check('TIM_3', pns && facts.status_cpns_pns === 'C' && (facts.tmt_cpns ?? '9') < formatIsoDate(addMonths(per, -12)));
  check('TIM_5', (facts.tmt_pensiun ?? '9') <= formatIsoDate(per) || isOverdueByKind(facts, per));
  check('ACC_1', pns && facts.tmt_pns !== undefined && (facts.tmt_cpns ?? '') > facts.tmt_pns);
  check('ACC_2', pns && (facts.jenis_pegawai_id === '17' || facts.jenis_pegawai_id === '12'));
  check('ACC_3', pns && kind === '1' && (facts.tmt_cpns ?? '') > formatIsoDate(addMonths(per, -24)));
  check('ACC_4', jenis === 'pppk' && facts.kedudukan_hukum_id !== '71');
  check('ACC_5', facts.nik === undefined || facts.nik.length !== 16 || facts.nik_valid === 'false');
  check('ACC_7', jenis === 'pppk' && (Number(nip.slice(8, 12)) < FIRST_PPPK || Number(nip.slice(8, 12)) > yearOf(per)));
  check('ACC_8', kind === '2' && /\bahli\b/i.test(facts.jabatan ?? '') && Number(facts.pendidikan_tingkat_id) < 30);
  check('ACC_9', kind === '4' && LEVELS.test(facts.jabatan ?? ''));
  check('CON_1', pns && nip.slice(8, 14) !== (facts.tmt_cpns ?? '').replace('-', '').slice(0, 6));
  check('CON_2', nip.slice(0, 8) !== (facts.tanggal_lahir ?? '').replaceAll('-', ''));
  check('CON_3', nip.slice(14, 15) !== (facts.jenis_kelamin === 'F' ? '2' : '1'));
  check('CON_4', jenis === 'pppk' && nip.slice(8, 12) !== (facts.tmt_cpns ?? '').slice(0, 4));
  return failed;
}

/** Age at which the kind of post alone says that a person should have left: the export names neither eselon nor the post's own age. */
const OVERDUE_AGE: Readonly<Record<string, number>> = { '1': 60, '4': 58 };
const OLDEST_AGE = 70;

function isOverdueByKind({ tanggal_lahir, jenis_jabatan_id }: Facts, per: LocalDate): boolean {
  const born = parseIsoDate(tanggal_lahir ?? '');
  return born !== undefined && tmtPensiun(born, OVERDUE_AGE[jenis_jabatan_id ?? ''] ?? OLDEST_AGE) <= per;
}

/** Whether the export shows the failing by itself. What only an imported list of posts shows, such as the level of a post, does not count. */
export function isShown(indikator: CauseId, facts: Facts, per: LocalDate): boolean {
  if (indikator === 'TIM_5') return isOverdueByKind(facts, per);
  return indikator !== 'ACC_8';
}

/** Shares of people with a failing that the export cannot show: listed, never visible. */
const HIDDEN: readonly (readonly [CauseId, number, (facts: Facts) => boolean])[] = [
  ['TIM_2', 0.003, isFungsional],
  ['TIM_6', 0.0002, (facts) => facts.kedudukan_hukum_id === '02'],
  ['ACC_6', 0.0005, (facts) => facts.jenis_jabatan_id === '1'],
  ['ACC_10', 0.001, (facts) => facts.eselon_id?.startsWith('2') ?? false],
];

export function hiddenIndicators(facts: Facts, seed: number): CauseId[] {
  return HIDDEN.flatMap(([indikator, rate, concerns], i) =>
    concerns(facts) && dice(seed, 450 + i) < rate ? [indikator] : [],
  );
}
