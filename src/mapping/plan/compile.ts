import type { RowBlock } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import type { Recipe, Turunan } from '../recipe.ts';
import type { CodeDictionary } from './code-dictionary.ts';
import type { PlanContext, ReportValue, SlotReader } from './context.ts';
import { findFeeds } from './feeds.ts';
import { locateMadeColumns } from '../made/made-columns.ts';
import { compileCodes } from './read-codes.ts';
import { compileDates, compileYears } from './read-dates.ts';
import { compileMasaKerja, compileNumbers } from './read-masa-kerja.ts';
import { compileName, compileTitles, createTitlesInName, type TitlesInName } from './read-names.ts';
import { compileDigits, compilePnsId } from './read-numbers.ts';
import { compileTexts } from './read-texts.ts';
import { compileFilters } from './row-filters.ts';
import { judgeIdentity } from './row-identity.ts';
import { createBatchReader } from './read-batch.ts';
import { refuseUnmade } from './unmade.ts';
import type { Row } from './row.ts';
import { type Slot, SLOTS } from './slots.ts';
import type { Understand } from './understand.ts';

/** A recipe compiled against the columns of one file: reads its rows into canonical form. */
export interface Plan {
  /** Slots that the delivery carries at all; others are not compared. */
  readonly delivered: readonly Slot[];
  /** What the distinct cells of each coded field mean, by `Slot.dictionary`. */
  readonly dictionaries: readonly CodeDictionary[];
  /** Fields without a column that may be taken from the NIP to find people; they are neither compared nor written. */
  readonly derived: readonly Turunan['kanonik'][];
  /** Whether masa kerja comes with months; without them only whole years are compared. */
  readonly hasMonths: boolean;
  /**
   * Reads row `index` of a block into `out`; returns why the row must not be used, or undefined. Rows are asked for in
   * their order; some of them are read ahead.
   */
  readRow(block: RowBlock, index: number, out: Row): ProblemCode | undefined;
}

export interface PlanInput {
  readonly recipe: Recipe;
  /** Column names of the rows, made unique (see `uniqueNames`). */
  readonly columns: readonly string[];
  /** The source's own reference tables by source column: code -> label. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly understand: Understand;
  readonly report: ReportValue;
}

export function compilePlan({ recipe, columns, lookups, understand, report }: PlanInput): Plan {
  const feeds = findFeeds(recipe, columns);
  const readers: SlotReader[] = [];
  // Of a made cell people know the column that it was made of.
  const shown = new Map(
    locateMadeColumns(recipe, columns).flatMap(({ name, parts: [first] }) =>
      first === undefined ? [] : [[columns.indexOf(name), first]],
    ),
  );
  const batch = createBatchReader(readers, (column, value, code) => report(shown.get(column) ?? column, value, code));
  const context: PlanContext = { feeds, lookups, understand, report: batch.report, dictionaries: [] };
  const titles = createTitlesInName();
  const delivered: Slot[] = [];
  const pnsId = compilePnsId(context);
  if (pnsId) readers.push(pnsId);
  for (const slot of SLOTS) {
    const reader = compileSlot(slot, context, titles);
    if (!reader) continue;
    const made = [slot.field.nama, slot.idField].flatMap((nama) => feeds.of(nama)).filter(({ isMade }) => isMade);
    readers.push(
      refuseUnmade(
        slot,
        reader,
        made.map(({ column }) => column),
      ),
    );
    delivered.push(slot);
  }
  const hasCareer = delivered.some(({ field }) => field.nama === 'golongan' || field.nama === 'tmt_cpns');
  const headings = new Set(feeds.of('nama').map(({ column }) => (columns[column] ?? '').trim().toUpperCase()));
  const judgeFilters = compileFilters(recipe, columns);
  return {
    delivered,
    derived: (recipe.turunan ?? []).flatMap(({ kanonik }) => (feeds.has(kanonik) ? [] : [kanonik])),
    dictionaries: context.dictionaries,
    hasMonths:
      feeds.has('masa_kerja_bulan') ||
      feeds.readerOf('masa_kerja_tahun') === 'masa_kerja' ||
      (!feeds.has('masa_kerja_tahun') && feeds.has('masa_kerja_total_bulan')),
    readRow(block, index, out) {
      batch.readRow(block, index, out);
      return (
        judgeFilters(block.bytes, block.cells, index * block.columns * 2) ?? judgeIdentity(out, hasCareer, headings)
      );
    },
  };
}

function compileSlot(slot: Slot, context: PlanContext, titles: TitlesInName): SlotReader | undefined {
  switch (slot.kind) {
    case 'digit':
      return compileDigits(slot, context);
    case 'tanggal':
      return compileDates(slot, context);
    case 'angka':
      return compileNumber(slot, context);
    case 'teks':
      return slot.field.tipe === 'nama' ? compileName(slot, context, titles) : compileTexts(slot, context);
    case 'sandi':
      return slot.field.tipe === 'gelar' ? compileTitles(slot, context, titles) : compileCodes(slot, context);
    default:
      return slot.kind satisfies never;
  }
}

function compileNumber(slot: Slot, context: PlanContext): SlotReader | undefined {
  if (slot.field.normalisasi === 'masa_kerja') return compileMasaKerja(slot, context);
  return slot.field.normalisasi === 'tahun' ? compileYears(slot, context) : compileNumbers(slot, context);
}
