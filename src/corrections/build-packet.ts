import { basename } from 'node:path';
import { cellText, rawCell, type RowBlock, type Source } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Problem, problem, type ProblemCode } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  type Cells,
  columnNames,
  createRow,
  createRowWriter,
  formatInts,
  getSlot,
  joinedName,
  joinRule,
  type LearnedMeaning,
  loadLookups,
  openRows,
  latenessOf,
  type Recipe,
  type Row,
  type RowWriter,
  SLOTS,
  type Understand,
} from '#mapping';
import { fitsType } from './column-types.ts';
import { type CurrentRows, readCurrentRows } from './current-rows.ts';
import type { Decision, Decisions, LeftOut } from './decisions.ts';
import { type ColumnChange, type KeyPart, type Packet, type PacketTable, type RowChange } from './packet.ts';
import { PersonKeys } from './person-key.ts';
import type { PairedRow } from './result-files.ts';

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

/** Where a column of the rows that a recipe reads really stands. */
interface Place {
  readonly tabel: string;
  readonly column: number;
  /** Position of the join among those of the recipe; -1 for the people's own table. */
  readonly join: number;
}

/**
 * Turns decisions into changes of the source's own cells. The people's table is read twice, in bounded memory: once to
 * learn how the source writes what is wanted, once to change the rows concerned; joined histories once in between.
 */
export async function buildPacket(input: PacketInput): Promise<Result<Packet, Problem>> {
  const { source, recipe, decisions } = input;
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  if (!table) {
    const ada = source.tables.map(({ name }) => name).join(', ');
    return fail(problem('TABEL_TIDAK_ADA', { tabel: recipe.tabel, berkas: basename(source.path), ada }));
  }
  input.onProgress(0, 2);
  const opened = await openRows(source, recipe, input.per);
  const places = locate(source, recipe, opened.columns);
  const writer = createRowWriter({
    recipe,
    columns: opened.columns,
    lookups: await loadLookups(source, recipe),
    understand: input.understand,
    wanted: wantedValues(decisions.accepted),
    learned: input.learned,
    typeOf: (column) => typeOf(source, places[column]),
    blank: source.container === 'sql' ? undefined : '',
  });
  const keys = new PersonKeys(recipe, opened.columns, table.columns.length);
  const people = new People(input);
  const owners = recipe.gabung.map(({ ke }) => ({
    column: opened.columns.indexOf(ke),
    keys: new Map<string, number>(),
  }));

  const row = createRow();
  for await (const block of opened.blocks) {
    for (let index = 0; index < block.rows; index++) {
      keys.add((column) => cellText(block, index, column));
      for (const { column, keys: counts } of owners) {
        const owner = column < 0 ? '' : cellText(block, index, column);
        if (owner !== '') counts.set(owner, (counts.get(owner) ?? 0) + 1);
      }
      const code = writer.plan.readRow(block, index, row);
      // Those who have left show how the source writes that somebody has left.
      if (code === undefined || code === 'BARIS_TIDAK_AKTIF') {
        writer.learn(cellsAt(block, index, writer.columns), row);
      }
      if (code !== undefined) continue;
      people.see(block.rowNumbers[index] ?? 0, nipIn(row));
    }
  }
  input.onProgress(1, 2);
  const key = keys.best();
  if (!key) return fail(problem('PERBAIKAN_TANPA_KUNCI', { tabel: table.name, berkas: basename(source.path) }));
  const current = await readHistories(input, writer, places, owners);
  const changer = new Changer({ input, writer, places, key, current, owners, columns: opened.columns });

  const { blocks } = await openRows(source, recipe, input.per);
  for await (const block of blocks) {
    for (let index = 0; index < block.rows; index++) {
      const baris = block.rowNumbers[index] ?? 0;
      const wanted = people.decisionsFor(baris);
      if (wanted.length > 0) changer.change(baris, cellsAt(block, index), wanted, people.expectedNip(baris));
    }
  }
  input.onProgress(2, 2);
  const lost = people.lost().map((decision): LeftOut => ({ decision, problem: problem('TULIS_ORANG') }));
  return ok({
    instansi: decisions.instansi,
    berkas: basename(source.path),
    tables: new Map(
      source.tables.map(({ name, columns, types }): [string, PacketTable] => [name, { name, columns, types }]),
    ),
    changes: changer.changes,
    leftOut: [...decisions.leftOut, ...lost, ...changer.leftOut],
    ditulis: changer.written,
  });
}

