import { findField } from '#canonical';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findRecipeFaults } from '../check-recipe.ts';
import { deriveMissing } from '../derive-missing.ts';
import type { ColumnMapping, Reader, Recipe } from '../recipe.ts';
import { isSecretName } from '../sample/secret-columns.ts';

/** What a person decided about one line of a recipe. */
export interface ColumnEdit {
  /** Place in `kolom`. */
  readonly letak: number;
  /** Field that the column feeds; null: it is not used. */
  readonly kanonik: string | null;
  readonly pembaca: Reader;
}

/** Whether a person may choose the field for a column: those of a person, without what only the engine keeps. */
export function isChoosable(kanonik: string): boolean {
  const field = findField(kanonik);
  return field?.entitas === 'pegawai' && !kanonik.startsWith('@');
}

/** The recipe with a person's decisions; fails with the reason, in Indonesian, where one cannot be carried out. Pure. */
export function editRecipe(recipe: Recipe, edits: readonly ColumnEdit[]): Result<Recipe, string> {
  const kolom = [...recipe.kolom];
  for (const { letak, kanonik, pembaca } of edits) {
    const column = kolom[letak];
    if (!column) return fail(`baris ${letak + 1} tidak ada di pemetaan ini`);
    const { sumber } = column;
    if (kanonik !== null && (recipe.rahasia.includes(sumber) || isSecretName(sumber)))
      return fail(`kolom ${sumber} rahasia dan tidak pernah dibaca`);
    if (kanonik !== null && !isChoosable(kanonik)) return fail(`bidang ${kanonik} tidak dapat dipilih`);
    kolom[letak] = decided(column, kanonik, pembaca);
  }
  const { turunan: _, ...rest } = recipe;
  const edited: Recipe = { ...rest, kolom, ...deriveMissing({ entitas: recipe.entitas, kolom }) };
  const [fault] = findRecipeFaults(edited);
  return fault ? fail(fault.sebab) : ok(edited);
}

function decided({ silang, ...column }: ColumnMapping, kanonik: string | null, pembaca: Reader): ColumnMapping {
  if (kanonik === null)
    return { ...column, kanonik, tingkat: 'tidak', keyakinan: 0, bukti: 'tidak dipakai menurut pengelola' };
  // what BKN has beside the codes still stands where the field is the same
  const kept = silang !== undefined && column.kanonik === kanonik ? { silang } : {};
  return { ...column, ...kept, kanonik, pembaca, tingkat: 'pasti', keyakinan: 1, bukti: 'dipastikan pengelola' };
}
