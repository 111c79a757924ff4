import type { RowBlock } from '#formats';
import type { ProblemCode } from '#kernel/problem.ts';
import type { ReportValue, SlotReader } from './context.ts';
import { BATCH_ROWS, clearBatch, copyRow, createBatch, type Row } from './row.ts';

interface FoundProblem {
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly code: ProblemCode;
}

/** Reads the rows of blocks through all readers of a plan. */
export interface BatchReader {
  /** What the readers tell of unusable values; it is passed on when the row is asked for. */
  readonly report: ReportValue;
  /** Reads row `index` of a block. Rows are asked for in their order. */
  readRow(block: RowBlock, index: number, out: Row): void;
}

/** `readers` may still grow until the first row is asked for. */
export function createBatchReader(readers: readonly SlotReader[], report: ReportValue): BatchReader {
  const batch = createBatch();
  let current: RowBlock | undefined;
  let first = 0;
  let rows = 0;
  /** The row that is being read, within the batch. */
  let at = 0;
  let problems: FoundProblem[] = [];
  let told = 0;

  const fill = (block: RowBlock, from: number): void => {
    current = block;
    first = from;
    rows = Math.min(BATCH_ROWS, block.rows - from);
    problems = [];
    told = 0;
    clearBatch(batch, rows);
    for (let i = 0; i < readers.length; i++) readField(readers[i] as SlotReader, block);
    // Of one row in the order of the fields, as they were found.
    if (problems.length > 1) problems.sort((a, b) => a.row - b.row);
  };
  const readField = (reader: SlotReader, { bytes, cells, columns }: RowBlock): void => {
    const width = columns * 2;
    let base = first * width;
    for (at = 0; at < rows; at++, base += width) reader(bytes, cells, base, batch, at);
  };
  return {
    report: (column, value, code) => problems.push({ row: at, column, value, code }),
    readRow(block, index, out) {
      if (index === 0 || block !== current || index < first || index >= first + rows) fill(block, index);
      const row = index - first;
      copyRow(batch, row, out);
      for (let found = problems[told]; found !== undefined && found.row <= row; found = problems[++told]) {
        report(found.column, found.value, found.code);
      }
    },
  };
}
