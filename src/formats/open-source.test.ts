import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { RefusedFile } from '#kernel/problem.ts';
import { readTable } from './read-table.ts';
import { makeDbf } from './testing/dbf.ts';
import { foreignWorkbook } from './testing/workbooks.ts';
import { mustOpen, readOut, refusalOf, tempFolder } from './testing/files.ts';
import { XlsxWriter } from './xlsx/xlsx-writer.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, at) => ((at * 7919 + at * at) % 251) % 24));

/** An encrypted workbook lies in the old container of Office, as a stream beside the one that says how. */
function encryptedWorkbook(): Buffer {
  const bytes = foreignWorkbook('biff8', [['A', [['NIP'], ['1']]]]);
  const at = bytes.indexOf(Buffer.from('Workbook', 'utf16le'));
  bytes.write('EncryptedPackage', at, 'utf16le');
  bytes.writeUInt16LE(34, at + 64);
  return bytes;
}

describe('a file is refused with its remedy', () => {
  it.each([
    ['PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'JENIS_BUKAN_DATA'],
    ['program', Buffer.concat([Buffer.from('MZ\x90\0\x03\0'), noise(500)]), 'JENIS_BUKAN_DATA'],
    ['picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(500)]), 'JENIS_BUKAN_DATA'],
    ['rich text', '{\\rtf1\\ansi halo}', 'JENIS_BUKAN_DATA'],
    ['XLS', Buffer.concat([OLE, Buffer.alloc(600, 'Workbook')]), 'XLSX_RUSAK'],
    ['encrypted XLSX', encryptedWorkbook(), 'JENIS_BERSANDI'],
    ['a text of OpenDocument', `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis`, 'XLSX_RUSAK'],
    ['Access', `\0\x01\0\0Standard Jet DB\0${'\0'.repeat(100)}`, 'JENIS_BELUM_DIDUKUNG'],
    ['SQLite', `SQLite format 3\0${'\0'.repeat(100)}`, 'JENIS_BELUM_DIDUKUNG'],
    ['RAR', 'Rar!\x1a\x07\0abc', 'ARSIP_BELUM_DIDUKUNG'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'ARSIP_BELUM_DIDUKUNG'],
    ['~$daftar', Buffer.concat([Buffer.from('\x05Budi '), Buffer.alloc(159, ' \0')]), 'BERKAS_KUNCI'],
    ['noise', noise(5_000), 'JENIS_TIDAK_DIKENAL'],
    ['zeros', Buffer.alloc(5_000), 'JENIS_TIDAK_DIKENAL'],
    ['packed PDF', gzipSync('%PDF-1.7'), 'JENIS_BUKAN_DATA'],
    [
      'damaged gzip',
      Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise(500)]),
      'BERKAS_TERPOTONG',
    ],
    ['nothing', '', 'BERKAS_KOSONG'],
  ])('%s', async (name, content, code) => {
    expect(await refusalOf(folder.write(`${name}.xlsx`, content))).toBe(code);
  });

  it('that is not there', async () => {
    expect(await refusalOf('/tidak/ada/pegawai.csv')).toBe('BERKAS_TIDAK_ADA');
  });

  it('that is a folder without tables', async () => {
    const path = join(folder.write('x', 'x'), '..', 'folder.csv');
    mkdirSync(path);
    expect(await refusalOf(path)).toBe('FOLDER_TANPA_TABEL');
  });
});

describe('a file is recognised by its content, whatever it is called', () => {
  const sql = 'CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);\n';
  it.each([
    ['csv', 'a,b\n1,2\n'],
    ['csv', 'create,table\ninsert into x,copy from stdin\n'],
    ['csv', 'catatan\nset the table, insert into log\n'],
    ['sql', sql],
    ['sql', `-- dump\n/* x */\n${sql}`],
    ['sql', gzipSync(sql)],
    ['json', '[{"a":1}]'],
    ['ndjson', '{"a":1}\n{"a":2}\n'],
    ['dbf', makeDbf({ fields: [{ name: 'A', type: 'C', length: 30 }], records: [{ cells: ['x'] }] })],
  ])('%s', async (container, content) => {
    expect((await mustOpen(folder.write('pegawai.xlsx', content))).container).toBe(container);
  });

  it('xlsx', async () => {
    const path = folder.write('pegawai.csv', '');
    const writer = new XlsxWriter(path);
    await writer.startSheet('ASN');
    await writer.writeRow(['NIP', 'NAMA']);
    await writer.writeRow(['199201012018011901', 'SITI']);
    await writer.close();
    const source = await mustOpen(path);
    expect(source.container).toBe('xlsx');
    expect((await readOut(source)).rows).toEqual([['199201012018011901', 'SITI']]);
  });
});

it('a table is named after its file, without folder and extensions', async () => {
  const source = await mustOpen(folder.write('data.2025 pegawai.CSV.gz', gzipSync('a,b\n1,2\n')));
  expect(source.tables[0]?.name).toBe('data.2025 pegawai');
});

it('a source survives the way to another thread', async () => {
  const source = await mustOpen(folder.write('thread.sql', 'INSERT INTO a VALUES (1);\n'));
  expect((await readOut(structuredClone(source))).rows).toEqual([['1']]);
});

it('asking for a table that is not there says which there are', async () => {
  const source = await mustOpen(folder.write('satu.csv', 'a,b\n1,2\n'));
  expect(() => readTable(source, 'dua')).toThrow(RefusedFile);
  expect(() => readTable(source, 'dua')).toThrow('Yang ada: satu.');
});

it('a file that is left half read is closed', async () => {
  const lines = 'a,b\n1,2\n'.repeat(200_000);
  const source = await mustOpen(folder.write('besar.csv', lines));
  for await (const block of readTable(source, 'besar')) {
    expect(block.rows).toBeGreaterThan(0);
    break;
  }
});