function wantedValues(decisions: readonly Decision[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byField = Map.groupBy(decisions, ({ kolom }) => kolom);
  return new Map([...byField].map(([kolom, list]) => [kolom, new Set(list.map(({ bkn }) => bkn))]));
}

function locate(source: Source, recipe: Recipe, columns: readonly string[]): readonly (Place | undefined)[] {
  const namesOf = (tabel: string): readonly string[] =>
    columnNames(source.tables.find(({ name }) => name === tabel)?.columns ?? []);
  const own = namesOf(recipe.tabel);
  const joined = new Map(
    recipe.gabung.flatMap((join, index) =>
      namesOf(join.tabel).map((name, column): [string, Place] => [
        joinedName(join, name),
        { tabel: join.tabel, column, join: index },
      ]),
    ),
  );
  return columns.map((name, column) =>
    column < own.length ? { tabel: recipe.tabel, column, join: -1 } : joined.get(name),
  );
}

function typeOf(source: Source, place: Place | undefined): string {
  if (!place || source.container !== 'sql') return '';
  return source.tables.find(({ name }) => name === place.tabel)?.types[place.column] ?? '';
}

/** The cells of a row by position; of all columns, or only of some. */
function cellsAt(block: RowBlock, row: number, columns?: readonly number[]): Cells {
  const cells = Array.from({ length: block.columns }, (): string | null => null);
  if (columns) for (const column of columns) cells[column] = rawCell(block, row, column);
  else for (let column = 0; column < block.columns; column++) cells[column] = rawCell(block, row, column);
  return cells;
}

const nipIn = ({ ints }: Row): string =>
  formatInts(NIP, ints[NIP.int] as number, ints[NIP.int + 1] as number, undefined);

/** Who is wanted, and in which row each stands. */
class People {
  readonly #byNip: ReadonlyMap<string, readonly Decision[]>;
  readonly #paired: PacketInput['paired'];
  readonly #byRow = new Map<number, { readonly nip: string; readonly expected: string }>();
  readonly #seen = new Map<string, number>();
  readonly #found = new Set<string>();

  constructor({ decisions, paired }: PacketInput) {
    this.#byNip = Map.groupBy(decisions.accepted, ({ nip }) => nip);
    this.#paired = paired;
    for (const [nip, pair] of paired ?? []) {
      if (pair) this.#byRow.set(pair.baris, { nip, expected: pair.nipSimpeg });
    }
  }

  /** Told of every usable row. */
  see(baris: number, nip: string): void {
    const pair = this.#byRow.get(baris);
    if (this.#paired) {
      if (pair) this.#found.add(pair.nip);
      return;
    }
    if (!this.#byNip.has(nip)) return;
    this.#seen.set(nip, (this.#seen.get(nip) ?? 0) + 1);
    this.#byRow.set(baris, { nip, expected: nip });
    this.#found.add(nip);
  }

  decisionsFor(baris: number): readonly Decision[] {
    const nip = this.#byRow.get(baris)?.nip ?? '';
    if (!this.#found.has(nip) || (this.#seen.get(nip) ?? 1) > 1) return [];
    return this.#byNip.get(nip) ?? [];
  }

  expectedNip(baris: number): string {
    return this.#byRow.get(baris)?.expected ?? '';
  }

  /** Decisions about people who are not in the file, or there more than once. */
  lost(): readonly Decision[] {
    return [...this.#byNip].flatMap(([nip, list]) =>
      this.#found.has(nip) && (this.#seen.get(nip) ?? 1) === 1 ? [] : list,
    );
  }
}

interface Owners {
  readonly column: number;
  /** How many people point to a key. */
  readonly keys: ReadonlyMap<string, number>;
}

/** The current rows of each joined table in which a correction may have to be written. */
async function readHistories(
  { source, recipe, per }: PacketInput,
  writer: RowWriter,
  places: readonly (Place | undefined)[],
  owners: readonly Owners[],
): Promise<readonly (CurrentRows | undefined)[]> {
  const used = new Set(writer.columns.map((column) => places[column]?.join));
  const current: (CurrentRows | undefined)[] = [];
  for (const [index, join] of recipe.gabung.entries()) {
    const keys = new Set(owners[index]?.keys.keys());
    current.push(used.has(index) ? await readCurrentRows(source, join, joinRule(recipe, join, per), keys) : undefined);
  }
  return current;
}

interface ChangerInput {
  readonly input: PacketInput;
  readonly writer: RowWriter;
  readonly places: readonly (Place | undefined)[];
  readonly key: { readonly column: number; readonly isUnique: (text: string) => boolean };
  readonly current: readonly (CurrentRows | undefined)[];
  readonly owners: readonly Owners[];
  readonly columns: readonly string[];
}

/** A row of a table that a person's corrections reach. */
interface Target {
  readonly tabel: string;
  readonly kunci: readonly KeyPart[];
  /** The row as it stands, by column of its table. */
  readonly cells: ReadonlyMap<number, string | null>;
  /** Whether all its changes must go together, since they also find the row. */
  readonly whole: boolean;
  /** Key by which the person's row leads to this one. */
  readonly owner: string;
}

interface Group {
  readonly target: Target;
  readonly columns: Map<number, ColumnChange>;
  readonly kolom: Set<string>;
}

/** Applies the decisions about one person after the other to the cells of their rows. */
class Changer {
  readonly changes: RowChange[] = [];
  readonly leftOut: LeftOut[] = [];
  written = 0;
  readonly #given: ChangerInput;

  constructor(given: ChangerInput) {
    this.#given = given;
  }

  change(baris: number, cells: Cells, decisions: readonly Decision[], expected: string): void {
    const { writer } = this.#given;
    const leave = (decision: Decision, code: ProblemCode, jenis = ''): void => {
      this.leftOut.push({ decision, problem: problem(code, { jenis }) });
    };
    if (writer.read(cells, NIP) !== expected) {
      for (const decision of decisions) leave(decision, 'TULIS_ORANG');
      return;
    }
    const targets = new Map<number, Target | ProblemCode>();
    const groups: Group[] = [];
    let now = cells;
    // In the order of the catalogue, whatever the order of the lines.
    for (const slot of SLOTS) {
      for (const decision of decisions) {
        if (decision.kolom !== slot.field.nama) continue;
        if (writer.read(cells, slot) !== decision.simpeg) {
          leave(decision, 'TULIS_BERUBAH');
          continue;
        }
        const next = writer.write(now, slot, decision.bkn);
        if (!next.ok) {
          leave(decision, next.error);
          continue;
        }
        const fault = this.#record(slot.field.nama, cells, now, next.value, targets, groups);
        if (fault) leave(decision, fault.code, fault.jenis);
        else {
          now = next.value;
          this.written++;
        }
      }
    }
    const nip = decisions[0]?.nip ?? '';
    for (const { target, columns, kolom } of groups) {
      const sorted = [...columns.values()].toSorted((a, b) => a.column - b.column);
      const changed = sorted.filter(({ lama, baru }) => lama !== baru);
      if (changed.length === 0) continue;
      const { tabel, kunci, cells: row } = target;
      this.changes.push({ nip, baris, tabel, kunci, columns: changed, kolom: [...kolom], cells: row });
    }
  }

  /** Adds what one decision changes to the groups of its rows; nothing where one of its cells must not be written. */
  #record(
    kolom: string,
    first: Cells,
    before: Cells,
    after: Cells,
    targets: Map<number, Target | ProblemCode>,
    groups: Group[],
  ): { readonly code: ProblemCode; readonly jenis: string } | undefined {
    const found: { readonly target: Target; readonly change: ColumnChange }[] = [];
    for (const [position, place] of this.#given.places.entries()) {
      if (!place || before[position] === after[position]) continue;
      const target = targets.get(place.join) ?? this.#target(place, first);
      targets.set(place.join, target);
      if (typeof target === 'string') return { code: target, jenis: '' };
      const baru = after[position] ?? null;
      const fault = this.#refuse(position, place, baru, target);
      if (fault) return fault;
      found.push({ target, change: { column: place.column, lama: target.cells.get(place.column) ?? null, baru } });
    }
    for (const { target, change } of found) {
      const own = groups.filter(
        (group) =>
          group.target === target && (target.whole || group.columns.has(change.column) || group.kolom.has(kolom)),
      );
      const [kept = { target, columns: new Map<number, ColumnChange>(), kolom: new Set<string>() }, ...merged] = own;
      if (own.length === 0) groups.push(kept);
      for (const group of merged) {
        for (const [column, each] of group.columns) kept.columns.set(column, each);
        for (const each of group.kolom) kept.kolom.add(each);
        groups.splice(groups.indexOf(group), 1);
      }
      kept.columns.set(change.column, change);
      kept.kolom.add(kolom);
    }
    return undefined;
  }

  #refuse(
    position: number,
    place: Place,
    baru: string | null,
    target: Target,
  ): { readonly code: ProblemCode; readonly jenis: string } | undefined {
    const { input, key, current, columns } = this.#given;
    const { recipe, source } = input;
    const isKey =
      place.join < 0
        ? position === key.column || recipe.gabung.some(({ ke }) => ke === columns[position])
        : recipe.gabung[place.join]?.kunci === columnNames(tableColumns(source, place.tabel))[place.column];
    if (isKey) return { code: 'TULIS_KOLOM_KUNCI', jenis: '' };
    const type = typeOf(source, place);
    if (baru !== null && source.container === 'sql' && (!fitsType(type, baru) || baru.includes('\0')) && baru !== '') {
      return { code: 'TULIS_JENIS_KOLOM', jenis: type };
    }
    const history = current[place.join];
    if (!history || history.greatest !== place.column) return undefined;
    const next = history.rows.get(target.owner)?.next ?? Number.NEGATIVE_INFINITY;
    return latenessOf((baru ?? '').trim(), history.order) > next
      ? undefined
      : { code: 'TULIS_RIWAYAT_URUTAN', jenis: '' };
  }

  #target({ tabel, join }: Place, cells: Cells): Target | ProblemCode {
    const { key, current, owners } = this.#given;
    if (join < 0) {
      const value = cells[key.column] ?? null;
      if (!key.isUnique((value ?? '').trim())) return 'TULIS_KUNCI';
      return {
        tabel,
        kunci: [{ column: key.column, value }],
        cells: new Map(cells.entries()),
        whole: false,
        owner: '',
      };
    }
    const history = current[join];
    const owner = (cells[owners[join]?.column ?? -1] ?? '').trim();
    const found = history?.rows.get(owner);
    if (!history || !found) return 'TULIS_RIWAYAT';
    if (!found.kunci || owners[join]?.keys.get(owner) !== 1) return 'TULIS_RIWAYAT_GANDA';
    return { tabel, kunci: found.kunci, cells: new Map(found.cells.entries()), whole: history.id === undefined, owner };
  }
}

const tableColumns = (source: Source, tabel: string): readonly string[] =>
  source.tables.find(({ name }) => name === tabel)?.columns ?? [];
