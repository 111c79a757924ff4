/**
 * Ranks that a structural post admits, as places on the ladder of seventeen from 0 (I/a) to 16 (IV/e): PP 100/2000 jo. PP
 * 13/2002, annex, for the posts of a local government below the regional secretary of a province.
 */
export interface EselonPangkat {
  /** BKN's code. */
  readonly kode: string;
  readonly nama: string;
  readonly terendah: number;
  readonly tertinggi: number;
}

export const ESELON_PANGKAT: readonly EselonPangkat[] = [
  { kode: '21', nama: 'II.a', terendah: 14, tertinggi: 15 },
  { kode: '22', nama: 'II.b', terendah: 13, tertinggi: 14 },
  { kode: '31', nama: 'III.a', terendah: 12, tertinggi: 13 },
  { kode: '32', nama: 'III.b', terendah: 11, tertinggi: 12 },
  { kode: '41', nama: 'IV.a', terendah: 10, tertinggi: 11 },
  { kode: '42', nama: 'IV.b', terendah: 9, tertinggi: 10 },
];
