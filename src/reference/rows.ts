import type { ReferenceRow, RowSource } from './row.ts';

/** A list that lives in the project. */
export function listRows(tabel: string, rows: readonly ReferenceRow[], fold: (nama: string) => string): RowSource {
  const folded = rows.map((row) => fold(row.nama));
  return {
    size: rows.length,
    at: (index) => get(rows, index),
    idAt: (index) => get(rows, index).id,
    foldedAt: (index) => get(folded, index),
    tabelAt: () => tabel,
  };
}

/** Several tables read as one, in the given order. */
export function joinRows(sources: readonly RowSource[]): RowSource {
  const [only, second] = sources;
  if (only && !second) return only;
  const starts: number[] = [];
  let size = 0;
  for (const source of sources) {
    starts.push(size);
    size += source.size;
  }
  const place = (index: number): readonly [RowSource, number] => {
    const which = starts.findLastIndex((start) => start <= index);
    return [get(sources, which), index - get(starts, which)];
  };
  const ask =
    <T>(question: (source: RowSource, inside: number) => T) =>
    (index: number): T =>
      question(...place(index));
  return {
    size,
    at: ask((source, inside) => source.at(inside)),
    idAt: ask((source, inside) => source.idAt(inside)),
    foldedAt: ask((source, inside) => source.foldedAt(inside)),
    tabelAt: ask((source, inside) => source.tabelAt(inside)),
  };
}

/** The element that must be there. */
export function get<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`No element ${index} among ${list.length}`);
  return value;
}
