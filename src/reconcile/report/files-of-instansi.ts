import { findDuplicates } from '../duplicates.ts';
import { IntList } from '../int-list.ts';
import type { FileRead } from '../protocol.ts';

/** A row that shares its NIP with a row of another file of the same instansi. */
export interface SharedRow {
  readonly read: FileRead;
  readonly dataRow: number;
  readonly nip: readonly [high: number, low: number];
}

/** Whether a row number alone does not tell the file, since an instansi sent several. */
export const hasSeveralFiles = (deliveries: readonly { readonly instansi: string }[]): boolean =>
  new Set(deliveries.map(({ instansi }) => instansi)).size < deliveries.length;

/** Rows of people who stand in several files of one instansi, whether BKN knows them or not. */
export function findSharedRows(reads: readonly FileRead[]): readonly SharedRow[] {
  const byInstansi = Map.groupBy(reads, ({ instansi }) => instansi);
  return [...byInstansi.values()].filter(({ length }) => length > 1).flatMap(findSharedAmong);
}

function findSharedAmong(own: readonly FileRead[]): SharedRow[] {
  const all = new IntList();
  const rows = new IntList();
  own.forEach((read, file) => {
    const add = (dataRow: number, nip: Int32Array, at: number): void => {
      all.push(rows.length / 2);
      all.push(nip[at] as number);
      all.push(nip[at + 1] as number);
      rows.push(file);
      rows.push(dataRow);
    };
    for (let pair = 0; pair * 4 < read.pairs.length; pair++)
      add(read.pairs[pair * 4] as number, read.pairNip, pair * 2);
    read.unmatched.dataRow.forEach((dataRow, position) => add(dataRow, read.unmatched.nip, position * 2));
  });
  const found = findDuplicates(all);
  const shared = Array.from({ length: found.length / 3 }, (_, i): SharedRow => {
    const [row = 0, high = 0, low = 0] = found.subarray(i * 3, i * 3 + 3);
    return { read: own[rows.at(row * 2)] as FileRead, dataRow: rows.at(row * 2 + 1), nip: [high, low] };
  });
  const people = Map.groupBy(shared, ({ nip }) => nip.join(' '));
  return [...people.values()].filter((rowsOf) => new Set(rowsOf.map(({ read }) => read)).size > 1).flat();
}
