import type { Transaction } from '#platform';
import type { Place } from './cursor.ts';
import type { PeopleOrder } from './list-words.ts';
import { differencesAt, findPersonLine, lineAt } from './people-index.ts';
import type { Found } from './pages.ts';
import { readPeople, type StoredPerson } from './queries.ts';

/** Somebody found: which of the found instansi, and the line there. */
interface Spot {
  readonly at: number;
  readonly line: number;
}

/** Found people by how many differences they have, then in the order of lists. A pass over memory for each count: there are few. Pure. */
export function* orderByDifferences(found: readonly Found[], order: PeopleOrder): Generator<Spot> {
  const counts = new Set<number>();
  for (const { index, lines } of found) for (const line of lines) counts.add(differencesAt(index, line));
  for (const count of [...counts].toSorted((a, b) => (order === 'selisih' ? a - b : b - a))) {
    for (const [at, { index, lines }] of found.entries())
      for (const line of lines) if (differencesAt(index, line) === count) yield { at, line };
  }
}

/** A page of found people by their differences, at most `most` of them; a place holds the count in the place of a field. */
export async function pageByDifferences(
  transaction: Transaction,
  found: readonly Found[],
  order: PeopleOrder,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredPerson[]> {
  const [instansi, orang]: [number[], string[]] = [[], []];
  const isAfter = sesudah && afterPlace(found, order, sesudah);
  for (const spot of orderByDifferences(found, order)) {
    if (isAfter && !isAfter(spot)) continue;
    const index = found[spot.at]?.index;
    if (!index) continue;
    instansi.push(index.instansi);
    orang.push(lineAt(index.orang, spot.line));
    if (orang.length >= most) break;
  }
  const rows = await readPeople(transaction, { instansi, orang });
  const placeOf = new Map(orang.map((each, at) => [`${instansi[at]}-${each}`, at]));
  const at = (row: StoredPerson): number => placeOf.get(`${row.instansi}-${row.orang}`) ?? 0;
  return rows.toSorted((a, b) => at(a) - at(b));
}

/** Whether a spot lies behind the place at which a page ended. Who is gone since then leaves a place before everybody of that count. */
function afterPlace(found: readonly Found[], order: PeopleOrder, place: Place): (spot: Spot) => boolean {
  const count = Number(place.bidang);
  const own = found.find(({ index }) => index.instansi === place.instansi)?.index;
  const last = (own && findPersonLine(own, place.orang)) ?? -1;
  return ({ at, line }) => {
    const index = found[at]?.index;
    const difference = (index ? differencesAt(index, line) : 0) - count;
    if (difference !== 0) return order === 'selisih' ? difference > 0 : difference < 0;
    const instansi = index?.instansi ?? 0;
    return instansi === place.instansi ? line > last : instansi > place.instansi;
  };
}
