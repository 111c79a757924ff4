import type { Field } from '#canonical';
import type { ProblemCode } from '#kernel/problem.ts';
import { foldText } from '#kernel/text.ts';
import type { Found, Reference } from '#reference';
import { foldBknId } from '#rules/bkn-id.ts';
import { foldGelar } from '#rules/gelar.ts';
import { parseGolongan } from '#rules/golongan.ts';
import { foldTempat } from '#rules/tempat.ts';
import type { Columns, FilledFeed } from './columns.ts';
import { isClosed } from './fields.ts';
import type { DataRow } from './table.ts';
import { KOSONG, type Meaning, RUSAK, type Value } from './value.ts';
import { WORDS } from './words.ts';

export type Report = (kolom: string, nilai: string, kode: ProblemCode) => void;

/** The text half and the id half of a cell after the readers of their columns. */
interface Cell {
  readonly label: string;
  readonly id: string;
  /** `bare`: a local code without a dictionary. `unknown`: the column's own dictionary lacks it. */
  readonly standing: 'known' | 'bare' | 'unknown';
}

/** Reads a coded field: one of its text columns, one of its id columns, or both. */
export function readCode(field: Field, columns: Columns, row: DataRow, reference: Reference, report: Report): Value {
  const label = pick(field.nama, isClosed(field), columns, row);
  const id = pick(field.pasangan, false, columns, row);
  if (!label && !id) return KOSONG;
  const delivered = label?.cell ?? id?.cell ?? '';
  const meaning = understand(field, joinHalves(label, id), delivered, reference);
  if (meaning === 'rusak') {
    report((label ?? id)?.sumber ?? '', delivered, 'KODE_TIDAK_DIKENAL');
    return RUSAK;
  }
  if (meaning === 'kosong') return KOSONG;
  const source = [label, id].map((half) => `${half?.sumber}=${half?.cell}`).join('|');
  return coded(field, meaning === 'bare' ? { code: '', text: delivered, folded: '', bare: source } : meaning);
}

/** A meaning as a value: short lists are shown by their code, all else by its text. */
export function coded(field: Field, meaning: Meaning): Value {
  const tulis = isClosed(field) && meaning.code !== '' ? meaning.code : meaning.text;
  return { is: 'kode', tulis, meaning };
}

/** The column that counts: the one that the recipe's choice names, else the first that holds anything. */
function pick(name: string | undefined, closed: boolean, columns: Columns, row: DataRow): FilledFeed | undefined {
  const filled = columns.filled(row, name);
  const choice = columns.recipe.pilihan.find(({ kanonik }) => kanonik === name);
  if (choice && columns.has(choice.menurut)) {
    const chosen = choice.bila[columns.cell(row, choice.menurut)] ?? choice.lain;
    return filled.find(({ sumber }) => sumber === chosen);
  }
  // Where a national code and its label stand side by side and disagree, the label was picked wrongly from a list.
  const besides = closed && columns.of(name).every(({ reader }) => reader.jenis !== 'kode_lokal');
  return (besides ? filled.find(({ cell }) => /^[0-9]/.test(cell)) : undefined) ?? filled[0];
}

function joinHalves(label: FilledFeed | undefined, id: FilledFeed | undefined): Cell {
  const [text, code] = [label && throughReader(label), id && throughReader(id)];
  // A label speaks for itself: an id beside it that nobody can explain adds nothing.
  if (text?.standing === 'known' && code?.standing !== 'known') return { label: text.text, id: '', standing: 'known' };
  const standing = text && text.standing !== 'known' ? text.standing : (code?.standing ?? 'known');
  return { label: text?.text ?? '', id: code?.text ?? '', standing };
}

