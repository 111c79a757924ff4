import { readTable, type RowBlock, type Source, type SourceTable } from '#formats';
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
  let kept: PackedRow[] = [];
  const secret = columnNames(table.columns).map(isSecretName);
  let total = 0;
  let stride = 1;
  for await (const block of readTable(source, table.name)) {
    for (let row = 0; row < block.rows; row++, total++) {
      if (total % stride !== 0) continue;
      if (kept.length >= rows) {
        kept = kept.filter((_, index) => index % 2 === 0);
        stride *= 2;
        if (total % stride !== 0) continue;
      }
      kept.push(packRow(block, row, secret));
    }
    total += block.problems.filter((problem) => problem.column < 0).length;
  }
  return fromRows(table.name, table.columns, table.types, kept.map(textsOf), total);
}

/** The cells of a row behind each other, secret ones left out, until it is known which rows stay. */
interface PackedRow {
  readonly bytes: Buffer;
  /** Where each cell ends. */
  readonly ends: Int32Array;
}

function packRow({ bytes, cells, columns }: RowBlock, row: number, secret: readonly boolean[]): PackedRow {
  const ends = new Int32Array(columns);
  let size = 0;
  for (let column = 0; column < columns; column++) {
    const at = 2 * (row * columns + column);
    if (secret[column] !== true) size += Math.max(0, (cells[at + 1] ?? 0) - (cells[at] ?? 0));
    ends[column] = size;
  }
  const packed = Buffer.allocUnsafe(size);
  let to = 0;
  for (let column = 0; column < columns; column++) {
    const end = ends[column] ?? 0;
    for (let from = cells[2 * (row * columns + column)] ?? 0; to < end; from++, to++) packed[to] = bytes[from] ?? 0;
  }
  return { bytes: packed, ends };
}

/** One text for the whole row, cut into its cells; cell by cell where characters are not bytes. */
function textsOf({ bytes, ends }: PackedRow): readonly string[] {
  const text = bytes.toString('utf8');
  const isPlain = text.length === bytes.length;
  return Array.from(ends, (end, column) => {
    const start = column === 0 ? 0 : (ends[column - 1] ?? 0);
    if (start === end) return '';
    return (isPlain ? text.slice(start, end) : bytes.toString('utf8', start, end)).trim();
  });
}
