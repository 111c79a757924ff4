import { problem, RefusedFile } from '#kernel/problem.ts';
import { foldIdentifier } from '#kernel/text.ts';
import { MAX_COLUMNS, SAMPLE_ROWS } from '../limits.ts';
import type { RowBlock, SheetPart, SourceTable } from '../types.ts';
import { findHeader, type HeadRow, type Merge } from './header.ts';

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

interface Part {
  readonly sheet: SheetPart;
  readonly columns: readonly string[];
}

/**
 * The tables of a workbook, in the order of its sheets. Sheets under the same heading of five columns or more are one table
 * with the name of the first; each may still be read alone (`pickTable`).
 */
export function groupSheets<Sheet extends { readonly index: number; readonly name: string }>(
  heads: readonly SheetHead<Sheet>[],
): readonly SourceTable[] {
  const groups = new Map<string, Part[]>();
  for (const { sheet, rows, merges } of heads) {
    const { columns, dataRow } = findHeader(rows, merges);
    const sample = rows.slice(dataRow, dataRow + SAMPLE_ROWS).map(({ cells }) => cells);
    const part = { sheet: { index: sheet.index, name: sheet.name, dataRow, sample }, columns };
    const key = groupKey(sheet.name, columns);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].map(tableOf);
}

function groupKey(sheet: string, columns: readonly string[]): string {
  const headings = columns.map(foldIdentifier);
  const named = headings.filter((heading) => heading !== '').length;
  return named < LEAST_SHARED_HEADINGS ? `sheet ${sheet}` : headings.join(' ').trimEnd();
}

function tableOf(parts: readonly Part[]): SourceTable {
  const columns = parts
    .map((part) => part.columns)
    .reduce((longest, one) => (one.length > longest.length ? one : longest));
  return sheetsTable(
    parts[0]?.sheet.name ?? '',
    columns,
    parts.map(({ sheet }) => sheet),
  );
}

/** Sheets of one heading as a table. */
export function sheetsTable(name: string, columns: readonly string[], sheets: readonly SheetPart[]): SourceTable {
  const sample = sheets.flatMap((sheet) => sheet.sample).slice(0, SAMPLE_ROWS);
  return {
    name,
    columns,
    types: [],
    sample: sample.map((cells) => columns.map((_, column) => cells[column] ?? '')),
    sheets,
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
