import { readTable, type RowBlock, type Source } from '#formats';
import { columnNames } from './column-names.ts';
import type { Recipe } from './recipe.ts';

/** The rows of a recipe: the people's table with the current rows of its histories beside it. */
export interface OpenRows {
  /** Names as the recipe uses them. */
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<RowBlock>;
}

export async function openRows(source: Source, recipe: Recipe): Promise<OpenRows> {
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  return { columns: columnNames(table?.columns ?? []), blocks: readTable(source, recipe.tabel) };
}
