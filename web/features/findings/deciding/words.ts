import type { CaseRow, Choice } from '#decisions/contract';

/** Keys that decide about the row that has the focus. */
export const CHOICE_KEYS = { b: 'bkn', s: 'simpeg', t: 'tunda' } as const satisfies Readonly<Record<string, Choice>>;

export const MOVER_WORDS: Readonly<Record<CaseRow['bergerak'], string>> = {
  simpeg: 'Simpeg bergerak',
  bkn: 'BKN bergerak',
  keduanya: 'keduanya bergerak',
  pembacaan: 'cara membacanya berubah',
  'belum-pernah-sama': 'belum pernah sama',
};

export const REOPENED_WORDS: Readonly<Record<NonNullable<CaseRow['terbukaKarena']>, string>> = {
  'fakta-berubah': 'nilainya berubah',
  'muncul-lagi': 'muncul kembali',
  ditolak: 'keputusan ditolak',
  'masa-tunda-lewat': 'masa tunda lewat',
};
