import { cellText, partsOf, readTable, type Source, type SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import { findEntitas } from '../propose/entitas.ts';
import { findOwner, repeatsPersons } from '../propose/row-owner.ts';
import type { Recipe } from '../recipe.ts';
import { sampleOf } from '../sample/table-sample.ts';
import { bareDigits } from '../sample/value-tests.ts';
import { tablesOf } from '../structure/structure.ts';
import { matchHeadings } from './match-headings.ts';

/** A table of people in the same container that the recipe does not read. */
export interface UnreadPeople {
  readonly tabel: string;
  readonly baris: number;
  /** Of its people those who are not in the table that is read; all rows where no number tells them. */
  readonly tidak_terbaca: number;
  readonly kalimat: string;
}

/**
 * The tables of people beside the one that is read, so that none is left out without a word. Reads each of them once, and the people's
 * own once more, but only where there is such a table. `remedy` says
 * how to send or choose a table of that name.
 */
export async function findUnreadPeople(
  source: Source,
  recipe: Recipe,
  remedy: (tabel: string) => string,
): Promise<readonly UnreadPeople[]> {
  const people = source.tables.find(({ name }) => name === recipe.tabel);
  const used = tablesOf(recipe);
  const others = source.tables.filter(({ name }) => !used.has(name)).flatMap(partsOf);
  const unread = people ? others.filter((table) => holdsPeople(source, table)) : [];
  if (!people || unread.length === 0) return [];
  const read = new Set<string>();
  await eachNip(source, people, (nip) => read.add(nip));
  const found: UnreadPeople[] = [];
  for (const table of unread) {
    const missing = new Set<string>();
    const { baris, known } = await eachNip(source, table, (nip) => {
      if (!read.has(nip)) missing.add(nip);
    });
    // people without a number of their own cannot be looked for
    const tidak_terbaca = known === 0 ? baris : missing.size;
    const isCopy = matchHeadings(people.columns, table.columns) !== undefined;
    if (baris === 0) continue;
    found.push({
      tabel: table.name,
      baris,
      tidak_terbaca,
      kalimat: tell({ people, table, baris, tidak_terbaca, isCopy, remedy }),
    });
  }
  return found;
}

interface Telling {
  readonly people: SourceTable;
  readonly table: SourceTable;
  readonly baris: number;
  readonly tidak_terbaca: number;
  readonly isCopy: boolean;
  readonly remedy: (tabel: string) => string;
}

function tell({ people, table, baris, tidak_terbaca, isCopy, remedy }: Telling): string {
  const jenis = table.sheets ? 'Lembar' : 'Tabel';
  const what = `${jenis} "${table.name}" (${baris} baris) memuat pegawai dan tidak dibaca`;
  if (tidak_terbaca === 0) return `${what}: semua orangnya ada di "${people.name}", yang dibaca.`;
  const why = isCopy
    ? 'judulnya sama, tetapi namanya atau isinya menunjukkan data lama atau bukan pegawai aktif'
    : 'judul kolomnya lain';
  return `${what}, karena ${why}: ${tidak_terbaca} orang tidak ada di "${people.name}", yang dibaca. Bila mereka pegawai aktif, ${remedy(table.name)}.`;
}

/** Names of tables of relatives. */
const RELATIVES = /keluarga|anak|pasangan|suami|is(?:t|te)ri|ortu|orang.?tua|ayah|ibu(?![a-z])/i;

/** One row a person: known by NIP, or in a file of sheets (where no table of relatives is) by NIK or birth date beside the name. */
function holdsPeople({ container }: Source, table: SourceTable): boolean {
  if (table.columns.length < 3 || table.sample.length === 0) return false;
  if (findEntitas(table) !== 'pegawai' || repeatsPersons(sampleOf(table))) return false;
  const concepts = new Set(table.columns.flatMap((column) => readConcepts(column)));
  if (concepts.has('!password') || RELATIVES.test(table.name)) return false;
  const owner = findOwner(sampleOf(table));
  if (owner) return concepts.has('nama') && owner.filledShare >= 0.5 && owner.variety >= 0.9;
  const isDatabase = container === 'sql' || container === 'mdb';
  return !isDatabase && concepts.has('nama') && (concepts.has('nik') || concepts.has('lahir'));
}

const NIP = /^\d{18}$/;

async function eachNip(
  source: Source,
  table: SourceTable,
  take: (nip: string) => void,
): Promise<{ readonly baris: number; readonly known: number }> {
  const key = findOwner(sampleOf(table))?.index ?? -1;
  let [baris, known] = [0, 0];
  for await (const block of readTable({ ...source, tables: [table] }, table.name)) {
    baris += block.rows + block.problems.filter(({ column }) => column < 0).length;
    if (key < 0) continue;
    for (let row = 0; row < block.rows; row++) {
      const nip = bareDigits(cellText(block, row, key));
      if (!NIP.test(nip)) continue;
      known++;
      take(nip);
    }
  }
  return { baris, known };
}
