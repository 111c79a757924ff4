import type { Source, TableDemands } from '#formats';
import type { Cells, Recipe } from '#mapping';
import type { Fault } from './check-cell.ts';
import type { CurrentRow, CurrentRows } from './current-rows.ts';
import type { Histories } from './histories.ts';
import type { KeyPart, NewRow } from './packet.ts';
import { namesIn, type Places } from './places.ts';

export interface NewRowsInput {
  readonly source: Source;
  readonly recipe: Recipe;
  readonly places: Places;
  readonly histories: Histories;
  readonly demands: ReadonlyMap<string, TableDemands>;
}

/** A row that a person's history is to get, before its cells are known. */
export interface RowDraft {
  readonly join: number;
  readonly tabel: string;
  readonly owner: KeyPart;
  readonly rows: number;
  readonly current: CurrentRow | undefined;
}

/**
 * The histories in which decisions are no correction of the current row but a new event: the day from which it holds becomes a later
 * one and something else changes with it (a promotion, another post), or the person has no row at all. `after` holds the cells as all
 * decisions together would have them. A fault where the row cannot be made.
 */
export function findNewRows(given: NewRowsInput, before: Cells, after: Cells): ReadonlyMap<number, RowDraft | Fault> {
  const found = new Map<number, RowDraft | Fault>();
  for (const join of given.recipe.gabung.keys()) {
    const history = given.histories.of(join);
    const draft = history && isNewEvent(given.places, join, history, given.histories, before, after);
    if (draft) found.set(join, makeDraft(given, join, history, before));
  }
  return found;
}

function isNewEvent(
  places: Places,
  join: number,
  history: CurrentRows,
  histories: Histories,
  before: Cells,
  after: Cells,
): boolean {
  const changed = [...places.entries()].filter(
    ([position, place]) => place?.join === join && before[position] !== after[position],
  );
  const date = changed.find(([, place]) => place?.column === history.greatest);
  if (!date || changed.length < 2) return false;
  const current = history.rows.get(histories.ownerIn(join, before).key);
  return !current || history.lateness((after[date[0]] ?? '').trim()) > current.recency;
}

function makeDraft(given: NewRowsInput, join: number, history: CurrentRows, cells: Cells): RowDraft | Fault {
  const { recipe, source, histories, demands, places } = given;
  const { tabel = '', kunci = '', hanya = [] } = recipe.gabung[join] ?? {};
  const { key, isAlone } = histories.ownerIn(join, cells);
  if (key === '') return { code: 'TULIS_RIWAYAT' };
  if (!isAlone) return { code: 'TULIS_RIWAYAT_GANDA' };
  const current = history.rows.get(key);
  if (current ? history.isFlagged : hanya.some(({ nilai }) => nilai.length !== 1))
    return { code: 'TULIS_RIWAYAT_TANDA' };
  const known = demands.get(tabel);
  if (source.container === 'sql' && !known) return { code: 'TULIS_RIWAYAT_BARU' };
  const names = namesIn(source, tabel);
  const owner = { column: names.indexOf(kunci), value: key };
  const carried = new Set([kunci, ...hanya.map(({ sumber }) => sumber)]);
  const read = new Set(places.flatMap((place) => (place?.join === join ? [names[place.column] ?? ''] : [])));
  const lacking = (known?.columns ?? [])
    .filter(({ name, notNull, filled }) => notNull && !filled && !carried.has(name) && !read.has(name))
    .map(({ name }) => name);
  if (lacking.length > 0) return { code: 'TULIS_RIWAYAT_WAJIB', jenis: lacking.join(', ') };
  return { join, tabel, owner, rows: history.counts.get(key) ?? 0, current };
}

/**
 * The row with its cells: what the recipe reads of the current row, as the decisions leave it, and the marks that the join asks for.
 * Numbers of decrees and the like belong to the old event and are not carried over.
 */
export function completeRow(
  { source, recipe, places, demands }: NewRowsInput,
  { join, tabel, owner, rows, current }: RowDraft,
  { before, after }: { readonly before: Cells; readonly after: Cells },
): Omit<NewRow, 'nip' | 'baris' | 'kolom'> {
  const names = namesIn(source, tabel);
  const cells = new Map<number, string | null>([[owner.column, owner.value]]);
  for (const { sumber, nilai } of recipe.gabung[join]?.hanya ?? []) {
    const column = names.indexOf(sumber);
    cells.set(column, current?.cells[column] ?? nilai[0] ?? null);
  }
  for (const [position, place] of places.entries()) {
    if (place?.join !== join) continue;
    const isChanged = before[position] !== after[position];
    cells.set(place.column, isChanged ? (after[position] ?? null) : (current?.cells[place.column] ?? null));
  }
  const columns = demands.get(tabel)?.columns ?? [];
  const isOwn = (name: string | undefined): boolean =>
    columns.find((column) => column.name === name)?.generated === true;
  const kept = [...cells].filter(([column, value]) => column >= 0 && value !== null && !isOwn(names[column]));
  const isFilled = new Set(columns.flatMap(({ name, filled }) => (filled ? [name] : [])));
  const isTriggered = demands.get(tabel)?.triggers.includes('insert') === true;
  // What a trigger fills is not known.
  const empty = names.flatMap((name, column) =>
    columns.length > 0 && !isTriggered && !kept.some(([own]) => own === column) && !isFilled.has(name) ? [column] : [],
  );
  return {
    tabel,
    owner,
    rows,
    cells: kept.toSorted(([a], [b]) => a - b).map(([column, value]) => ({ column, value })),
    empty,
  };
}
