import { openReference } from '#reference';
import { compilePlan } from '../plan/compile.ts';
import { findFeeds, monthsOf, totalMonthsOf } from '../plan/feeds.ts';
import { createRow } from '../plan/row.ts';
import type { Cells } from '../plan/cells.ts';
import { blockOf } from '../plan/row-block.ts';
import { createRowWriter } from '../plan/row-writer.ts';
import { type Slot, SLOTS } from '../plan/slots.ts';
import { createUnderstand } from '../plan/understand.ts';
import { locateMadeColumns, remakeCells } from '../made/made-columns.ts';
import type { Recipe } from '../recipe.ts';

const understand = createUnderstand(openReference());

/** What became of one value of one row that another value took the place of, and that was then written again. */
export interface Trip {
  readonly slot: Slot;
  /** Whether another value could be put there in between. */
  readonly moved: boolean;
  /** Cells of the field before and after. */
  readonly before: readonly string[];
  /** Undefined where the writer refused. */
  readonly after: readonly string[] | undefined;
  readonly reason: string;
}

export interface RoundTripInput {
  readonly recipe: Recipe;
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
  readonly lookups?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Source -> canonical -> source, for every filled and understood field of every row. */
export function roundTrips(input: RoundTripInput): readonly Trip[] {
  const { recipe, lookups = new Map() } = input;
  const made = locateMadeColumns(recipe, input.columns);
  const columns = [...input.columns, ...made.map(({ name }) => name)];
  const rows = input.rows.map((cells) => remakeCells(cells, input.columns.length, made));
  const common = { recipe, columns, lookups, understand };
  const feeds = findFeeds(recipe, columns);
  const reader = createRowWriter({ ...common, wanted: new Map(), learned: new Map(), typeOf: () => '' });
  const delivered = compilePlan({ ...common, report: () => undefined }).delivered;
  const values = rows.map((cells) => new Map(delivered.map((slot) => [slot, reader.read(cells, slot)])));
  const wanted = new Map(
    SLOTS.map((slot) => [
      slot.field.nama,
      new Set(values.map((row) => row.get(slot) ?? '').filter((text) => text !== '')),
    ]),
  );
  const writer = createRowWriter({ ...common, wanted, learned: new Map(), typeOf: () => '' });
  const row = createRow();
  for (const cells of rows) {
    writer.plan.readRow(blockOf(cells, columns.length), 0, row);
    writer.learn(cells, row);
  }
  return rows.flatMap((cells, index) =>
    delivered.flatMap((slot): Trip[] => {
      const value = values[index]?.get(slot) ?? '';
      if (value === '') return [];
      const own = columnsOf(slot, feeds).flatMap((column) => made[column - input.columns.length]?.parts ?? [column]);
      const before = own.map((column) => (cells[column] ?? '').trim());
      const other = values.find((each) => (each.get(slot) ?? value) !== value && each.get(slot) !== '')?.get(slot);
      const away = other === undefined ? undefined : writer.write(cells, slot, other);
      const back = writer.write(away?.ok === true ? away.value : cells, slot, value);
      if (!back.ok) return [{ slot, before, after: undefined, reason: back.error, moved: false }];
      const after = own.map((column) => (back.value[column] ?? '').trim());
      return [{ slot, before, after, reason: '', moved: away?.ok === true }];
    }),
  );
}

function columnsOf(slot: Slot, feeds: ReturnType<typeof findFeeds>): readonly number[] {
  const years = slot.field.nama;
  const service =
    slot.field.normalisasi !== 'masa_kerja' ? [] : [feeds.has(years) ? monthsOf(years) : totalMonthsOf(years)];
  const own = [years, slot.idField, ...service].flatMap((nama) => feeds.of(nama).map(({ column }) => column));
  return own.length > 0 ? own : feeds.of('nama').map(({ column }) => column);
}
