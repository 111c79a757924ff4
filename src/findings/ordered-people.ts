import { type Transaction, UNTIL_NOW } from '#platform';
import type { Place } from './cursor.ts';
import type { PeopleOrder } from './list-words.ts';
import { findPersonLine, lineAt } from './people-index.ts';
import type { Found } from './pages.ts';
import { PERSON, type StoredPerson } from './queries.ts';

/** Somebody found: which of the found instansi, and the line there. */
interface Spot {
  readonly at: number;
  readonly line: number;
}

/** Found people by how many differences they have, then in the order of lists. A pass over memory for each count: there are few. Pure. */
export function* orderByDifferences(found: readonly Found[], order: PeopleOrder): Generator<Spot> {
  const counts = new Set<number>();
  for (const { index, lines } of found) for (const line of lines) counts.add(index.selisih[line] ?? 0);
  for (const count of [...counts].toSorted((a, b) => (order === 'selisih' ? a - b : b - a))) {
    for (const [at, { index, lines }] of found.entries())
      for (const line of lines) if (index.selisih[line] === count) yield { at, line };
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
  if (orang.length === 0) return [];
  return transaction.query<StoredPerson>(
    `SELECT ${PERSON} FROM unnest($1::integer[], $2::bigint[]) WITH ORDINALITY AS k(instansi_id, orang, urutan)
     JOIN findings.pegawai p USING (instansi_id, orang) JOIN identity.instansi i USING (instansi_id)
     WHERE p.hingga = ${UNTIL_NOW} ORDER BY k.urutan`,
    [instansi, orang],
  );
}

/** Whether a spot lies behind the place at which a page ended. Who is gone since then leaves a place before everybody of that count. */
function afterPlace(found: readonly Found[], order: PeopleOrder, place: Place): (spot: Spot) => boolean {
  const count = Number(place.bidang);
  const own = found.find(({ index }) => index.instansi === place.instansi)?.index;
  const last = (own && findPersonLine(own, place.orang)) ?? -1;
  return ({ at, line }) => {
    const index = found[at]?.index;
    const difference = (index?.selisih[line] ?? 0) - count;
    if (difference !== 0) return order === 'selisih' ? difference > 0 : difference < 0;
    const instansi = index?.instansi ?? 0;
    return instansi === place.instansi ? line > last : instansi > place.instansi;
  };
}
