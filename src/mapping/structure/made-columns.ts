import { locateMadeColumns, remakeCells } from '../made/made-columns.ts';
import type { Recipe } from '../recipe.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import type { TableSample } from '../sample/table-sample.ts';

/** A column that a recipe makes out of others, as its cells are in a sample. */
export interface MadeLook {
  /** Name of the made column, see `madeName`. */
  readonly nama: string;
  readonly facts: ColumnFacts;
  /** Share of the rows with something in them of which nothing could be made. */
  readonly unmade: number;
}

/** Prefix of the columns of one table within a recipe; undefined for a table of codes. */
export function prefixOf({ tabel: people, gabung }: Recipe, tabel: string): string | undefined {
  if (tabel === people) return '';
  const join = gabung.find((each) => each.tabel === tabel);
  return join && `${join.sebagai ?? join.tabel}.`;
}

/** What the recipe makes out of the columns of one table, over the rows of the sample. */
export function lookAtMade(recipe: Recipe, sample: TableSample): readonly MadeLook[] {
  const prefix = prefixOf(recipe, sample.tabel);
  if (prefix === undefined) return [];
  const made = locateMadeColumns(
    recipe,
    sample.columns.map(({ name }) => `${prefix}${name}`),
  );
  if (made.length === 0) return [];
  const own = sample.columns.length;
  const values = made.map((): (string | null)[] => []);
  for (let row = 0; row < sample.rows; row++) {
    const cells = remakeCells(
      sample.columns.map((column) => column.values[row] ?? ''),
      own,
      made,
    );
    made.forEach((_, index) => values[index]?.push(cells[own + index] ?? null));
  }
  return made.map(({ name }, index) => {
    const cells = values[index] ?? [];
    const facts = new ColumnFacts(
      name,
      own + index,
      '',
      cells.map((cell) => cell ?? ''),
    );
    const lost = cells.filter((cell) => cell === null).length;
    return { nama: name, facts, unmade: lost === 0 ? 0 : lost / (lost + facts.filled) };
  });
}
