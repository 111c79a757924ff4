import type { Field } from '#canonical';
import type { SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { ColumnName } from './candidates.ts';

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
export function listCodeTables(tables: readonly SourceTable[], people: string): readonly CodeTable[] {
  return tables.flatMap((table) => {
    if (table.name === people || table.columns.length > 12 || table.sample.length === 0) return [];
    const sample = sampleOf(table);
    const key = sample.columns.find(
      (column) => column.filledShare > 0.95 && column.variety === 1 && column.meanLength <= 36,
    );
    const label = findLabel(sample, key);
    if (!key || !label) return [];
    const concepts = readConcepts(table.name);
    return [{ sample, concepts, key, label, isWhole: table.sample.length < SAMPLE_LIMIT }];
  });
}

function findLabel(sample: TableSample, key: ColumnFacts | undefined): ColumnFacts | undefined {
  const texts = sample.columns.filter(
    (column) => column !== key && column.filledShare > 0.5 && column.shareOf((value) => /\p{L}/u.test(value)) > 0.7,
  );
  const named = texts.find((column) => readConcepts(column.name).includes('nama'));
  return named ?? texts.toSorted((a, b) => b.variety - a.variety || a.index - b.index)[0];
}

/**
 * The code table of a column: its codes occur there, and its name or its labels speak of the field. Small numbers occur in every
 * table, so a table that neither is named for the field nor holds known labels of it is never taken.
 */
export function findLookup(
  field: Field,
  named: ColumnName,
  column: ColumnFacts,
  tables: readonly CodeTable[],
): Lookup | undefined {
  if (field.tipe !== 'kode' || column.isEmpty || column.meanLength > 36) return undefined;
  if (column.shareOf((value) => /\s/.test(value)) > 0.3) return undefined;
  const wanted = new Set(
    [...named.concepts, ...readConcepts(field.nama)].filter(
      (concept) => !['id', 'nama', 'jenis', 'status', 'pegawai'].includes(concept),
    ),
  );
  let best: CodeTable | undefined;
  let bestScore = 0.6;
  for (const table of tables) {
    const inside = column.shareOf((value) => table.key.distinct.has(value));
    if (table.isWhole ? inside < 0.85 : inside < 0.02) continue;
    const words = table.concepts.filter((concept) => wanted.has(concept)).length;
    const own = table.concepts.filter((concept) => concept !== 'id').length;
    const affinity = own === 0 ? 0 : words / Math.max(own, 1);
    const score = affinity + (table.isWhole ? 0.3 : 0.1) * inside;
    if (words > 0 && score > bestScore) {
      best = table;
      bestScore = score;
    }
  }
  return best && { tabel: best.sample.tabel, kunci: best.key.name, nilai: best.label.name };
}
