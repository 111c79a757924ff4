import { download, toCsv } from '../../ui/csv.ts';
import type { Column } from '../../ui/data-table.tsx';

/** More is no longer a thing that a browser should hold. */
export const MOST_EXPORTED = 20_000;

/** Every page of exactly what is filtered, in the columns that are shown, as one CSV file. */
export async function exportRows<Row>(
  name: string,
  columns: readonly Column<Row>[],
  page: (after?: string) => Promise<{ readonly baris: readonly Row[]; readonly lanjut: string | null }>,
): Promise<void> {
  const written = columns.filter((column) => column.text !== undefined);
  const rows: string[][] = [];
  let after: string | undefined;
  do {
    const { baris, lanjut } = await page(after);
    for (const row of baris) rows.push(written.map((column) => column.text?.(row) ?? ''));
    after = lanjut ?? undefined;
  } while (after !== undefined && rows.length < MOST_EXPORTED);
  download(
    name,
    toCsv(
      written.map((column) => column.name),
      rows,
    ),
  );
}
