import { cellText, closeSource, readTable, type Source, type SourceTable } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { foldText } from '#kernel/text.ts';
import {
  columnNames,
  findPeopleTable,
  idleLine,
  isChoosable,
  isSecretName,
  leaveDoubtful,
  openDelivered,
  proposeRecipe,
  type Recipe,
  type RecipeVersion,
} from '#mapping';
import type { Reference } from '#reference';
import { layOutWorkbench } from './lay-out.ts';

export interface RefusedInput {
  readonly folder: string;
  readonly berkas: string;
  readonly bkn: string;
  readonly per: LocalDate | undefined;
  readonly reference: Reference;
  readonly tawaran: readonly RecipeVersion[];
  /** The table that a person says holds the people. */
  readonly tabel?: string | undefined;
}

/**
 * Lays out a workbench for a file in which no people were recognised: of the table that a person named, or of the widest one. BKN's rows
 * stand beside those in which one of their numbers, or their name alone, is found. False where the file holds no table at all.
 */
export async function layOutRefused(input: RefusedInput): Promise<boolean> {
  const { folder, berkas, bkn, per, reference, tawaran } = input;
  const opened = await openDelivered(berkas, undefined);
  if (!opened.ok) return false;
  const source = opened.value;
  try {
    const table = chooseTable(source, input.tabel);
    if (!table) return false;
    const recipe = await proposeFor(source, table, reference);
    const pairs = await pairByCells(source, table, bkn, reference);
    await layOutWorkbench({ folder, berkas, recipe, per, pairs, differences: [], bkn, tawaran });
    return true;
  } finally {
    await closeSource(source);
  }
}

function chooseTable(source: Source, tabel: string | undefined): SourceTable | undefined {
  if (tabel !== undefined) return source.tables.find(({ name }) => name === tabel);
  const filled = source.tables.filter(({ sample }) => sample.length > 0);
  const [widest] = filled.toSorted((a, b) => b.columns.length - a.columns.length);
  return findPeopleTable(source) ?? widest;
}

/** What is proposed for the table as one of people; of anything else nothing is taken over. */
async function proposeFor(source: Source, table: SourceTable, reference: Reference): Promise<Recipe> {
  const proposal = await proposeRecipe(source, { reference, tabel: table.name });
  const names = columnNames(table.columns);
  if (!proposal.ok) {
    const kolom = names.filter((name) => !isSecretName(name)).map((name) => idleLine(name));
    return { ...NOTHING, tabel: table.name, kolom, rahasia: names.filter((name) => isSecretName(name)) };
  }
  const { recipe } = leaveDoubtful(proposal.value);
  const kolom = recipe.kolom.map((column) =>
    column.kanonik === null || isChoosable(column.kanonik) ? column : idleLine(column.sumber),
  );
  return { ...recipe, entitas: 'pegawai', kolom };
}

const NOTHING = {
  berkas: '',
  entitas: 'pegawai',
  baris: 0,
  saring: [],
  gabung: [],
  pilihan: [],
} as const satisfies Partial<Recipe>;

/** Rows of the file in which people are looked for. */
const LOOKED_AT = 3_000;
const NUMBER = /^(?:\d{9}|\d{16}|\d{18})$/;
const BESIDE = ['nip', 'nip_lama', 'nik', 'nama'] as const;

/** By what a cell may tell a person: a number of theirs, or a whole name. */
function keyOf(cell: string): string {
  const bare = cell.replace(/['\s.\-/]+/g, '');
  if (NUMBER.test(bare)) return bare;
  return /\p{L}+\s+\p{L}/u.test(cell) && !/\d/.test(cell) ? foldText(cell) : '';
}

/** Rows of the table by the row of BKN's that bears the same number or, alone on both sides, the same name. */
async function pairByCells(
  source: Source,
  table: SourceTable,
  bkn: string,
  reference: Reference,
): Promise<ReadonlyMap<number, { readonly barisBkn: number }>> {
  const rowOf = new Map<string, number>();
  let seen = 0;
  for await (const block of readTable(source, table.name)) {
    for (let row = 0; row < block.rows; row++) {
      for (let column = 0; column < block.columns; column++)
        note(rowOf, keyOf(cellText(block, row, column)), block.rowNumbers[row] as number);
    }
    seen += block.rows;
    if (seen >= LOOKED_AT) break;
  }
  const bknRowOf = await findAtBkn(bkn, reference, (key) => rowOf.has(key));
  const pairs = new Map<number, { readonly barisBkn: number }>();
  // numbers before names: a name may be somebody else's
  const ordered = [...bknRowOf].toSorted(([a], [b]) => Number(NUMBER.test(b)) - Number(NUMBER.test(a)));
  for (const [key, barisBkn] of ordered) {
    const row = rowOf.get(key) ?? 0;
    if (row > 0 && barisBkn > 0 && !pairs.has(row)) pairs.set(row, { barisBkn });
  }
  return pairs;
}

/** Where a key occurs; 0 where it does in several rows. */
function note(rowOf: Map<string, number>, key: string, row: number): void {
  if (key === '') return;
  const known = rowOf.get(key);
  if (known === undefined) rowOf.set(key, row);
  else if (known !== row) rowOf.set(key, 0);
}

async function findAtBkn(
  path: string,
  reference: Reference,
  isWanted: (key: string) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const opened = await openDelivered(path, undefined);
  if (!opened.ok) return found;
  try {
    const recipe = await proposeRecipe(opened.value, { reference });
    const table = recipe.ok ? opened.value.tables.find(({ name }) => name === recipe.value.tabel) : undefined;
    if (!recipe.ok || !table) return found;
    const names = columnNames(table.columns);
    const columns = recipe.value.kolom
      .filter(({ kanonik }) => BESIDE.some((field) => field === kanonik))
      .map(({ sumber }) => names.indexOf(sumber));
    for await (const block of readTable(opened.value, table.name)) {
      for (let row = 0; row < block.rows; row++) {
        for (const column of columns) {
          const key = keyOf(cellText(block, row, column));
          if (isWanted(key)) note(found, key, block.rowNumbers[row] as number);
        }
      }
    }
    return found;
  } finally {
    await closeSource(opened.value);
  }
}
