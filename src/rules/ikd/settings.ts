import type { LocalDate } from '#kernel/local-date.ts';
import type { Jenjang } from './person.ts';

/**
 * Every line by which the indicators are reckoned. BKN publishes names and weights of the indicators (in force since 2024), not
 * its formula: the defaults are a reading of its descriptions and may be changed line by line.
 */
export interface IkdSettings {
  /** The day on which the data are judged. */
  readonly per: LocalDate;
  /** Share clean = 1 - failing / concerned people, or / all active people. */
  readonly penyebut: 'dikenai' | 'semua_aktif';
  /** Standings up to this number count as active, and those of the list. */
  readonly kedudukanAktifSampai: number;
  readonly kedudukanAktifLain: readonly number[];
  readonly kedudukanPppk: readonly number[];
  readonly kedudukanBerhenti: readonly number[];
  readonly kedudukanCltn: readonly number[];
  /** COM_1: years before the present one in which an SKP must lie. */
  readonly skpTahun: number;
  /** COM_5: level of education from which a title is expected. */
  readonly gelarMulaiTingkat: number;
  /** TIM_2: years from TMT CPNS in which the functional post must be taken up. */
  readonly fungsionalTahun: number;
  /** TIM_3: months after which a CPNS should be a PNS. */
  readonly cpnsBulan: number;
  /** ACC_3: years of service before a structural post. */
  readonly strukturalTahun: number;
  /** TIM_4: assignments that do not count as holding the post. */
  readonly penugasanSementara: readonly string[];
  /** TIM_5: ages of retirement without a table of posts (UU 20/2023 art. 55, PP 11/2017 art. 239). */
  readonly bupJpt: number;
  readonly bupLain: number;
  readonly bupTertinggi: number;
  /** ACC_2: kinds of pegawai lent to another body, and those who work at their own. */
  readonly jenisPegawaiDipinjamkan: readonly number[];
  readonly jenisPegawaiBiasa: readonly number[];
  /** ACC_6: least education by the tens of the eselon. */
  readonly pendidikanEselon: Readonly<Record<number, number>>;
  /** ACC_7: first year in which PPPK were appointed. */
  readonly pppkMulaiTahun: number;
  /** ACC_8: least education by level of the functional post. */
  readonly pendidikanJenjang: Readonly<Record<Jenjang, number>>;
  /** ACC_9: words that only functional posts bear. */
  readonly kataFungsional: readonly string[];
  /** ACC_10: highest eselon that still is JPT, and the least golongan there. */
  readonly eselonJptSampai: number;
  readonly golonganJpt: number;
}

export function defaultIkdSettings(per: LocalDate): IkdSettings {
  return {
    per,
    penyebut: 'dikenai',
    kedudukanAktifSampai: 51,
    kedudukanAktifLain: [71, 73, 92, 101],
    kedudukanPppk: [71, 72, 73, 101],
    kedudukanBerhenti: [52, 66, 67, 68, 69, 70, 77, 88, 89, 90, 91, 98, 99],
    kedudukanCltn: [2, 13],
    skpTahun: 2,
    gelarMulaiTingkat: 20,
    fungsionalTahun: 2,
    cpnsBulan: 12,
    strukturalTahun: 2,
    penugasanSementara: ['PLT', 'PLH'],
    bupJpt: 60,
    bupLain: 58,
    bupTertinggi: 70,
    jenisPegawaiDipinjamkan: [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18, 19],
    jenisPegawaiBiasa: [1, 10, 15],
    pendidikanEselon: { 2: 35, 3: 35, 4: 30 },
    pppkMulaiTahun: 2019,
    pendidikanJenjang: { UT: 35, MA: 30, MU: 30, PT: 30, PY: 15, MH: 15, TR: 5, PM: 5 },
    kataFungsional: ['AHLI', 'TERAMPIL', 'MAHIR', 'PENYELIA'],
    eselonJptSampai: 22,
    golonganJpt: 42,
  };
}
