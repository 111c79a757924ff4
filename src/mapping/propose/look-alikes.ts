import { type Entitas, type Field, FIELDS, type FieldName, getField } from '#canonical';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { guessByValues, type ValueGuess } from './value-guesses.ts';
import { fitValues } from './value-score.ts';

/** Beyond so many no more are looked for: to try every field of the kind is dear. */
const ENOUGH_OFFERS = 3;

/**
 * Everything that a column's values may be, most likely first: alternatives for a person who decides, never a reason to map. What the
 * values look like and what has so many codes; any field of the kind only where these and the `named` fields are not enough.
 */
export function listLookAlikes(
  column: ColumnEvidence,
  entitas: Entitas,
  named: readonly Field[] = [],
): readonly ValueGuess[] {
  if (column.facts.isEmpty || column.isStamp || column.isKey) return [];
  const guesses =
    entitas === 'pegawai' ? [...guessByValues(column), ...guessByCounts(column.facts), ...guessKey(column.facts)] : [];
  const best = new Map<FieldName, number>();
  const add = ([nama, score]: ValueGuess): void => {
    best.set(nama, Math.max(score, best.get(nama) ?? 0));
  };
  guesses.forEach(add);
  const halves = new Set([...named, ...[...best.keys()].map(getField)].map(textHalf));
  if (halves.size < ENOUGH_OFFERS) guessByKind(column, entitas).forEach(add);
  return [...best].toSorted((a, b) => b[1] - a[1]);
}

/** A list of codes by how many there are and which share of the people has the commonest one; how usual it is that an office keeps it. */
interface Profile {
  readonly nama: FieldName;
  readonly usual: number;
  readonly codes: readonly [fewest: number, most: number];
  readonly commonest: readonly [least: number, most: number];
}

const PROFILES: readonly Profile[] = [
  { nama: 'jenis_kelamin', usual: 0.38, codes: [2, 2], commonest: [0.5, 0.8] },
  { nama: 'agama', usual: 0.38, codes: [3, 8], commonest: [0.7, 1] },
  { nama: 'status_perkawinan', usual: 0.38, codes: [2, 5], commonest: [0.6, 0.97] },
  { nama: 'pendidikan_tingkat', usual: 0.38, codes: [6, 14], commonest: [0.25, 0.7] },
  { nama: 'golongan', usual: 0.38, codes: [8, 20], commonest: [0.1, 0.35] },
  { nama: 'jenis_jabatan', usual: 0.37, codes: [2, 5], commonest: [0.4, 0.85] },
  { nama: 'kedudukan_hukum', usual: 0.36, codes: [2, 15], commonest: [0.8, 1] },
  { nama: 'golongan_darah', usual: 0.36, codes: [4, 8], commonest: [0.2, 0.5] },
  { nama: 'golongan_cpns', usual: 0.35, codes: [5, 16], commonest: [0.15, 0.5] },
  { nama: 'jumlah_anak', usual: 0.35, codes: [4, 9], commonest: [0.2, 0.5] },
  { nama: 'status_cpns_pns', usual: 0.34, codes: [1, 3], commonest: [0.75, 1] },
  { nama: 'jenis_pegawai', usual: 0.33, codes: [1, 6], commonest: [0.6, 1] },
  { nama: 'kelas_jabatan', usual: 0.33, codes: [6, 17], commonest: [0.1, 0.5] },
];

/** People without whom nothing is counted. */
const ENOUGH = 30;
const LONGEST_LIST = 20;
/** Where half of the people have no value the list is one of chief posts. */
const OF_CHIEFS = 0.5;

function guessByCounts(facts: ColumnFacts): readonly ValueGuess[] {
  const size = facts.distinct.size;
  if (facts.filled < ENOUGH || size > LONGEST_LIST || facts.share('tanggal') > 0.5) return [];
  if (facts.filledShare < OF_CHIEFS) return [['eselon', 0.35]];
  const commonest = Math.max(...facts.distinct.values()) / facts.filled;
  return PROFILES.flatMap(({ nama, usual, codes, commonest: [least, most] }): readonly ValueGuess[] => {
    if (size < codes[0] || size > codes[1] || commonest < least || commonest > most) return [];
    const offCentre = (value: number, from: number, to: number): number =>
      to === from ? 0 : Math.abs(value - (from + to) / 2) / (to - from);
    return [[nama, usual - 0.06 * offCentre(commonest, least, most) - 0.06 * offCentre(size, ...codes)]];
  });
}

/** Whole numbers of which no two rows have the same. */
const guessKey = (facts: ColumnFacts): readonly ValueGuess[] =>
  facts.share('bulat') > 0.9 && facts.variety > 0.99 ? [['@pegawai_key', 0.3]] : [];

/** Any field of the kind, the ones that are compared first. */
function guessByKind(column: ColumnEvidence, entitas: Entitas): readonly ValueGuess[] {
  return FIELDS.filter((field) => field.entitas === entitas && isOffered(field)).flatMap(
    (field): readonly ValueGuess[] => {
      const { fit } = fitValues(field, column);
      return fit < POSSIBLE ? [] : [[field.nama, fit * (field.dibandingkan === true ? 0.3 : 0.2)]];
    },
  );
}
const POSSIBLE = 0.35;

/** Of a pair the name, and nothing that only BKN writes. */
const isOffered = ({ nama, pasangan, judulSiasn, padanan }: Field): boolean =>
  !(nama.endsWith('_id') && pasangan !== undefined) && (judulSiasn !== undefined || padanan !== undefined);

/** What is left of an alternative that another column holds already. */
const TAKEN = 0.5;

export interface Offered {
  readonly field: Field;
  readonly score: number;
}

/** Fields by score, one of each pair of id and name; those that other columns feed come after the free ones. */
export function rankOffers(offers: readonly Offered[], isTaken: (field: Field) => boolean): readonly Offered[] {
  const ranked = offers
    .map(({ field, score }) => ({ field, score: isTaken(field) ? score * TAKEN : score }))
    .toSorted((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return ranked.filter(({ field }) => {
    const half = textHalf(field);
    return !seen.has(half) && seen.add(half);
  });
}

/** The name's half of a pair of id and name. */
export const textHalf = ({ nama, pasangan }: Field): string =>
  nama.endsWith('_id') && pasangan !== undefined ? pasangan : nama;

export const asOffers = (guesses: readonly ValueGuess[]): readonly Offered[] =>
  guesses.map(([nama, score]) => ({ field: getField(nama), score }));
