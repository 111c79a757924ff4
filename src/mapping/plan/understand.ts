import type { Field } from '#canonical';
import { foldText } from '#kernel/text.ts';
import type { Found, Reference, ReferenceTable } from '#reference';
import { foldBknId } from '#rules/bkn-id.ts';
import { foldGelar } from '#rules/gelar.ts';
import { parseGolongan } from '#rules/golongan.ts';
import { foldTempat } from '#rules/tempat.ts';
import { EMPTY_VALUE, type Entry } from './entry.ts';
import { LABEL_ALIASES } from './label-aliases.ts';

/** One distinct cell of a coded field, after its column's reader. */
export interface Cell {
  /** As it stood in the file, for people. */
  readonly delivered: string;
  /** Text half, or local code; '' where the column is absent or empty. */
  readonly label: string;
  /** Id half: BKN's code or id; '' where absent. */
  readonly id: string;
  /** False: the source's own code table lacks the code. `bare`: a local code that nobody has explained yet. */
  readonly isKnown: boolean | 'bare';
  /** The label is what the recipe says of the code; the source has no words of its own for it. */
  readonly isTold?: boolean;
}

/** What a cell of a field means. Pure for one reference; asked once for each distinct cell. */
export type Understand = (field: Field, cell: Cell) => Entry;

/** Lists that are short, complete and closed: a value outside of them is an error, not a variant. */
const CLOSED = new Set([
  'jenis_kelamin',
  'agama',
  'jenis_kawin',
  'status_cpns_pns',
  'jenis_pegawai',
  'kedudukan_hukum',
  'jenis_jabatan',
  'eselon',
  'tingkat_pendidikan',
]);

export const isClosedField = (field: Field): boolean =>
  field.normalisasi === 'golongan' || CLOSED.has(field.tabelReferensi?.[0] ?? '');

export function createUnderstand(reference: Reference): Understand {
  const aliases = new Map(Object.entries(LABEL_ALIASES).map(([tabel, byCode]) => [tabel, invert(byCode)]));
  const judges = new Map<Field, (cell: Cell) => Entry>();
  const judgeOf = (field: Field): ((cell: Cell) => Entry) => {
    if (field.tipe === 'gelar') return understandGelar;
    if (field.normalisasi === 'golongan') return understandGolongan;
    const tables = field.tabelReferensi ?? [];
    const table = reference.table(...tables);
    const words = aliases.get(tables[0] ?? '') ?? new Map<string, string>();
    return isClosedField(field)
      ? (cell) => understandClosed(cell, table, words)
      : (cell) => understandOpen(field, cell, table);
  };
  return (field, cell) => {
    const asked = judges.get(field);
    if (asked) return asked(cell);
    const judge = judgeOf(field);
    judges.set(field, judge);
    return judge(cell);
  };
}

function invert(byCode: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(byCode).flatMap(([code, words]) => words.map((word): [string, string] => [word, code])),
  );
}

const isPlainLetter = (code: number): boolean => (code | 0x20) >= 97 && (code | 0x20) <= 122;

/** Whether two letters stand side by side; most labels begin so. */
const hasLetters = (text: string): boolean =>
  (isPlainLetter(text.charCodeAt(0)) && isPlainLetter(text.charCodeAt(1))) || /\p{L}{2}/u.test(text);

/** A run of zeros stands for nothing where the list has no such code. */
export const isZeroCode = (text: string): boolean => text.startsWith('0') && /^0+$/.test(text);

const isNothing = ({ label, id }: Cell): boolean =>
  (label === '' || isZeroCode(label)) && (id === '' || isZeroCode(id));

/** A value that its list lacks. */
function notListed(cell: Cell): Entry {
  if (isNothing(cell)) return EMPTY_VALUE;
  return { text: cell.delivered, code: '', folded: '', isBareCode: false, problem: 'KODE_TIDAK_DIKENAL' };
}

function bareCode(cell: Cell): Entry {
  return { text: cell.delivered, code: '', folded: '', isBareCode: true };
}

function known(text: string, code: string): Entry {
  return { text, code, folded: foldText(text), isBareCode: false };
}

/** Titles compare as a set; a cell that holds nothing but forms of address is empty. */
function understandGelar(cell: Cell): Entry {
  const titles = foldGelar(cell.label);
  return { text: cell.label.trim(), code: titles.join(' '), folded: titles.join(' '), isBareCode: false };
}

function understandGolongan(cell: Cell): Entry {
  if (cell.isKnown === 'bare') return bareCode(cell);
  for (const text of [cell.id, cell.label]) {
    if (text === '') continue;
    const pns = parseGolongan(text);
    // A lone roman number is a PPPK's; a lone plain number may be anybody's local code.
    const reading = pns.ok || /\d/.test(text) ? pns : parseGolongan(text, { pppk: true });
    if (reading.ok && reading.value !== undefined) return known(reading.value, reading.value);
  }
  return notListed(cell);
}

/** A value of a short list: by code, then by name, then by the words that offices use for it. */
function understandClosed(cell: Cell, table: ReferenceTable, aliases: ReadonlyMap<string, string>): Entry {
  if (cell.isKnown === 'bare') return bareCode(cell);
  const byId = cell.id === '' ? undefined : rowOf(table.findByCode(cell.id));
  if (byId) return known(byId.nama, byId.id);
  const byName = rowOf(table.findByName(cell.label));
  if (byName) return known(byName.nama, byName.id);
  const alias = aliases.get(foldText(cell.label));
  const byAlias = alias === undefined ? undefined : table.findById(alias);
  if (byAlias) return known(byAlias.nama, byAlias.id);
  const byCode = rowOf(table.findByCode(cell.label));
  if (byCode && cell.isKnown) return known(byCode.nama, byCode.id);
  return notListed(cell);
}

function rowOf(found: Found): { readonly id: string; readonly nama: string } | undefined {
  return found.kind === 'one' ? found.row : undefined;
}

/** A value of a long or open list: BKN's id where it is given, and the text in the form in which it is compared. */
function understandOpen(field: Field, cell: Cell, table: ReferenceTable): Entry {
  if (cell.isKnown === true && isNothing(cell)) return EMPTY_VALUE;
  // Names of governments are unique, those of posts, programmes and places are not.
  const isInstansi = field.tabelReferensi?.includes('instansi') ?? false;
  const named = isInstansi && cell.id === '' ? rowOf(table.findByName(cell.label)) : undefined;
  const code = foldBknId(named?.id ?? cell.id);
  const label = cell.label !== '' ? cell.label.trim() : (table.findById(code)?.nama ?? '');
  if (label !== '' && (cell.isKnown !== true || !hasLetters(label)) && code === '') {
    return cell.isKnown === false ? notListed(cell) : bareCode(cell);
  }
  const folded = field.normalisasi === 'tempat' ? foldTempat(label).nama : foldText(label);
  return { text: label === '' ? cell.delivered : label, code, folded, isBareCode: false };
}
