import type { Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  describeRecognition,
  type DoubtfulColumn,
  type Evidence,
  fitRecipe,
  type FittedRecipe,
  formatRecipe,
  formatRecognition,
  leaveDoubtful,
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
  /** Columns of a proposal that are only suspected and so not read. */
  readonly doubtful: readonly DoubtfulColumn[];
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
  const given = pemetaan === undefined ? await proposeRecipe(source, options) : await readRecipe(pemetaan);
  if (!given.ok) return given;
  // what a person hands over is taken at its word
  const { recipe, kolom } = pemetaan === undefined ? leaveDoubtful(given.value) : { recipe: given.value, kolom: [] };
  const fitted = fitRecipe(source, recipe, options.tabel);
  return ok({ ...fitted, json: formatRecipe(fitted.recipe), note: undefined, doubtful: kolom });
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
  const { keadaan, versi, changes } = recognised.value;
  // of a proposal; what an adapted version cannot be sure of is asked about by itself
  const { recipe, kolom } =
    keadaan === 'tidak_dikenal'
      ? leaveDoubtful(recognised.value.recipe)
      : { recipe: recognised.value.recipe, kolom: [] };
  const fitted = fitRecipe(source, recipe, options.tabel);
  const recognition = { ...recognised.value, recipe: fitted.recipe };
  const note = {
    keadaan,
    versi: versi ?? null,
    ditanyakan: changes.filter(({ ditanyakan }) => ditanyakan).length,
    kalimat: describeRecognition(recognition),
  };
  return ok({ ...fitted, json: formatRecognition(instansi, recognition), note, doubtful: kolom });
}
