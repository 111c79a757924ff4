import { type Transaction, UNTIL_NOW } from '#platform';
import type { Place } from './cursor.ts';
import { type DifferenceFilter, fits, sumCauses } from './figures.ts';
import {
  findPersonLine,
  lineAt,
  type PeopleIndex,
  type PeopleIndexes,
  type PeopleSearch,
  type PublicationKey,
  searchPeople,
} from './people-index.ts';
import type { CauseCount } from './prepare/stage-findings.ts';
import { type Keys, readDifferences, readPeople, type StoredDifference, type StoredPerson } from './queries.ts';

/** Who was found in one instansi, as lines of its index. */
export interface Found {
  readonly index: PeopleIndex;
  readonly lines: readonly number[];
}

/** Searches the people of the given publications, which are those that the transaction sees, one after the other as they are asked for. */
export async function* findPeople(
  transaction: Transaction,
  indexes: PeopleIndexes,
  publications: readonly PublicationKey[],
  search: PeopleSearch,
): AsyncGenerator<Found> {
  for (const publication of publications) {
    const index = await indexes.of(transaction, publication);
    const lines = searchPeople(index, search);
    if (lines.length > 0) yield { index, lines };
  }
}

/** The lines of found people that come after the end of a page; the first may be the person at whom it ended. */
async function linesAfter(
  transaction: Transaction,
  { index, lines }: Found,
  place: Place | undefined,
): Promise<{ readonly lines: readonly number[]; readonly same?: number }> {
  if (!place || index.instansi > place.instansi) return { lines };
  if (index.instansi < place.instansi) return { lines: [] };
  const same = findPersonLine(index, place.orang);
  if (same !== undefined) return { lines: lines.filter((line) => line >= same), same };
  // Somebody who is gone since then: by the order of the database.
  const rows = await transaction.query<{ line: number }>(
    `SELECT count(*)::integer AS line FROM findings.pegawai
     WHERE instansi_id = $1 AND hingga = ${UNTIL_NOW} AND (nama, orang) < ($2, $3::bigint)`,
    [place.instansi, place.nama, place.orang],
  );
  const from = rows[0]?.line ?? 0;
  return { lines: lines.filter((line) => line >= from) };
}

/** A page of found people by instansi and name, at most `most` of them. */
export async function pagePeople(
  transaction: Transaction,
  found: Iterable<Found> | AsyncIterable<Found>,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredPerson[]> {
  const keys: Keys = { instansi: [], orang: [], bidang: [] };
  for await (const each of found) {
    const { lines, same } = await linesAfter(transaction, each, sesudah);
    for (const line of lines) {
      if (line !== same && keys.orang.length < most) addKey(keys, each.index, line);
    }
    if (keys.orang.length >= most) break;
  }
  return readPeople(transaction, keys);
}

/** A page of the differences that a filter leaves of found people, by instansi, name and field, at most `most` of them. */
export async function pageDifferences(
  transaction: Transaction,
  found: Iterable<Found> | AsyncIterable<Found>,
  filter: DifferenceFilter,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredDifference[]> {
  const keys: Keys = { instansi: [], orang: [], bidang: [] };
  for await (const each of found) {
    const { lines, same } = await linesAfter(transaction, each, sesudah);
    const isWanted = each.index.sebab.map((cause) => fits(cause, filter));
    for (const line of lines) {
      for (const cause of causesOf(each.index, line)) {
        const { bidang = '' } = each.index.sebab[cause] ?? {};
        const isBefore = line === same && bidang <= (sesudah?.bidang ?? '');
        if (isWanted[cause] === true && !isBefore) addKey(keys, each.index, line, bidang);
      }
      if (keys.orang.length >= most) break;
    }
    if (keys.orang.length >= most) break;
  }
  return (await readDifferences(transaction, keys)).slice(0, most);
}

function addKey(keys: Keys, index: PeopleIndex, line: number, bidang = ''): void {
  keys.instansi.push(index.instansi);
  keys.orang.push(lineAt(index.orang, line));
  keys.bidang.push(bidang);
}

const causesOf = ({ selisih: { causes, starts } }: PeopleIndex, line: number): Uint32Array =>
  causes.subarray(starts[line], starts[line + 1]);

/** The causes of the differences of found people, and how many of the people have one that a filter leaves. Pure. */
export function countDifferences(
  found: readonly Found[],
  filter: DifferenceFilter,
): { readonly sebab: readonly CauseCount[]; readonly orang: number } {
  let orang = 0;
  const counted = found.map(({ index, lines }) => {
    const isWanted = index.sebab.map((cause) => fits(cause, filter));
    const counts = new Uint32Array(index.sebab.length);
    for (const line of lines) {
      let hasWanted = false;
      for (const cause of causesOf(index, line)) {
        counts[cause] = (counts[cause] ?? 0) + 1;
        hasWanted ||= isWanted[cause] === true;
      }
      if (hasWanted) orang += 1;
    }
    const sebab = index.sebab.map((cause, at) => ({ ...cause, selisih: counts[at] ?? 0 }));
    return { sebab: sebab.filter(({ selisih }) => selisih > 0) };
  });
  return { sebab: sumCauses(counted), orang };
}

export const countFound = (found: readonly Found[]): number => found.reduce((sum, { lines }) => sum + lines.length, 0);
