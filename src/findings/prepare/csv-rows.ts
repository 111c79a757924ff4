import { cellText, openSource, closeSource, readTable, unguardCsv } from '#formats';

/** The rows of a table of the engine's result as texts by column, in their order. */
export async function* readResultRows(path: string): AsyncIterable<Readonly<Record<string, string>>> {
  const source = await openSource(path);
  if (!source.ok) throw new Error(`The result has no ${path}`);
  try {
    const [table] = source.value.tables;
    if (!table) return;
    for await (const block of readTable(source.value, table.name)) {
      for (let row = 0; row < block.rows; row++) {
        yield Object.fromEntries(
          table.columns.map((name, column) => [name, unguardCsv(cellText(block, row, column))] as const),
        );
      }
    }
  } finally {
    await closeSource(source.value);
  }
}

/** Runs of rows of one instansi; the engine's tables are in its order. */
export async function* groupByInstansi(
  rows: AsyncIterable<Readonly<Record<string, string>>>,
): AsyncIterable<readonly Readonly<Record<string, string>>[]> {
  let group: Readonly<Record<string, string>>[] = [];
  for await (const row of rows) {
    if (group[0] !== undefined && group[0]['instansi'] !== row['instansi']) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}
