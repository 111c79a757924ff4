import { SAMPLE_ROWS } from './limits.ts';
import type { RowBlock, RowProblem, SourceTable, TablePart } from './types.ts';

/** Tables to be read one after the other as one: `columns` of each part say where the columns of the stack stand in it. */
export function stackTables(name: string, columns: readonly string[], parts: readonly TablePart[]): SourceTable {
  const [first] = parts;
  const most = Math.ceil(SAMPLE_ROWS / Math.max(1, parts.length));
  // of each part as many, and what short parts leave over to the others
  const samples = parts.map((part) => ({ part, rows: part.table.sample.slice(0, most) }));
  let left = SAMPLE_ROWS - samples.reduce((sum, { rows }) => sum + rows.length, 0);
  const sample = samples.flatMap(({ part, rows }) => {
    const more = part.table.sample.slice(rows.length, rows.length + left);
    left -= more.length;
    return [...rows, ...more].map((cells) => part.columns.map((column) => cells[column] ?? ''));
  });
  const types = first?.table.types.length ? first.columns.map((column) => first.table.types[column] ?? '') : [];
  return { name, columns, types, sample, parts };
}

/** Streams the parts of a stack one after the other, rows numbered on. */
export async function* readStack(
  parts: readonly TablePart[],
  read: (table: SourceTable) => AsyncIterable<RowBlock>,
): AsyncGenerator<RowBlock, void, undefined> {
  let before = 0;
  for (const { table, columns } of parts) {
    const positions = positionsOf(columns);
    let last = 0;
    for await (const block of read(table)) {
      last = Math.max(last, lastRow(block));
      const { place = { nama: table.name, jenis: 'tabel', rows: block.rowNumbers } } = block;
      yield {
        ...block,
        ...arrange(block, columns),
        rowNumbers: block.rowNumbers.map((row) => row + before),
        problems: block.problems.flatMap((problem) => moveProblem(problem, before, positions, block.columns)),
        place,
      };
    }
    before += last;
  }
}

function lastRow({ rows, rowNumbers, problems }: RowBlock): number {
  return problems.reduce((last, { row }) => Math.max(last, row), rows === 0 ? 0 : (rowNumbers[rows - 1] ?? 0));
}

const positionsOf = (columns: readonly number[]): ReadonlyMap<number, number> =>
  new Map(columns.map((column, position) => [column, position]));

/** What stands in a column that the stack leaves out concerns nobody; what stands right of its table is told as such. */
function moveProblem(
  problem: RowProblem,
  before: number,
  positions: ReadonlyMap<number, number>,
  width: number,
): readonly RowProblem[] {
  const outside = problem.column >= width ? positions.size : undefined;
  const column = problem.column < 0 ? problem.column : (positions.get(problem.column) ?? outside);
  if (column === undefined) return [];
  return [{ ...problem, row: problem.row + before, column, placeRow: problem.placeRow ?? problem.row }];
}

/** The cells of a block in the order of the stack. */
function arrange(block: RowBlock, columns: readonly number[]): Pick<RowBlock, 'cells' | 'columns'> {
  const isSame = columns.length === block.columns && columns.every((column, position) => column === position);
  if (isSame) return { cells: block.cells, columns: block.columns };
  const cells = new Int32Array(2 * block.rows * columns.length);
  let to = 0;
  for (let row = 0; row < block.rows; row++) {
    for (let position = 0; position < columns.length; position++, to += 2) {
      const from = 2 * (row * block.columns + (columns[position] as number));
      cells[to] = block.cells[from] as number;
      cells[to + 1] = block.cells[from + 1] as number;
    }
  }
  return { cells, columns: columns.length };
}
