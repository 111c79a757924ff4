import type { Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  describeRecognition,
  type Evidence,
  formatRecipe,
  formatRecognition,
  proposeRecipe,
  type Recipe,
  readRecipe,
  readVersions,
  recogniseRecipe,
} from '#mapping';
import type { Reference } from '#reference';
import type { FileJob, RecipeNote } from './protocol.ts';

/** The recipe of a delivery. */
export interface ChosenRecipe {
  readonly recipe: Recipe;
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
  return recipe.ok ? ok({ recipe: recipe.value, json: formatRecipe(recipe.value), note: undefined }) : recipe;
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
  const { keadaan, versi, recipe, changes } = recognised.value;
  const note = {
    keadaan,
    versi: versi ?? null,
    ditanyakan: changes.filter(({ ditanyakan }) => ditanyakan).length,
    kalimat: describeRecognition(recognised.value),
  };
  return ok({ recipe, json: formatRecognition(instansi, recognised.value), note });
}
