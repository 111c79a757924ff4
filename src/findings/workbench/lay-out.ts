import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellText } from '#formats';
import type { StructureChange } from '#intake';
import type { LocalDate } from '#kernel/local-date.ts';
import {
  columnNames,
  findLinkedTables,
  fitRecipe,
  holdsPersonalNumbers,
  idleLine,
  isSecretName,
  type LinkedTable,
  openWideRows,
  type Recipe,
  type RecipeVersion,
} from '#mapping';
import { isMasked } from '../display.ts';
import type { PairOfRow } from '../prepare/result-tables.ts';
import { ColumnCounts } from './column-counts.ts';
import type { ColumnLook } from './contract.ts';
import { describeOffer, findOffer } from './find-offer.ts';
import { keepBknRows, keepHistories, keepLookups, SAMPLE_FILES, withSource } from './keep-sample.ts';

/** What the workbench shows of a delivery without opening it again; all of it lies in one folder. */
export interface Workbench {
  readonly recipe: Recipe;
  readonly kolom: readonly ColumnLook[];
  /** How often each value occurs, of columns with few different ones. */
  readonly isi: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Tables whose rows stand, or could stand, beside a person; undefined in what earlier versions laid out. */
  readonly riwayat?: readonly LinkedTable[];
  /** All tables of the file. */
  readonly tabel?: readonly string[];
  /** What other instansi with the same structure confirmed. */
  readonly tawaran?: ReturnType<typeof describeOffer>;
  /** What is asked about a recipe that was taken over. */
  readonly ditanyakan?: readonly StructureChange[];
  /** Rows of the file. */
  readonly baris: number;
  /** Data row of each row of the sample, and of BKN's sample the row beside it (from 1; 0 for none). */
  readonly contoh: readonly { readonly baris: number; readonly bkn: number }[];
  /** People who stand on both sides, and by field how many of them differ. */
  readonly pasangan: number;
  readonly berbeda: Readonly<Record<string, number>>;
}

/** Name of its folder beside what was made ready. */
export const WORKBENCH_FOLDER = 'meja';
/** Name of the table of sampled people. */
export const SAMPLE_TABLE = 'orang_contoh';

/** People whom a preview reads. */
const SAMPLED = 300;
/** Rows of the sample that stand for those who are not at BKN. */
const STRANGERS = 60;
/** Tables beside the people's that are sampled. */
const MOST_LINKED = 12;
/** Rows that the figures of the columns are counted over; the rest of a longer file is not looked at. */
const COUNTED = 40_000;

export interface LayOutInput {
  readonly folder: string;
  readonly berkas: string;
  readonly recipe: Recipe;
  readonly per: LocalDate | undefined;
  readonly pairs: ReadonlyMap<number, Pick<PairOfRow, 'barisBkn'>>;
  readonly differences: readonly Readonly<Record<string, string>>[];
  readonly bkn: string;
  /** What other instansi offer, where nobody has confirmed a recipe here. */
  readonly tawaran: readonly RecipeVersion[];
}

/** Looks over a delivery once, and keeps some hundred of its people beside BKN's rows of the same people. */
export async function layOutWorkbench(input: LayOutInput): Promise<Workbench> {
  const { folder, pairs, differences } = input;
  mkdirSync(folder, { recursive: true });
  const wanted = pickEvenly(
    [...pairs.keys()].toSorted((a, b) => a - b),
    SAMPLED,
  );
  const bknRows = [...new Set(wanted.map((row) => pairs.get(row)?.barisBkn ?? 0))].toSorted((a, b) => a - b);
  const look = await lookOver(input, wanted, {
    most: wanted.length === 0 ? SAMPLED : STRANGERS,
    is: (row) => !pairs.has(row),
  });
  await keepBknRows(folder, input.bkn, bknRows);
  const berbeda: Record<string, number> = {};
  for (const { kolom = '' } of differences) berbeda[kolom] = (berbeda[kolom] ?? 0) + 1;
  const { rows, ...looked } = look;
  const workbench: Workbench = {
    ...looked,
    ditanyakan: [],
    contoh: rows.map((baris) => ({ baris, bkn: 1 + bknRows.indexOf(pairs.get(baris)?.barisBkn ?? -1) })),
    pasangan: pairs.size,
    berbeda,
  };
  writeFileSync(join(folder, SAMPLE_FILES.isi), JSON.stringify(workbench));
  return workbench;
}

/** The same people of a delivery by another recipe: what the recipe reads beside them is kept anew. Figures of the check say nothing of it. */
export async function layOutAgain(
  { folder, berkas, per, recipe }: Pick<LayOutInput, 'folder' | 'berkas' | 'per' | 'recipe'>,
  former: Workbench,
  ditanyakan: readonly StructureChange[],
): Promise<void> {
  const { rows: _, ...looked } = await lookOver(
    { folder, berkas, per, recipe, tawaran: [] },
    former.contoh.map(({ baris }) => baris),
    { most: 0, is: () => false },
  );
  const { contoh } = former;
  const workbench: Workbench = { ...looked, ditanyakan, contoh, pasangan: 0, berbeda: {} };
  writeFileSync(join(folder, SAMPLE_FILES.isi), JSON.stringify(workbench));
}

