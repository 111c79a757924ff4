// Peer: DuckDB parses every column of every CSV and keeps nothing but the greatest text of each. Two threads, like the portal.
// It is told delimiter and heading (sniffing off), and gets files in Windows-1252 as UTF-8: its latin-1 refuses their quotes.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { CsvForm } from '../lib/deliveries.ts';

const forms = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as CsvForm[];
const database = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await database.connect();
let rows = 0;
for (const form of forms) {
  const reader = await connection.runAndReadAll(`select count(*), max(columns(*)) from ${readCsv(form)}`);
  rows += Number(reader.getRows()[0]?.[0] ?? 0);
}
console.log(JSON.stringify({ rows }));

/** Rows that do not fit the heading are passed over, as they cannot stop the measure. */
function readCsv({ path, delimiter, columns, headLines }: CsvForm): string {
  const options = [
    'auto_detect = false',
    'header = false',
    `skip = ${headLines}`,
    `delim = '${delimiter}'`,
    `quote = '"'`,
    `escape = '"'`,
    `columns = {${columns.map((_, at) => `'c${at}': 'VARCHAR'`).join(', ')}}`,
    'strict_mode = false',
    'ignore_errors = true',
  ];
  return `read_csv('${path.replaceAll("'", "''")}', ${options.join(', ')})`;
}
