import { openReference } from '#reference';
import type { RecipeVersion } from '../book/recipe-version.ts';
import { type Recognition, recogniseRecipe } from '../drift/recognise.ts';
import { proposeRecipe } from '../propose.ts';
import type { Recipe } from '../recipe.ts';
import { describeStructure, lookAtTables, tablesOf } from '../structure/structure.ts';
import { withFile } from './temp-file.ts';

const reference = openReference();

/** The version that a book would hold if the recipe proposed for a file, changed, were confirmed. */
export async function confirmFile(
  name: string,
  text: string,
  change: (recipe: Recipe) => Recipe = (recipe) => recipe,
): Promise<RecipeVersion> {
  return withFile(name, text, async (source) => {
    const proposed = await proposeRecipe(source, { reference, whole: true });
    if (!proposed.ok) throw new Error(proposed.error.code);
    const recipe = change(proposed.value);
    const struktur = describeStructure(recipe, await lookAtTables(source, tablesOf(recipe)));
    return { instansi: '6410', nomor: 1, disahkan: '', oleh: '', catatan: '', struktur, pemetaan: recipe };
  });
}

/** What a book of these versions makes of a file. */
export async function recogniseFile(
  name: string,
  text: string,
  ...versions: readonly RecipeVersion[]
): Promise<Recognition> {
  return withFile(name, text, async (source) => {
    const recognised = await recogniseRecipe(source, versions, { reference });
    if (!recognised.ok) throw new Error(recognised.error.code);
    return recognised.value;
  });
}

/** Field and reader by column; a column that feeds several has several. */
export const readingsOf = ({ recipe }: Recognition): readonly string[] =>
  recipe.kolom.flatMap(({ sumber, kanonik, pembaca }) =>
    kanonik === null ? [] : [`${sumber}: ${kanonik} ${JSON.stringify(pembaca)}`],
  );

/** The kinds of all changes, those that a person must decide with a question mark. */
export const changesOf = ({ changes }: Recognition): readonly string[] =>
  changes.map(({ jenis, ditanyakan }) => `${jenis}${ditanyakan ? '?' : ''}`);
