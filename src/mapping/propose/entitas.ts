import type { Entitas } from '#canonical';
import type { SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import { sampleOf } from '../sample/table-sample.ts';
import { kindOfRows } from './history-kind.ts';
import { repeatsNumbers, repeatsPersons } from './row-owner.ts';

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
  const sample = sampleOf(table);
  const told = repeatsPersons(sample) || repeatsNumbers(sample) ? kindOfRows(table) : undefined;
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

/** The history that a table's name speaks of, or undefined. */
export function historyOf(name: string): Entitas | undefined {
  const words = readConcepts(name);
  // of several nouns the first is the table's, the others are what else it holds
  const first = words.find((word) => HISTORIES.some(([noun]) => noun === word));
  return HISTORIES.find(([word]) => word === first)?.[1] ?? (isOfDecrees(words) ? 'riwayat' : undefined);
}

/** "sk", "riwayat_sk", "sk_pegawai": nothing beside the decree tells of which kind it is. */
const isOfDecrees = (words: readonly string[]): boolean =>
  words.includes('sk') && words.every((word) => word === 'sk' || word === 'riwayat' || word === 'pegawai');
