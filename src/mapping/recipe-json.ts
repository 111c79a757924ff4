import { findJsonFault } from '#kernel/json-text.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findRecipeFaults } from './check-recipe.ts';
import type { Recipe } from './recipe.ts';
import type { PlacedFault } from './recipe-fault.ts';

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

/** Keys beside the recipe that `petakan` prints for reading only. */
const BESIDE: readonly string[] = ['buku', 'perubahan', 'ditanyakan', 'tawaran'];

/**
 * Reads a recipe that a person may have edited; all that is wrong with it is told at once, each with its place in the text. `berkas`
 * names the file in the message. Schemas are loaded only here: most runs propose their recipes, and each thread would pay for them.
 */
export async function parseRecipe(json: string, berkas = ''): Promise<Result<Recipe, Problem>> {
  const text = json.replace(/^\uFEFF/, '');
  const slip = findJsonFault(text);
  if (slip) return fail(problem('PEMETAAN_BUKAN_JSON', { berkas, ...slip }));
  const data = withoutBeside(JSON.parse(text));
  const [{ recipeSchema }, { describeIssues, findFaultsOfSoundColumns, placeFault }] = await Promise.all([
    import('./recipe.ts'),
    import('./recipe-fault.ts'),
  ]);
  const parsed = recipeSchema.safeParse(data);
  const faults = parsed.success
    ? findRecipeFaults(parsed.data)
    : [...describeIssues(recipeSchema, data, parsed.error.issues), ...findFaultsOfSoundColumns(data)];
  if (parsed.success && faults.length === 0) return ok(parsed.data);
  // a place is looked for in the whole text
  const told = faults.slice(0, MOST_TOLD).map((fault) => placeFault(text, fault));
  return fail(tellFaults(berkas, told, faults.length));
}

const MOST_TOLD = 10;

function tellFaults(berkas: string, told: readonly PlacedFault[], jumlah: number): Problem {
  const [first] = told;
  if (first && jumlah === 1) return problem('PEMETAAN_SALAH', { berkas, ...first });
  const lines = told
    .toSorted((a, b) => a.baris - b.baris || a.huruf - b.huruf)
    .map(
      ({ baris, huruf, bagian, sebab }, index) =>
        `${index + 1}) baris ${baris}, huruf ke-${huruf} (${bagian}): ${sebab}`,
    );
  const rest = jumlah > told.length ? [`dan ${jumlah - told.length} lagi`] : [];
  return problem('PEMETAAN_BANYAK_SALAH', { berkas, jumlah, rincian: [...lines, ...rest].join('; ') });
}

function withoutBeside(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([key]) => !BESIDE.includes(key)));
}
