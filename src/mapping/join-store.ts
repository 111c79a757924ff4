import { cellText, type RowBlock } from '#formats';
import { parseTanggal } from '#rules/tanggal.ts';
import type { Join } from './recipe.ts';

/** Positions of the columns that a join needs in its table. */
export interface JoinColumns {
  readonly key: number;
  readonly greatest: number | undefined;
  readonly only: readonly { readonly column: number; readonly values: ReadonlySet<string> }[];
  /** Columns that are laid beside the person, in this order. */
  readonly wanted: readonly number[];
}

/** The columns of a join in its table, or undefined where its key is not there. */
export function locateJoin(join: Join, names: readonly string[], wanted: readonly number[]): JoinColumns | undefined {
  const key = names.indexOf(join.kunci);
  if (key < 0) return undefined;
  const greatest = join.terbesar === undefined ? -1 : names.indexOf(join.terbesar);
  const only = join.hanya.flatMap(({ sumber, nilai }) => {
    const column = names.indexOf(sumber);
    return column < 0 ? [] : [{ column, values: new Set(nilai) }];
  });
  return { key, greatest: greatest < 0 ? undefined : greatest, only, wanted };
}

/** Whether a row may be the current one of its person at all: it bears the marks that the join asks for. */
export function mayBeCurrent({ only }: JoinColumns, block: RowBlock, row: number): boolean {
  return only.every(({ column, values }) => values.has(cellText(block, row, column)));
}

/**
 * The current row of each key of a joined table, as bytes: one entry a person, whatever the number of rows. Of rows that are
 * equally current the first in the file counts.
 */
export class JoinStore {
  readonly #columns: JoinColumns;
  readonly #places = new Map<string, number>();
  readonly #ranks: number[] = [];
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
    const { key, greatest } = this.#columns;
    if (!mayBeCurrent(this.#columns, block, row)) return;
    const owner = cellText(block, row, key);
    if (owner === '') return;
    const rank = greatest === undefined ? 0 : rankOf(cellText(block, row, greatest));
    const known = this.#places.get(owner);
    if (known !== undefined && rank <= (this.#ranks[known] ?? Number.NEGATIVE_INFINITY)) return;
    const place = known ?? this.#places.size;
    this.#places.set(owner, place);
    this.#ranks[place] = rank;
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

/** How late a row is, by its cell: a date or a number as something to compare; what is neither comes before everything. */
export function rankOf(text: string): number {
  if (/^\d{1,9}(?:\.\d+)?$/.test(text) && text.length !== 8) return Number(text);
  const date = parseTanggal(text, 'dmy');
  return date.ok && date.value !== undefined ? date.value : Number.NEGATIVE_INFINITY;
}
