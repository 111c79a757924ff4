import type { Source, SourceTable } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { foldIdentifier } from '#kernel/text.ts';
import type { Reference } from '#reference';
import type { RecipeVersion } from '../book/recipe-version.ts';
import { columnNames } from '../column-names.ts';
import { createUnderstand } from '../plan/understand.ts';
import { findPeopleTable, isAside } from '../propose/people-table.ts';
import { proposeRecipe, type ProposeOptions } from '../propose.ts';
import { formatRecipe } from '../recipe-json.ts';
import type { Recipe } from '../recipe.ts';
import { baseName, fingerprintTable, typeFamily } from '../structure/fingerprint.ts';
import { lookAtTables, type Structure, type TableLook } from '../structure/structure.ts';
import { type Adaptation, adaptRecipe } from './adapt-recipe.ts';
import { asked, type Change } from './changes.ts';

/** What the book makes of a delivery. */
export interface Recognition {
  /** `dikenal`: every heading is known; `bergeser`: an earlier structure that changed; `tidak_dikenal`: proposed anew. */
  readonly keadaan: 'dikenal' | 'bergeser' | 'tidak_dikenal';
  /** Number of the version that was used. */
  readonly versi: number | undefined;
  readonly recipe: Recipe;
  readonly changes: readonly Change[];
  /** Mapped columns of that version, and how many of them are used. */
  readonly mapped: number;
  readonly reused: number;
}

export interface RecogniseOptions extends ProposeOptions {
  readonly reference: Reference;
}

/**
 * Finds the version of the book that fits a delivery and adapts it; where none does, proposes. Reads each table that the recipe needs
 * once. `versions` are those of one instansi, the oldest first.
 */
export async function recogniseRecipe(
  source: Source,
  versions: readonly RecipeVersion[],
  options: RecogniseOptions,
): Promise<Result<Recognition, Problem>> {
  const chosen = chooseVersion(source, versions, options.tabel);
  if (!chosen) return proposeAnew(source, options);
  const adapted = await adaptVersion(source, chosen, options);
  if (!adapted.ok) return adapted;
  const { adaptation, isKnown } = adapted.value;
  if (!adaptation.fits) return proposeAnew(source, options);
  const { recipe, changes, mapped, reused } = adaptation;
  const keadaan = isKnown ? 'dikenal' : 'bergeser';
  return ok({ keadaan, versi: chosen.version.nomor, recipe, changes, mapped, reused });
}

async function proposeAnew(source: Source, options: ProposeOptions): Promise<Result<Recognition, Problem>> {
  const proposal = await proposeRecipe(source, options);
  if (!proposal.ok) return proposal;
  const recipe = proposal.value;
  const weak = recipe.kolom.filter(({ kanonik, tingkat }) => kanonik !== null && tingkat === 'lemah');
  const changes = weak.map(({ sumber, kanonik, bukti, kandidat }) =>
    asked(
      'kolom_baru',
      sumber,
      kanonik,
      `Kolom ${sumber} diduga berisi ${kanonik ?? ''}${bukti === '' ? '' : ` (${bukti})`}. Benarkah?`,
      kandidat.map((one) => one.kanonik),
    ),
  );
  const mapped = recipe.kolom.filter(({ kanonik }) => kanonik !== null).length;
  return ok({ keadaan: 'tidak_dikenal', versi: undefined, recipe, changes, mapped, reused: 0 });
}

interface Chosen {
  readonly version: RecipeVersion;
  /** Tables of the source by the names that the recipe gives them. */
  readonly tables: ReadonlyMap<string, SourceTable>;
  readonly isKnown: boolean;
}

async function adaptVersion(
  source: Source,
  { version, tables, isKnown }: Chosen,
  options: RecogniseOptions,
): Promise<Result<{ readonly adaptation: Adaptation; readonly isKnown: boolean }, Problem>> {
  const { pemetaan: recipe, struktur: structure } = version;
  const roles = new Map(
    structure.tabel.flatMap(({ nama, peran }) => {
      const table = tables.get(nama);
      return table ? [[table.name, peran] as const] : [];
    }),
  );
  const looks = await lookAtTables(source, roles);
  const byOldName = new Map(
    structure.tabel.flatMap(({ nama }): [string, TableLook][] => {
      const look = looks.find(({ sample }) => sample.tabel === tables.get(nama)?.name);
      return look ? [[nama, look]] : [];
    }),
  );
  const understand = createUnderstand(options.reference);
  const input = { recipe, structure, tables: byOldName, understand };
  const people = looks.find(({ peran }) => peran === 'pegawai');
  const located = { berkas: baseNameOf(source.path), baris: people?.sample.total ?? 0 };
  const withPlace = (adaptation: Adaptation): Adaptation => ({
    ...adaptation,
    recipe: { ...adaptation.recipe, ...located },
  });
  if (isKnown && options.bkn === undefined) {
    const first = adaptRecipe(input);
    if (first.changes.every(({ ditanyakan }) => !ditanyakan)) return ok({ adaptation: withPlace(first), isKnown });
  }
  const { tabel: _, ...rest } = options;
  // a history without a table of people is proposed as such only where no table is named
  const tabel = recipe.satu_per === undefined ? { tabel: people?.sample.tabel ?? recipe.tabel } : {};
  const proposal = await proposeRecipe(source, { ...rest, ...tabel, whole: true });
  if (!proposal.ok) return proposal;
  return ok({ adaptation: withPlace(adaptRecipe({ ...input, proposal: proposal.value })), isKnown });
}

const baseNameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Share of headings in common below which a version has nothing to say about a delivery. */
const RELATED = 0.3;

