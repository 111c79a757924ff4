import { readTable, type RowBlock, type Source } from '#formats';
import { columnNames } from './column-names.ts';
import type { Recipe } from './recipe.ts';

/** Rows of the people's table with their column names, joined tables appended. */
export interface OpenRows {
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<RowBlock>;
}

export async function openRows(source: Source, recipe: Recipe): Promise<OpenRows> {
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  return { columns: columnNames(table?.columns ?? []), blocks: readTable(source, recipe.tabel) };
}

export async function loadLookups(_source: Source, _recipe: Recipe): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  return new Map();
}

export async function proposeRecipe(source: Source, _options: { readonly reference: unknown; readonly tabel?: string }) {
  const { presetRecipe } = await import('./presets.ts');
  const { fail, ok } = await import('#kernel/result.ts');
  const { problem } = await import('#kernel/problem.ts');
  const recipe = source.tables.map((table) => presetRecipe(source, table)).find((found) => found !== undefined);
  return recipe ? ok(recipe) : fail(problem('TANPA_TABEL', { berkas: source.path }));
}
