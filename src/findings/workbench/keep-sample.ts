import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellText, closeSource, readTable, type Source } from '#formats';
import { columnNames, type LinkedTable, loadLookup, openDelivered, type Recipe } from '#mapping';

/** What a sample keeps beside its people: their rows in histories, code tables, and BKN's rows of the same people. */

export const SAMPLE_FILES = { isi: 'pemetaan.json', simpeg: 'contoh-simpeg.json', bkn: 'contoh-bkn.json' } as const;

/** Rows of one person in a history that a sample takes along, and rows of a code table. */
const MOST_ROWS = 24;
const MOST_CODES = 5_000;

/** Rows of the sampled people in the tables that are, or could be, laid beside them. */
export async function keepHistories(
  source: Source,
  linked: readonly LinkedTable[],
  people: readonly Readonly<Record<string, string>>[],
): Promise<Record<string, Record<string, string>[]>> {
  const kept: Record<string, Record<string, string>[]> = {};
  for (const { tabel, kunci, ke, kolom } of linked) {
    const counts = new Map(people.map((person) => [person[ke] ?? '', 0]));
    counts.delete('');
    const names = columnNames(source.tables.find(({ name }) => name === tabel)?.columns ?? []);
    const [key, held] = [names.indexOf(kunci), kolom.map((name) => [name, names.indexOf(name)] as const)];
    const rows: Record<string, string>[] = [];
    for await (const block of readTable(source, tabel)) {
      for (let row = 0; row < block.rows; row++) {
        const owner = cellText(block, row, key);
        const seen = counts.get(owner);
        if (seen === undefined || seen >= MOST_ROWS) continue;
        counts.set(owner, seen + 1);
        rows.push(Object.fromEntries(held.map(([name, column]) => [name, cellText(block, row, column)])));
      }
    }
    if (rows.length > 0) kept[tabel] = rows;
  }
  return kept;
}

/** The code tables that the recipe looks into, as they are. */
export async function keepLookups(source: Source, recipe: Recipe): Promise<Record<string, unknown[]>> {
  const kept: Record<string, unknown[]> = {};
  for (const { pembaca } of recipe.kolom) {
    if (pembaca.jenis !== 'rujukan' || pembaca.tabel in kept) continue;
    const labels = [...(await loadLookup(source, pembaca))].slice(0, MOST_CODES);
    kept[pembaca.tabel] = labels.map(([kode, nilai]) => ({ [pembaca.kunci]: kode, [pembaca.nilai]: nilai }));
  }
  return kept;
}

/** BKN's rows of the sampled people in BKN's own columns. */
export async function keepBknRows(folder: string, bkn: string, rows: readonly number[]): Promise<void> {
  const wanted = new Set(rows.filter((row) => row > 0));
  const last = Math.max(0, ...wanted);
  const kept: Record<string, string>[] = [];
  if (wanted.size > 0) {
    await withSource(bkn, async (source) => {
      const [table] = source.tables;
      if (!table) return;
      const names = columnNames(table.columns);
      for await (const block of readTable(source, table.name)) {
        for (let row = 0; row < block.rows; row++) {
          if (wanted.has(block.rowNumbers[row] as number))
            kept.push(Object.fromEntries(names.map((name, column) => [name, cellText(block, row, column)])));
        }
        if ((block.rowNumbers[block.rows - 1] ?? 0) >= last) break;
      }
    });
  }
  writeFileSync(join(folder, SAMPLE_FILES.bkn), JSON.stringify({ bkn: kept }));
}

export async function withSource<T>(path: string, work: (source: Source) => Promise<T>): Promise<T> {
  const source = await openDelivered(path, undefined);
  if (!source.ok) throw new Error(`The delivery cannot be opened again: ${source.error.code}`);
  try {
    return await work(source.value);
  } finally {
    await closeSource(source.value);
  }
}
