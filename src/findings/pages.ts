import { type Transaction, UNTIL_NOW } from '#platform';
import type { Place } from './cursor.ts';
import { countFiltered, type DifferenceFilter, listCauses } from './figures.ts';
import {
  findPersonLine,
  lineAt,
  type PeopleIndex,
  type PeopleIndexes,
  type PeopleSearch,
  type PublicationKey,
  searchPeople,
} from './people-index.ts';
import {
  DIFFERENCE,
  differenceConditions,
  type DifferenceQuery,
  PAGE,
  pageCauses,
  PERSON,
  type StoredDifference,
  type StoredPerson,
} from './queries.ts';
import type { StoredFigures } from './store.ts';

/** Who was found in one instansi, as lines of its index. */
export interface Found {
  readonly index: PeopleIndex;
  readonly lines: readonly number[];
}

/** Searches the people of the given publications, which are those that the transaction sees. */
export async function findPeople(
  transaction: Transaction,
  indexes: PeopleIndexes,
  publications: readonly PublicationKey[],
  search: PeopleSearch,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const publication of publications) {
    const index = await indexes.of(transaction, publication);
    const lines = searchPeople(index, search);
    if (lines.length > 0) found.push({ index, lines });
  }
  return found;
}

/** Goes through the instansi in the order of their codes until a page is full: a page costs what it holds, however many there are. */
async function walkInstansi<One extends PublicationKey, Row>(
  all: readonly One[],
  sesudah: Place | undefined,
  most: number,
  pageOf: (one: One, place: Place | undefined, limit: number) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const one of all.filter(({ instansi }) => instansi >= (sesudah?.instansi ?? 0))) {
    const place = sesudah?.instansi === one.instansi ? sesudah : undefined;
    rows.push(...(await pageOf(one, place, most - rows.length)));
    if (rows.length >= most) break;
  }
  return rows;
}

/** Below this share of all differences the causes' index finds them sooner than a walk through the people. */
const FEW = 0.05;

/** The causes of a filter where they are few; a field or class that is rare has few causes. */
function rareCauses(query: DifferenceQuery, { selisih, sebab }: StoredFigures): readonly string[] | undefined {
  const isRare = query.sebab !== undefined || countFiltered(sebab, query) < FEW * selisih;
  return isRare ? listCauses(sebab, query) : undefined;
}

/** A page of differences by instansi and name, and one row more where there are more; `figures` are those of the instansi to go through. */
export async function pageDifferences(
  transaction: Transaction,
  indexes: PeopleIndexes,
  query: DifferenceQuery,
  figures: readonly StoredFigures[],
  most = PAGE + 1,
): Promise<readonly StoredDifference[]> {
  const some = figures.filter(({ sebab }) => countFiltered(sebab, query) > 0);
  return walkInstansi(some, query.sesudah, most, async (own, sesudah, limit) => {
    const causes = rareCauses(query, own);
    if (causes) return pageCauses(transaction, own.instansi, causes, sesudah, limit);
    const found = await findPeople(transaction, indexes, [own], {});
    return pageFoundDifferences(transaction, found, { ...query, sesudah }, limit);
  });
}

