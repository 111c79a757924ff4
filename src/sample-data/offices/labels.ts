import type { Labels } from './kit.ts';

/** BKN's small code lists with an office's usual words for them. Codes as published by BKN's reference service. */
export const AGAMA: Labels = {
  1: 'Islam',
  2: 'Kristen',
  3: 'Katholik',
  4: 'Hindu',
  5: 'Budha',
  6: 'Konghucu',
  7: 'Lainnya',
};
export const KAWIN: Labels = { 1: 'Menikah', 2: 'Cerai', 3: 'Janda/Duda', 4: 'Belum Kawin' };
export const KELAMIN: Labels = { M: 'Laki-laki', F: 'Perempuan' };
export const L_P: Labels = { M: 'L', F: 'P' };
export const SATU_DUA: Labels = { M: '1', F: '2' };
export const DUA_SATU: Labels = { M: '2', F: '1' };
export const JENIS_JABATAN: Labels = { 1: 'Struktural', 2: 'Fungsional Tertentu', 4: 'Fungsional Umum' };
export const STATUS: Labels = { C: 'CPNS', P: 'PNS' };
export const KEDUDUKAN: Labels = {
  '01': 'Aktif',
  '02': 'CLTN',
  '03': 'Tugas Belajar',
  '04': 'Pemberhentian Sementara',
  15: 'Hukuman Disiplin',
  20: 'Masa Persiapan Pensiun',
};
export const TINGKAT: Labels = {
  '05': 'SD',
  10: 'SLTP',
  12: 'SLTP Kejuruan',
  15: 'SLTA',
  17: 'SLTA Kejuruan',
  18: 'SLTA Keguruan',
  20: 'D-I',
  25: 'D-II',
  30: 'D-III',
  35: 'D-IV',
  40: 'S-1',
  42: 'Profesi',
  45: 'S-2',
  47: 'Spesialis',
  49: 'Subspesialis',
  50: 'S-3',
};
export const GOLONGAN: Labels = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((roman, group) =>
    ['a', 'b', 'c', 'd', 'e']
      .slice(0, group === 3 ? 5 : 4)
      .map((room, step) => [`${group + 1}${step + 1}`, `${roman}/${room}`]),
  ),
);
export const ESELON: Labels = {
  11: 'I.A',
  12: 'I.B',
  21: 'II.A',
  22: 'II.B',
  31: 'III.A',
  32: 'III.B',
  41: 'IV.A',
  42: 'IV.B',
  51: 'V.A',
};

/** Pairs of a list in the order of its codes, for a code table. */
export function pairs(labels: Labels): (readonly [string, string])[] {
  return Object.keys(labels)
    .toSorted()
    .map((code) => [code, labels[code] ?? code] as const);
}
