/** Outcome of comparing one field of a pair; the numbers are stored in bulk arrays. */
export const EQUAL = 0;
export const BEDA = 1;
export const MIRIP = 2;
export const KOSONG_SIMPEG = 3;
export const KOSONG_BKN = 4;
export const TAK_TERBANDINGKAN = 5;
/** A bare local code: decided after the file, when it is known what the code stands for among its people. */
export const TO_LEARN = 6;

export type Verdict = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Words of `kelas` in selisih.csv by verdict; equal and undecided ones are never written. */
export const KELAS = ['', 'beda', 'mirip', 'kosong_simpeg', 'kosong_bkn', 'tak_terbandingkan', ''] as const;
export type Kelas = 'beda' | 'mirip' | 'kosong_simpeg' | 'kosong_bkn' | 'tak_terbandingkan';
