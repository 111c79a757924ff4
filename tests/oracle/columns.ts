import type { Recipe } from '#mapping';
import { labelsOf } from './open-tables.ts';
import type { DataRow, Table } from './table.ts';

export type Reader = Recipe['kolom'][number]['pembaca'];

/** A column that feeds a field. */
export interface Feed {
  readonly sumber: string;
  readonly reader: Reader;
  /** What its local codes mean, where the recipe or a table of the file tells. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface FilledFeed extends Feed {
  readonly cell: string;
}

/** A recipe over the columns of one file: which columns feed a field, and what stands in them. */
export class Columns {
  readonly recipe: Recipe;
  readonly #places: ReadonlyMap<string, number>;
  readonly #feeds: Map<string, Feed[]>;

  constructor(recipe: Recipe, names: readonly string[], tables: ReadonlyMap<string, Table>) {
    this.recipe = recipe;
    this.#places = new Map(names.map((name, index) => [name, index]));
    this.#feeds = new Map();
    for (const { kanonik, sumber, pembaca } of recipe.kolom) {
      if (kanonik === null || !this.has(sumber) || recipe.rahasia.includes(sumber)) continue;
      const feed = { sumber, reader: pembaca, labels: readLabels(pembaca, tables) };
      this.#feeds.set(kanonik, [...(this.#feeds.get(kanonik) ?? []), feed]);
    }
  }

  has(sumber: string): boolean {
    return this.#places.has(sumber);
  }

  /** In the order of the recipe; secret columns feed nothing. */
  of(field: string | undefined): readonly Feed[] {
    return this.#feeds.get(field ?? '') ?? [];
  }

  /** The cell without outer blanks and without the apostrophe that spreadsheets add. */
  cell(row: DataRow, sumber: string): string {
    const cell = row.cells[this.#places.get(sumber) ?? -1] ?? '';
    return trimControls(cell).replace(/^'/, '');
  }

  /** The columns of a field that hold anything in this row; a code that lies over several columns is joined. */
  filled(row: DataRow, field: string | undefined): readonly FilledFeed[] {
    return this.of(field)
      .map((feed) => ({ ...feed, cell: this.#content(row, feed) }))
      .filter(({ cell }) => !isNothing(cell));
  }

  #content(row: DataRow, { sumber, reader }: Feed): string {
    if (reader.jenis !== 'sambung') return this.cell(row, sumber);
    const parts = reader.kolom.map((part) => this.cell(row, part));
    return parts.filter((part) => !isNothing(part)).join(reader.pemisah);
  }
}

function readLabels(reader: Reader, tables: ReadonlyMap<string, Table>): ReadonlyMap<string, string> {
  if (reader.jenis === 'kode') return new Map(Object.entries(reader.tabel));
  return reader.jenis === 'rujukan' ? labelsOf(tables.get(reader.tabel), reader.kunci, reader.nilai) : new Map();
}

/** Blanks and control characters of ASCII only: a non-breaking blank belongs to the text. */
function trimControls(cell: string): string {
  let [start, end] = [0, cell.length];
  while (start < end && cell.charCodeAt(start) <= 32) start++;
  while (end > start && cell.charCodeAt(end - 1) <= 32) end--;
  return cell.slice(start, end);
}

const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', '.', 'null', 'n/a', '\\n']);

/** The ways to write "no value" in any field. */
export const isNothing = (cell: string): boolean => NOTHING.has(cell.toLowerCase());