/** A page of all people by instansi and name, at most `most` of them. */
export async function pagePeople(
  transaction: Transaction,
  indexes: PeopleIndexes,
  publications: readonly PublicationKey[],
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredPerson[]> {
  return walkInstansi(publications, sesudah, most, async (own, place, limit) =>
    pageFound(transaction, await findPeople(transaction, indexes, [own], {}), place, limit),
  );
}

/** Keys of people, instansi and number beside each other. */
interface Keys {
  readonly instansi: readonly number[];
  readonly orang: readonly string[];
}

interface LineOfPlace {
  readonly instansi: number;
  readonly line: number;
}

/** Found people from a place on, `size` of them at a time, then ten times as many, in the order of lists. */
function* inParts(found: readonly Found[], from: LineOfPlace | undefined, size: number): Generator<Keys> {
  let [instansi, orang]: [number[], string[]] = [[], []];
  for (const { index, lines } of found) {
    if (from && index.instansi < from.instansi) continue;
    for (const line of lines) {
      if (from?.instansi === index.instansi && line < from.line) continue;
      instansi.push(index.instansi);
      orang.push(lineAt(index.orang, line));
      if (orang.length < size) continue;
      yield { instansi, orang };
      [instansi, orang, size] = [[], [], size * 10];
    }
  }
  if (orang.length > 0) yield { instansi, orang };
}

/** The line at which a page ended; of somebody who is gone since then, by the order of the database. */
async function lineOf(
  transaction: Transaction,
  found: readonly Found[],
  place: Place | undefined,
): Promise<LineOfPlace | undefined> {
  if (!place) return undefined;
  const { instansi, nama, orang } = place;
  const index = found.find((each) => each.index.instansi === instansi)?.index;
  const known = index && findPersonLine(index, orang);
  if (!index || known !== undefined) return { instansi, line: known ?? 0 };
  const rows = await transaction.query<{ line: number }>(
    `SELECT count(*)::integer AS line FROM findings.pegawai
     WHERE instansi_id = $1 AND sampai IS NULL AND (nama, orang) < ($2, $3::bigint)`,
    [instansi, nama, orang],
  );
  return { instansi, line: rows[0]?.line ?? 0 };
}

/** A page of found people by instansi and name, at most `most` of them. */
export async function pageFound(
  transaction: Transaction,
  found: readonly Found[],
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredPerson[]> {
  const [keys] = inParts(found, await lineOf(transaction, found, sesudah), most + 1);
  if (!keys) return [];
  const rows = await transaction.query<StoredPerson>(
    `SELECT ${PERSON} FROM unnest($1::integer[], $2::bigint[]) AS k(instansi_id, orang)
     JOIN findings.pegawai p USING (instansi_id, orang) JOIN identity.instansi i USING (instansi_id)
     WHERE p.hingga = ${UNTIL_NOW} ORDER BY p.instansi_id, p.nama, p.orang`,
    [keys.instansi, keys.orang],
  );
  // the person at whom the last page ended
  const isLast = ({ instansi, orang }: StoredPerson): boolean =>
    instansi === sesudah?.instansi && orang === sesudah.orang;
  return rows.filter((row) => !isLast(row)).slice(0, most);
}

/** A page of the differences of found people. */
export async function pageFoundDifferences(
  transaction: Transaction,
  found: readonly Found[],
  query: DifferenceQuery,
  most = PAGE + 1,
): Promise<readonly StoredDifference[]> {
  const { sesudah } = query;
  const rows: StoredDifference[] = [];
  for (const keys of inParts(withDifferences(found), await lineOf(transaction, found, sesudah), most)) {
    const conditions = differenceConditions(query);
    const { values } = conditions;
    const at = values.push(keys.instansi, keys.orang);
    let after = '';
    if (sesudah) {
      values.push(sesudah.instansi, sesudah.nama, sesudah.orang, sesudah.bidang);
      after = ` AND (p.instansi_id, p.nama, p.orang, s.bidang) > ($${at + 1}, $${at + 2}, $${at + 3}::bigint, $${at + 4})`;
    }
    rows.push(
      ...(await transaction.query<StoredDifference>(
        `SELECT ${DIFFERENCE}, p.nama FROM unnest($${at - 1}::integer[], $${at}::bigint[]) AS k(instansi_id, orang)
         JOIN findings.selisih s USING (instansi_id, orang) JOIN findings.pegawai p USING (instansi_id, orang)
         LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
         WHERE s.hingga = ${UNTIL_NOW} AND p.hingga = ${UNTIL_NOW}${conditions.all}${after}
         ORDER BY p.instansi_id, p.nama, p.orang, s.bidang LIMIT ${most - rows.length}`,
        values,
      )),
    );
    if (rows.length >= most) break;
  }
  return rows;
}

const withDifferences = (found: readonly Found[]): readonly Found[] =>
  found.map(({ index, lines }) => ({ index, lines: lines.filter((line) => (index.selisih[line] ?? 0) > 0) }));

/** Counting ends here: more rows than this are "more". */
export const MOST_COUNTED = 5_000;

/** Differences of found people, and how many people have them; under a further filter counted as far as `MOST_COUNTED`. */
export async function countFoundDifferences(
  transaction: Transaction,
  found: readonly Found[],
  filter: DifferenceFilter,
): Promise<{ readonly jumlah: number; readonly orang: number }> {
  const some = withDifferences(found);
  const conditions = differenceConditions(filter);
  let [jumlah, orang] = [0, 0];
  if (conditions.sql.length === 0) {
    for (const { index, lines } of some) {
      orang += lines.length;
      for (const line of lines) jumlah += index.selisih[line] ?? 0;
    }
    return { jumlah, orang };
  }
  const { values } = conditions;
  const at = values.length;
  for (const keys of inParts(some, undefined, 1000)) {
    const rows = await transaction.query<{ jumlah: number; orang: number }>(
      `SELECT count(*)::integer AS jumlah, count(DISTINCT (instansi_id, orang))::integer AS orang FROM (
         SELECT s.instansi_id, s.orang FROM unnest($${at + 1}::integer[], $${at + 2}::bigint[]) AS k(instansi_id, orang)
         JOIN findings.selisih s USING (instansi_id, orang) WHERE s.hingga = ${UNTIL_NOW}${conditions.all} LIMIT ${MOST_COUNTED}) s`,
      [...values, keys.instansi, keys.orang],
    );
    jumlah += rows[0]?.jumlah ?? 0;
    orang += rows[0]?.orang ?? 0;
    if (jumlah >= MOST_COUNTED) return { jumlah: MOST_COUNTED, orang: Math.min(orang, MOST_COUNTED) };
  }
  return { jumlah, orang };
}

export const countFound = (found: readonly Found[]): number => found.reduce((sum, { lines }) => sum + lines.length, 0);
