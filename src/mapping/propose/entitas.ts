import type { Entitas } from '#canonical';
import type { SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';

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
  return (
    HISTORIES.find(([word]) => words.includes(word))?.[1] ??
    (words.length === 1 && words[0] === 'sk' ? 'riwayat' : undefined)
  );
}
