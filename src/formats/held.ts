import { rowTexts } from './cell-text.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { readTable } from './read-table.ts';
import type { RowBlock, Source, SourceTable } from './types.ts';

/** A small source kept in memory: whoever reads it again and again does not parse its file each time. */
export async function holdSource(source: Source): Promise<Source> {
  const tables: SourceTable[] = [];
  for (const table of source.tables) {
    tables.push({ ...table, held: await copyBlocks(readTable(source, table.name)) });
  }
  return { ...source, tables };
}

/** Rows that were made, as a table in memory. */
export async function holdTable(
  name: string,
  columns: readonly string[],
  blocks: AsyncIterable<RowBlock>,
): Promise<SourceTable> {
  const held = await copyBlocks(blocks);
  const sample = held.flatMap((block) => rowTexts(block, SAMPLE_ROWS)).slice(0, SAMPLE_ROWS);
  return { name, columns, types: [], sample, held };
}

/** Blocks are overwritten by their reader, and their bytes reach beyond their rows. */
async function copyBlocks(blocks: AsyncIterable<RowBlock>): Promise<readonly RowBlock[]> {
  const copies: RowBlock[] = [];
  for await (const block of blocks) {
    const { rows, columns } = block;
    const cells = block.cells.slice(0, rows * columns * 2);
    const end = cells.reduce((most, at) => Math.max(most, at), 0);
    copies.push({
      ...block,
      cells,
      bytes: new Uint8Array(block.bytes.subarray(0, end)),
      rowNumbers: block.rowNumbers.slice(0, rows),
      problems: [...block.problems],
    });
  }
  return copies;
}
