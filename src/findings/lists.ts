import type { Transaction } from '#platform';
import type { Place } from './cursor.ts';
import { countFiltered, type DifferenceFilter, sumBalance, sumCauses } from './figures.ts';
import {
  countFound,
  countFoundDifferences,
  findPeople,
  pageDifferences,
  pageFound,
  pageFoundDifferences,
  pagePeople,
} from './pages.ts';
import type { PeopleOrder } from './list-words.ts';
import { pageByDifferences } from './ordered-people.ts';
import type { PeopleIndexes, PeopleSearch, PublicationKey } from './people-index.ts';
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
}

export interface DifferenceListFilter extends DifferenceFilter {
  readonly cari?: string | undefined;
  readonly orang?: string | undefined;
}

/** Where a page that ended with this row goes on; of people in the order of their differences, these count. */
export function placeAfter(row: StoredDifference | StoredPerson): Place {
  const { instansi, nama, orang } = row;
  return { instansi, nama, orang, bidang: 'bidang' in row ? row.bidang : String(row.selisih) };
}

/** Differences under a filter; `figures` are those of the instansi that are asked for, as the transaction sees them. */
export async function chooseDifferences(
  transaction: Transaction,
  indexes: PeopleIndexes,
  figures: readonly StoredFigures[],
  { cari, orang, sebab, bidang, kelas }: DifferenceListFilter,
): Promise<DifferenceChoice> {
  const filter = { sebab, bidang, kelas };
  if (cari === undefined && orang === undefined) {
    return {
      ...countByFigures(figures, filter),
      page: (sesudah, most) => pageDifferences(transaction, indexes, { ...filter, sesudah }, figures, most),
    };
  }
  const found = await findPeople(transaction, indexes, figures, { cari, orang });
  return {
    ...(await countFoundDifferences(transaction, found, filter)),
    page: (sesudah, most) => pageFoundDifferences(transaction, found, { ...filter, sesudah }, most),
  };
}

/** Counts from the kept figures. Pure. */
function countByFigures(
  figures: readonly StoredFigures[],
  filter: DifferenceFilter,
): { readonly jumlah: number; readonly orang: number } {
  const { sebab, bidang, kelas } = filter;
  const jumlah = countFiltered(sumCauses(figures), filter);
  // one difference a field: within a field or a cause people and differences are as many
  if (sebab !== undefined || bidang !== undefined) return { jumlah, orang: jumlah };
  const orang =
    kelas === undefined
      ? sumBalance(figures).berselisih
      : figures.reduce((sum, each) => sum + (each.orangKelas[kelas] ?? 0), 0);
  return { jumlah, orang };
}

/** People under a filter, of the publications that are asked for and that the transaction sees. */
export async function choosePeople(
  transaction: Transaction,
  indexes: PeopleIndexes,
  present: readonly (PublicationKey & { readonly pegawai: number })[],
  { cari, keadaan, urut }: PeopleSearch & { readonly urut?: PeopleOrder | undefined },
): Promise<Choice<StoredPerson>> {
  if (cari === undefined && keadaan === undefined && urut === undefined) {
    return {
      jumlah: present.reduce((sum, { pegawai }) => sum + pegawai, 0),
      page: (sesudah, most) => pagePeople(transaction, indexes, present, sesudah, most),
    };
  }
  const found = await findPeople(transaction, indexes, present, { cari, keadaan });
  return {
    jumlah: countFound(found),
    page: (sesudah, most) =>
      urut === undefined
        ? pageFound(transaction, found, sesudah, most)
        : pageByDifferences(transaction, found, urut, sesudah, most),
  };
}
