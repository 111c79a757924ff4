import type { Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  describeRecognition,
  type Evidence,
  fitRecipe,
  type FittedRecipe,
  formatRecipe,
  formatRecognition,
  proposeRecipe,
  readRecipe,
  readVersions,
  recogniseRecipe,
} from '#mapping';
import type { Reference } from '#reference';
import type { FileJob, RecipeNote } from './protocol.ts';

/** The recipe of a delivery, and the delivery as it reads it. */
export interface ChosenRecipe extends FittedRecipe {
  /** As it is written beside the result. */
  readonly json: string;
  /** What the recipe book made of the delivery, where one was given. */
  readonly note: RecipeNote | undefined;
}

export interface RecipeOptions {
  readonly reference: Reference;
  /** BKN's people, against whom columns without a telling name are held. */
  readonly evidence: Evidence;
  readonly tabel?: string;
}

/** Takes the recipe that was given, else the version of the book that fits, else proposes one. */
export async function chooseRecipe(
  source: Source,
  { pemetaan, buku, instansi }: FileJob,
  options: RecipeOptions,
): Promise<Result<ChosenRecipe, Problem>> {
  if (pemetaan === undefined && buku !== undefined) return chooseFromBook(source, buku, instansi, options);
  const recipe = pemetaan === undefined ? await proposeRecipe(source, options) : await readRecipe(pemetaan);
  if (!recipe.ok) return recipe;
  const fitted = fitRecipe(source, recipe.value, options.tabel);
  return ok({ ...fitted, json: formatRecipe(fitted.recipe), note: undefined });
}

async function chooseFromBook(
  source: Source,
  buku: string,
  instansi: string,
  options: RecipeOptions,
): Promise<Result<ChosenRecipe, Problem>> {
  const versions = await readVersions(buku, instansi);
  if (!versions.ok) return versions;
  const recognised = await recogniseRecipe(source, versions.value, options);
  if (!recognised.ok) return recognised;
  const fitted = fitRecipe(source, recognised.value.recipe, options.tabel);
  const recognition = { ...recognised.value, recipe: fitted.recipe };
  const { keadaan, versi, changes } = recognition;
  const note = {
    keadaan,
    versi: versi ?? null,
    ditanyakan: changes.filter(({ ditanyakan }) => ditanyakan).length,
    kalimat: describeRecognition(recognition),
  };
  return ok({ ...fitted, json: formatRecognition(instansi, recognition), note });
}
