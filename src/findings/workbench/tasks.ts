import { closeSource, readInStep, type Source } from '#formats';
import { parseIsoDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  type CellChange,
  createUnderstand,
  describeStructure,
  fitRecipe,
  lookAtTables,
  openDelivered,
  type Recipe,
  type RecipeVersion,
  recogniseRecipe,
  type Structure,
  tablesOf,
  tryRecipe,
} from '#mapping';
import { openReference } from '#reference';

/** Work of the workbench that reads whole deliveries; it happens in a process of its own. */
export type WorkbenchTask =
  | { readonly jenis: 'struktur'; readonly berkas: string; readonly recipe: Recipe }
  | {
      readonly jenis: 'uji';
      readonly berkas: string;
      readonly per: string | null;
      readonly acuan: string | undefined;
      /** By which it was read, and by which it is read on trial. */
      readonly before: Recipe;
      readonly after: RecipeVersion;
    };

/** What reading one delivery by another recipe would change. */
export interface TrialResult {
  /** False: the version does not fit the structure of the delivery. */
  readonly terbaca: boolean;
  readonly baris: number;
  readonly barisBerubah: number;
  readonly selBerubah: number;
  readonly perIsian: Readonly<Record<string, number>>;
  /** The first changes. */
  readonly contoh: readonly CellChange[];
}

const SHOWN = 40;
const UNREAD: TrialResult = { terbaca: false, baris: 0, barisBerubah: 0, selBerubah: 0, perIsian: {}, contoh: [] };

export interface DescribedRecipe {
  readonly struktur: Structure;
  readonly pemetaan: Recipe;
}

/** The structure of a delivery as a recipe reads it, without a value that tells a person. */
export async function describeDelivery(berkas: string, given: Recipe): Promise<Result<DescribedRecipe, Problem>> {
  return withSource(berkas, async (whole) => {
    const { source, recipe } = fitRecipe(whole, given);
    const looks = await lookAtTables(source, tablesOf(recipe));
    // support of codes counts people of one delivery; the book needs none of it
    const kolom = recipe.kolom.map((column) => {
      const { silang, ...rest } = column;
      return silang === undefined ? column : rest;
    });
    return ok({ struktur: describeStructure(recipe, looks), pemetaan: { ...recipe, kolom } });
  });
}

/** Reads a delivery by two recipes side by side. */
export async function tryOnDelivery(
  task: Extract<WorkbenchTask, { jenis: 'uji' }>,
): Promise<Result<TrialResult, Problem>> {
  const reference = openReference(task.acuan);
  return withSource(task.berkas, async (source) => {
    const recognised = await recogniseRecipe(source, [task.after], { reference });
    if (!recognised.ok || recognised.value.keadaan === 'tidak_dikenal') return ok(UNREAD);
    const after = fitRecipe(source, recognised.value.recipe);
    const before = fitRecipe(source, task.before);
    if (before.recipe.tabel !== after.recipe.tabel) return fail(problem('PEMETAAN_TABEL_LAIN'));
    const contoh: CellChange[] = [];
    const tried = await tryRecipe({
      source: readInStep(after.source),
      berkas: task.berkas,
      before: before.recipe,
      after: after.recipe,
      understand: { before: createUnderstand(reference), after: createUnderstand(reference) },
      per: parseIsoDate(task.per ?? ''),
      onChanges: async (changes) => void contoh.push(...changes.slice(0, Math.max(0, SHOWN - contoh.length))),
    });
    if (!tried.ok) return tried;
    const { baris, baris_berubah: barisBerubah, sel_berubah: selBerubah, per_isian: fields } = tried.value;
    const perIsian = Object.fromEntries(
      Object.entries(fields).map(([isian, kinds]) => [isian, Object.values(kinds).reduce((sum, n) => sum + n, 0)]),
    );
    return ok({ terbaca: true, baris, barisBerubah, selBerubah, perIsian, contoh });
  });
}

async function withSource<T>(
  path: string,
  work: (source: Source) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const source = await openDelivered(path, undefined);
  if (!source.ok) return source;
  try {
    return await work(source.value);
  } finally {
    await closeSource(source.value);
  }
}
