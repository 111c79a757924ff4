/**
 * Education and golongan: the rank with which a new PNS begins and the highest that regular raises reach (PP 99/2000 jo. PP
 * 12/2002, Kep. BKN 12/2002; ranks are places on the ladder of seventeen from 0, I/a, to 16, IV/e).
 */
export interface PangkatPendidikan {
  /** BKN's code of the level. */
  readonly tingkat: string;
  readonly nama: string;
  /** Rank at first appointment. */
  readonly permulaan: number;
  /** Highest rank by regular raises; beyond it a post or a higher diploma is needed. */
  readonly tertinggi: number;
}

/** Levels of education from the lowest; D-IV counts as S-1 and trade schools as SLTA. */
export const PANGKAT_PENDIDIKAN: readonly PangkatPendidikan[] = [
  { tingkat: '05', nama: 'SD', permulaan: 0, tertinggi: 4 },
  { tingkat: '10', nama: 'SLTP', permulaan: 2, tertinggi: 6 },
  { tingkat: '15', nama: 'SLTA', permulaan: 4, tertinggi: 9 },
  { tingkat: '20', nama: 'D-I', permulaan: 4, tertinggi: 9 },
  { tingkat: '25', nama: 'D-II', permulaan: 5, tertinggi: 9 },
  { tingkat: '30', nama: 'D-III', permulaan: 6, tertinggi: 10 },
  { tingkat: '40', nama: 'S-1', permulaan: 8, tertinggi: 11 },
  { tingkat: '45', nama: 'S-2', permulaan: 9, tertinggi: 12 },
  { tingkat: '50', nama: 'S-3', permulaan: 10, tertinggi: 13 },
];
