import { type Entitas, findField } from '#canonical';
import type { ColumnEvidence } from './column-evidence.ts';
import { textKindOf } from './text-kinds.ts';
import { guessByValues, type ValueGuess } from './value-guesses.ts';
import { FEW } from './yardstick.ts';

/** A person's fact as it is called in the history that it comes from, where not by the same word. */
const IN_HISTORY: Readonly<Record<string, string>> = {
  pendidikan_lembaga: 'lembaga',
  pendidikan_nama: 'nama',
  pendidikan_tingkat: 'tingkat',
  pendidikan_tahun_lulus: 'tahun_lulus',
  no_sk_golongan: 'no_sk',
};

/** Day of effect of each history; what falls on other days is the date of the decree. */
const EFFECT: Partial<Record<Entitas, string>> = {
  riwayat: 'tmt',
  riwayat_pangkat: 'tmt_golongan',
  riwayat_jabatan: 'tmt_jabatan',
  riwayat_kgb: 'tmt_kgb',
};

/** In a history the number of a decree, the official who signs it and its dates are told from other values. */
const DECREE = 0.55;

/** What a column of a history may be whose name says nothing, by its values alone. */
export function guessEvent(column: ColumnEvidence, entitas: Entitas): readonly ValueGuess[] {
  if (column.facts.isEmpty || column.isStamp) return [];
  const inHistory = (name: string, score: number): readonly ValueGuess[] => {
    const field = findField(`${entitas}.${IN_HISTORY[name] ?? name}`);
    return field ? [[field.nama, score]] : [];
  };
  if (column.facts.share('tanggal') > 0.8)
    return guessDay(column, entitas).flatMap(([name, score]) => inHistory(name, score));
  if (textKindOf(column.facts) === 'pejabat') return inHistory('pejabat_sk', DECREE);
  return guessByValues(column).flatMap(([name, score]) =>
    inHistory(name, name === 'no_sk_golongan' && column.facts.variety > 0.3 ? DECREE : score),
  );
}

function guessDay({ dates: { shape } }: ColumnEvidence, entitas: Entitas): readonly (readonly [string, number])[] {
  if (shape.count < FEW) return [];
  const effect = EFFECT[entitas];
  if (effect === undefined) return [['tgl_ijazah', 0.4]];
  const isEffect = shape.firstOfMonth > 0.6;
  return [
    [effect, isEffect ? DECREE : 0.4],
    ['tgl_sk', isEffect ? 0.4 : 0.5],
  ];
}
