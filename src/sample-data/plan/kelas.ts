import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';

/** What a career is about: it decides sex, study, ranks within reach and the age limit. Structural posts follow by eselon. */
export const GURU = 0;
export const KESEHATAN = 1;
export const LAIN = 2;
export const PELAKSANA = 3;
export const FIRST_ESELON = 4;
export const KELAS_COUNT = FIRST_ESELON + ESELON_PANGKAT.length;

/** Highest rank of functional careers in this population: IV/c with a degree, III/d without (Penyelia). */
const TOP_AHLI = 14;
const TOP_TERAMPIL = 11;
const SLTA = 2;
const S1 = 6;
const D3 = 5;

export const isStruktural = (kelas: number): boolean => kelas >= FIRST_ESELON;
export const isFungsional = (kelas: number): boolean => kelas < PELAKSANA;

/** Share of women: teachers and health 75%, structural posts 40%, the rest so that it comes to 66% in all. */
export function womenShare(kelas: number): number {
  if (isStruktural(kelas)) return 0.4;
  return kelas === GURU || kelas === KESEHATAN ? 0.75 : 0.638;
}

/** Lowest and highest rank that somebody of this class can have now, given the education; undefined where it does not fit. */
export function rankRange(kelas: number, entry: number, final: number): readonly [number, number] | undefined {
  const begin = PANGKAT_PENDIDIKAN[entry]?.permulaan ?? 0;
  const [low, high] = classRange(kelas, entry, final) ?? [1, 0];
  const lowest = Math.max(begin, low);
  return lowest <= high ? [lowest, high] : undefined;
}

function classRange(kelas: number, entry: number, final: number): readonly [number, number] | undefined {
  if (kelas === GURU) return final >= S1 ? [8, TOP_AHLI] : undefined;
  if (isFungsional(kelas)) return entry >= SLTA ? functionalRange(final) : undefined;
  if (kelas === PELAKSANA) return [0, PANGKAT_PENDIDIKAN[final]?.tertinggi ?? 0];
  const eselon = ESELON_PANGKAT[kelas - FIRST_ESELON];
  const least = kelas >= KELAS_COUNT - 2 ? D3 : S1;
  return eselon && final >= least ? [eselon.terendah, eselon.tertinggi] : undefined;
}

function functionalRange(final: number): readonly [number, number] {
  if (final >= S1) return [8, TOP_AHLI];
  return [4, TOP_TERAMPIL];
}

/** Rank from which a functional post is held: II/b (Terampil), for a teacher III/a (Ahli Pertama). */
export const functionalRank = (kelas: number): number => (kelas === GURU ? 8 : 5);

/**
 * Least months in a rank before the next: 24 with credits in a functional post (Peraturan BKN 3/2023), else 48 (PP 99/2000).
 */
export function monthsInRank(kelas: number, rank: number): number {
  return isFungsional(kelas) && rank >= functionalRank(kelas) ? 24 : 48;
}
