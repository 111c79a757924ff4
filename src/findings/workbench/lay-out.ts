import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellText, closeSource, readTable, type Source } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import {
  columnNames,
  fitRecipe,
  holdsPersonalNumbers,
  isSecretName,
  loadLookup,
  openDelivered,
  openWideRows,
  type Recipe,
} from '#mapping';
import { isMasked, maskValue } from '../display.ts';
import type { PairOfRow } from '../prepare/result-tables.ts';
import type { ColumnLook } from './contract.ts';

/** What the workbench shows of a delivery without opening it again; all of it lies in one folder. */
export interface Workbench {
  readonly recipe: Recipe;
  readonly kolom: readonly ColumnLook[];
  /** How often each value occurs, of columns with few different ones. */
  readonly isi: Readonly<Record<string, Readonly<Record<string, number>>>>;
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
export const WORKBENCH = { isi: 'pemetaan.json', simpeg: 'contoh-simpeg.json', bkn: 'contoh-bkn.json' } as const;
/** Name of the table of sampled people. */
export const SAMPLE_TABLE = 'orang_contoh';

/** People whom a preview reads. */
const SAMPLED = 300;
/** Rows that the figures of the columns are counted over; the rest of a longer file is not looked at. */
const COUNTED = 40_000;
/** Different values that are counted; beyond them only that there are more. */
const MOST_DISTINCT = 3_000;
/** Columns of more are no list of codes that a person decides about. */
const MOST_LISTED = 400;
const SHOWN = 5;
/** Rows of a code table that a sample takes along. */
const MOST_CODES = 5_000;

export interface LayOutInput {
  readonly folder: string;
  readonly berkas: string;
  readonly recipe: Recipe;
  readonly per: LocalDate | undefined;
  readonly pairs: ReadonlyMap<number, PairOfRow>;
  readonly differences: readonly Readonly<Record<string, string>>[];
  readonly bkn: string;
}

/** Looks over a delivery once, and keeps some hundred of its people beside BKN's rows of the same people. */
export async function layOutWorkbench(input: LayOutInput): Promise<void> {
  const { folder, pairs, differences } = input;
  mkdirSync(folder, { recursive: true });
  const wanted = pickEvenly(
    [...pairs.keys()].toSorted((a, b) => a - b),
    SAMPLED,
  );
  const bknRows = [...new Set(wanted.map((row) => pairs.get(row)?.barisBkn ?? 0))].toSorted((a, b) => a - b);
  const look = await lookOver(input, wanted);
  await keepBknRows(input, bknRows);
  const berbeda: Record<string, number> = {};
  for (const { kolom = '' } of differences) berbeda[kolom] = (berbeda[kolom] ?? 0) + 1;
  const workbench: Workbench = {
    recipe: input.recipe,
    kolom: look.kolom,
    isi: look.isi,
    baris: look.baris,
    contoh: look.rows.map((baris) => ({ baris, bkn: 1 + bknRows.indexOf(pairs.get(baris)?.barisBkn ?? -1) })),
    pasangan: pairs.size,
    berbeda,
  };
  writeFileSync(join(folder, WORKBENCH.isi), JSON.stringify(workbench));
}

interface Look extends Pick<Workbench, 'kolom' | 'isi'> {
  readonly baris: number;
  /** Data rows of the sample, in its order. */
  readonly rows: readonly number[];
}

async function lookOver({ folder, berkas, recipe: given, per }: LayOutInput, wanted: readonly number[]): Promise<Look> {
  return withSource(berkas, async (whole) => {
    const { source, recipe } = fitRecipe(whole, given);
    const { columns, blocks } = await openWideRows(source, recipe, per);
    const secret = columns.map((name) => recipe.rahasia.includes(name) || isSecretName(name));
    const counts = columns.map((_, column) => new ColumnCounts(secret[column] === true));
    const isWanted = new Set(wanted);
    const kept: string[][] = [];
    const rows: number[] = [];
    let baris = 0;
    for await (const block of blocks) {
      baris += block.problems.filter(({ column }) => column < 0).length;
      for (let row = 0; row < block.rows; row++, baris++) {
        const number = block.rowNumbers[row] as number;
        // without anybody in common the first rows have to do
        const isKept = wanted.length === 0 ? kept.length < SAMPLED : isWanted.has(number);
        if (!isKept && baris >= COUNTED) continue;
        const cells = columns.map((_, column) => (secret[column] === true ? '' : cellText(block, row, column)));
        if (baris < COUNTED) for (let i = 0; i < cells.length; i++) counts[i]?.add(cells[i] as string);
        if (!isKept) continue;
        kept.push(cells);
        rows.push(number);
      }
    }
    const types = source.tables.find(({ name }) => name === recipe.tabel)?.types ?? [];
    const people = kept.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])));
    const tables = { [SAMPLE_TABLE]: people, ...(await keepLookups(source, recipe)) };
    writeFileSync(join(folder, WORKBENCH.simpeg), JSON.stringify(tables));
    const kolom = columns.map((nama, i) => {
      const values = kept.map((cells) => cells[i] ?? '');
      const fields = recipe.kolom.flatMap(({ sumber, kanonik }) => (sumber === nama && kanonik ? [kanonik] : []));
      const isPersonal = fields.some(isMasked) || holdsPersonalNumbers(values);
      return (counts[i] as ColumnCounts).look(nama, types[i] ?? '', isPersonal);
    });
    const codes = columns.flatMap((nama, i): [string, Record<string, number>][] => {
      const values = kolom[i]?.tersamar === true ? undefined : counts[i]?.codes();
      return values ? [[nama, values]] : [];
    });
    return { kolom, isi: Object.fromEntries(codes), baris, rows };
  });
}

