import { type ChosenDifferences, keyOf, type SeenDifference } from '#decisions';
import type { Transaction } from '#platform';
import { chooseDifferences, placeAfter } from '../lists.ts';
import type { PeopleIndexes } from '../people-index.ts';
import { readDifferences, type StoredDifference } from '../queries.ts';
import { listFigures } from '../store.ts';

/** Differences that are read at once. */
const AT_ONCE = 5_000;

/**
 * The differences of an instansi that somebody wants to decide about, as they are now: those of a filter without its exceptions, or single
 * ones, of which those that are gone are left out.
 */
export async function readChosen(
  transaction: Transaction,
  indexes: PeopleIndexes,
  instansi: number,
  chosen: ChosenDifferences,
): Promise<readonly SeenDifference[]> {
  if ('perkara' in chosen) {
    const versions = new Map(chosen.perkara.map((each) => [keyOf(each), each.versi]));
    const rows = await readDifferences(transaction, {
      instansi: chosen.perkara.map(() => instansi),
      orang: chosen.perkara.map(({ orang }) => orang),
      bidang: chosen.perkara.map(({ bidang }) => bidang),
    });
    return rows.map((row) => ({ ...seenOf(row), versi: versions.get(keyOf(row)) ?? 0 }));
  }
  const except = new Set(chosen.kecuali.map(keyOf));
  const figures = await listFigures(transaction, instansi);
  const choice = await chooseDifferences(transaction, indexes, figures, chosen.saringan);
  const seen: SeenDifference[] = [];
  for (let place: Parameters<typeof choice.page>[0]; ; ) {
    const rows = await choice.page(place, AT_ONCE);
    for (const row of rows) if (!except.has(keyOf(row))) seen.push(seenOf(row));
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return seen;
    place = placeAfter(last);
  }
}

const seenOf = ({ orang, bidang, nilaiSimpeg, nilaiBkn }: StoredDifference): SeenDifference => ({
  orang,
  bidang,
  nilai: { simpeg: nilaiSimpeg, bkn: nilaiBkn },
});
