import { COMPARED_FIELDS, type Field, FIELDS } from '../../src/canonical/index.ts';
import { isEmptyText } from '../../src/kernel/text.ts';
import type { ColumnMapping, Recipe } from '../../src/mapping/index.ts';
import { parseDigit } from '../../src/rules/digit.ts';
import { splitGelar } from '../../src/rules/gelar.ts';
import { isCoded, normaliseCode, normaliseText, type Value } from './normalise.ts';
import type { CsvRow } from './read-csv-rows.ts';

/** One person in canonical form; a field that the file does not deliver is absent. */
export interface Person {
  readonly nip: string;
  readonly values: Readonly<Record<string, Value>>;
}

const JUDUL_SIASN = new Map(FIELDS.map(({ nama, judulSiasn }) => [nama as string, judulSiasn]));

/** A row of BKN's export: the headings are fixed. */
export function readBknPerson(row: CsvRow): Person {
  const values: Record<string, Value> = {};
  const bknCell = (nama: string | undefined): string | undefined => row[JUDUL_SIASN.get(nama ?? '') ?? ''];
  for (const field of COMPARED_FIELDS) {
    const text = bknCell(field.nama);
    const id = bknCell(field.pasangan);
    if (text === undefined && id === undefined) continue;
    values[field.nama] = isCoded(field)
      ? normaliseCode(field, text?.trim() ?? '', id?.trim() ?? '', true)
      : normaliseText(field, text ?? '', 'dmy');
  }
  return { nip: values['nip']?.folded ?? '', values };
}

/** A row of a Simpeg as its recipe says; undefined where the recipe drops the row or it has no NIP. */
export function readSimpegPerson(row: CsvRow, recipe: Recipe): Person | undefined {
  if (isDropped(row, recipe)) return undefined;
  const values: Record<string, Value> = {};
  for (const field of COMPARED_FIELDS) {
    const value = isCoded(field) ? readCode(field, row, recipe) : readText(field, row, recipe);
    if (value) values[field.nama] = value;
  }
  const name = findColumns(recipe, 'nama')[0];
  if (name?.pembaca.jenis === 'nama_bergelar') splitName(row[name.sumber] ?? '', values);
  const nip = parseDigit(values['nip']?.text ?? '');
  return nip.ok && nip.value !== undefined ? { nip: nip.value, values } : undefined;
}

function isDropped(row: CsvRow, { saring }: Recipe): boolean {
  return saring.some(({ sumber, nilai, selain }) => {
    const value = (row[sumber] ?? '').trim().toLowerCase();
    return nilai.some((listed) => listed.trim().toLowerCase() === value) !== selain;
  });
}

function findColumns(recipe: Recipe, kanonik: string | undefined): ColumnMapping[] {
  return recipe.kolom.filter((column) => column.kanonik === kanonik);
}

/** The column that counts: the one that the recipe chooses by another column, else the first that is not empty. */
function pickColumn(row: CsvRow, recipe: Recipe, kanonik: string | undefined): ColumnMapping | undefined {
  const columns = findColumns(recipe, kanonik);
  const choice = recipe.pilihan.find((candidate) => candidate.kanonik === kanonik);
  const chosen = choice && (choice.bila[(row[choice.menurut] ?? '').trim()] ?? choice.lain);
  if (chosen !== undefined) return columns.find(({ sumber }) => sumber === chosen);
  return columns.find((column) => !isEmptyText(cellOf(row, column))) ?? columns[0];
}

function cellOf(row: CsvRow, { sumber, pembaca }: ColumnMapping): string {
  if (pembaca.jenis === 'sambung') return pembaca.kolom.map((name) => row[name] ?? '').join(pembaca.pemisah);
  return (row[sumber] ?? '').trim();
}

function readText(field: Field, row: CsvRow, recipe: Recipe): Value | undefined {
  const column = pickColumn(row, recipe, field.nama);
  if (!column) return undefined;
  const { pembaca } = column;
  const urutan = pembaca.jenis === 'tanggal' && pembaca.urutan !== 'ydm' ? pembaca.urutan : 'dmy';
  return normaliseText(field, cellOf(row, column), urutan);
}

function readCode(field: Field, row: CsvRow, recipe: Recipe): Value | undefined {
  const label = pickColumn(row, recipe, field.nama);
  const id = pickColumn(row, recipe, field.pasangan);
  if (!label && !id) return undefined;
  const isBare = [label, id].some((column) => column?.pembaca.jenis === 'kode_lokal');
  return isBare
    ? undefined
    : normaliseCode(field, label ? meaningOf(row, label) : '', id ? meaningOf(row, id) : '', true);
}

/** The delivered text through the recipe's code table. */
function meaningOf(row: CsvRow, column: ColumnMapping): string {
  const text = cellOf(row, column);
  return column.pembaca.jenis === 'kode' ? (column.pembaca.tabel[text] ?? text) : text;
}

/** Titles that stand inside the name go to the title fields where those are empty. */
function splitName(fullName: string, values: Record<string, Value>): void {
  const { depan, nama, belakang } = splitGelar(fullName);
  const parts = { nama, gelar_depan: depan, gelar_belakang: belakang };
  for (const field of COMPARED_FIELDS) {
    const text = parts[field.nama as keyof typeof parts];
    if (text === undefined || (field.nama !== 'nama' && (values[field.nama]?.folded ?? '') !== '')) continue;
    values[field.nama] = isCoded(field) ? normaliseCode(field, text, '', true) : normaliseText(field, text, 'dmy');
  }
}
