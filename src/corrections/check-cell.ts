import type { Source } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import { latenessOf, type Recipe } from '#mapping';
import { fitsType } from './column-types.ts';
import type { CurrentRows } from './current-rows.ts';
import { namesIn, type Place, typeAt } from './places.ts';

/** Why a cell must not be written, with the column's type where it is what forbids it. */
export interface Fault {
  readonly code: ProblemCode;
  readonly jenis?: string;
}

/** Columns that rows are found by never change. */
export function refuseKey(
  source: Source,
  recipe: Recipe,
  place: Place,
  { name, isPersonKey }: { readonly name: string; readonly isPersonKey: boolean },
): Fault | undefined {
  const isKey =
    place.join < 0
      ? isPersonKey || recipe.gabung.some(({ ke }) => ke === name)
      : recipe.gabung[place.join]?.kunci === namesIn(source, place.tabel)[place.column];
  return isKey ? { code: 'TULIS_KOLOM_KUNCI' } : undefined;
}

/** What the column itself does not take. */
export function refuseType(source: Source, place: Place, baru: string | null): Fault | undefined {
  const jenis = typeAt(source, place);
  if (baru === null || baru === '' || source.container !== 'sql') return undefined;
  return fitsType(jenis, baru) && !baru.includes('\0') ? undefined : { code: 'TULIS_JENIS_KOLOM', jenis };
}

/** A current row must stay the latest of its person. */
export function refuseOrder(
  history: CurrentRows | undefined,
  place: Place,
  owner: string,
  baru: string | null,
): Fault | undefined {
  if (!history || history.greatest !== place.column) return undefined;
  const next = history.rows.get(owner)?.next ?? Number.NEGATIVE_INFINITY;
  return latenessOf((baru ?? '').trim(), history.order) > next ? undefined : { code: 'TULIS_RIWAYAT_URUTAN' };
}
