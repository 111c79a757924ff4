import { readFileSync } from 'node:fs';

export type CsvRecord = Readonly<Record<string, string>>;

/**
 * The records of an RFC 4180 file with a header line, letter by letter: slow, and little to get wrong. Of a large file only the
 * `wanted` columns are kept.
 */
export function readCsvRecords(path: string, wanted?: readonly string[]): readonly CsvRecord[] {
  return parseCsvRecords(readFileSync(path, 'utf8'), wanted);
}

/** As `readCsvRecords`, of a text. */
export function parseCsvRecords(text: string, wanted?: readonly string[]): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let columns: readonly (readonly [name: string, index: number])[] | undefined;
  for (const cells of parseCsv(text)) {
    if (columns) {
      records.push(Object.fromEntries(columns.map(([name, index]) => [name, cells[index] ?? ''])));
      continue;
    }
    columns = cells.map((name, index) => [name, index] as const).filter(([name]) => wanted?.includes(name) ?? true);
  }
  return records;
}

function* parseCsv(text: string): Generator<readonly string[]> {
  let row: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '"') quoted = !quoted;
    if (quoted || (letter !== ',' && letter !== '\n')) continue;
    row.push(unquote(text.slice(start, at)));
    start = at + 1;
    if (letter === ',') continue;
    yield row;
    row = [];
  }
  if (start < text.length || row.length > 0) yield [...row, unquote(text.slice(start))];
}

/** A cell without its quotes and without the carriage return of its line; a doubled quote inside is one. */
function unquote(cell: string): string {
  const text = cell.endsWith('\r') ? cell.slice(0, -1) : cell;
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}
