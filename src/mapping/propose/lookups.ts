import type { Field } from '#canonical';
import type { SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnName } from './candidates.ts';
import { isAside } from './people-table.ts';

/** A table of the same source that says what the codes of a column mean. */
export interface Lookup {
  readonly tabel: string;
  readonly kunci: string;
  readonly nilai: string;
}

interface CodeTable {
  readonly sample: TableSample;
  readonly concepts: readonly string[];
  readonly key: ColumnFacts;
  readonly label: ColumnFacts;
  /** All its rows were seen, so a code outside of it is truly outside. */
  readonly isWhole: boolean;
}

/** Tables brought along whole by the recognition hold fewer rows than this. */
const SAMPLE_LIMIT = 200;

/** Finds the tables of codes among the other tables of a source: a key without repeats and a text beside it, few columns. */
export function listCodeTables(tables: readonly SourceTable[], taken: ReadonlySet<string>): readonly CodeTable[] {
  return tables.flatMap((table) => {
    if (taken.has(table.name) || table.columns.length > 12 || table.sample.length === 0) return [];
    const sample = sampleOf(table);
    const key = sample.columns.find(
      (column) => column.filledShare > 0.95 && column.variety === 1 && column.meanLength <= 36,
    );
    const label = findLabel(sample, key);
    if (!key || !label) return [];
    const concepts = readConcepts(table.name);
    const isHistory = concepts.includes('riwayat') || sample.columns.some((column) => column.share('nip') > 0.5);
    if (isHistory || isAside(table.name)) return [];
    return [{ sample, concepts, key, label, isWhole: table.sample.length < SAMPLE_LIMIT }];
  });
}

function findLabel(sample: TableSample, key: ColumnFacts | undefined): ColumnFacts | undefined {
  const texts = sample.columns.filter(
    (column) => column !== key && column.filledShare > 0.5 && column.share('berhuruf') > 0.7,
  );
  const named = texts.find((column) => readConcepts(column.name).includes('nama'));
  return named ?? texts.toSorted((a, b) => b.variety - a.variety || a.index - b.index)[0];
}

/** Words that tell code tables apart less than nouns do. */
const GENERIC: ReadonlySet<string> = new Set(['jenis', 'status', 'pegawai', 'tingkat', 'kepegawaian']);
const SILENT: ReadonlySet<string> = new Set(['id', 'nama', 'riwayat', 'manual', 'kerja', 'organisasi']);
/** Likeness of names from which a table may be the one that explains a column. */
const NAMED = 0.6;

const weightOf = (concept: string): number => (GENERIC.has(concept) ? 0.4 : 1);
const sum = (concepts: readonly string[]): number => concepts.reduce((total, concept) => total + weightOf(concept), 0);

/** The nouns of a name; an office and its parts are named alike in tables of units. */
function nouns(concepts: readonly string[]): readonly string[] {
  const kept = concepts.filter(
    (concept) => !SILENT.has(concept) && !concept.startsWith('?') && !concept.startsWith('~'),
  );
  return [...new Set(kept.map((concept) => (concept === 'skpd' || concept === 'induk' ? 'unit' : concept)))];
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((concept) => b.includes(concept));
  return shared.length === 0 ? 0 : (2 * sum(shared)) / (sum(a) + sum(b));
}

/**
 * The code table of a column: its codes occur there, and the table is named like the column or its field. Small numbers occur in
 * every table, so the codes alone never decide.
 */
export function findLookup(
  field: Field,
  named: ColumnName,
  column: ColumnFacts,
  tables: readonly CodeTable[],
): Lookup | undefined {
  if (field.tipe !== 'kode' || column.isEmpty || column.meanLength > 36) return undefined;
  if (column.shareOf((value) => /\s/.test(value)) > 0.3) return undefined;
  const [own, wanted] = [nouns(named.concepts), nouns(readConcepts(field.nama))];
  let best: CodeTable | undefined;
  let bestScore = 0;
  for (const table of tables) {
    const inside = column.shareOf((value) => table.key.distinct.has(value));
    if (table.isWhole ? inside < 0.75 : inside < 0.02) continue;
    const words = nouns(table.concepts);
    const alike = Math.max(likeness(words, own), likeness(words, wanted) * 0.95);
    const score = alike + 0.1 * inside;
    if (alike < NAMED || score <= bestScore) continue;
    best = table;
    bestScore = score;
  }
  return best && { tabel: best.sample.tabel, kunci: best.key.name, nilai: best.label.name };
}
