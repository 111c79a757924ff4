import { cellText, readTable, type Source } from '#formats';
import { columnNames } from './column-names.ts';
import type { Reader, Recipe } from './recipe.ts';

type Rujukan = Extract<Reader, { jenis: 'rujukan' }>;

/** Codes of a local table may be many (posts, units), but not without end. */
const MOST_CODES = 500_000;

/** One reference table of the source as code -> label. Of two rows of one code the first counts. */
export async function loadLookup(
  source: Source,
  { tabel, kunci, nilai }: Rujukan,
): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string>();
  const table = source.tables.find(({ name }) => name === tabel);
  const names = columnNames(table?.columns ?? []);
  const [key, label] = [names.indexOf(kunci), names.indexOf(nilai)];
  if (!table || key < 0 || label < 0) return labels;
  for await (const block of readTable(source, tabel)) {
    for (let row = 0; row < block.rows; row++) {
      const code = cellText(block, row, key);
      if (code !== '' && !labels.has(code)) labels.set(code, cellText(block, row, label));
    }
    if (labels.size > MOST_CODES) break;
  }
  return labels;
}

/** The lookups of all columns of a recipe by source column; each table is read once. */
export async function loadLookups(
  source: Source,
  recipe: Recipe,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const bySource = new Map<string, ReadonlyMap<string, string>>();
  const byTable = new Map<string, ReadonlyMap<string, string>>();
  for (const { sumber, pembaca } of recipe.kolom) {
    if (pembaca.jenis !== 'rujukan') continue;
    const key = JSON.stringify(pembaca);
    const labels = byTable.get(key) ?? (await loadLookup(source, pembaca));
    byTable.set(key, labels);
    bySource.set(sumber, labels);
  }
  return bySource;
}