/** How often each value of a column occurs. */
class ColumnCounts {
  readonly #isSecret: boolean;
  readonly #values = new Map<string, number>();
  #rows = 0;
  #filled = 0;
  #hasMore = false;

  constructor(isSecret: boolean) {
    this.#isSecret = isSecret;
  }

  add(cell: string): void {
    this.#rows += 1;
    const value = cell.trim();
    if (value === '') return;
    this.#filled += 1;
    const known = this.#values.get(value);
    if (known !== undefined) this.#values.set(value, known + 1);
    else if (this.#values.size < MOST_DISTINCT) this.#values.set(value, 1);
    else this.#hasMore = true;
  }

  /** All values, where they are few enough for a list of codes. */
  codes(): Record<string, number> | undefined {
    if (this.#values.size === 0 || this.#values.size > MOST_LISTED || this.#hasMore) return undefined;
    return Object.fromEntries([...this.#values].toSorted((a, b) => b[1] - a[1]));
  }

  look(nama: string, jenis: string, isPersonal: boolean): ColumnLook {
    if (this.#isSecret)
      return { nama, jenis, terisi: 0, ragam: 0, ragamLebih: false, teratas: [], tersamar: false, rahasia: true };
    const common = [...this.#values].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN);
    const shown = (value: string): string => (isPersonal ? maskValue(value) : Array.from(value).slice(0, 60).join(''));
    return {
      nama,
      jenis: jenis.toLowerCase() || kindOf([...this.#values.keys()].slice(0, 200)),
      terisi: this.#rows === 0 ? 0 : this.#filled / this.#rows,
      ragam: this.#values.size,
      ragamLebih: this.#hasMore,
      teratas: common.map(([nilai, jumlah]) => ({ nilai: shown(nilai), jumlah })),
      tersamar: isPersonal,
      rahasia: false,
    };
  }
}

/** What the values look like, in a word, where the container declares no type. */
function kindOf(values: readonly string[]): string {
  if (values.length === 0) return 'kosong';
  const most = (form: RegExp): boolean => values.filter((value) => form.test(value)).length >= values.length * 0.9;
  if (most(/^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})([ T].*)?$/)) return 'tanggal';
  if (most(/^\d+$/)) {
    const lengths = new Set(values.map(({ length }) => length));
    return lengths.size === 1 ? `angka ${[...lengths][0]}` : 'angka';
  }
  return values.length <= 12 ? 'pilihan' : 'teks';
}

/** The code tables that the recipe looks into, as they are. */
async function keepLookups(source: Source, recipe: Recipe): Promise<Record<string, unknown[]>> {
  const kept: Record<string, unknown[]> = {};
  for (const { pembaca } of recipe.kolom) {
    if (pembaca.jenis !== 'rujukan' || pembaca.tabel in kept) continue;
    const labels = [...(await loadLookup(source, pembaca))].slice(0, MOST_CODES);
    kept[pembaca.tabel] = labels.map(([kode, nilai]) => ({ [pembaca.kunci]: kode, [pembaca.nilai]: nilai }));
  }
  return kept;
}

/** BKN's rows of the sampled people in BKN's own columns. */
async function keepBknRows({ folder, bkn }: LayOutInput, rows: readonly number[]): Promise<void> {
  const wanted = new Set(rows.filter((row) => row > 0));
  const last = Math.max(0, ...wanted);
  const kept: Record<string, string>[] = [];
  if (wanted.size > 0) {
    await withSource(bkn, async (source) => {
      const [table] = source.tables;
      if (!table) return;
      const names = columnNames(table.columns);
      for await (const block of readTable(source, table.name)) {
        for (let row = 0; row < block.rows; row++) {
          if (wanted.has(block.rowNumbers[row] as number))
            kept.push(Object.fromEntries(names.map((name, column) => [name, cellText(block, row, column)])));
        }
        if ((block.rowNumbers[block.rows - 1] ?? 0) >= last) break;
      }
    });
  }
  writeFileSync(join(folder, WORKBENCH.bkn), JSON.stringify({ bkn: kept }));
}

async function withSource<T>(path: string, work: (source: Source) => Promise<T>): Promise<T> {
  const source = await openDelivered(path, undefined);
  if (!source.ok) throw new Error(`The delivery cannot be opened again: ${source.error.code}`);
  try {
    return await work(source.value);
  } finally {
    await closeSource(source.value);
  }
}

export function pickEvenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)] as T);
}
