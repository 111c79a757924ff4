// Reads a workbook by one reader and counts rows and filled cells, so that all can be seen to have read the same.
// Words: portal | hucre | read-excel-file, and the file.
import { readFile } from 'node:fs/promises';

type Counts = { rows: number; cells: number };

const READERS: Readonly<Record<string, (file: string, counts: Counts) => Promise<void>>> = {
  async portal(file, counts) {
    const { openSource, readTable } = await import('../../src/formats/index.ts');
    const source = await openSource(file);
    if (!source.ok) throw new Error(source.error.code);
    const [table] = source.value.tables;
    for await (const { cells, columns, rows } of readTable(source.value, table?.name ?? '')) {
      counts.rows += rows;
      for (let at = 0; at < rows * columns * 2; at += 2) if (cells[at] !== cells[at + 1]) counts.cells += 1;
    }
  },
  async hucre(file, counts) {
    const { streamXlsxRows } = await import('hucre/xlsx');
    for await (const { values } of streamXlsxRows(await readFile(file))) countRow(values, counts);
    passHeading(counts);
  },
  async 'read-excel-file'(file, counts) {
    const { default: readExcelFile } = await import('read-excel-file/node');
    const sheets = await readExcelFile(file);
    for (const row of sheets[0]?.data ?? []) countRow(row, counts);
    passHeading(counts);
  },
};

/** The portal's reader hands on the heading apart from the rows; no heading has an empty cell. */
function passHeading(counts: Counts): void {
  counts.rows -= 1;
  counts.cells -= 40;
}

function countRow(values: readonly unknown[], counts: Counts): void {
  counts.rows += 1;
  for (const value of values) if (value !== null && value !== undefined && value !== '') counts.cells += 1;
}

const [name = '', file = ''] = process.argv.slice(2);
const counts: Counts = { rows: 0, cells: 0 };
await READERS[name]?.(file, counts);
console.log(`${counts.rows} rows, ${counts.cells} cells`);
