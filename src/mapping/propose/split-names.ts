import { BETWEEN_WORDS } from '../made/sambung.ts';
import type { ColumnMapping, Reader } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnName } from './candidates.ts';
import type { Composite } from './composites.ts';

/** Which part of a name a column says that it holds, in the order in which they are spoken. */
const PARTS: readonly ReadonlySet<string>[] = [
  new Set(['depan', 'awal']),
  new Set(['tengah']),
  new Set(['belakang', 'akhir', 'keluarga']),
];

/** Words that say nothing of the part. */
const SILENT: ReadonlySet<string> = new Set(['nama', 'pegawai', 'orang', 'pribadi', 'asn', 'pns', 'lengkap']);

const FEWEST_ROWS = 8;
/** Share of words without a digit or a dot: titles have dots, and many people no last name. */
const WORDS = 0.9;
const FIRST_FILLED = 0.9;

/** A name in two or three columns, "nama depan", "nama tengah", "nama belakang", is one name. `named` goes with the columns. */
export function findSplitName(columns: readonly ColumnFacts[], named: readonly ColumnName[]): readonly Composite[] {
  const [first, ...others] = PARTS.map((words) => {
    const found = columns.filter((facts, index) => holdsPart(facts, named[index]?.concepts ?? [], words));
    return found.length === 1 ? found[0] : undefined;
  });
  const rest = others.filter((facts) => facts !== undefined);
  if (!first || rest.length === 0 || first.filled < FEWEST_ROWS || first.filledShare < FIRST_FILLED) return [];
  const parts = [first, ...rest];
  const pembaca: Reader = { jenis: 'sambung', kolom: parts.map(({ name }) => name), pemisah: BETWEEN_WORDS };
  const mappings = parts.map(
    ({ name }): ColumnMapping => ({
      sumber: name,
      kanonik: 'nama',
      keyakinan: 0.85,
      tingkat: 'kuat',
      kandidat: [{ kanonik: 'nama', keyakinan: 0.85 }],
      pembaca,
      bukti: `nama di ${parts.length} kolom`,
    }),
  );
  return [{ columns: parts, mappings }];
}

const holdsPart = (facts: ColumnFacts, concepts: readonly string[], words: ReadonlySet<string>): boolean =>
  concepts.includes('nama') &&
  concepts.some((concept) => words.has(concept)) &&
  concepts.every((concept) => words.has(concept) || SILENT.has(concept)) &&
  facts.shareOf((cell) => /^[\p{L}\p{M}'’ -]+$/u.test(cell)) >= WORDS;
