import { dicePick, type Lot, shuffled } from '../dice.ts';
import type { Column, Encode, TableLayout } from './column.ts';
import { PLAIN } from './reader.ts';

/** Words that mean the same in the headings of personnel tables; a renamed column takes another of its group. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['nomor', 'no', 'nomer'],
  ['tanggal', 'tgl', 'tg'],
  ['tahun', 'thn', 'th'],
  ['bulan', 'bln', 'bl'],
  ['gelar', 'glr'],
  ['belakang', 'blk', 'blkg'],
  ['jabatan', 'jab', 'jbt'],
  ['pendidikan', 'pendid', 'pdd'],
  ['golongan', 'gol', 'golru'],
  ['pangkat', 'pkt'],
  ['kelamin', 'kel'],
  ['alamat', 'almt', 'alm'],
  ['telepon', 'telp', 'tlp'],
  ['unit', 'unor'],
  ['masa kerja', 'mk'],
  ['lulus', 'lls'],
];

const BY_WORD: ReadonlyMap<string, readonly string[]> = new Map(
  SYNONYMS.flatMap((group) => group.map((word) => [word, group] as const)),
);
const WORDS = [...BY_WORD.keys()].toSorted((a, b) => b.length - a.length);

/** Columns that an office added for itself; they mean nothing to others. */
const LOCAL: readonly (readonly [name: string, type: string, encode: Encode])[] = [
  ['no_absen', 'varchar(10)', (_, row) => String((row.seed % 90_000) + 10_000)],
  [
    'cabang_bank',
    'varchar(30)',
    (_, row) => dicePick(row.seed, 201, ['Cabang Utama', 'Capem Timur', 'Capem Barat', '']),
  ],
  ['zona', 'varchar(5)', (_, row) => dicePick(row.seed, 202, ['A', 'B', 'C', 'D'])],
  [
    'catatan',
    'varchar(100)',
    (_, row) => dicePick(row.seed, 203, ['', '', 'berkas lengkap', 'perlu dicek', 'arsip lemari 2']),
  ],
  ['kode_mesin', 'varchar(8)', (_, row) => `M${(row.seed >>> 3) % 40}`],
  ['kelompok_apel', 'varchar(12)', (_, row) => dicePick(row.seed, 204, ['Apel 1', 'Apel 2', 'Apel 3'])],
  ['status_berkas', 'varchar(12)', (_, row) => dicePick(row.seed, 205, ['ada', 'belum', 'ada'])],
  ['ukuran_baju', 'varchar(4)', (_, row) => dicePick(row.seed, 206, ['S', 'M', 'L', 'XL'])],
];

export interface VaryOptions {
  /** Laid out as one flat file. */
  readonly flat: boolean;
  /** With columns of the office's own. */
  readonly locals: boolean;
  /** Longest heading that the container can hold. */
  readonly longest?: number | undefined;
}

/**
 * Makes a family's table an office's own: leaves out 5 to 15% of the optional columns, renames 3 to 8%, shuffles the blocks
 * and adds 1 to 4 local columns. The first block stays first, as people read it.
 */
export function varyTable(table: TableLayout, lot: Lot, { flat, locals, longest }: VaryOptions): readonly Column[] {
  const blocks = table.blocks.map((block) => block.filter((column) => (flat ? !column.dumpOnly : !column.csvOnly)));
  const optional = blocks.flat().filter((column) => column.optional).length;
  const dropShare = 0.05 + 0.1 * lot.unit();
  const drops = new Set(
    shuffled(
      Array.from({ length: optional }, (_, i) => i),
      lot,
    ).slice(0, Math.round(optional * dropShare)),
  );
  let seen = 0;
  const kept = blocks.map((block) => block.filter((column) => !(column.optional && drops.has(seen++))));
  const [first = [], ...others] = kept;
  const columns = [...first, ...shuffled(others, lot).flat(), ...(locals ? localColumns(first, lot) : [])];
  return shorten(renameSome(columns, lot), longest);
}

/** Cuts headings to what the container can hold; none is cut to the name of another. */
export function shorten(columns: readonly Column[], longest: number | undefined): readonly Column[] {
  if (longest === undefined) return columns;
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column.name.slice(0, longest);
    for (let number = 1; taken.has(name); number++) name = column.name.slice(0, longest - 1) + String(number);
    taken.add(name);
    return name === column.name ? column : { ...column, name };
  });
}

function localColumns(like: readonly Column[], lot: Lot): Column[] {
  const style = styleOf(like[like.length - 1]?.name ?? '');
  const count = 1 + lot.below(4);
  return shuffled(LOCAL, lot)
    .slice(0, count)
    .map(([name, type, encode]) => ({ name: style(name), type, canonical: null, field: null, reader: PLAIN, encode }));
}

/** One more column of the office's own, at the end. */
export function addLocal(columns: readonly Column[], lot: Lot): readonly Column[] {
  const style = styleOf(columns[0]?.name ?? '');
  const known = new Set(columns.map(({ name }) => name.toLowerCase()));
  const free = LOCAL.filter(([name]) => !known.has(style(name).toLowerCase()));
  const [name, type, encode] = lot.pick(free.length > 0 ? free : LOCAL);
  const heading = free.length > 0 ? style(name) : `${style(name)}2`;
  return [...columns, { name: heading, type, canonical: null, field: null, reader: PLAIN, encode }];
}

/** A heading in the spelling of its neighbours: upper case, words with blanks, or as it is. */
function styleOf(neighbour: string): (name: string) => string {
  if (/^[A-Z0-9_]+$/.test(neighbour)) return (name) => name.toUpperCase();
  if (/^[A-Z]/.test(neighbour))
    return (name) =>
      name.replace(/(^|_)(\w)/g, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase());
  return (name) => name;
}

/** Renames 3 to 8% of the columns that mean something. */
export function renameSome(columns: readonly Column[], lot: Lot): readonly Column[] {
  const wanted = Math.max(1, Math.round(columns.length * (0.03 + 0.05 * lot.unit())));
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  const renamed = new Map<Column, string>();
  for (const column of shuffled(columns, lot)) {
    if (renamed.size >= wanted) break;
    const name = renameOf(column.name, lot);
    if (name === undefined || taken.has(name.toLowerCase()) || column.canonical === null) continue;
    taken.add(name.toLowerCase());
    renamed.set(column, name);
  }
  return columns.map((column) => {
    const name = renamed.get(column);
    return name === undefined ? column : { ...column, name };
  });
}

function renameOf(name: string, lot: Lot): string | undefined {
  const lower = name.toLowerCase();
  const word = WORDS.find((each) =>
    each.length > 2 ? lower.includes(each) : new RegExp(`(^|[_ ])${each}([_ ]|$)`).test(lower),
  );
  const group = word === undefined ? undefined : BY_WORD.get(word);
  if (word === undefined || group === undefined) return undefined;
  const others = group.filter((each) => each !== word);
  const at = lower.indexOf(word);
  const piece = lot.pick(others);
  const original = name.slice(at, at + word.length);
  const cased =
    original === original.toUpperCase()
      ? piece.toUpperCase()
      : /^[A-Z]/.test(original)
        ? piece.slice(0, 1).toUpperCase() + piece.slice(1)
        : piece;
  return name.slice(0, at) + cased + name.slice(at + word.length);
}
