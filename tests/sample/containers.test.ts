import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, type WorkBook, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, formatCsvRow, openSource, readTable } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { reconcile } from '#reconcile';
import { jetTextBytes, makeJet } from '../../src/formats/testing/jet.ts';
import { writeZip } from '../../src/formats/testing/workbook.ts';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import { sharedSample } from '../support/sample-run.ts';

/** One delivery in every container gives the same differences: mapping and reconciling do not know containers. */

type Rows = readonly (readonly string[])[];

let contoh = '';
let folder = '';
let files: readonly CsvRecord[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wadah-'));
  contoh = await sharedSample('campuran');
  files = readCsvRecords(join(contoh, 'kebenaran', 'berkas.csv'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tables of a delivery as texts, heading first. */
async function tablesOf(path: string): Promise<ReadonlyMap<string, Rows>> {
  const source = await openSource(path);
  if (!source.ok) throw new Error(describeProblem(source.error));
  const tables = new Map<string, Rows>();
  for (const { name, columns } of source.value.tables) {
    const rows: (readonly string[])[] = [columns];
    for await (const block of readTable(source.value, name)) {
      for (let row = 0; row < block.rows; row++) rows.push(columns.map((_, column) => cellText(block, row, column)));
    }
    tables.set(name, rows);
  }
  return tables;
}

const csvOf = (rows: Rows): string => rows.map((row) => formatCsvRow(row)).join('');

function workbookOf(rows: Rows, bookType: 'biff8' | 'ods' | 'xlml' | 'xlsx'): Buffer {
  const book: WorkBook = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'pegawai');
  const bytes: unknown = write(book, { type: 'buffer', bookType, bookSST: true });
  return Buffer.from(bytes as Uint8Array);
}

function databaseOf([heading = [], ...rows]: Rows): Buffer {
  const columns = heading.map((name) => ({ name, type: 10 }));
  const values = rows.map((row) => row.map((cell) => (cell === '' ? undefined : jetTextBytes(cell))));
  return makeJet([{ name: 'pegawai', columns, rows: values }]);
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const pageOf = (rows: Rows): string =>
  `<html><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('\n')}</table></html>`;

/** The differences that the main job finds, as bytes; the name of the file is none of them. */
async function differences(instansi: string, berkas: string): Promise<{ selisih: string; pasangan: string }> {
  const keluar = mkdtempSync(join(folder, 'hasil-'));
  const bkn = join(contoh, 'bkn.csv');
  const outcome = await reconcile(
    { bkn, simpeg: [{ instansi, berkas }], pemetaan: new Map(), keluar, timpa: true, acuan: undefined, threads: 1 },
    () => undefined,
  );
  if (!outcome.ok) throw new Error(describeProblem(outcome.error));
  return {
    selisih: readFileSync(join(keluar, 'selisih.csv'), 'utf8'),
    pasangan: readFileSync(join(keluar, 'pasangan.csv'), 'utf8'),
  };
}

describe('one table in every container gives the selisih.csv of its CSV', () => {
  let rows: Rows = [];
  let expected = { selisih: '', pasangan: '' };
  let instansi = '';
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    const file = files.find((one) => one.wadah === 'csv');
    instansi = file?.instansi ?? '';
    const [table] = (await tablesOf(join(contoh, 'simpeg', file?.berkas ?? ''))).values();
    // A web page shows runs of blanks as one.
    rows = (table ?? []).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
    expected = await differences(instansi, put('rujukan.csv', csvOf(rows)));
    expect(expected.selisih.split('\n').length).toBeGreaterThan(20);
  }, 60_000);

  it.each<[string, (rows: Rows) => Promise<string> | string]>([
    ['xls', (table) => put('a.xls', workbookOf(table, 'biff8'))],
    ['ods', (table) => put('a.ods', workbookOf(table, 'ods'))],
    ['XML Spreadsheet called xls', (table) => put('b.xls', workbookOf(table, 'xlml'))],
    ['web page called xls', (table) => put('c.xls', pageOf(table))],
    ['mdb', (table) => put('a.mdb', databaseOf(table))],
    ['xlsx.gz', (table) => put('a.xlsx.gz', gzipSync(workbookOf(table, 'xlsx')))],
    [
      'zip with csv',
      (table) =>
        writeZip(put('a.zip', ''), [
          ['data/pegawai.csv', csvOf(table)],
          ['surat.pdf', '%PDF-1.7'],
        ]),
    ],
    ['zip with xlsx', (table) => writeZip(put('b.zip', ''), [['pegawai.xlsx', workbookOf(table, 'xlsx')]])],
    [
      'zip with csv, chosen by name',
      async (table) =>
        `${await writeZip(put('c.zip', ''), [
          ['lain.csv', csvOf(table.slice(0, 3))],
          ['pegawai.csv', csvOf(table)],
        ])}#pegawai`,
    ],
  ])('%s', async (_, make) => {
    expect(await differences(instansi, await make(rows))).toEqual(expected);
  });
});

it('code tables and histories in other members of a zip are used as those of a dump', async () => {
  const dumps = files.filter((one) => /sql|dump/i.test(one.wadah ?? ''));
  expect(dumps.length).toBeGreaterThan(0);
  for (const { instansi = '', berkas = '' } of dumps.slice(0, 2)) {
    const dump = join(contoh, 'simpeg', berkas);
    const members = [...(await tablesOf(dump))].map(([name, rows]) => [`${name}.csv`, csvOf(rows)] as const);
    const zip = await writeZip(join(folder, `${instansi}.zip`), members);
    const whole = await differences(instansi, dump);
    expect(whole.selisih.split('\n').length).toBeGreaterThan(20);
    expect(await differences(instansi, zip)).toEqual(whole);
  }
});
