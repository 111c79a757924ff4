import { findField } from '#canonical';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findRecipeFaults } from '../check-recipe.ts';
import { deriveMissing } from '../derive-missing.ts';
import { sourcesOf } from '../made/made-columns.ts';
import { joinedName } from '../open-rows.ts';
import type { ColumnMapping, Reader, Recipe } from '../recipe.ts';
import { isSecretName } from '../sample/secret-columns.ts';

/** What a person decided about one line of a recipe. */
export interface ColumnEdit {
  /** Place in `kolom`; behind its end for a line that is added. */
  readonly letak: number;
  /** Column of an added line: what one column holds may feed several fields. */
  readonly sumber?: string | undefined;
  /** Field that the column feeds; null: it is not used. */
  readonly kanonik: string | null;
  readonly pembaca: Reader;
}

/** Lists of rules that a person wrote; each takes the place of the recipe's whole list. */
export interface RuleEdits {
  readonly saring?: Recipe['saring'] | undefined;
  readonly pilihan?: Recipe['pilihan'] | undefined;
  readonly gabung?: Recipe['gabung'] | undefined;
}

/** Whether a person may choose the field for a column: those of a person, without what only the engine keeps. */
export function isChoosable(kanonik: string): boolean {
  const field = findField(kanonik);
  return field?.entitas === 'pegawai' && !kanonik.startsWith('@');
}

/**
 * The recipe with a person's decisions; fails with the reason, in Indonesian, where one cannot be carried out. `known` are the columns
 * that there are; whatever is read must be one of them. Pure.
 */
export function editRecipe(
  recipe: Recipe,
  edits: readonly ColumnEdit[],
  rules: RuleEdits = {},
  known?: ReadonlySet<string>,
): Result<Recipe, string> {
  const kolom = [...recipe.kolom];
  for (const { letak, kanonik, pembaca, sumber: added } of edits.toSorted((a, b) => a.letak - b.letak)) {
    const column = kolom[letak] ?? (letak === kolom.length && added !== undefined ? idleLine(added) : undefined);
    if (!column) return fail(`baris ${letak + 1} tidak ada di pemetaan ini`);
    if (kanonik !== null && !isChoosable(kanonik)) return fail(`bidang ${kanonik} tidak dapat dipilih`);
    kolom[letak] = decided(column, kanonik, pembaca);
    const reason = kanonik === null ? undefined : findUnread(recipe, sourcesOf({ ...column, pembaca }), known);
    if (reason !== undefined) return fail(reason);
  }
  const { turunan: _, ...rest } = recipe;
  const { saring = recipe.saring, pilihan = recipe.pilihan, gabung = recipe.gabung } = rules;
  const edited: Recipe = {
    ...rest,
    saring,
    pilihan,
    gabung,
    kolom,
    ...deriveMissing({ entitas: recipe.entitas, kolom }),
  };
  const reason = findRuleFault(edited, rules, known);
  if (reason !== undefined) return fail(reason);
  const [fault] = findRecipeFaults(edited);
  return fault ? fail(fault.sebab) : ok(edited);
}

/** The recipe without lines that say nothing: columns of tables that are not joined, and added lines that were taken back. */
export function dropIdleLines(recipe: Recipe, tables: readonly string[]): Recipe {
  const joined = new Set(recipe.gabung.map((join) => joinedName(join, '')));
  const apart = tables.map((tabel) => `${tabel}.`).filter((prefix) => !joined.has(prefix));
  const seen = new Set<string>();
  const kolom = recipe.kolom.filter(({ sumber, kanonik }) => {
    const isRepeated = seen.has(sumber);
    seen.add(sumber);
    return kanonik !== null || !(isRepeated || apart.some((prefix) => sumber.startsWith(prefix)));
  });
  return { ...recipe, kolom };
}

/** A line of a recipe for a column that nothing is known of. */
export const idleLine = (sumber: string): ColumnMapping => ({
  sumber,
  kanonik: null,
  keyakinan: 0,
  tingkat: 'tidak',
  kandidat: [],
  pembaca: { jenis: 'langsung' },
  bukti: '',
});

/** The first column that cannot be read, with the reason. */
function findUnread(
  { rahasia }: Pick<Recipe, 'rahasia'>,
  columns: readonly string[],
  known: ReadonlySet<string> | undefined,
): string | undefined {
  for (const name of columns) {
    if (rahasia.includes(name) || isSecretName(name)) return `kolom ${name} rahasia dan tidak pernah dibaca`;
    if (known && !known.has(name)) return `kolom ${name} tidak ada di berkas`;
  }
  return undefined;
}

/** What in the rules that a person wrote cannot be carried out. */
function findRuleFault(
  recipe: Recipe,
  { saring = [], pilihan = [], gabung = [] }: RuleEdits,
  known: ReadonlySet<string> | undefined,
): string | undefined {
  for (const { tabel, kunci, ke, terbesar, seri, hanya, sebagai } of gabung) {
    const marks = [kunci, terbesar, seri, ...hanya.map(({ sumber }) => sumber)].flatMap((name) => name ?? []);
    const prefix = sebagai ?? tabel;
    const reason = findUnread(recipe, [ke, ...marks.map((name) => `${prefix}.${name}`)], known);
    if (reason !== undefined) return reason;
  }
  for (const { sumber, nilai, selain } of saring) {
    const reason = findUnread(recipe, [sumber], known);
    if (reason !== undefined) return reason;
    if (nilai.length === 0) return `saringan pada kolom ${sumber} belum menyebut nilai`;
    if (selain && nilai.every((value) => value.trim() === ''))
      return `saringan pada kolom ${sumber} membuang semua orang`;
  }
  for (const { kanonik, menurut, bila, lain } of pilihan) {
    if (!isChoosable(kanonik)) return `bidang ${kanonik} tidak dapat dipilih`;
    const chosen = [...Object.values(bila), ...(lain === undefined ? [] : [lain])];
    const reason = findUnread(recipe, [menurut, ...chosen], known);
    if (reason !== undefined) return reason;
    const own = recipe.kolom.filter((column) => column.kanonik === kanonik).map(({ sumber }) => sumber);
    const idle = chosen.find((name) => !own.includes(name));
    if (idle !== undefined) return `kolom ${idle} belum dipetakan ke ${kanonik}`;
  }
  return undefined;
}

function decided({ silang, ...column }: ColumnMapping, kanonik: string | null, pembaca: Reader): ColumnMapping {
  if (kanonik === null)
    return { ...column, kanonik, tingkat: 'tidak', keyakinan: 0, bukti: 'tidak dipakai menurut pengelola' };
  // what BKN has beside the codes still stands where the field is the same
  const kept = silang !== undefined && column.kanonik === kanonik ? { silang } : {};
  return { ...column, ...kept, kanonik, pembaca, tingkat: 'pasti', keyakinan: 1, bukti: 'dipastikan pengelola' };
}
