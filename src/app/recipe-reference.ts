import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { readRecipe, type Recipe, type RecipeVersion, readVersions } from '#mapping';

/** A recipe that the command line names: a file, or a version of the book as `6410@2` (the newest: `6410`). */
export interface NamedRecipe {
  readonly nama: string;
  readonly recipe: Recipe;
  /** Of a recipe out of the book. */
  readonly version?: RecipeVersion;
}

const VERSION = /^(\d{4})(?:@(\d+))?$/;

/** Reads a recipe by its name on the command line; `buku` is the book's folder, where one was given. */
export async function findRecipe(nama: string, buku: string | undefined): Promise<Result<NamedRecipe, Problem>> {
  const [, instansi, nomor] = VERSION.exec(nama) ?? [];
  if (buku === undefined && nomor !== undefined) return fail(problem('BUKU_PERLU', { versi: nama }));
  if (buku === undefined || instansi === undefined) return readRecipeFile(nama);
  const versions = await readVersions(buku, instansi);
  if (!versions.ok) return versions;
  const version =
    nomor === undefined ? versions.value.at(-1) : versions.value.find((each) => each.nomor === Number(nomor));
  if (!version) return fail(problem('BUKU_TANPA_VERSI', { buku, versi: nama }));
  return ok({ nama: `${instansi}@${version.nomor}`, recipe: version.pemetaan, version });
}

async function readRecipeFile(path: string): Promise<Result<NamedRecipe, Problem>> {
  const recipe = await readRecipe(path);
  return recipe.ok ? ok({ nama: path, recipe: recipe.value }) : recipe;
}