/** The newest version whose structure is the delivery's; else the one with most headings in common, the newest of equals. */
function chooseVersion(
  source: Source,
  versions: readonly RecipeVersion[],
  tabel: string | undefined,
): Chosen | undefined {
  let best: Chosen | undefined;
  let most = RELATED;
  for (const version of versions.toReversed()) {
    const { struktur } = version;
    const tables = pairTables(source, struktur, tabel);
    const isKnown = matchesStructure(struktur, tables);
    if (isKnown) return { version, tables, isKnown };
    const people = struktur.tabel.find(({ peran }) => peran === 'pegawai');
    const table = people && tables.get(people.nama);
    const common =
      people && table
        ? inCommon(
            people.kolom.map(({ nama }) => nama),
            table.columns,
          )
        : 0;
    if (common <= most) continue;
    most = common;
    best = { version, tables, isKnown };
  }
  return best;
}

/** Whether all tables that a version reads are in the source, heading for heading. */
export function isSameStructure(source: Source, { struktur }: RecipeVersion, tabel: string | undefined): boolean {
  return matchesStructure(struktur, pairTables(source, struktur, tabel));
}

const matchesStructure = ({ tabel }: Structure, tables: ReadonlyMap<string, SourceTable>): boolean =>
  tabel.every(({ nama, kolom }) => {
    const table = tables.get(nama);
    return table !== undefined && fingerprintOf(table) === fingerprintTable(kolom);
  });

const fingerprintOf = ({ columns, types }: SourceTable): string =>
  fingerprintTable(columnNames(columns).map((nama, i) => ({ nama, jenis: typeFamily(types[i] ?? '') })));

function inCommon(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [a, b].map((names) => new Set(names.map((name) => foldIdentifier(baseName(name))))) as [
    Set<string>,
    Set<string>,
  ];
  const common = [...first].filter((name) => second.has(name)).length;
  return common / Math.max(1, first.size + second.size - common);
}

/** Likeness of headings from which a table of another name may be the one that the recipe means. */
const SAME_TABLE = 0.6;

/** The source's tables by the names that a structure gives them: by name, else by their headings. */
export function pairTables(
  source: Source,
  structure: Structure,
  tabel: string | undefined,
): ReadonlyMap<string, SourceTable> {
  const pairs = new Map<string, SourceTable>();
  for (const { nama, peran, kolom } of structure.tabel) {
    const headings = kolom.map((column) => column.nama);
    const sameName = source.tables.find(({ name }) => foldIdentifier(name) === foldIdentifier(nama));
    if (peran === 'pegawai') {
      const named = tabel === undefined ? sameName : source.tables.find(({ name }) => name === tabel);
      const isAlike = named && (tabel !== undefined || inCommon(headings, named.columns) >= RELATED);
      const table = isAlike ? named : (findAlike(source, headings) ?? findPeopleTable(source));
      if (table) pairs.set(nama, table);
    } else {
      const table = sameName ?? findAlike(source, headings);
      if (table) pairs.set(nama, table);
    }
  }
  return pairs;
}

/** The only table whose headings are those of another one. */
function findAlike(source: Source, headings: readonly string[]): SourceTable | undefined {
  const alike = source.tables.filter(
    ({ name, columns }) => !isAside(name) && inCommon(headings, columns) >= SAME_TABLE,
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** The recipe as `petakan` prints it, with what the book says beside it. */
export function formatRecognition(
  instansi: string,
  recognition: Recognition,
  beside: Readonly<Record<string, unknown>> = {},
): string {
  const { keadaan, versi, recipe, changes } = recognition;
  const list = (isAsked: boolean): unknown[] =>
    changes
      .filter(({ ditanyakan }) => ditanyakan === isAsked)
      .map(({ jenis, kolom, kanonik, tingkat, kalimat, kandidat }) => ({
        jenis,
        kolom,
        kanonik,
        ...(isAsked ? { kalimat, kandidat } : { tingkat, kalimat }),
      }));
  const buku = { instansi, keadaan, versi: versi ?? null };
  return formatRecipe(recipe, { buku, perubahan: list(false), ditanyakan: list(true), ...beside });
}

/** One sentence on what the book made of a delivery, and what a person is asked. */
export function describeRecognition({ keadaan, versi, recipe, changes, mapped, reused }: Recognition): string {
  const questions = changes.filter(({ ditanyakan }) => ditanyakan).length;
  const asks = questions === 0 ? 'tidak ada yang perlu dijawab' : `${questions} hal perlu dijawab`;
  if (keadaan === 'tidak_dikenal') {
    const count = (tingkat: string): number =>
      recipe.kolom.filter((column) => column.kanonik !== null && column.tingkat === tingkat).length;
    return `struktur belum dikenal, dipakai usulan baru (${count('pasti')} pasti, ${count('kuat')} kuat, ${count('lemah')} lemah); ${asks}.`;
  }
  if (keadaan === 'dikenal' && changes.length === 0) {
    return `struktur dikenal, pemetaan versi ${versi} dipakai seluruhnya (${mapped} kolom); ${asks}.`;
  }
  const count = (jenis: Change['jenis']): number => changes.filter((change) => change.jenis === jenis).length;
  const parts = [
    [count('ganti_nama'), 'berganti nama'],
    [count('hilang') + count('tabel_hilang'), 'hilang'],
    [count('kosong'), 'kosong'],
    [count('kolom_baru'), 'baru'],
    [count('urutan_tanggal') + count('arti_kode'), 'disesuaikan cara bacanya'],
  ] as const;
  const what = parts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}`);
  const state = keadaan === 'dikenal' ? 'struktur dikenal' : 'struktur bergeser';
  return `${state}, ${reused} dari ${mapped} kolom pemetaan versi ${versi} dipakai${what.length === 0 ? '' : ` (kolom: ${what.join(', ')})`}; ${asks}.`;
}
