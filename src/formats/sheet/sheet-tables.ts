import { problem, RefusedFile } from '#kernel/problem.ts';
import { foldIdentifier } from '#kernel/text.ts';
import { MAX_COLUMNS, SAMPLE_ROWS } from '../limits.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { findHeader, type Header, type HeadRow, type Merge } from './header.ts';

/** Rows of a sheet among which its header is looked for, and which are its sample. */
export const HEAD_ROWS = SAMPLE_ROWS + 60;

/** Sheets of people repeat a long heading; two code sheets may well share "KODE, NAMA" and are two tables. */
const LEAST_SHARED_HEADINGS = 5;

/** The first rows of a sheet, read as text. */
export interface SheetHead<Sheet> {
  readonly sheet: Sheet;
  readonly rows: readonly HeadRow[];
  readonly merges: readonly Merge[];
}

interface Part<Sheet> {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly sample: readonly (readonly string[])[];
}

/** Sheets that are one table. */
export interface SheetGroup<Sheet> {
  readonly table: SourceTable;
  readonly parts: readonly Part<Sheet>[];
}

/**
 * The tables of a workbook, in the order of its sheets. Sheets under the same heading of five columns or more are one table
 * with the name of the first.
 */
export function groupSheets<Sheet extends { readonly name: string }>(
  heads: readonly SheetHead<Sheet>[],
): readonly SheetGroup<Sheet>[] {
  const groups = new Map<string, Part<Sheet>[]>();
  for (const { sheet, rows, merges } of heads) {
    const header = findHeader(rows, merges);
    const sample = rows.slice(header.dataRow, header.dataRow + SAMPLE_ROWS).map(({ cells }) => cells);
    const part = { sheet, header, sample };
    const key = groupKey(part);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].map((parts) => ({ table: tableOf(parts), parts }));
}

function groupKey({ sheet, header }: Part<{ readonly name: string }>): string {
  const headings = header.columns.map(foldIdentifier);
  const named = headings.filter((heading) => heading !== '').length;
  return named < LEAST_SHARED_HEADINGS ? `sheet ${sheet.name}` : headings.join(' ').trimEnd();
}

function tableOf(parts: readonly Part<{ readonly name: string }>[]): SourceTable {
  const columns = parts
    .map(({ header }) => header.columns)
    .reduce((longest, one) => (one.length > longest.length ? one : longest));
  const sample = parts.flatMap((part) => part.sample).slice(0, SAMPLE_ROWS);
  return {
    name: parts[0]?.sheet.name ?? '',
    columns,
    types: [],
    sample: sample.map((cells) => columns.map((_, column) => cells[column] ?? '')),
  };
}

/**
 * The collected first rows of a sheet as texts.
 * @throws RefusedFile where they go past the cap on columns
 */
export function headRows(block: RowBlock, sheetRows: Int32Array, berkas: string, lembar: string): HeadRow[] {
  if (block.problems.some(({ column }) => column >= MAX_COLUMNS)) {
    throw new RefusedFile(problem('XLSX_KOLOM', { berkas, lembar, batas: MAX_COLUMNS }));
  }
  return Array.from({ length: block.rows }, (_, row) => ({
    sheetRow: sheetRows[row] ?? 0,
    cells: textsOfRow(block, row),
  }));
}

/** The texts of a row up to its last filled cell. */
function textsOfRow({ bytes, cells, columns }: RowBlock, row: number): string[] {
  const ends = cells.subarray(2 * row * columns, 2 * (row + 1) * columns);
  let width = ends.length;
  while (width > 0 && (ends[width - 1] ?? 0) <= 0) width--;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: Math.ceil(width / 2) }, (_, column) =>
    view.toString('utf8', ends[2 * column], ends[2 * column + 1]),
  );
}
