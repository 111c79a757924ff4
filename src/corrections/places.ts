import type { Source } from '#formats';
import { columnNames, joinedName, type Recipe } from '#mapping';

/** Where a column of the rows that a recipe reads really stands. */
export interface Place {
  readonly tabel: string;
  readonly column: number;
  /** Position of the join among those of the recipe; -1 for the people's own table. */
  readonly join: number;
}

/** The places of the columns of a recipe's rows; a made column has none, it is written where it was made of. */
export type Places = readonly (Place | undefined)[];

export function locatePlaces(source: Source, recipe: Recipe, columns: readonly string[]): Places {
  const own = namesIn(source, recipe.tabel);
  const joined = new Map(
    recipe.gabung.flatMap((join, index) =>
      namesIn(source, join.tabel).map((name, column): [string, Place] => [
        joinedName(join, name),
        { tabel: join.tabel, column, join: index },
      ]),
    ),
  );
  return columns.map((name, column) =>
    column < own.length ? { tabel: recipe.tabel, column, join: -1 } : joined.get(name),
  );
}

/** Names of a table's columns as recipes use them. */
export const namesIn = (source: Source, tabel: string): readonly string[] =>
  columnNames(source.tables.find(({ name }) => name === tabel)?.columns ?? []);

/** Declared type of a column of a database, '' elsewhere. */
export function typeAt(source: Source, place: Place | undefined): string {
  if (!place || source.container !== 'sql') return '';
  return source.tables.find(({ name }) => name === place.tabel)?.types[place.column] ?? '';
}