function throughReader({ cell, reader, labels }: FilledFeed): {
  readonly text: string;
  readonly standing: Cell['standing'];
} {
  const within = (longest: number): Cell['standing'] => (cell.length <= longest ? 'bare' : 'unknown');
  if (reader.jenis === 'kode_lokal') return { text: cell, standing: within(reader.panjang ?? cell.length) };
  if (reader.jenis !== 'kode' && reader.jenis !== 'rujukan') return { text: cell, standing: 'known' };
  const label = labels.get(cell);
  if (label !== undefined) return { text: label, standing: 'known' };
  if (isZero(cell)) return { text: '', standing: 'known' };
  // A code as long as those of a dictionary is one that it lacks; a longer one, or one outside of a table, is dirt.
  const longest = Math.max(0, ...[...labels.keys()].map((code) => code.length));
  return { text: cell, standing: reader.jenis === 'kode' ? within(longest) : 'unknown' };
}

/** 0 stands for nothing where the list has no such code (kanonik.md 2.2); a code without any list may mean something. */
const isZero = (text: string): boolean => /^0*$/.test(text);

const notListed = ({ label, id }: Cell): Understood => (isZero(label) && isZero(id) ? 'kosong' : 'rusak');

type Understood = Meaning | 'kosong' | 'rusak' | 'bare';

function understand(field: Field, cell: Cell, delivered: string, reference: Reference): Understood {
  if (field.normalisasi === 'gelar') return titlesOf(cell.label) ?? 'kosong';
  if (field.normalisasi === 'golongan') return understandGolongan(cell);
  return isClosed(field) ? understandClosed(field, cell, reference) : understandOpen(field, cell, delivered, reference);
}

const known = (code: string, text: string): Meaning => ({ code, text, folded: foldText(text), bare: undefined });

/** Titles are a set; a cell that holds nothing but forms of address (H., Hj.) holds none. */
export function titlesOf(text: string): Meaning | undefined {
  const titles = foldGelar(text).join(' ');
  return titles === '' ? undefined : { code: titles, text: text.trim(), folded: titles, bare: undefined };
}

function understandGolongan(cell: Cell): Understood {
  const { id, label, standing } = cell;
  if (standing === 'bare') return 'bare';
  for (const text of [id, label].filter((half) => half !== '')) {
    const pns = parseGolongan(text);
    // A Roman number alone is a golongan of PPPK.
    const read = pns.ok || /\d/.test(text) ? pns : parseGolongan(text, { pppk: true });
    if (read.ok && read.value !== undefined) return known(read.value, read.value);
  }
  return notListed(cell);
}

function understandClosed(field: Field, cell: Cell, reference: Reference): Understood {
  const { id, label, standing } = cell;
  if (standing === 'bare') return 'bare';
  const tables = field.tabelReferensi ?? [];
  const table = reference.table(...tables);
  const folded = foldText(label);
  const words = Object.entries(WORDS[tables[0] ?? ''] ?? {});
  const byWord = words.find(([, spellings]) => spellings.split(', ').includes(folded))?.[0];
  const found =
    (id === '' ? undefined : only(table.findByCode(id))) ??
    only(table.findByName(label)) ??
    (byWord === undefined ? undefined : table.findById(byWord)) ??
    (standing === 'known' ? only(table.findByCode(label)) : undefined);
  return found ? known(found.id, found.nama) : notListed(cell);
}

const only = (found: Found) => (found.kind === 'one' ? found.row : undefined);

/** Posts, programmes, places, units: BKN's id where it is given, and the text. */
function understandOpen(field: Field, cell: Cell, delivered: string, reference: Reference): Understood {
  if (cell.standing === 'known' && isZero(cell.label) && isZero(cell.id)) return 'kosong';
  const table = reference.table(...(field.tabelReferensi ?? []));
  // Of all open lists only the names of governments are unique.
  const byName =
    field.tabelReferensi?.includes('instansi') && cell.id === '' ? only(table.findByName(cell.label)) : undefined;
  const code = foldBknId(byName?.id ?? cell.id);
  const label = cell.label === '' ? (table.findById(code)?.nama ?? '') : cell.label.trim();
  const isCode = label !== '' && code === '' && (cell.standing !== 'known' || !/\p{L}{2}/u.test(label));
  if (isCode) return cell.standing === 'unknown' ? notListed(cell) : 'bare';
  const folded = field.normalisasi === 'tempat' ? foldTempat(label).nama : foldText(label);
  if (code === '' && folded === '') return 'kosong';
  return { code, text: label === '' ? delivered : label, folded, bare: undefined };
}
