import { addMonths, yearOf } from '#kernel/local-date.ts';
import { foldText } from '#kernel/text.ts';
import { parseNik } from '../nik.ts';
import type { IkdPerson } from './person.ts';
import { forJenisJabatan, forPns, forPppk, type IkdVerdict, judge, known, STRUKTURAL } from './population.ts';
import type { IkdSettings } from './settings.ts';

/** ACC_1: TMT CPNS later than TMT PNS. Concerns who has both. */
export function judgeTmtTerbalik(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  const { tmtCpns, tmtPns } = person;
  return forPns(person, settings, () => {
    if (tmtCpns === 'kosong' || tmtPns === 'kosong') return 'tidak_dikenai';
    return tmtCpns === undefined || tmtPns === undefined ? 'tak_dinilai' : judge(tmtCpns > tmtPns);
  });
}

/** ACC_2: lent to another body by the kind of pegawai but working at the own one, or the other way round. */
export function judgeJenisPegawai(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPns(person, settings, () => {
    const { jenisPegawai } = person;
    if (jenisPegawai === undefined) return 'tak_dinilai';
    if (jenisPegawai === 'kosong') return 'tidak_dikenai';
    const lent = settings.jenisPegawaiDipinjamkan.includes(jenisPegawai);
    if (!lent && !settings.jenisPegawaiBiasa.includes(jenisPegawai)) return 'tidak_dikenai';
    const [induk, kerja] = [known(person.instansiInduk), known(person.instansiKerja)];
    if (induk === undefined || kerja === undefined) return 'tak_dinilai';
    return judge(lent === (induk === kerja));
  });
}

/** ACC_3: structural post within the first years of service. */
export function judgeStrukturalDini(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPns(person, settings, () =>
    forJenisJabatan(person, STRUKTURAL, () => {
      const tmtCpns = known(person.tmtCpns);
      if (tmtCpns === undefined) return 'tak_dinilai';
      return judge(settings.per < addMonths(tmtCpns, settings.strukturalTahun * 12));
    }),
  );
}

/** ACC_4: a PPPK under a standing that is neither one of PPPK nor one of leaving. */
export function judgeKedudukanPppk(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPppk(person, settings, () => {
    const kedudukan = known(person.kedudukanHukum);
    if (kedudukan === undefined) return 'tak_dinilai';
    return judge(!settings.kedudukanPppk.includes(kedudukan) && !settings.kedudukanBerhenti.includes(kedudukan));
  });
}

/** ACC_5: NIK missing, malformed, or not found valid by the population register. */
export function judgeNik({ nik, nikValid }: IkdPerson): IkdVerdict {
  if (nik === undefined) return 'tak_dinilai';
  if (nik === 'kosong' || nikValid === false) return 'gagal';
  const parsed = parseNik(nik);
  if (!parsed.ok || parsed.value === undefined) return 'gagal';
  return nikValid === true ? 'bersih' : 'tak_dinilai';
}

/** ACC_6: education below what the eselon asks for. */
export function judgePendidikanEselon(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forJenisJabatan(person, STRUKTURAL, () => {
    const eselon = known(person.eselon);
    if (eselon === undefined) return 'tak_dinilai';
    const least = settings.pendidikanEselon[Math.trunc(eselon / 10)];
    return least === undefined ? 'tidak_dikenai' : judgePendidikan(person, least);
  });
}

/** ACC_7: the year in the number of a PPPK lies outside the years of appointment. */
export function judgeTahunPppk(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPppk(person, settings, () => {
    if (person.nip === undefined) return 'tak_dinilai';
    const tahun = Number(person.nip.slice(8, 12));
    return judge(tahun < settings.pppkMulaiTahun || tahun > yearOf(settings.per));
  });
}

/** ACC_8: education below what the level of the functional post asks for. */
export function judgePendidikanJenjang(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forJenisJabatan(person, [2, 3], () => {
    const { jenjang } = person;
    return jenjang === undefined ? 'tak_dinilai' : judgePendidikan(person, settings.pendidikanJenjang[jenjang]);
  });
}

function judgePendidikan({ tingkatPendidikan }: IkdPerson, least: number): IkdVerdict {
  const tingkat = known(tingkatPendidikan);
  return tingkat === undefined ? 'tak_dinilai' : judge(tingkat < least);
}

/** ACC_9: the post of a pelaksana bears a word of functional posts. Whole words only: PENGADMINISTRASI KETERAMPILAN is clean. */
export function judgeNamaPelaksana(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forJenisJabatan(person, [4], () => {
    const jabatan = known(person.jabatan);
    return jabatan === undefined ? 'tak_dinilai' : judge(hasKataFungsional(jabatan, settings));
  });
}

/** Whether the name of a post holds one of the words as a whole word. */
export function hasKataFungsional(jabatan: string, { kataFungsional }: IkdSettings): boolean {
  const words = foldText(jabatan).split(' ');
  return kataFungsional.some((word) => words.includes(word));
}

/** ACC_10: JPT below the least golongan. A structural post without eselon may or may not be one. */
export function judgeGolonganJpt(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forJenisJabatan(person, STRUKTURAL, () => {
    const eselon = known(person.eselon);
    if (eselon === undefined) return 'tak_dinilai';
    if (eselon < 10 || eselon > settings.eselonJptSampai) return 'tidak_dikenai';
    const golongan = known(person.golongan);
    return golongan === undefined ? 'tak_dinilai' : judge(golongan < settings.golonganJpt);
  });
}
