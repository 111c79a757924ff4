import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { type Recipe, recipeSchema } from './recipe.ts';

/** The recipe as `petakan` prints it. */
export function formatRecipe(recipe: Recipe): string {
  return JSON.stringify(recipe, null, 2);
}

/** Reads a recipe that a person may have edited; says which key is wrong. */
export function parseRecipe(text: string, berkas: string): Result<Recipe, Problem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(problem('PEMETAAN_BUKAN_JSON', { berkas }));
  }
  const parsed = recipeSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(problem('PEMETAAN_SALAH', { berkas, bagian: issue?.path.join('.') ?? '', sebab: issue?.code ?? '' }));
}
