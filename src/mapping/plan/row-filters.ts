import { textOf } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import { foldText } from '#kernel/text.ts';
import type { Filter, Recipe } from '../recipe.ts';
import { type CellRange, trimCell } from './cell-bytes.ts';
import { CellDictionary } from './cell-dictionary.ts';

const CODE: Readonly<Record<Filter['alasan'], ProblemCode>> = {
  tidak_aktif: 'BARIS_TIDAK_AKTIF',
  bukan_asn: 'BARIS_BUKAN_ASN',
  usulan: 'BARIS_USULAN',
  data_uji: 'BARIS_DATA_UJI',
  bukan_orang: 'BARIS_BUKAN_ORANG',
};

/** Words are compared as texts are everywhere, in spite of doubled blanks and broken characters; codes as they stand. */
const foldValue = (value: string): string => (/\p{L}/u.test(value) ? foldText(value) : value.trim());

/** Whether a filter drops a row with this value in its column. */
export function createFilterTest({ nilai, selain }: Pick<Filter, 'nilai' | 'selain'>): (value: string) => boolean {
  const listed = new Set(nilai.map(foldValue));
  return (value) => listed.has(foldValue(value)) !== selain;
}

export type RowFilter = (bytes: Uint8Array, cells: Int32Array, base: number) => ProblemCode | undefined;

/**
 * The first filter of the recipe that drops a row gives its reason. Values are judged once and then known by their bytes. Rows must come in
 * their order, once, where only one of each person counts.
 */
export function compileFilters(recipe: Recipe, columns: readonly string[]): RowFilter {
  const cell: CellRange = { start: 0, end: 0 };
  const filters = recipe.saring.flatMap((filter) => {
    const column = columns.indexOf(filter.sumber);
    if (column < 0) return [];
    const drops = createFilterTest(filter);
    const known = new CellDictionary<boolean>(drops(''), drops);
    return [{ column, known, code: CODE[filter.alasan] }];
  });
  const isRepeated = findRepeated(recipe, columns);
  return (bytes, cells, base) => {
    for (const { column, known, code } of filters) {
      trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
      const entry = cell.start === cell.end ? 0 : known.lookup(bytes, cell.start, cell.end, 0, 0, 0);
      if (known.entries[entry]) return code;
    }
    return isRepeated?.(bytes, cells, base) === true ? 'BARIS_RIWAYAT' : undefined;
  };
}

/** Whether a row of the same person was let through before; undefined where the recipe does not ask. A row without owner is nobody's. */
function findRepeated(
  { satu_per: key }: Recipe,
  columns: readonly string[],
): ((bytes: Uint8Array, cells: Int32Array, base: number) => boolean) | undefined {
  const column = key === undefined ? -1 : columns.indexOf(key);
  if (column < 0) return undefined;
  const seen = new Set<string>();
  return (bytes, cells, base) => {
    const owner = textOf(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number).trim();
    const isRepeated = owner !== '' && seen.has(owner);
    seen.add(owner);
    return isRepeated;
  };
}
