import type { Transaction } from '#platform';
import type { Place } from './cursor.ts';
import type { Display } from './display.ts';
import { countFiltered, type DifferenceFilter, sumBalance, sumCauses } from './figures.ts';
import type { PeopleOrder } from './list-words.ts';
import { keyOfRow, pageInOrder } from './ordered-people.ts';
import { countDifferences, countFound, type Found, findPeople, pageDifferences, pagePeople } from './pages.ts';
import { listPeopleFacets } from './people-facets.ts';
import type { PeopleIndexes, PeopleSearch, PublicationKey } from './people-index.ts';
import type { CauseCount } from './prepare/stage-findings.ts';
import type { StoredDifference, StoredPerson } from './queries.ts';
import type { StoredFigures } from './store.ts';

/** What a filter leaves of a list: how much it is, and its rows from a place on, by instansi and name. */
export interface Choice<Row> {
  readonly jumlah: number;
  page(sesudah: Place | undefined, most: number): Promise<readonly Row[]>;
}

export interface DifferenceChoice extends Choice<StoredDifference> {
  /** People who have them. */
  readonly orang: number;
  /** Causes among those people, whatever the filter says of cause, field and class. */
  readonly sebab: readonly CauseCount[];
}

export interface DifferenceListFilter extends DifferenceFilter {
  readonly cari?: string | undefined;
  readonly orang?: string | undefined;
}

/** Where a page of an order that ended with this row goes on. */
export function placeAfter(row: StoredDifference | StoredPerson, urut?: PeopleOrder): Place {
  const { instansi, nama, orang } = row;
  const bidang = 'bidang' in row ? row.bidang : urut === undefined ? '' : keyOfRow(row, urut);
  return { instansi, nama, orang, bidang };
}

/** Differences under a filter; `figures` are those of the instansi that are asked for, as the transaction sees them. */
export async function chooseDifferences(
  transaction: Transaction,
  indexes: PeopleIndexes,
  figures: readonly StoredFigures[],
  { cari, orang, ...filter }: DifferenceListFilter,
): Promise<DifferenceChoice> {
  if (cari === undefined && orang === undefined) {
    const some = figures.filter(({ sebab }) => countFiltered(sebab, filter) > 0);
    return {
      ...countByFigures(figures, filter),
      page: (sesudah, most) =>
        pageDifferences(transaction, findPeople(transaction, indexes, since(some, sesudah), {}), filter, sesudah, most),
    };
  }
  const found = await listFound(findPeople(transaction, indexes, figures, { cari, orang }));
  const counted = countDifferences(found, filter);
  return {
    ...counted,
    jumlah: countFiltered(counted.sebab, filter),
    page: (sesudah, most) => pageDifferences(transaction, found, filter, sesudah, most),
  };
}

/** Counts from the kept figures. Pure. */
function countByFigures(figures: readonly StoredFigures[], filter: DifferenceFilter): Omit<DifferenceChoice, 'page'> {
  const { sebab, bidang, kelas } = filter;
  const all = sumCauses(figures);
  const jumlah = countFiltered(all, filter);
  // one difference a field: within a field or a cause people and differences are as many
  if (sebab !== undefined || bidang !== undefined) return { jumlah, orang: jumlah, sebab: all };
  const orang =
    kelas === undefined
      ? sumBalance(figures).berselisih
      : figures.reduce((sum, each) => sum + (each.orangKelas[kelas] ?? 0), 0);
  return { jumlah, orang, sebab: all };
}

type PeopleListFilter = Omit<PeopleSearch, 'orang'>;

/** People under a filter, of the publications that are asked for and that the transaction sees. */
export async function choosePeople(
  transaction: Transaction,
  indexes: PeopleIndexes,
  present: readonly (PublicationKey & { readonly pegawai: number })[],
  { cari, keadaan, golongan, unit, urut }: PeopleListFilter & { readonly urut?: PeopleOrder | undefined },
): Promise<Choice<StoredPerson>> {
  const search = { cari, keadaan, golongan, unit };
  if (Object.values(search).every((part) => part === undefined) && urut === undefined) {
    return {
      jumlah: present.reduce((sum, { pegawai }) => sum + pegawai, 0),
      page: (sesudah, most) =>
        pagePeople(transaction, findPeople(transaction, indexes, since(present, sesudah), {}), sesudah, most),
    };
  }
  const found = await listFound(findPeople(transaction, indexes, present, search));
  return {
    jumlah: countFound(found),
    page: (sesudah, most) =>
      urut === undefined
        ? pagePeople(transaction, found, sesudah, most)
        : pageInOrder(transaction, found, urut, sesudah, most),
  };
}

/** What golongan and unit people under a filter have, each counted whatever the filter says of itself. */
export async function countPeopleByWords(
  transaction: Transaction,
  indexes: PeopleIndexes,
  present: readonly PublicationKey[],
  { cari, keadaan, golongan, unit }: PeopleListFilter,
  display: Display,
): Promise<ReturnType<typeof listPeopleFacets>> {
  const found = await listFound(findPeople(transaction, indexes, present, { cari, keadaan }));
  return listPeopleFacets(found, { golongan, unit }, display);
}

/** Publications that a page after this place goes through: a page costs what it holds, however many there are. */
const since = <One extends PublicationKey>(all: readonly One[], sesudah: Place | undefined): readonly One[] =>
  all.filter(({ instansi }) => instansi >= (sesudah?.instansi ?? 0));

async function listFound(some: AsyncIterable<Found>): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const each of some) found.push(each);
  return found;
}
