import { problem } from '#kernel/problem.ts';
import { type ColumnEdit, editRecipe, parseReader, parseRules, type Recipe } from '#mapping';
import { RefusedRequest } from '#platform';
import type { Reference } from '#reference';
import type { RecipeChanges } from './contract.ts';
import { type OpenWorkbench, readableColumns } from './open-workbench.ts';
import { suggest } from './preview-column.ts';

export const refuseEdit = (sebab: string): RefusedRequest =>
  new RefusedRequest(400, problem('PEMETAAN_UBAHAN', { sebab }));

/** The delivery's recipe with what a person changed; how a column is read is chosen where nobody said. Refuses with 400. */
export async function applyChanges(
  open: OpenWorkbench,
  { ubahan, aturan }: RecipeChanges,
  reference: Reference,
): Promise<Recipe> {
  const { recipe } = open.workbench;
  const rules = await parseRules(aturan);
  if (!rules) throw refuseEdit('aturan baris tidak dikenal');
  const joined: Recipe = { ...recipe, gabung: rules.gabung ?? recipe.gabung };
  const edits: ColumnEdit[] = [];
  for (const { letak, kanonik, pembaca, sumber: added } of ubahan) {
    const column = recipe.kolom[letak];
    const sumber = column?.sumber ?? added;
    if (sumber === undefined) throw refuseEdit(`baris ${letak + 1} tidak ada di pemetaan ini`);
    const given = pembaca === undefined ? undefined : await parseReader(pembaca);
    if (pembaca !== undefined && !given) throw refuseEdit(`cara membaca kolom ${sumber} tidak dikenal`);
    const own = kanonik === null || kanonik === column?.kanonik ? column?.pembaca : undefined;
    const chosen =
      given ?? own ?? (await suggest(open, { recipe: joined, reference }, { sumber, kanonik: kanonik ?? '' }));
    edits.push({ letak, kanonik, pembaca: chosen, ...(added === undefined ? {} : { sumber: added }) });
  }
  const result = editRecipe(recipe, edits, rules, readableColumns(open.workbench));
  if (!result.ok) throw refuseEdit(result.error);
  return result.value;
}
