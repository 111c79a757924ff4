import { readFileSync } from 'node:fs';
import { fileProblem } from '#kernel/file-problem.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, type Result } from '#kernel/result.ts';
import type { Recipe } from './recipe.ts';
import { parseRecipe } from './recipe-json.ts';

/** Reads a recipe from its file, or says in one sentence why it cannot be used; `nama` is the file as it is called there. */
export async function readRecipe(path: string, nama = path): Promise<Result<Recipe, Problem>> {
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (error) {
    const found = fileProblem(error);
    if (!found) throw error;
    return fail(found.code === 'JALUR_TIDAK_ADA' ? problem('BERKAS_TIDAK_ADA', { berkas: nama }) : found);
  }
  return parseRecipe(json, nama);
}
