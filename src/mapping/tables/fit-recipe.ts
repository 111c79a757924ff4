import { partsOf, pickTable, type Source, type SourceTable } from '#formats';
import { columnNames } from '../column-names.ts';
import type { Recipe } from '../recipe.ts';

/** A recipe with the name that its table has in a delivery, and the delivery as the recipe reads it. */
export interface FittedRecipe {
  readonly source: Source;
  readonly recipe: Recipe;
}

/** What a recipe says of the sheets or tables that are read one after the other as its own, or of the one of them that is read alone. */
export function stackedNames(table: SourceTable): Pick<Recipe, 'susun'> {
  if (table.alone) return { susun: [table.name] };
  const parts = partsOf(table);
  return parts.length > 1 ? { susun: parts.map(({ name }) => name) } : {};
}

/**
 * Finds the table of a recipe in a delivery whose sheets, files or tables are called otherwise or are more: by its name, else as the only
 * one that has its columns. A recipe that was made for one sheet of several reads that one. `tabel` is what the command names.
 */
export function fitRecipe(source: Source, recipe: Recipe, tabel?: string): FittedRecipe {
  const [alone, ...others] = recipe.susun ?? [];
  const wanted = tabel ?? (others.length === 0 ? alone : undefined);
  const picked = wanted === undefined ? undefined : pickTable(source, wanted);
  const fitted = picked ?? source;
  const table = (picked && fitted.tables.find(({ name }) => name === wanted)) ?? locate(fitted, recipe);
  const { susun: _, ...rest } = recipe;
  if (!table) return { source: fitted, recipe };
  return { source: fitted, recipe: { ...renamed(rest, table.name), ...stackedNames(table) } };
}

/** Share of a recipe's columns that a table of another name must have. */
const ENOUGH = 0.7;

function locate({ tables }: Source, recipe: Recipe): SourceTable | undefined {
  const { tabel, kolom, gabung } = recipe;
  const named = tables.find(({ name }) => name === tabel);
  if (named) return named;
  const stack = tables.find((table) => partsOf(table).some(({ name }) => name === tabel));
  if (stack) return stack;
  const joined = gabung.map((join) => `${join.sebagai ?? join.tabel}.`);
  const own = kolom.filter(
    ({ kanonik, sumber }) => kanonik !== null && !joined.some((prefix) => sumber.startsWith(prefix)),
  );
  const fitting = tables.filter(({ columns }) => {
    const names = new Set(columnNames(columns));
    return own.length > 0 && own.filter(({ sumber }) => names.has(sumber)).length >= own.length * ENOUGH;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A history that is joined to itself keeps the prefix of its columns. */
function renamed(recipe: Recipe, tabel: string): Recipe {
  if (recipe.tabel === tabel) return recipe;
  const gabung = recipe.gabung.map((join) =>
    join.tabel === recipe.tabel ? { ...join, tabel, sebagai: join.sebagai ?? join.tabel } : join,
  );
  return { ...recipe, tabel, gabung };
}
