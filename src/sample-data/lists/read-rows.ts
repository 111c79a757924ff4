import { basename, join } from 'node:path';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { cellText, openSource, readTable } from '#formats';

/** Gives the text of a column of the present row; empty where the file has no such column. */
export type RowReader = (column: string) => string;

/**
 * Reads a CSV of the folder row by row. Rows that cannot be read are left out: these lists only lend names.
 * @throws RefusedFile where the file is missing or cannot be opened
 */
export async function readRows(folder: string, file: string, take: (row: RowReader) => void): Promise<void> {
  const source = await openSource(join(folder, file));
  if (!source.ok) throw new RefusedFile(source.error);
  const [table] = source.value.tables;
  if (!table) throw new RefusedFile(problem('BERKAS_KOSONG', { berkas: basename(file) }));
  const places = new Map(table.columns.map((name, at) => [name, at]));
  for await (const block of readTable(source.value, table.name)) {
    for (let row = 0; row < block.rows; row++) take((column) => cellText(block, row, places.get(column) ?? -1));
  }
}
