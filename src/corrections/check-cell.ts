import type { ColumnDemands, Source, TableDemands } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import type { Recipe } from '#mapping';
import { checkCondition, columnsIn } from './check-condition.ts';
import { fitsType, holdsLetters } from './column-types.ts';
import type { CurrentRows } from './current-rows.ts';
import { namesIn, type Place, typeAt } from './places.ts';

/** Why a cell must not be written, with what forbids it where that can be named. */
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

/** What the column itself does not take. `demands` is what its dump says of it. */
export function refuseColumn(
  source: Source,
  place: Place,
  demands: ColumnDemands | undefined,
  baru: string | null,
): Fault | undefined {
  if (source.container !== 'sql') return undefined;
  if (demands?.generated === true) return { code: 'TULIS_KOLOM_OTOMATIS' };
  if (baru === null) return demands?.notNull === true ? { code: 'TULIS_KOLOM_WAJIB' } : undefined;
  const jenis = demands && demands.type !== '' ? demands.type : typeAt(source, place);
  // MySQL shows and takes it in the time zone of the session, and dumps have one of their own.
  const isMysql = source.dialect.kind === 'sql' && source.dialect.backslash;
  if (isMysql && /^timestamp/i.test(jenis)) return { code: 'TULIS_ZONA_WAKTU' };
  // An empty text is only written where other rows of the column have it.
  if (baru !== '' && (!fitsType(jenis, baru) || baru.includes('\0'))) return { code: 'TULIS_JENIS_KOLOM', jenis };
  const charset = demands?.charset ?? '';
  return holdsLetters(charset, baru) ? undefined : { code: 'TULIS_HURUF', jenis: charset };
}

/** Conditions of a table over the columns that change; `valueOf` tells the row as it would be. */
export function refuseConditions(
  demands: TableDemands | undefined,
  changed: readonly string[],
  valueOf: (column: string) => string | null | undefined,
): Fault | undefined {
  for (const check of demands?.checks ?? []) {
    if (columnsIn(check, changed).length === 0) continue;
    const verdict = checkCondition(check, valueOf);
    if (verdict === 'fails') return { code: 'TULIS_SYARAT', jenis: check };
    if (verdict === 'unknown') return { code: 'TULIS_SYARAT_ASING', jenis: check };
  }
  return undefined;
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
  return history.lateness((baru ?? '').trim()) > next ? undefined : { code: 'TULIS_RIWAYAT_URUTAN' };
}
