import { basename } from 'node:path';
import type { Source } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { usedNames } from '../drift/used-names.ts';
import type { Recipe } from '../recipe.ts';
import { describeStructure, lookAtTables, tablesOf } from '../structure/structure.ts';
import { readVersions, writeVersion } from './book-folder.ts';
import { compareRecipes } from './compare-recipes.ts';
import type { RecipeVersion } from './recipe-version.ts';

export interface Confirmation {
  readonly buku: string;
  readonly instansi: string;
  /** ISO instant, and name, of the confirming. */
  readonly disahkan: string;
  readonly oleh: string;
  readonly catatan: string;
  /** Name of the recipe's file, for messages. */
  readonly berkas: string;
}

export interface Confirmed {
  readonly version: RecipeVersion;
  /** False: the newest version of this structure says the same already, and nothing was written. */
  readonly isNew: boolean;
}

/** Puts a recipe into the book together with the structure of the delivery that it maps; every column that it reads must be there. */
export async function confirmRecipe(
  source: Source,
  recipe: Recipe,
  confirmation: Confirmation,
): Promise<Result<Confirmed, Problem>> {
  const { buku, instansi, berkas, ...confirmed } = confirmation;
  const versions = await readVersions(buku, instansi);
  if (!versions.ok) return versions;
  const looks = await lookAtTables(source, tablesOf(recipe));
  for (const nama of tablesOf(recipe).keys()) {
    const look = looks.find(({ sample }) => sample.tabel === nama);
    const missing = [...usedNames(recipe, nama)].find(
      (name) => !look?.sample.columns.some((column) => column.name === name),
    );
    if (missing !== undefined) {
      const kolom = nama === recipe.tabel ? missing : `${nama}.${missing}`;
      return fail(problem('BUKU_BEDA_KOLOM', { berkas, kolom, kiriman: basename(source.path) }));
    }
  }
  const struktur = describeStructure(recipe, looks);
  const same = versions.value.findLast(({ struktur: known }) => known.sidik_lengkap === struktur.sidik_lengkap);
  if (same && compareRecipes(same.pemetaan, recipe).length === 0) return ok({ version: same, isNew: false });
  // support of codes counts people of one delivery; the book needs none of it
  const kolom = recipe.kolom.map((column) => {
    const { silang, ...rest } = column;
    return silang === undefined ? column : rest;
  });
  const version = writeVersion(buku, { instansi, ...confirmed, struktur, pemetaan: { ...recipe, kolom } });
  return ok({ version, isNew: true });
}
