// One workbook of 40 columns, read by our reader and by the fastest libraries, each in a process of its own; see README.md.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { XlsxWriter, type XlsxCell } from '../src/formats/index.ts';
import {
  atLeast,
  atMost,
  HASIL,
  medianRatio,
  peakOf,
  printBars,
  printRuns,
  saveResult,
  wallOf,
} from './lib/figures.ts';
import { interleave, measureNode } from './lib/measure.ts';
import { readOptions } from './lib/options.ts';

const COLUMNS = 40;
const DATE_COLUMNS = 5;
const NUMBER_COLUMNS = 5;
/** Two in three columns of texts repeat few values, as codes and units do; the others are one of a kind. */
const FEW = 500;

const { baris, ulang } = readOptions(process.argv.slice(2));
const file = await makeWorkbook(baris);
const reader = (name: string) => () => measureNode([join(import.meta.dirname, 'peers', 'read-xlsx.ts'), name, file]);
const runs = interleave(
  { portal: reader('portal'), hucre: reader('hucre'), 'read-excel-file': reader('read-excel-file') },
  ulang,
);
const counts = new Set(Object.values(runs).flatMap((list) => list.map(({ output }) => output.trim())));
if (counts.size !== 1) console.log(`The readers do not agree: ${[...counts].join(' / ')}`);

const { portal, hucre, 'read-excel-file': readExcelFile } = runs;
const fastest = Math.min(medianRatio(hucre, portal, wallOf), medianRatio(readExcelFile, portal, wallOf));
const bars = [
  atLeast('wall, fastest library / portal', 3, fastest),
  atMost('peak memory of the portal, GB', 0.25, peakOf(portal)),
];
console.log(`\n${baris} rows x ${COLUMNS} columns: ${[...counts].join(' / ')}, median of ${ulang}`);
printRuns(runs);
printBars(bars);
saveResult('xlsx', { baris, runs, bars });

/** Texts in the shared table as Excel writes them, five columns of dates as serials, one cell of twenty empty. */
async function makeWorkbook(rows: number): Promise<string> {
  const folder = join(HASIL, 'data');
  const path = join(folder, `${rows}x${COLUMNS}.xlsx`);
  if (existsSync(path)) return path;
  process.stderr.write(`Making a workbook of ${rows} rows, once ...\n`);
  mkdirSync(folder, { recursive: true });
  const writer = new XlsxWriter(`${path}.part`, { sharedStrings: true });
  await writer.startSheet('Pegawai');
  await writer.writeRow(Array.from({ length: COLUMNS }, (_, column) => `KOLOM ${column + 1}`));
  for (let row = 0; row < rows; row++) {
    await writer.writeRow(Array.from({ length: COLUMNS }, (_, column) => cellAt(row, column)));
  }
  await writer.close();
  renameSync(`${path}.part`, path);
  return path;
}

function cellAt(row: number, column: number): XlsxCell {
  const mixed = Math.imul(row * COLUMNS + column + 1, 2_654_435_761) >>> 0;
  // The first column is never empty, so that every row is one.
  if (column > 0 && mixed % 20 === 0) return undefined;
  if (column >= COLUMNS - DATE_COLUMNS) return { serial: 25_000 + (mixed % 20_000), format: 'dd/mm/yyyy' };
  if (column >= COLUMNS - DATE_COLUMNS - NUMBER_COLUMNS) return mixed % 100_000;
  if (column % 3 === 0) return `${column}-${row}-${mixed}`;
  return `NILAI ${column} ${mixed % FEW}`;
}
