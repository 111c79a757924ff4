import { getField } from '#canonical';
import { matchName } from '../names/name-score.ts';
import type { ColumnMapping, Reader } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnName } from './candidates.ts';
import type { Composite } from './composites.ts';

/** How golongan and ruang are written apart, and the sign between them when they are joined. */
const FORMS: readonly (readonly [golongan: RegExp, ruang: RegExp, pemisah: string, isTelling: boolean])[] = [
  [/^(?:I{1,3}|IV)$/i, /^[a-e]$/i, '/', true],
  // digits and single letters are anything: only names tell
  [/^[1-4]$/, /^[a-e]$/i, '', false],
  [/^[1-4]$/, /^[1-5]$/, '', false],
];

/** Share of the cells that must have the form, and fewest rows and values that show it. */
const MOST = 0.97;
const FEWEST_ROWS = 8;

const OF_GOLONGAN = ['golongan', 'golongan_cpns', 'golongan_pns', 'golongan_kgb'] as const;

/** Golongan and ruang in two columns side by side, "III" and "a" or "3" and "1", are one golongan. `named` goes with the columns. */
export function findSplitGolongan(columns: readonly ColumnFacts[], named: readonly ColumnName[]): readonly Composite[] {
  return columns.flatMap((golongan, index) => {
    const ruang = columns[index + 1];
    const [own, beside] = [named[index], named[index + 1]];
    if (!ruang || !own || !beside || golongan.filled < FEWEST_ROWS || ruang.distinct.size < 2) return [];
    const form = FORMS.find(
      ([first, second, , isTelling]) =>
        (isTelling || (own.concepts.includes('gol') && /ruang|^r$/i.test(beside.name))) &&
        golongan.shareOf((cell) => first.test(cell)) > MOST &&
        ruang.shareOf((cell) => second.test(cell)) > MOST,
    );
    if (!form) return [];
    const kanonik = fieldOf(own);
    const pembaca: Reader = { jenis: 'sambung', kolom: [golongan.name, ruang.name], pemisah: form[2] };
    const describe = (sumber: string): ColumnMapping => ({
      sumber,
      kanonik,
      keyakinan: 0.85,
      tingkat: 'kuat',
      kandidat: [{ kanonik, keyakinan: 0.85 }],
      pembaca,
      bukti: 'golongan dan ruang di dua kolom',
    });
    return [{ columns: [golongan, ruang], mappings: [describe(golongan.name), describe(ruang.name)] }];
  });
}

/** Which golongan the name of its column speaks of; the present one where it says no more. */
function fieldOf({ name, concepts, context }: ColumnName): string {
  const words = concepts.includes('gol') ? concepts : ['gol', ...concepts];
  const likeness = new Map(
    matchName(name, { entitas: 'pegawai', concepts: words, context }).map((match) => [match.field, match.likeness]),
  );
  const [best] = OF_GOLONGAN.map((nama) => ({ nama, likeness: likeness.get(getField(nama)) ?? 0 })).toSorted(
    (a, b) => b.likeness - a.likeness,
  );
  return best?.nama ?? 'golongan';
}
