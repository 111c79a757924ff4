import { findField } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { cellText, holdTable, readTable, type RowBlock, type Source } from '#formats';
import { columnNames } from './column-names.ts';
import { locateMadeColumns, makeColumns, sourcesOf } from './made/made-columns.ts';
import { type JoinRule, JoinStore, locateJoin } from './join-store.ts';
import type { Join, Recipe } from './recipe.ts';

/** The rows of a recipe: the people's table with the current rows of its histories beside it. */
export interface OpenRows {
  /** Names as the recipe uses them. */
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<RowBlock>;
}

/** Name of a joined column within the rows: "r_jab.tmtjab". */
export const joinedName = (join: Join, column: string): string => `${join.sebagai ?? join.tabel}.${column}`;

/**
 * Opens the rows that a recipe reads. Without joins the blocks of the table pass untouched; with joins each joined table is read
 * once, and of it only the columns that the recipe uses are held, one row a person. With `per`, rows of histories that are dated
 * later count only where a person has no other.
 */
export async function openRows(source: Source, recipe: Recipe, per?: LocalDate): Promise<OpenRows> {
  const used = usedColumns(recipe);
  return withMadeColumns(recipe, await openJoinedRows(source, recipe, per, (name) => used.has(name)));
}

/** As `openRows`, with every column of the joined tables whether the recipe reads it or not, and without made columns. */
export async function openWideRows(source: Source, recipe: Recipe, per?: LocalDate): Promise<OpenRows> {
  return openJoinedRows(source, recipe, per, () => true);
}

/**
 * A source in which the current rows of a recipe's histories already lie beside its people, in memory: for samples, which are read again
 * and again. The recipe reads it without its joins.
 */
export async function layJoins(source: Source, recipe: Recipe): Promise<Source> {
  const { columns, blocks } = await openWideRows(source, recipe);
  const people = await holdTable(recipe.tabel, columns, blocks);
  return { ...source, tables: source.tables.map((table) => (table.name === recipe.tabel ? people : table)) };
}

/** What decides which rows lie beside the people: recipes that have it in common share them. */
export const joinsKey = (recipe: Recipe): string =>
  JSON.stringify([recipe.tabel, recipe.gabung.map((join) => [join, joinRule(recipe, join, undefined)])]);

async function openJoinedRows(
  source: Source,
  recipe: Recipe,
  per: LocalDate | undefined,
  isWanted: (name: string) => boolean,
): Promise<OpenRows> {
  const own = namesOf(source, recipe.tabel);
  const blocks = readTable(source, recipe.tabel);
  if (recipe.gabung.length === 0) return { columns: own, blocks };
  const joined: OpenJoin[] = [];
  for (const join of recipe.gabung) {
    const opened = await openJoin(source, join, joinRule(recipe, join, per), own, isWanted);
    if (opened) joined.push(opened);
  }
  const columns = [...own, ...joined.flatMap(({ names }) => names)];
  return { columns, blocks: layBeside(blocks, joined) };
}

/** What the recipe makes out of columns stands behind all others. */
function withMadeColumns(recipe: Recipe, { columns, blocks }: OpenRows): OpenRows {
  const made = locateMadeColumns(recipe, columns);
  if (made.length === 0) return { columns, blocks };
  return { columns: [...columns, ...made.map(({ name }) => name)], blocks: makeColumns(blocks, made) };
}

function namesOf(source: Source, tabel: string): readonly string[] {
  return columnNames(source.tables.find(({ name }) => name === tabel)?.columns ?? []);
}

/** Histories hold much that no comparison reads: only columns of compared fields are kept, and those that filter or choose. */
function usedColumns({ kolom, saring, pilihan }: Recipe): ReadonlySet<string> {
  const read = kolom
    .filter(({ kanonik }) => kanonik !== null && isCompared(kanonik))
    .flatMap((column) => [column.sumber, ...sourcesOf(column)]);
  return new Set([...read, ...saring.map(({ sumber }) => sumber), ...pilihan.map(({ menurut }) => menurut)]);
}

function isCompared(kanonik: string): boolean {
  if (kanonik === 'masa_kerja_total_bulan') return true;
  const field = findField(kanonik);
  if (field === undefined) return false;
  const text = field.pasangan === undefined ? undefined : findField(field.pasangan);
  return field.dibandingkan === true || text?.dibandingkan === true;
}

/** The order of the dates that tell which row is the latest is the one in which the recipe reads them. */
export function joinRule({ kolom }: Recipe, join: Join, per: LocalDate | undefined): JoinRule {
  const sumber = join.terbesar === undefined ? undefined : joinedName(join, join.terbesar);
  const pembaca = kolom.find((column) => column.sumber === sumber)?.pembaca;
  const order = pembaca?.jenis === 'tanggal' ? pembaca.urutan : 'dmy';
  return { order: order === 'ydm' ? 'dmy' : order, until: per };
}

interface OpenJoin {
  readonly names: readonly string[];
  /** Column of the people's table that holds the key. */
  readonly people: number;
  readonly store: JoinStore;
}

async function openJoin(
  source: Source,
  join: Join,
  rule: JoinRule,
  own: readonly string[],
  isUsed: (name: string) => boolean,
): Promise<OpenJoin | undefined> {
  const columns = namesOf(source, join.tabel);
  const people = own.indexOf(join.ke);
  const wanted = columns.flatMap((name, index) => (isUsed(joinedName(join, name)) ? [index] : []));
  const located = locateJoin(join, columns, wanted, rule);
  if (!located || people < 0 || wanted.length === 0) return undefined;
  const store = new JoinStore(located);
  for await (const block of readTable(source, join.tabel)) {
    for (let row = 0; row < block.rows; row++) store.add(block, row);
  }
  return { names: wanted.map((index) => joinedName(join, columns[index] ?? '')), people, store };
}

/** Every block with the cells of the joined rows behind its own; a person without such a row has empty cells. */
async function* layBeside(blocks: AsyncIterable<RowBlock>, joined: readonly OpenJoin[]): AsyncIterable<RowBlock> {
  const extra = joined.reduce((sum, { names }) => sum + names.length, 0);
  for await (const block of blocks) yield widen(block, joined, extra);
}

function widen(block: RowBlock, joined: readonly OpenJoin[], extra: number): RowBlock {
  const columns = block.columns + extra;
  const cells = new Int32Array(block.rows * columns * 2);
  const pieces: Uint8Array[] = [];
  let end = block.bytes.length;
  for (let row = 0; row < block.rows; row++) {
    const base = row * columns * 2;
    cells.set(block.cells.subarray(row * block.columns * 2, (row + 1) * block.columns * 2), base);
    let at = base + block.columns * 2;
    for (const { names, people, store } of joined) {
      const found = store.find(cellText(block, row, people));
      for (let i = 0; i < names.length; i++, at += 2) {
        if (found < 0) continue;
        const piece = store.bytes.subarray(store.range(found + 2 * i), store.range(found + 2 * i + 1));
        cells[at] = end;
        end += piece.length;
        cells[at + 1] = end;
        pieces.push(piece);
      }
    }
  }
  const bytes = new Uint8Array(end);
  bytes.set(block.bytes);
  let at = block.bytes.length;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { ...block, bytes, cells, columns };
}
