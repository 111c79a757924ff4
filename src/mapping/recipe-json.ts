import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findRecipeFault } from './check-recipe.ts';
import type { Recipe } from './recipe.ts';

/**
 * The recipe as `petakan` prints it: fixed order of keys, two blanks a level, a line end. Same recipe, same bytes. `beside` is for reading
 * only and is passed over when the recipe is taken in again.
 */
export function formatRecipe(recipe: Recipe, beside: Readonly<Record<string, unknown>> = {}): string {
  const { berkas, tabel, entitas, baris, kolom, rahasia, saring, gabung, pilihan, turunan, satu_per, susun } = recipe;
  const columns = kolom.map(({ sumber, kanonik, keyakinan, tingkat, kandidat, pembaca, bukti, silang }) => ({
    sumber,
    kanonik,
    keyakinan,
    tingkat,
    kandidat,
    pembaca,
    bukti,
    ...(silang === undefined ? {} : { silang }),
  }));
  const place = susun === undefined ? { berkas, tabel } : { berkas, tabel, susun };
  const own = { ...place, entitas, baris, kolom: columns, rahasia, saring, gabung, pilihan };
  const derived = turunan === undefined ? own : { ...own, turunan };
  const all = satu_per === undefined ? derived : { ...derived, satu_per };
  return `${JSON.stringify({ ...all, ...beside }, null, 2)}\n`;
}

/**
 * Reads a recipe that a person may have edited. `berkas` names the file in the message. Schemas are loaded only here: most
 * runs propose their recipes, and each thread would pay for them.
 */
export async function parseRecipe(json: string, berkas = ''): Promise<Result<Recipe, Problem>> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return fail(problem('PEMETAAN_BUKAN_JSON', { berkas }));
  }
  const { recipeSchema } = await import('./recipe.ts');
  const parsed = recipeSchema.safeParse(data);
  if (parsed.success) {
    const fault = findRecipeFault(parsed.data);
    return fault ? fail(problem('PEMETAAN_SALAH', { berkas, ...fault })) : ok(parsed.data);
  }
  const [issue] = parsed.error.issues;
  const bagian = issue?.path.join('.') ?? '';
  return fail(
    problem('PEMETAAN_SALAH', { berkas, bagian: bagian === '' ? 'akar' : bagian, sebab: issue?.message ?? '' }),
  );
}
