import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Records } from '../records.ts';

/** Folder of the public test files, a sibling of the checkout; undefined where it is absent. */
export function findKnownSets(): URL | undefined {
  const folder = new URL('../../../../shared/data/linkage/', import.meta.url);
  return existsSync(folder) ? folder : undefined;
}

/** A comma-separated file, gzipped or not, as trimmed columns of lower-case text under its headings. */
export function readTable(file: URL): Records {
  const bytes = readFileSync(file);
  const text = file.pathname.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  const [headings = [], ...rows] = splitCells(text);
  const columns = headings.map((heading, at): [string, string[]] => [
    heading,
    rows.map((row) => row[at]?.toLowerCase() ?? ''),
  ]);
  return { size: rows.length, columns: Object.fromEntries(columns) };
}

/** Rows of trimmed cells; a quoted cell may hold commas, line ends and doubled quotes. */
function splitCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:[ ]*"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
