import { basename } from 'node:path';
import { cellText, rawCell, readDemands, tableNames, type RowBlock, type Source, type TableDemands } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  type Cells,
  createRow,
  createRowWriter,
  formatInts,
  getSlot,
  type LearnedMeaning,
  loadLookups,
  type OpenRows,
  openRows,
  type Recipe,
  type Row,
  type Understand,
} from '#mapping';
import { RowChanger } from './change-rows.ts';
import type { Decision, Decisions, LeftOut } from './decisions.ts';
import { Histories } from './histories.ts';
import type { Packet, PacketTable } from './packet.ts';
import { notesOn } from './packet-notes.ts';
import { PersonKeys } from './person-key.ts';
import { locatePlaces, type Place } from './places.ts';
import type { PairedRow } from './result-files.ts';
import { UniqueTexts } from './unique-texts.ts';
import { WantedPeople } from './wanted-people.ts';

export interface PacketInput {
  readonly source: Source;
  readonly recipe: Recipe;
  readonly decisions: Decisions;
  /** Rows of the people by BKN's number; without it people are found by that number. */
  readonly paired: ReadonlyMap<string, PairedRow | undefined> | undefined;
  readonly learned: ReadonlyMap<string, readonly LearnedMeaning[]>;
  readonly understand: Understand;
  /** Day for which the reconciliation read the data, where one was given. */
  readonly per: LocalDate | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

const NIP = getSlot('nip');

/**
 * Turns decisions into changes of the source's own cells. The people's table is read twice, in bounded memory: once to
 * learn how the source writes what is wanted, once to change the rows concerned; joined histories once in between.
 */
export async function buildPacket(input: PacketInput): Promise<Result<Packet, Problem>> {
  const { source, recipe, decisions, per } = input;
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  if (!table) {
    const ada = tableNames(source, recipe.tabel);
    return fail(problem('TABEL_TIDAK_ADA', { tabel: recipe.tabel, berkas: basename(source.path), ada }));
  }
  input.onProgress(0, 2);
  const opened = await openRows(source, recipe, per);
  const { columns } = opened;
  const places = locatePlaces(source, recipe, columns);
  const demands = await readDemands(source);
  const tables = tablesOf(source, demands);
  const writer = createRowWriter({
    recipe,
    columns,
    lookups: await loadLookups(source, recipe),
    understand: input.understand,
    wanted: wantedValues(decisions.accepted),
    learned: input.learned,
    typeOf: (column) => typeIn(tables, places[column]),
    blank: source.container === 'sql' ? undefined : '',
  });
  const unique = new UniqueTexts(demands.get(table.name), table.columns);
  const keys = new PersonKeys(recipe, columns, table.columns.length);
  const people = new WantedPeople(decisions.accepted, input.paired);
  const histories = new Histories(recipe, columns);

  const row = createRow();
  await eachRow(opened, (block, index) => {
    keys.add((column) => cellText(block, index, column));
    unique.add((column) => cellText(block, index, column));
    const code = writer.plan.readRow(block, index, row);
    // of a delivery that is only a history the other rows of a person own nothing
    if (code !== 'BARIS_RIWAYAT') histories.see(block, index);
    // Those who have left show how the source writes that somebody has left.
    if (code === undefined || code === 'BARIS_TIDAK_AKTIF') {
      writer.learn(cellsAt(block, index, writer.columns), row);
    }
    if (code === undefined) people.see(block.rowNumbers[index] ?? 0, nipIn(row));
  });
  input.onProgress(1, 2);
  const key = keys.best();
  if (!key) return fail(problem('PERBAIKAN_TANPA_KUNCI', { tabel: table.name, berkas: basename(source.path) }));
  const used = new Set(writer.columns.map((column) => places[column]?.join ?? -1));
  await histories.read(source, recipe, used, per);

  const given = { source, recipe, writer, columns, places, key, histories, demands, unique };
  const changer = new RowChanger(given);
  await eachRow(await openRows(source, recipe, per), (block, index) => {
    const baris = block.rowNumbers[index] ?? 0;
    const wanted = people.decisionsFor(baris);
    if (wanted.length > 0) changer.change(baris, cellsAt(block, index), wanted, people.expectedNip(baris));
  });
  input.onProgress(2, 2);
  const lost = people.lost().map((decision): LeftOut => ({ decision, problem: problem('TULIS_ORANG') }));
  return ok({
    instansi: decisions.instansi,
    berkas: basename(source.path),
    tables,
    catatan: notesOn(changer, demands),
    changes: changer.changes,
    added: changer.added,
    leftOut: [...decisions.leftOut, ...lost, ...changer.leftOut],
    ditulis: changer.written,
  });
}

async function eachRow({ blocks }: OpenRows, visit: (block: RowBlock, index: number) => void): Promise<void> {
  for await (const block of blocks) for (let index = 0; index < block.rows; index++) visit(block, index);
}

function wantedValues(decisions: readonly Decision[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byField = Map.groupBy(decisions, ({ kolom }) => kolom);
  return new Map([...byField].map(([kolom, list]) => [kolom, new Set(list.map(({ bkn }) => bkn))]));
}

/** Types as the dump defines them, with named ones resolved. */
function tablesOf({ tables }: Source, demands: ReadonlyMap<string, TableDemands>): ReadonlyMap<string, PacketTable> {
  return new Map(
    tables.map(({ name, columns, types }): [string, PacketTable] => {
      const defined = new Map(demands.get(name)?.columns.map((column) => [column.name, column.type]));
      return [name, { name, columns, types: columns.map((column, at) => defined.get(column) ?? types[at] ?? '') }];
    }),
  );
}

const typeIn = (tables: ReadonlyMap<string, PacketTable>, place: Place | undefined): string =>
  (place && tables.get(place.tabel)?.types[place.column]) ?? '';

/** The cells of a row by position; of all columns, or only of some. */
function cellsAt(block: RowBlock, row: number, columns?: readonly number[]): Cells {
  const cells = Array.from({ length: block.columns }, (): string | null => null);
  if (columns) for (const column of columns) cells[column] = rawCell(block, row, column);
  else for (let column = 0; column < block.columns; column++) cells[column] = rawCell(block, row, column);
  return cells;
}

const nipIn = ({ ints }: Row): string =>
  formatInts(NIP, ints[NIP.int] as number, ints[NIP.int + 1] as number, undefined);
