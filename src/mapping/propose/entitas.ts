import type { Entitas } from '#canonical';
import type { SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { isNumberOfPerson } from './person-number.ts';
import { findYardstick } from './yardstick.ts';

/** Histories by the nouns of their table's name or, failing that, of their columns. */
const HISTORIES: readonly (readonly [string, Entitas])[] = [
  ['kgb', 'riwayat_kgb'],
  ['gaji', 'riwayat_kgb'],
  ['pendidikan', 'riwayat_pendidikan'],
  ['ijazah', 'riwayat_pendidikan'],
  ['pangkat', 'riwayat_pangkat'],
  ['gol', 'riwayat_pangkat'],
  ['jab', 'riwayat_jabatan'],
];

/** What the rows of a table are: persons, or rows of one of their histories. */
export function findEntitas(table: SourceTable): Entitas {
  const columns = new Set(table.columns.flatMap((column) => readConcepts(column)));
  const isPerson = ['kelamin', 'agama', 'kawin', 'lahir'].filter((word) => columns.has(word)).length >= 2;
  if (isPerson) return 'pegawai';
  const history = historyOf(table.name);
  if (history) return history;
  const told = repeatsPersons(table) || repeatsNumbers(table) ? historyByColumns(table) : undefined;
  if (told) return told;
  if (columns.has('kategori') && columns.has('sk') && columns.has('tmt')) return 'riwayat';
  const dated = new Set(
    table.columns.flatMap((column) => {
      const words = readConcepts(column);
      return words.includes('tmt')
        ? HISTORIES.flatMap(([word, entitas]) => (words.includes(word) ? [entitas] : []))
        : [];
    }),
  );
  const [only] = dated;
  // several kinds of dates of effect beside each other, or golongan beside a post, are one person's present state
  return only !== undefined && dated.size === 1 && !(columns.has('gol') && columns.has('jab')) ? only : 'pegawai';
}

/** A person in several rows: the table is a history, whatever its name. */
export function repeatsPersons(table: SourceTable): boolean {
  const column = findOwner(sampleOf(table));
  return column !== undefined && column.filled >= 20 && column.variety < 0.9;
}

/** The same of a table without a NIP, by a number of the person's: "PEG_ID". */
function repeatsNumbers(table: SourceTable): boolean {
  return sampleOf(table).columns.some(
    (column) =>
      isNumberOfPerson(readConcepts(column.name)) &&
      column.share('bulat') > 0.9 &&
      column.filled >= 20 &&
      column.variety < 0.9,
  );
}

/** The column that tells by its NIP whose row it is, however many rows a person has. */
export function findOwner(sample: TableSample): ColumnFacts | undefined {
  const { column } = findYardstick(sample);
  return column ?? sample.columns.find((each) => each.share('nip') > 0.9 && each.filledShare > 0.9);
}

/** Words of columns by the history that they belong to. */
const SIGNS: readonly (readonly [Entitas, readonly string[]])[] = [
  ['riwayat_pendidikan', ['pendidikan', 'ijazah', 'lulus', 'sekolah', 'jurusan']],
  ['riwayat_pangkat', ['pangkat', 'gol', 'kredit']],
  ['riwayat_jabatan', ['jab', 'eselon', 'unit', 'lantik']],
  ['riwayat_kgb', ['kgb', 'gaji']],
];

/** The history that most columns speak of: at least two, or the only one that any speaks of. */
function historyByColumns(table: SourceTable): Entitas | undefined {
  const counts = SIGNS.map(([entitas, words]) => ({
    entitas,
    count: table.columns.filter((column) => readConcepts(column).some((word) => words.includes(word))).length,
  }));
  const [best, next] = counts.toSorted((a, b) => b.count - a.count);
  return best && (best.count >= 2 || (best.count === 1 && next?.count === 0)) ? best.entitas : undefined;
}

/** The history that a table's name speaks of, or undefined. */
export function historyOf(name: string): Entitas | undefined {
  const words = readConcepts(name);
  // of several nouns the first is the table's, the others are what else it holds
  const first = words.find((word) => HISTORIES.some(([noun]) => noun === word));
  return (
    HISTORIES.find(([word]) => word === first)?.[1] ?? (words.length === 1 && words[0] === 'sk' ? 'riwayat' : undefined)
  );
}
