import type { RowBlock, Source } from '#formats';
import { type Problem, type ProblemCode, problem } from '#kernel/problem.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { madeName, sourcesOf } from '../made/made-columns.ts';
import { loadLookups } from '../load-lookups.ts';
import { openRows } from '../open-rows.ts';
import { compilePlan } from '../plan/compile.ts';
import { createRow } from '../plan/row.ts';
import { SLOTS } from '../plan/slots.ts';
import type { Understand } from '../plan/understand.ts';
import type { Recipe } from '../recipe.ts';
import { type CellChangeKind, createSlotComparer, type Side } from './compare-slots.ts';

/** One cell in canonical form that another recipe reads otherwise; without `isian` the whole row is meant. */
export interface CellChange {
  readonly baris: number;
  readonly isian: string;
  readonly sebelum: string;
  readonly sesudah: string;
  readonly jenis: CellChangeKind | 'baris';
}

export interface TrialCounts {
  readonly baris: number;
  /** Rows that only one of the recipes accepts, or that both refuse for different reasons. */
  readonly baris_berubah: number;
  readonly sel_berubah: number;
  /** By field and kind of change. */
  readonly per_isian: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Columns that a recipe reads and the file does not have. */
  readonly kolom_tidak_ada: { readonly sebelum: readonly string[]; readonly sesudah: readonly string[] };
}

export interface Trial {
  readonly source: Source;
  /** Name of the file for messages. */
  readonly berkas: string;
  readonly before: Recipe;
  readonly after: Recipe;
  /** How cells are understood by either recipe: crosswalks may differ. */
  readonly understand: { readonly before: Understand; readonly after: Understand };
  /** Day for which the data are read. */
  readonly per?: LocalDate | undefined;
  /** Gets the changes of some rows; is awaited before the next rows are read. */
  readonly onChanges: (changes: readonly CellChange[]) => Promise<void>;
}

/**
 * Reads a delivery by two recipes at once and tells every cell of the compared fields that changes. The file is streamed twice side by
 * side; no row is kept.
 */
export async function tryRecipe({
  source,
  berkas,
  before,
  after,
  understand,
  per,
  onChanges,
}: Trial): Promise<Result<TrialCounts, Problem>> {
  if (before.tabel !== after.tabel) {
    return fail(problem('UJI_BEDA_TABEL', { berkas, satu: before.tabel, lain: after.tabel }));
  }
  const sides = [
    await openSide(source, before, understand.before, per),
    await openSide(source, after, understand.after, per),
  ] as const;
  const [first, second] = sides;
  const comparers = SLOTS.map((slot) => ({ isian: slot.field.nama, compare: createSlotComparer(slot) }));
  const counts = new Map<string, Map<string, number>>();
  let [baris, barisBerubah, selBerubah] = [0, 0, 0];
  const others = second.blocks[Symbol.asyncIterator]();
  for await (const block of first.blocks) {
    const { value: other } = (await others.next()) as { value: RowBlock };
    const changes: CellChange[] = [];
    for (let index = 0; index < block.rows; index++) {
      const number = block.rowNumbers[index] as number;
      const [was, is] = [first.read(block, index), second.read(other, index)];
      baris += 1;
      if (was !== is) {
        barisBerubah += 1;
        changes.push({
          baris: number,
          isian: '',
          sebelum: was ?? 'diterima',
          sesudah: is ?? 'diterima',
          jenis: 'baris',
        });
      }
      if (was !== undefined || is !== undefined) continue;
      for (const { isian, compare } of comparers) {
        const change = compare(first, second);
        if (!change) continue;
        selBerubah += 1;
        count(counts, isian, change.jenis);
        changes.push({ baris: number, isian, ...change });
      }
    }
    if (changes.length > 0) await onChanges(changes);
  }
  return ok({
    baris,
    baris_berubah: barisBerubah,
    sel_berubah: selBerubah,
    per_isian: Object.fromEntries([...counts].map(([isian, kinds]) => [isian, Object.fromEntries(kinds)])),
    kolom_tidak_ada: { sebelum: first.missing, sesudah: second.missing },
  });
}

function count(counts: Map<string, Map<string, number>>, isian: string, jenis: string): void {
  const kinds = counts.get(isian) ?? new Map<string, number>();
  kinds.set(jenis, (kinds.get(jenis) ?? 0) + 1);
  counts.set(isian, kinds);
}

interface OpenSide extends Side {
  readonly blocks: AsyncIterable<RowBlock>;
  readonly missing: readonly string[];
  /** Reads a row into `row` and `unread`; returns why it must not be used. */
  read(block: RowBlock, index: number): ProblemCode | undefined;
}

async function openSide(
  source: Source,
  recipe: Recipe,
  understand: Understand,
  per: LocalDate | undefined,
): Promise<OpenSide> {
  const { columns, blocks } = await openRows(source, recipe, per);
  const lookups = await loadLookups(source, recipe);
  const slots = slotsByColumn(recipe, columns);
  const unread = new Map<number, string>();
  const report = (column: number, value: string): void => {
    for (const slot of slots.get(column) ?? []) unread.set(slot, value);
  };
  const plan = compilePlan({ recipe, columns, lookups, understand, report });
  const row = createRow();
  const known = new Set(columns);
  const missing = readColumns(recipe).filter((name) => !known.has(name));
  return {
    plan,
    row,
    unread,
    blocks,
    missing,
    read(block, index) {
      unread.clear();
      return plan.readRow(block, index, row);
    },
  };
}

/** Columns of compared fields, and those that filter or choose. */
function readColumns({ kolom, saring, pilihan }: Recipe): readonly string[] {
  const read = kolom.filter(({ kanonik }) => slotsOf(kanonik).length > 0);
  const names = read.flatMap(sourcesOf);
  return [...new Set([...names, ...saring.map(({ sumber }) => sumber), ...pilihan.map(({ menurut }) => menurut)])];
}

/** Positions of the slots that a field feeds; months of service feed the slot of their years. */
function slotsOf(kanonik: string | null): readonly number[] {
  if (kanonik === null) return [];
  const years = kanonik.replace(/_bulan$/, '_tahun');
  return SLOTS.filter(({ field, idField }) => [kanonik, years].includes(field.nama) || idField === kanonik).map(
    ({ index }) => index,
  );
}

function slotsByColumn({ kolom }: Recipe, columns: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const slots = new Map<number, number[]>();
  for (const mapping of kolom) {
    const column = columns.indexOf(madeName(mapping) ?? mapping.sumber);
    slots.set(column, [...(slots.get(column) ?? []), ...slotsOf(mapping.kanonik)]);
  }
  return slots;
}
