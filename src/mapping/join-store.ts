import { cellText, type RowBlock } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { parseTanggal, type UrutanTanggal } from '#rules/tanggal.ts';
import type { Join } from './recipe.ts';

/** Positions of the columns that a join needs in its table. */
export interface JoinColumns {
  readonly key: number;
  readonly greatest: number | undefined;
  /** Column that decides between rows that are equally late. */
  readonly tie: number | undefined;
  /** Order of day and month in the column that tells which row is the latest. */
  readonly order: UrutanTanggal;
  /** Day for which the data are read; undefined where none is given. */
  readonly until: LocalDate | undefined;
  readonly only: readonly { readonly column: number; readonly values: ReadonlySet<string> }[];
  /** Columns that are laid beside the person, in this order. */
  readonly wanted: readonly number[];
}

/** What else decides which row of a history counts. */
export interface JoinRule {
  readonly order?: UrutanTanggal;
  readonly until?: LocalDate | undefined;
}

/** The columns of a join in its table, or undefined where its key is not there. */
export function locateJoin(
  join: Join,
  names: readonly string[],
  wanted: readonly number[],
  { order = 'dmy', until }: JoinRule = {},
): JoinColumns | undefined {
  const key = names.indexOf(join.kunci);
  if (key < 0) return undefined;
  const at = (name: string | undefined): number | undefined => {
    const column = name === undefined ? -1 : names.indexOf(name);
    return column < 0 ? undefined : column;
  };
  const only = join.hanya.flatMap(({ sumber, nilai }) => {
    const column = names.indexOf(sumber);
    return column < 0 ? [] : [{ column, values: new Set(nilai) }];
  });
  return { key, greatest: at(join.terbesar), tie: at(join.seri), order, until, only, wanted };
}

/**
 * How late a row of a history is; undefined where it lacks the marks that the join asks for. A row that is dated later than the day
 * for which the data are read is not in force yet: it counts only where the person has no other, and the nearest first.
 */
export function recencyOf(
  { only, greatest, order, until }: JoinColumns,
  block: RowBlock,
  row: number,
): number | undefined {
  for (const { column, values } of only) if (!values.has(cellText(block, row, column))) return undefined;
  return greatest === undefined ? 0 : latenessIn({ order, until }, cellText(block, row, greatest));
}

/** How late a text of the column that tells it makes a row. */
export function latenessIn({ order, until }: Pick<JoinColumns, 'order' | 'until'>, text: string): number {
  const rank = rankOf(text, order);
  return until !== undefined && rank > until ? -rank : rank;
}

/** What tells apart rows that are equally late; without such a column all are alike and the first counts. */
export function tieOf({ tie, order }: JoinColumns, block: RowBlock, row: number): number {
  return tie === undefined ? 0 : rankOf(cellText(block, row, tie), order);
}

/**
 * The current row of each key of a joined table, as bytes: one entry a person, whatever the number of rows. Of rows that nothing
 * tells apart the first in the file counts.
 */
export class JoinStore {
  readonly #columns: JoinColumns;
  readonly #places = new Map<string, number>();
  readonly #ranks: number[] = [];
  readonly #ties: number[] = [];
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #ranges = new Int32Array(1 << 12);

  constructor(columns: JoinColumns) {
    this.#columns = columns;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  add(block: RowBlock, row: number): void {
    const owner = cellText(block, row, this.#columns.key);
    const rank = owner === '' ? undefined : recencyOf(this.#columns, block, row);
    if (rank === undefined) return;
    const known = this.#places.get(owner);
    const tie = tieOf(this.#columns, block, row);
    if (known !== undefined && !isLater(rank, tie, this.#ranks[known], this.#ties[known])) return;
    const place = known ?? this.#places.size;
    this.#places.set(owner, place);
    this.#ranks[place] = rank;
    this.#ties[place] = tie;
    this.#copy(block, row, place);
  }

  /** Where the ranges of a key's row begin in `range`, or -1. */
  find(key: string): number {
    const place = this.#places.get(key);
    return place === undefined ? -1 : place * this.#columns.wanted.length * 2;
  }

  range(at: number): number {
    return this.#ranges[at] ?? 0;
  }

  #copy(block: RowBlock, row: number, place: number): void {
    const { wanted } = this.#columns;
    const base = place * wanted.length * 2;
    this.#ranges = grow(this.#ranges, base + wanted.length * 2);
    wanted.forEach((column, index) => {
      const at = 2 * (row * block.columns + column);
      const [start, end] = [block.cells[at] ?? 0, block.cells[at + 1] ?? 0];
      this.#bytes = growBytes(this.#bytes, this.#length + end - start);
      this.#bytes.set(block.bytes.subarray(start, end), this.#length);
      this.#ranges[base + 2 * index] = this.#length;
      this.#length += end - start;
      this.#ranges[base + 2 * index + 1] = this.#length;
    });
  }
}

function grow(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const larger = new Int32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

function growBytes(array: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const larger = new Uint8Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** Whether a row is later than the one that was the latest so far. */
export const isLater = (
  rank: number,
  tie: number,
  knownRank = Number.NEGATIVE_INFINITY,
  knownTie = Number.NEGATIVE_INFINITY,
): boolean => rank > knownRank || (rank === knownRank && tie > knownTie);

/** How late a cell is: a date or a number as something to compare; what is neither comes before everything. */
export function rankOf(text: string, order: UrutanTanggal = 'dmy'): number {
  if (/^\d{1,9}(?:\.\d+)?$/.test(text) && text.length !== 8) return Number(text);
  const date = parseTanggal(text, order);
  return date.ok && date.value !== undefined ? date.value : Number.NEGATIVE_INFINITY;
}