interface Look extends Pick<Workbench, 'recipe' | 'kolom' | 'isi' | 'riwayat' | 'tabel' | 'tawaran' | 'baris'> {
  /** Data rows of the sample, in its order. */
  readonly rows: readonly number[];
}

/** Rows of nobody at BKN that are kept as well, for filters are about them; without anybody in common they have to do. */
interface Strangers {
  readonly most: number;
  readonly is: (row: number) => boolean;
}

async function lookOver(
  { folder, berkas, recipe: given, per, tawaran }: Omit<LayOutInput, 'pairs' | 'differences' | 'bkn'>,
  wanted: readonly number[],
  strangers: Strangers,
): Promise<Look> {
  return withSource(berkas, async (whole) => {
    const { source, recipe } = fitRecipe(whole, given);
    const offer = findOffer(whole, tawaran);
    const { columns, blocks } = await openWideRows(source, recipe, per);
    const table = source.tables.find(({ name }) => name === recipe.tabel);
    const own = columnNames(table?.columns ?? []).length;
    const secret = columns.map((name) => recipe.rahasia.includes(name) || isSecretName(name));
    const counts = columns.map((_, column) => new ColumnCounts(secret[column] === true));
    const isWanted = new Set(wanted);
    const kept: string[][] = [];
    const rows: number[] = [];
    let [baris, met] = [0, 0];
    for await (const block of blocks) {
      baris += block.problems.filter(({ column }) => column < 0).length;
      for (let row = 0; row < block.rows; row++, baris++) {
        const number = block.rowNumbers[row] as number;
        const isStranger = met < strangers.most && strangers.is(number);
        if (isStranger) met += 1;
        const isKept = isStranger || isWanted.has(number);
        if (!isKept && baris >= COUNTED) continue;
        const cells = columns.map((_, column) => (secret[column] === true ? '' : cellText(block, row, column)));
        if (baris < COUNTED) for (let i = 0; i < cells.length; i++) counts[i]?.add(cells[i] as string);
        if (!isKept) continue;
        kept.push(cells);
        rows.push(number);
      }
    }
    const names = columns.slice(0, own);
    const people = kept.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
    const riwayat = findLinkedTables(source, recipe).slice(0, MOST_LINKED);
    const histories = await keepHistories(source, riwayat, people);
    const tables = { [SAMPLE_TABLE]: people, ...(await keepLookups(source, recipe)), ...histories };
    writeFileSync(join(folder, SAMPLE_FILES.simpeg), JSON.stringify(tables));
    const isPersonal = (nama: string, values: readonly string[]): boolean =>
      recipe.kolom.some(({ sumber, kanonik }) => sumber === nama && kanonik !== null && isMasked(kanonik)) ||
      holdsPersonalNumbers(values);
    const kolom = columns.map((nama, i) => {
      const values = kept.map((cells) => cells[i] ?? '');
      return (counts[i] as ColumnCounts).look(nama, table?.types[i] ?? '', isPersonal(nama, values));
    });
    const apart = riwayat.flatMap(({ tabel, kolom: held }) =>
      held.flatMap((name): ColumnLook[] => {
        const nama = `${tabel}.${name}`;
        if (columns.includes(nama) || recipe.gabung.some((one) => one.tabel === tabel)) return [];
        const values = (histories[tabel] ?? []).map((row) => row[name] ?? '');
        const count = new ColumnCounts(false);
        for (const value of values) count.add(value);
        return [count.look(nama, '', isPersonal(nama, values))];
      }),
    );
    const codes = columns.flatMap((nama, i): [string, Record<string, number>][] => {
      const values = kolom[i]?.tersamar === true ? undefined : counts[i]?.codes();
      return values ? [[nama, values]] : [];
    });
    const looks = [...kolom, ...apart];
    return {
      recipe: withAllLines(recipe, looks),
      kolom: looks,
      isi: Object.fromEntries(codes),
      riwayat,
      tabel: whole.tables.map(({ name }) => name),
      ...(offer ? { tawaran: describeOffer(offer) } : {}),
      baris,
      rows,
    };
  });
}

/** A recipe with a line for each column that a person may map, those of tables that it does not join included. */
function withAllLines(recipe: Recipe, looks: readonly ColumnLook[]): Recipe {
  const listed = new Set(recipe.kolom.map(({ sumber }) => sumber));
  const more = looks.filter(({ nama, rahasia }) => !rahasia && !listed.has(nama));
  return { ...recipe, kolom: [...recipe.kolom, ...more.map(({ nama }) => idleLine(nama))] };
}

export function pickEvenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)] as T);
}
