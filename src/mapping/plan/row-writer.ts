import { textOf } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { foldName, foldText } from '#kernel/text.ts';
import { parseMasaKerja } from '#rules/masa-kerja.ts';
import { locateMadeColumns, remakeCells, withMadeCells } from '../made/made-columns.ts';
import { EmptyTally } from './cell-forms.ts';
import type { Cells } from './cells.ts';
import { compilePlan, type Plan, type PlanInput } from './compile.ts';
import { type Feeds, findFeeds, monthsOf, totalMonthsOf } from './feeds.ts';
import { createRow, isUnusableText, type Row } from './row.ts';
import { blockOf } from './row-block.ts';
import { formatInts } from './slot-value.ts';
import { isNone, type LearnedMeaning, type SlotWriter, type WriterInput, type Written } from './slot-writer.ts';
import { type Slot, SLOTS } from './slots.ts';
import { compileCodeWriter } from './write-codes.ts';
import { compileDateWriter, compileYearWriter } from './write-dates.ts';
import { compileMasaKerjaWriter } from './write-masa-kerja.ts';
import { compileNameWriter, compileTitlesInNameWriter } from './write-names.ts';
import { compileDigitWriter, compileNumberWriter } from './write-numbers.ts';
import { compileTextWriter } from './write-texts.ts';

export interface RowWriterInput extends Omit<PlanInput, 'report'> {
  /** Values that will be written, by field. */
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>;
  /** Local codes whose meaning a reconciliation learned, by field. */
  readonly learned: ReadonlyMap<string, readonly LearnedMeaning[]>;
  /** Declared type of a column, '' for none. */
  readonly typeOf: (column: number) => string;
  /** How "none" is written where no cell of a column shows it; undefined where that cannot be known (NULL or ''). */
  readonly blank?: string | undefined;
}

/** The inverse of a plan: canonical values back into the cells of a source. */
export interface RowWriter {
  /** Reads the rows that `learn` is told of. */
  readonly plan: Plan;
  /** Columns that `learn` needs. */
  readonly columns: readonly number[];
  learn(cells: Cells, row: Row): void;
  /** The value of a field as it would stand in selisih.csv. */
  read(cells: Cells, slot: Slot): string;
  /**
   * The cells with a value written into them ('' empties the field), or why that cannot be done. What comes out was read
   * again through the plan: the field has the value, and no other field has changed.
   */
  write(cells: Cells, slot: Slot, value: string): Result<Cells, ProblemCode>;
}

export function createRowWriter(input: RowWriterInput): RowWriter {
  const silent = { ...input, report: () => undefined };
  const plan = compilePlan(silent);
  // A plan reads ahead, and so the rows that are read again have a plan of their own.
  const check = compilePlan(silent);
  const feeds = findFeeds(input.recipe, input.columns);
  const made = locateMadeColumns(input.recipe, input.columns);
  /** Made columns stand behind the row's own. */
  const own = input.columns.length - made.length;
  const writers = new Map<number, SlotWriter>();
  const empties = new Map<number, EmptyTally>();
  for (const slot of SLOTS) {
    const wanted = input.wanted.get(slot.field.nama);
    const writer =
      wanted &&
      compileWriter({
        slot,
        feeds: feeds.of(slot.field.nama),
        allFeeds: feeds,
        dictionary: plan.dictionaries[slot.dictionary],
        understand: input.understand,
        lookups: input.lookups,
        learned: input.learned.get(slot.field.nama) ?? [],
        typeOf: input.typeOf,
        partsOf: (column) => (made[column - own]?.isJoined === true ? made[column - own]?.parts : undefined),
        wanted,
      });
    if (!writer) continue;
    writers.set(slot.index, writer);
    for (const column of writer.columns) empties.set(column, new EmptyTally());
  }

  const readRow = (cells: Cells): Row => {
    const row = createRow();
    check.readRow(withMadeCells(blockOf(cells, own), made), 0, row);
    return row;
  };
  const valueIn = (row: Row, slot: Slot): string => formatSlot(row, slot, check);
  const has = (row: Row, slot: Slot, value: string): boolean => {
    if (slot.kind !== 'sandi' || value === '') return isSameValue(slot, valueIn(row, slot), value, check);
    const entry = check.dictionaries[slot.dictionary]?.entries[row.ints[slot.int] as number];
    const means = writers.get(slot.index)?.means;
    return entry !== undefined && (means ? means(value, entry) : foldText(valueIn(row, slot)) === foldText(value));
  };
  const put = (cells: Cells, row: Row, slot: Slot, value: string): Written => {
    const writer = writers.get(slot.index);
    if (!writer) return fail('TULIS_TANPA_KOLOM');
    const isInName = slot.field.tipe === 'gelar' && !feeds.has(slot.field.nama);
    if (value !== '' || isInName) return writer.write(value, cells, row);
    const filled = columnsOf(slot, feeds).filter((column) => !isNone(cells[column]));
    const blanks = filled.map((column): [number, string | null | undefined] => {
      const shown = empties.get(column)?.best();
      return [column, shown === undefined ? input.blank : shown];
    });
    const known = blanks.flatMap(([column, cell]): [number, string | null][] =>
      cell === undefined ? [] : [[column, cell]],
    );
    return known.length < blanks.length ? fail('TULIS_KOSONG') : ok(new Map(known));
  };

  return {
    plan,
    // Made cells are written where they were made of.
    columns: [...new Set([...empties.keys()].flatMap((column) => [column, ...(made[column - own]?.parts ?? [])]))],
    learn(cells, row) {
      for (const [column, tally] of empties) {
        const cell = cells[column] ?? null;
        if (isNone(cell)) tally.count(cell);
      }
      for (const writer of writers.values()) writer.learn(cells, row);
    },
    read: (cells, slot) => valueIn(readRow(cells), slot),
    write(given, slot, value) {
      const cells = remakeCells(given, own, made);
      const before = readRow(cells);
      // What a row holds is gone with the next one that the plan reads.
      const others = SLOTS.map((each) => valueIn(before, each));
      const written = put(cells, before, slot, value);
      if (!written.ok) return written;
      let next = [...cells];
      for (const [column, cell] of written.value) next[column] = cell;
      for (const [index, { unmake }] of made.entries()) {
        const text = next[own + index] ?? '';
        if (text === (cells[own + index] ?? '')) continue;
        const parts = unmake(text, next, written.value);
        if (!parts) return fail('TULIS_TANPA_BENTUK');
        for (const [part, cell] of parts) next[part] = cell;
      }
      next = [...remakeCells(next, own, made)];
      const after = readRow(next);
      if (!has(after, slot, value)) return fail('TULIS_TAK_TERBACA');
      const isAlone = SLOTS.every((each, index) => each === slot || others[index] === valueIn(after, each));
      return isAlone ? ok(next) : fail('TULIS_ISIAN_LAIN');
    },
  };
}

