import { yearOf } from '#kernel/local-date.ts';
import type { IkdPerson } from './person.ts';
import { forPns, forPppk, type IkdVerdict, judge, known } from './population.ts';
import type { IkdSettings } from './settings.ts';

// The number against the record (Perka BKN 22/2007 as changed by 43/2007). The digits are compared as they stand, also where
// they make no date: a number of 18 digits that says nonsense disagrees with the record.

/** CON_1: digits 9-14 of a PNS's number are not year and month of TMT CPNS. */
export function judgeNipTmtCpns(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPns(person, settings, () => {
    const tmtCpns = known(person.tmtCpns);
    if (person.nip === undefined || tmtCpns === undefined) return 'tak_dinilai';
    return judge(Number(person.nip.slice(8, 14)) !== Math.trunc(tmtCpns / 100));
  });
}

/** CON_2: digits 1-8 are not the birth date. */
export function judgeNipTanggalLahir({ nip, tanggalLahir }: IkdPerson): IkdVerdict {
  const date = known(tanggalLahir);
  if (nip === undefined || date === undefined) return 'tak_dinilai';
  return judge(Number(nip.slice(0, 8)) !== date);
}

/** CON_3: digit 15 is not the sex. */
export function judgeNipJenisKelamin({ nip, jenisKelamin }: IkdPerson): IkdVerdict {
  const sex = known(jenisKelamin);
  if (nip === undefined || sex === undefined) return 'tak_dinilai';
  return judge(nip[14] !== (sex === 'M' ? '1' : '2'));
}

/** CON_4: digits 9-12 of a PPPK's number are not the year of appointment. */
export function judgeNipTahunPppk(person: IkdPerson, settings: IkdSettings): IkdVerdict {
  return forPppk(person, settings, () => {
    const tmt = known(person.tmtCpns);
    if (person.nip === undefined || tmt === undefined) return 'tak_dinilai';
    return judge(Number(person.nip.slice(8, 12)) !== yearOf(tmt));
  });
}
