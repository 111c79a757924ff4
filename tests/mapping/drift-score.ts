import { basename } from 'node:path';
import { openSource, type Source } from '#formats';
import {
  describeStructure,
  lookAtTables,
  proposeRecipe,
  type Recipe,
  type RecipeVersion,
  recogniseRecipe,
  tablesOf,
} from '#mapping';
import { openReference } from '#reference';
import { sourcesOf } from '../../src/mapping/made/made-columns.ts';
import { readConcepts } from '../../src/mapping/names/concepts.ts';

/** What became of columns that were renamed one at a time. */
export interface DriftScore {
  renamed: number;
  /** Found again rightly without asking. */
  found: number;
  /** Left out and asked about, or reported as lost. */
  asked: number;
  /** Taken for another field, or another column for it: must be none. */
  wrong: string[];
  /** Other columns of the recipe that were not used again: must be none. */
  unsettled: string[];
}

/** How a column is renamed: to a name that says nothing, or to a contraction of its own. */
export type Renaming = 'bisu' | 'singkat';

const RENAME: Readonly<Record<Renaming, (name: string, place: number) => string>> = {
  bisu: (_, place) => `KOL_${place + 1}`,
  singkat: (name) =>
    name
      .split(/(?=[_ .])/)
      .map((word) => word.slice(0, 2) + word.slice(2).replace(/[aiueoAIUEO]/g, ''))
      .join('')
      .concat('_x'),
};

const reference = openReference();

export async function open(path: string): Promise<Source> {
  const source = await openSource(path);
  if (!source.ok) throw new Error(source.error.code);
  return source.value;
}

/** A confirmed version of the recipe that is proposed for a delivery. */
export async function confirmProposal(source: Source, instansi: string): Promise<RecipeVersion> {
  const recipe = await proposeRecipe(source, { reference, whole: true });
  if (!recipe.ok) throw new Error(recipe.error.code);
  const struktur = describeStructure(recipe.value, await lookAtTables(source, tablesOf(recipe.value)));
  return {
    instansi,
    nomor: 1,
    disahkan: '2025-10-01T00:00:00.000Z',
    oleh: 'uji',
    catatan: '',
    struktur,
    pemetaan: recipe.value,
  };
}

/** The same delivery with one heading of the people's table changed. */
export function withHeading(source: Source, tabel: string, place: number, heading: string): Source {
  const tables = source.tables.map((table) =>
    table.name === tabel
      ? { ...table, columns: table.columns.map((name, i) => (i === place ? heading : name)) }
      : table,
  );
  return { ...source, tables };
}

/** Renames mapped columns of a later delivery one at a time, every `step`-th, and counts what the recipe of the earlier one makes of it. */
export async function scoreRenames(earlier: Source, later: Source, renaming: Renaming, step = 1): Promise<DriftScore> {
  const version = await confirmProposal(earlier, basename(earlier.path).slice(0, 4));
  const { pemetaan } = version;
  const table = later.tables.find(({ name }) => name === pemetaan.tabel) ?? later.tables[0];
  const score: DriftScore = { renamed: 0, found: 0, asked: 0, wrong: [], unsettled: [] };
  if (!table) return score;
  const before = await adapted(later, version);
  for (const [place, heading] of table.columns.entries()) {
    const fields = fieldsOf(pemetaan, heading);
    if (fields.length === 0 || place % step !== 0) continue;
    if (table.columns.filter((name) => name === heading).length > 1) continue;
    const name = RENAME[renaming](heading, place);
    if (readConcepts(name).some((concept) => concept.startsWith('!'))) continue;
    const after = await adapted(withHeading(later, table.name, place, name), version);
    score.renamed += 1;
    const now = fieldsOf(after, name);
    if (now.length === 0) score.asked += 1;
    else if (now.join() === fields.join()) score.found += 1;
    else score.wrong.push(`${version.instansi} ${heading} -> ${now.join()}`);
    for (const column of before.kolom) {
      const { sumber, kanonik } = column;
      // a value of which one part is asked about is not read without it
      if (sumber === heading || kanonik === null || sourcesOf(column).includes(heading)) continue;
      const others = fieldsOf(after, sumber);
      if (others.length === 0) score.unsettled.push(`${version.instansi} ${heading}: ${sumber}`);
      else if (!others.includes(kanonik))
        score.wrong.push(`${version.instansi} ${heading}: ${sumber} -> ${others.join()}`);
    }
  }
  return score;
}

async function adapted(source: Source, version: RecipeVersion): Promise<Recipe> {
  const recognised = await recogniseRecipe(source, [version], { reference });
  if (!recognised.ok) throw new Error(recognised.error.code);
  const { keadaan, recipe } = recognised.value;
  // another structure is proposed anew, and everything is for a person to confirm
  return keadaan === 'tidak_dikenal'
    ? { ...recipe, kolom: recipe.kolom.map((column) => ({ ...column, kanonik: null })) }
    : recipe;
}

const fieldsOf = ({ kolom }: Recipe, sumber: string): readonly string[] =>
  kolom.flatMap((column) => (column.sumber === sumber && column.kanonik !== null ? [column.kanonik] : []));
