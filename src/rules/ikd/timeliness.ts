import { addMonths } from '#kernel/local-date.ts';
import { tmtPensiun } from '../bup.ts';
import type { IkdPerson } from './person.ts';
import { forJenisJabatan, forPns, type IkdVerdict, judge, known, STRUKTURAL } from './population.ts';
import type { IkdSettings } from './settings.ts';

/** TIM_1: placed in a unit that is no longer in the active tree. */
export function judgeUnorTidakAktif({ unorAktif }: IkdPerson): IkdVerdict {
  return unorAktif === undefined ? 'tak_dinilai' : judge(!unorAktif);
}

/** TIM_2: recruited for a functional post and still without one, years after TMT CPNS. */
export function judgeBelumFungsional(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  const { formasiFungsional, jenisJabatan } = person;
  return forPns(person, settings, () => {
    if (formasiFungsional === false) return 'tidak_dikenai';
    const tmtCpns = known(person.tmtCpns);
    if (formasiFungsional === undefined || jenisJabatan === undefined || tmtCpns === undefined) return 'tak_dinilai';
    return judge(jenisJabatan !== 2 && settings.per > addMonths(tmtCpns, settings.fungsionalTahun * 12));
  });
}

/** TIM_3: still CPNS more than a year after TMT CPNS (PP 11/2017 art. 34: one year of probation). */
export function judgeMasaCpns({ statusCpnsPns, tmtCpns }: IkdPerson, { per, cpnsBulan }: IkdSettings): IkdVerdict {
  if (statusCpnsPns === undefined) return 'tak_dinilai';
  if (statusCpnsPns !== 'C') return 'tidak_dikenai';
  const begin = known(tmtCpns);
  return begin === undefined ? 'tak_dinilai' : judge(per > addMonths(begin, cpnsBulan));
}

/** TIM_4: one of several definitive holders of a unit's structural post. Acting holders (PLT, PLH) are not concerned. */
export function judgeStrukturalGanda(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forJenisJabatan(person, STRUKTURAL, () => {
    if (!isDefinitif(person, settings)) return 'tidak_dikenai';
    return person.pemangku === undefined ? 'tak_dinilai' : judge(person.pemangku > 1);
  });
}

/** Whether the person counts as holder of the unit's post for TIM_4. Without the kind of assignment the post counts as definitive. */
export function isPemangku(person: IkdPerson, settings: IkdSettings): boolean {
  return (person.jenisJabatan === 1 || person.jenisJabatan === 3) && isDefinitif(person, settings);
}

function isDefinitif({ jenisPenugasan }: IkdPerson, { penugasanSementara }: IkdSettings): boolean {
  return !penugasanSementara.includes(known(jenisPenugasan) ?? '');
}

/**
 * TIM_5: active on or after the first day of the month that follows the month in which the age of retirement is reached. Where
 * the post leaves several ages possible, the person is clean below the least, failing from the highest, undecided between.
 */
export function judgeLewatBup(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  const tanggalLahir = known(person.tanggalLahir);
  if (tanggalLahir === undefined) return 'tak_dinilai';
  const { least, highest } = findBup(person, settings);
  if (settings.per < tmtPensiun(tanggalLahir, least)) return 'bersih';
  return settings.per >= tmtPensiun(tanggalLahir, highest) ? 'gagal' : 'tak_dinilai';
}

interface BupRange {
  readonly least: number;
  readonly highest: number;
}

/** BKN's own age first, then the post's by its kind: JPT 60; administrator, pengawas and pelaksana 58; structural without eselon either. */
function findBup({ bup, jenisJabatan, eselon }: IkdPerson, settings: IkdSettings): BupRange {
  const { bupJpt, bupLain, bupTertinggi, eselonJptSampai } = settings;
  if (bup !== undefined && bup > 0) return { least: bup, highest: bup };
  if (jenisJabatan === 4) return { least: bupLain, highest: bupLain };
  if (jenisJabatan !== 1 && jenisJabatan !== 3) return { least: bupLain, highest: bupTertinggi };
  const code = known(eselon);
  if (code === undefined || code < 10 || code > 52) return { least: bupLain, highest: bupJpt };
  const age = code <= eselonJptSampai ? bupJpt : bupLain;
  return { least: age, highest: age };
}

/** TIM_6: still on leave outside the state's account after its last day. */
export function judgeCltnBerakhir(
  { kedudukanHukum, akhirCltn }: IkdPerson,
  { per, kedudukanCltn }: IkdSettings,
): IkdVerdict {
  if (kedudukanHukum === undefined) return 'tak_dinilai';
  if (kedudukanHukum === 'kosong' || !kedudukanCltn.includes(kedudukanHukum)) return 'tidak_dikenai';
  const end = known(akhirCltn);
  return end === undefined ? 'tak_dinilai' : judge(per > end);
}
