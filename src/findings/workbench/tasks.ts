import { closeSource, readInStep, type Source } from '#formats';
import { parseIsoDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  type CellChange,
  createUnderstand,
  describeStructure,
  dropIdleLines,
  fitRecipe,
  type LinkedTable,
  lookAtTables,
  openDelivered,
  type Recipe,
  type RecipeVersion,
  type Recognition,
  recogniseRecipe,
  type Structure,
  tablesOf,
  takeRecipeOffer,
  tryRecipe,
} from '#mapping';
import { openReference, type Reference } from '#reference';
import { findOffer } from './find-offer.ts';
import { layOutAgain } from './lay-out.ts';
import { layOutRefused } from './lay-out-refused.ts';
import { readWorkbench } from './open-workbench.ts';

/** Work of the workbench that reads whole deliveries; it happens in a process of its own. */
export type WorkbenchTask =
  | {
      readonly jenis: 'struktur';
      readonly berkas: string;
      readonly recipe: Recipe;
      readonly riwayat: readonly LinkedTable[];
    }
  | {
      readonly jenis: 'uji';
      readonly berkas: string;
      readonly per: string | null;
      readonly acuan: string | undefined;
      /** By which it was read, and by which it is read on trial. */
      readonly before: Recipe;
      readonly after: RecipeVersion;
    }
  | ({ readonly jenis: 'dasar' } & BaseTask);

/** Begins a workbench anew: from another table of the file, or from what other instansi confirmed for the structure. */
export interface BaseTask {
  readonly berkas: string;
  readonly per: string | null;
  readonly acuan: string | undefined;
  readonly bkn: string;
  /** Folder of the workbench. */
  readonly folder: string;
  readonly tawaran: readonly RecipeVersion[];
  /** The table that holds the people; undefined: what others confirmed is taken over. */
  readonly tabel: string | undefined;
}

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
export async function describeDelivery(
  berkas: string,
  given: Recipe,
  linked: readonly LinkedTable[] = [],
): Promise<Result<DescribedRecipe, Problem>> {
  const used = dropIdleLines(
    given,
    linked.map(({ tabel }) => tabel),
  );
  return withSource(berkas, async (whole) => {
    const { source, recipe } = fitRecipe(whole, used);
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

/** Lays the workbench out by its new base; what it read before is gone. */
export async function changeBase(task: BaseTask): Promise<Result<null, Problem>> {
  const { berkas, folder, bkn, tawaran, tabel } = task;
  const per = parseIsoDate(task.per ?? '');
  const reference = openReference(task.acuan);
  if (tabel !== undefined) {
    const isThere = await layOutRefused({ folder, berkas, bkn, per, reference, tawaran, tabel });
    return isThere ? ok(null) : fail(problem('PEMETAAN_UBAHAN', { sebab: `tabel ${tabel} tidak ada di berkas` }));
  }
  const former = readWorkbench(folder);
  if (!former) return fail(problem('PEMETAAN_BELUM_ADA'));
  const taken = await withSource(berkas, async (source) => takeOffer(source, task, reference));
  if (!taken.ok) return taken;
  const { recipe, changes } = taken.value;
  const asked = changes.filter(({ ditanyakan }) => ditanyakan);
  await layOutAgain({ folder, berkas, per, recipe }, former, asked);
  return ok(null);
}

async function takeOffer(
  source: Source,
  { bkn, tawaran }: BaseTask,
  reference: Reference,
): Promise<Result<Recognition, Problem>> {
  const offer = findOffer(source, tawaran);
  if (!offer)
    return fail(problem('PEMETAAN_UBAHAN', { sebab: 'tidak ada lagi instansi lain dengan struktur yang sama' }));
  return withSource(bkn, async (people) => takeRecipeOffer(source, offer.version, { reference, bkn: people }));
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
