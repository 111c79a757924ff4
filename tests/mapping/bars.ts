import type { Scores } from './format-table.ts';
import { f1Of, type MappingScore, surenessOf, type Tally, topThreeOf } from './score.ts';

/** What proposals must reach on the given structures; on structures that nobody has seen it is printed beside the score. */
const BARS = {
  f1WithBkn: 0.9,
  f1Without: 0.75,
  topThree: 0.95,
  pasti: 0.99,
  shortLists: 0.99,
  byId: 0.95,
} as const;

const shareOf = ({ right, all }: Tally): number => (all === 0 ? 1 : right / all);

/** Each bar that is missed, in words; none where all hold. */
export function listMisses({ withBkn, without, silang }: Scores): readonly string[] {
  return [
    ...below('F1 dengan BKN', f1Of(withBkn), BARS.f1WithBkn),
    ...below('F1 tanpa BKN', f1Of(without), BARS.f1Without),
    ...missesOf('dengan BKN', withBkn),
    ...missesOf('tanpa BKN', without),
    ...below('silang daftar pendek', shareOf(silang.short), BARS.shortLists),
    ...below('silang jabatan dan pendidikan pasti', shareOf(silang.byId), BARS.byId),
  ];
}

function missesOf(how: string, score: MappingScore): readonly string[] {
  const { nipConfused, sexes, orders, secretsMapped } = score;
  return [
    ...below(`tiga teratas ${how}`, topThreeOf(score), BARS.topThree),
    ...below(`pasti ${how}`, surenessOf(score), BARS.pasti),
    ...(nipConfused > 0 ? [`${nipConfused} kolom NIP tertukar ${how}`] : []),
    ...below(`jenis kelamin ${how}`, shareOf(sexes), 1),
    ...below(`urutan tanggal ${how}`, shareOf(orders), 1),
    ...(secretsMapped > 0 ? [`${secretsMapped} kolom rahasia dipetakan ${how}`] : []),
  ];
}

const below = (what: string, value: number, bar: number): readonly string[] =>
  value < bar ? [`${what} ${value.toFixed(3)} < ${bar}`] : [];
