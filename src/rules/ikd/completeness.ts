import { yearOf } from '#kernel/local-date.ts';
import { parseTelepon } from '../telepon.ts';
import { foldEmail, isEmail } from '../email.ts';
import type { IkdPerson } from './person.ts';
import { forJenisJabatan, forPns, type IkdVerdict, judge, judgeEmpty, known } from './population.ts';
import type { IkdSettings } from './settings.ts';

/** COM_1: no SKP in the years before the present one. */
export function judgeSkpKosong({ tahunSkp }: IkdPerson, { per, skpTahun }: IkdSettings): IkdVerdict {
  if (tahunSkp === undefined || tahunSkp === 'kosong') return judgeEmpty(tahunSkp);
  return judge(tahunSkp < yearOf(per) - skpTahun);
}

/** COM_2: a functional post or one of a pelaksana without an id, or with one that BKN's tables lack. */
export function judgeJabatanKosong(person: IkdPerson): IkdVerdict {
  const { jabatanId, jabatanDikenal } = person;
  return forJenisJabatan(person, [2, 4], () => (jabatanDikenal === false ? 'gagal' : judgeEmpty(jabatanId)));
}

/** COM_3: no education in the main record. */
export function judgePendidikanKosong({ pendidikanId }: IkdPerson): IkdVerdict {
  return judgeEmpty(pendidikanId);
}

/** COM_4: a PNS without TMT PNS. */
export function judgeTmtPnsKosong(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPns(person, settings, () => {
    if (person.statusCpnsPns === undefined) return 'tak_dinilai';
    return person.statusCpnsPns === 'P' ? judgeEmpty(person.tmtPns) : 'tidak_dikenai';
  });
}

/** COM_5: a diploma or degree without any title. Who has no level of education is COM_3's. */
export function judgeGelarKosong({ tingkatPendidikan, gelar }: IkdPerson, settings: IkdSettings): IkdVerdict {
  if (tingkatPendidikan === undefined) return 'tak_dinilai';
  if (tingkatPendidikan === 'kosong' || tingkatPendidikan < settings.gelarMulaiTingkat) return 'tidak_dikenai';
  return judgeEmpty(gelar);
}

/** COM_6: no e-mail address, or none of the shape of one. */
export function judgeEmailKosong({ email }: IkdPerson): IkdVerdict {
  const address = known(email);
  if (address === undefined) return judgeEmpty(email);
  const folded = foldEmail(address);
  return judge(folded === undefined || !isEmail(folded));
}

/** COM_7: no mobile number: one that begins with 08 or 62. */
export function judgeNoHpKosong({ noHp }: IkdPerson): IkdVerdict {
  const text = known(noHp);
  if (text === undefined) return judgeEmpty(noHp);
  // The usual form needs no reading
  if (/^(?:08|628)\d{8,12}$/.test(text)) return 'bersih';
  const numbers = parseTelepon(text);
  return judge(!numbers.ok || !numbers.value?.some((number) => number.startsWith('08')));
}
