import { cellText, readTable, type RowBlock, type Source, type SourceTable } from '#formats';
import { columnNames } from '../column-names.ts';
import { ColumnFacts } from './column-facts.ts';
import { isSecretName } from './secret-columns.ts';

/** Rows of one table, turned into columns, as evidence for a recipe. */
export interface TableSample {
  readonly tabel: string;
  readonly columns: readonly ColumnFacts[];
  /** Rows looked at. */
  readonly rows: number;
  /** Data rows of the table; counted only by a whole pass. */
  readonly total: number;
}

const samples = new WeakMap<SourceTable, TableSample>();

/** The rows that the container's recognition already brought along; turned into columns once, for many look at them. */
export function sampleOf(table: SourceTable): TableSample {
  const known = samples.get(table);
  if (known) return known;
  const sample = fromRows(table.name, table.columns, table.types, table.sample, table.sample.length);
  samples.set(table, sample);
  return sample;
}

export function fromRows(
  tabel: string,
  headings: readonly string[],
  types: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
): TableSample {
  const names = columnNames(headings);
  const columns = names.map(
    (name, index) =>
      new ColumnFacts(name, index, types[index] ?? '', isSecretName(name) ? [] : rows.map((row) => row[index] ?? '')),
  );
  return { tabel, columns, rows: rows.length, total };
}

/** One streaming pass over the table. The sample is thinned by half whenever it is full, so it stays even over all rows. */
export async function readSample(source: Source, table: SourceTable, rows: number): Promise<TableSample> {
  const kept: string[][] = [];
  const secret = new Set(columnNames(table.columns).flatMap((name, index) => (isSecretName(name) ? [index] : [])));
  let total = 0;
  let stride = 1;
  for await (const block of readTable(source, table.name)) {
    for (let row = 0; row < block.rows; row++, total++) {
      if (total % stride !== 0) continue;
      if (kept.length >= rows) {
        thin(kept);
        stride *= 2;
        if (total % stride !== 0) continue;
      }
      kept.push(textsOf(block, row, secret));
    }
    total += block.problems.filter((problem) => problem.column < 0).length;
  }
  return fromRows(table.name, table.columns, table.types, kept, total);
}

function textsOf(block: RowBlock, row: number, secret: ReadonlySet<number>): string[] {
  return Array.from({ length: block.columns }, (_, column) => (secret.has(column) ? '' : cellText(block, row, column)));
}

/** Keeps every second row. */
function thin(rows: string[][]): void {
  const half = rows.filter((_, index) => index % 2 === 0);
  rows.splice(0, rows.length, ...half);
}