/** The columns of a field and of the id half of its pair. */
function columnsOf(slot: Slot, feeds: Feeds): readonly number[] {
  const years = slot.field.nama;
  const service =
    slot.field.normalisasi !== 'masa_kerja' ? [] : [feeds.has(years) ? monthsOf(years) : totalMonthsOf(years)];
  return [years, slot.idField, ...service].flatMap((nama) => feeds.of(nama).map(({ column }) => column));
}

/** Beside `compileSlot`: every kind of slot has a reader and its writer. */
function compileWriter(input: WriterInput): SlotWriter | undefined {
  const { slot, feeds, allFeeds } = input;
  const inName = allFeeds.readerOf('nama') === 'nama_bergelar';
  if (slot.field.tipe === 'gelar' && feeds.length === 0) return inName ? compileTitlesInNameWriter(input) : undefined;
  const inMonths = slot.field.normalisasi === 'masa_kerja' && allFeeds.has(totalMonthsOf(slot.field.nama));
  if (feeds.length === 0 && !allFeeds.has(slot.idField ?? '') && !inMonths) return undefined;
  switch (slot.kind) {
    case 'digit':
      return compileDigitWriter(input);
    case 'tanggal':
      return compileDateWriter(input);
    case 'angka':
      if (slot.field.normalisasi === 'masa_kerja') return compileMasaKerjaWriter(input);
      return slot.field.normalisasi === 'tahun' ? compileYearWriter(input) : compileNumberWriter(input);
    case 'teks':
      return slot.field.nama === 'nama' ? compileNameWriter(input) : compileTextWriter(input);
    case 'sandi':
      return compileCodeWriter(input);
    default:
      return slot.kind satisfies never;
  }
}

function formatSlot(row: Row, slot: Slot, plan: Plan): string {
  if (slot.kind !== 'teks') {
    const second = slot.kind === 'digit' ? (row.ints[slot.int + 1] as number) : 0;
    return formatInts(
      slot,
      row.ints[slot.int] as number,
      second,
      (entry) => plan.dictionaries[slot.dictionary]?.entries[entry],
    );
  }
  const [start = 0, end = 0] = [row.textStart[slot.text], row.textEnd[slot.text]];
  const bytes = row.textBytes[slot.text] ?? new Uint8Array(0);
  return start >= end || isUnusableText(bytes, start, end) ? '' : textOf(bytes, start, end);
}

/** Whether a value that was read is the one that was asked for, in another spelling at most. */
function isSameValue(slot: Slot, read: string, wanted: string, plan: Plan): boolean {
  if (read === wanted) return true;
  if (read === '' || wanted === '') return false;
  if (slot.field.tipe === 'nama') return foldName(read) === foldName(wanted);
  if (slot.field.normalisasi === 'masa_kerja') {
    const [a, b] = [parseMasaKerja(read), parseMasaKerja(wanted)];
    return !plan.hasMonths && a.ok && b.ok && a.value?.tahun === b.value?.tahun;
  }
  return false;
}
