import { addMonths, type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';

/** What decides the age limit: the kind of post and its level. */
export type BupJabatan =
  | { readonly jenis: 'struktural'; readonly eselon: string }
  | { readonly jenis: 'fungsional'; readonly jenjang: string; readonly guru: boolean }
  | { readonly jenis: 'pelaksana' };

/**
 * Age limit in years (batas usia pensiun): 60 for JPT (eselon I and II), Ahli Madya and teachers, 65 for Ahli Utama, else 58. UU
 * 20/2023 Ps. 55, PP 11/2017 Ps. 239; teachers UU 14/2005 Ps. 40. `eselon` and `jenjang` are BKN's codes. Lecturers and researchers
 * have limits of their own and are not covered.
 */
export function bupOf(jabatan: BupJabatan): number {
  if (jabatan.jenis === 'pelaksana') return 58;
  if (jabatan.jenis === 'struktural') return jabatan.eselon < '31' ? 60 : 58;
  if (jabatan.guru) return 60;
  if (jabatan.jenjang === 'UT') return 65;
  return jabatan.jenjang === 'MA' ? 60 : 58;
}

/** TMT of retirement: the first day of the month after the birthday at the age limit (PP 11/2017 Ps. 240). */
export function tmtPensiun(tanggalLahir: LocalDate, bup: number): LocalDate {
  const birthMonth = (yearOf(tanggalLahir) * 10_000 + monthOf(tanggalLahir) * 100 + 1) as LocalDate;
  return addMonths(birthMonth, bup * 12 + 1);
}
