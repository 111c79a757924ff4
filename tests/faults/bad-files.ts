import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { sheetXml, textRow, workbookParts, writeZip } from '../../src/formats/testing/workbook.ts';

/** A file that somebody sends, and what must come of it. */
export interface BadFile {
  /** Ids of the catalogue. */
  readonly uji: string;
  readonly nama: string;
  readonly bytes: Buffer;
  /** `ditolak`: never read; `dibaca`: read, whatever is put aside; undefined where either is right. */
  readonly hasil?: 'ditolak' | 'dibaca';
  /** What its sentence must say. */
  readonly kalimat?: RegExp;
}

const HEADING = ['NIP', 'NAMA', 'TEMPAT LAHIR', 'TANGGAL LAHIR', 'GOLONGAN', 'JABATAN', 'UNIT KERJA'];
const nipOf = (n: number): string => `19850312201001${1 + (n % 2)}${String(n % 1000).padStart(3, '0')}`;
const rowOf = (n: number, nama = `UJI ORANG ${n}`): readonly string[] => [
  nipOf(n),
  nama,
  'KUDUS',
  '1985-03-12',
  'III/a',
  'Guru',
  'Dinas Pendidikan',
];
const rowsOf = (count: number): readonly (readonly string[])[] => Array.from({ length: count }, (_, n) => rowOf(n));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** A delivery as a spreadsheet writes one. */
export const csvOf = (rows: readonly (readonly string[])[], heading: readonly string[] = HEADING): Buffer =>
  Buffer.from([heading, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n'));
const sheetRows = (rows: readonly (readonly string[])[]): string =>
  [HEADING, ...rows].map((row) => textRow(...row)).join('');

/** Texts with which a spreadsheet would begin to reckon. */
export const TRIGGERS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '"=1',
  '=cmd|x',
] as const;

/** Makes the files in a folder of their own; the bombs cost a moment each. */
export async function makeBadFiles(folder: string, isLarge: boolean): Promise<readonly BadFile[]> {
  const zip = async (nama: string, parts: Parameters<typeof writeZip>[1]): Promise<Buffer> => {
    return readFileSync(await writeZip(join(folder, nama), parts));
  };
  const workbook = async (
    rows: string,
    more: { readonly strings?: string; readonly styles?: string } = {},
  ): Promise<Buffer> => zip('buku.xlsx', workbookParts({ sheets: [{ rows }], ...more }));
  const good = sheetRows(rowsOf(20));
  const parts = workbookParts({ sheets: [{ rows: good }] });
  const replaced = async (name: string, content: string): Promise<Buffer> =>
    zip(
      'ganti.xlsx',
      parts.map(([part, old]) => [part, part === name ? content : old]),
    );
  const canary = join(folder, 'kenari.txt');
  writeFileSync(canary, 'KENARI');
  const xml = (payload: string, rest: string): string =>
    `<?xml version="1.0"?><!DOCTYPE x [${payload}]>${rest.replace(/^<\?xml[^>]*\?>/, '')}`;
  const laughs = `<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('')}`;
  const external = `<!ENTITY x SYSTEM "file://${canary}">`;
  const sheet = sheetXml(
    `${textRow(...HEADING)}${textRow(nipOf(1), '&x;', 'KUDUS', '1985-03-12', 'III/a', 'Guru', 'Dinas')}`,
  );
  const blanks = '<row><c/></row>'.repeat(4);
  const bomb = (megabytes: number): string =>
    sheetXml(`${textRow(...HEADING)}${blanks}${' '.repeat(megabytes * 1024 * 1024)}`);
  const plain = csvOf(rowsOf(20));

  const files: BadFile[] = [
    { uji: 'B1', nama: 'surat.xlsx', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), hasil: 'ditolak' },
    {
      uji: 'B1',
      nama: 'program.csv',
      bytes: Buffer.concat([Buffer.from('MZ\x90\0\x03'), Buffer.alloc(500, 7)]),
      hasil: 'ditolak',
    },
    {
      uji: 'B1',
      nama: 'halaman.xlsx',
      bytes: Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>'),
      hasil: 'ditolak',
    },
    { uji: 'B1', nama: 'buku-bernama.csv', bytes: await workbook(good), hasil: 'dibaca' },
    { uji: 'B2', nama: 'satu-huruf.csv', bytes: Buffer.from('x'), hasil: 'ditolak' },
    { uji: 'B2', nama: 'judul-saja.csv', bytes: csvOf([]) },
    {
      uji: 'B2',
      nama: 'satu-kolom.csv',
      bytes: csvOf(
        rowsOf(20).map(([nip = '']) => [nip]),
        ['NIP'],
      ),
    },
    {
      uji: 'B2',
      nama: 'kolom-20000.csv',
      bytes: csvOf(
        [Array.from({ length: 20_000 }, (_, n) => String(n))],
        Array.from({ length: 20_000 }, (_, n) => `K${n}`),
      ),
      hasil: 'ditolak',
      kalimat: /kolom/i,
    },
    { uji: 'B2', nama: 'sel-32-mb.csv', bytes: csvOf([...rowsOf(5), rowOf(6, 'x'.repeat(32 * 1024 * 1024))]) },
    { uji: 'B3', nama: 'utf16.csv', bytes: Buffer.from(`\uFEFF${plain.toString()}`, 'utf16le'), hasil: 'dibaca' },
    { uji: 'B3', nama: 'kutip-terbuka.csv', bytes: Buffer.concat([plain, Buffer.from('\r\n"1985')]) },
    { uji: 'B3', nama: 'nul.csv', bytes: Buffer.from(plain.toString().replace('ORANG 3', 'ORA\0NG 3')) },
    {
      uji: 'B3',
      nama: 'setengah-pasangan.csv',
      bytes: Buffer.concat([plain, Buffer.from([13, 10, 0xed, 0xa0, 0x80, 0xff])]),
    },
    {
      uji: 'B5',
      nama: 'bom-sel.xlsx',
      bytes: await replaced('xl/worksheets/s0.xml', bomb(isLarge ? 300 : 60)),
      hasil: 'ditolak',
    },
    {
      uji: 'B5',
      nama: 'bom-kalimat.xlsx',
      bytes: await replaced(
        'xl/sharedStrings.xml',
        `<sst><si><t>${'a'.repeat((isLarge ? 300 : 60) * 1024 * 1024)}</t></si></sst>`,
      ),
      hasil: 'ditolak',
    },
    {
      uji: 'B5',
      nama: 'bom.csv.gz',
      bytes: gzipSync(Buffer.concat([plain, Buffer.alloc((isLarge ? 300 : 60) * 1024 * 1024, 32)])),
      hasil: 'ditolak',
    },
    { uji: 'B5', nama: 'isi-banyak.zip', bytes: manyEntries(65_000), hasil: 'ditolak' },
    {
      uji: 'B6',
      nama: 'xxe-lembar.xlsx',
      bytes: await replaced('xl/worksheets/s0.xml', xml(external, sheet)),
      hasil: 'ditolak',
    },
    {
      uji: 'B6',
      nama: 'xxe-kalimat.xlsx',
      bytes: await replaced('xl/sharedStrings.xml', xml(external, '<sst><si><t>&x;</t></si></sst>')),
      hasil: 'ditolak',
    },
    {
      uji: 'B6',
      nama: 'xxe-buku.xlsx',
      bytes: await replaced(
        'xl/workbook.xml',
        xml(external, String(parts.find(([name]) => name === 'xl/workbook.xml')?.[1])),
      ),
      hasil: 'ditolak',
    },
    {
      uji: 'B6',
      nama: 'tawa.xlsx',
      bytes: await replaced('xl/worksheets/s0.xml', xml(laughs, sheet.replace('&x;', '&j;'))),
      hasil: 'ditolak',
    },
    {
      uji: 'B7',
      nama: 'keluar.xlsx',
      bytes: await zip('z.xlsx', [
        ...parts,
        ['../../../../tmp/h-keluar.txt', 'x'],
        ['/tmp/h-keluar.txt', 'x'],
        ['__proto__', 'x'],
      ]),
    },
    { uji: 'B7', nama: 'keluar.zip', bytes: await zip('z.zip', [['../../../../tmp/h-keluar.csv', plain]]) },
    {
      uji: 'B7',
      nama: 'kembar.xlsx',
      bytes: await zip('z.xlsx', [...parts, ['xl/worksheets/s0.xml', sheetXml(textRow('lain'))]]),
    },
    { uji: 'B7', nama: 'tautan.zip', bytes: linkZip('/etc/passwd'), hasil: 'ditolak' },
    {
      uji: 'B8',
      nama: 'prototipe.csv',
      bytes: csvOf(
        rowsOf(20).map((row) => [...row, 'x', 'y', 'z']),
        [...HEADING, '__proto__', 'constructor', 'toString'],
      ),
      hasil: 'dibaca',
    },
    {
      uji: 'B8',
      nama: 'judul-sama.csv',
      bytes: csvOf(
        rowsOf(20).map((row) => [...row, ...Array.from({ length: 500 }, () => '1')]),
        [...HEADING, ...Array.from({ length: 500 }, () => 'SAMA')],
      ),
    },
    {
      uji: 'B9',
      nama: 'lambat.csv',
      bytes: csvOf([
        ...rowsOf(5),
        rowOf(6, `${'a'.repeat(500_000)}!`),
        [' '.repeat(500_000), 'x', 'y', '0000-99-99', '9'.repeat(10_000), '', ''],
      ]),
    },
    {
      uji: 'B10',
      nama: 'nip-angka.xlsx',
      bytes: await workbook(
        `${textRow(...HEADING)}${`<row><c><v>1.98503122010011E+17</v></c><c t="inlineStr"><is><t>UJI</t></is></c></row>`.repeat(20)}`,
      ),
    },
    {
      uji: 'B10',
      nama: 'rumus.xlsx',
      bytes: await workbook(
        `${good}<row><c t="e"><f>1/0</f><v>#REF!</v></c><c><f>cmd|'/c calc'!A1</f><v>1</v></c></row>`,
      ),
      hasil: 'dibaca',
    },
    {
      uji: 'X1',
      nama: 'pemicu.csv',
      bytes: csvOf([...rowsOf(20), ...TRIGGERS.map((text, n) => [text, text, text, text, text, text, `${n}`])]),
      hasil: 'dibaca',
    },
    {
      uji: 'B14',
      nama: '../../etc/"><script>alert(1)</script>\r\nX: y.csv',
      bytes: csvOf(rowsOf(21)),
      hasil: 'dibaca',
    },
    { uji: 'B14', nama: `${'n'.repeat(240)}.csv`, bytes: csvOf(rowsOf(22)), hasil: 'dibaca' },
    { uji: 'B14', nama: '..', bytes: csvOf(rowsOf(23)), hasil: 'dibaca' },
    { uji: 'B14', nama: 'é'.repeat(200), bytes: csvOf(rowsOf(24)), hasil: 'dibaca' },
    { uji: 'B14', nama: 'NUL#tabel.csv', bytes: csvOf(rowsOf(25)), hasil: 'dibaca' },
    { uji: 'B14', nama: '-rf', bytes: csvOf(rowsOf(26)), hasil: 'dibaca' },
  ];
  return files;
}

/** An archive of very many empty entries. */
function manyEntries(count: number): Buffer {
  const name = (n: number): Buffer => Buffer.from(`f${n}.csv`);
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (let n = 0; n < count; n++) {
    const head = entry(0x04034b50, name(n), Buffer.alloc(0));
    local.push(head);
    central.push(entry(0x02014b50, name(n), Buffer.alloc(0), offset));
    offset += head.length;
  }
  return Buffer.concat([...local, ...central, endOf(count, offset, central)]);
}

/** An archive with a symbolic link. */
function linkZip(target: string): Buffer {
  const content = Buffer.from(target);
  const name = Buffer.from('data.csv');
  const local = Buffer.concat([entry(0x04034b50, name, content), deflateRawSync(content)]);
  const central = entry(0x02014b50, name, content, 0, (0o120_777 << 16) >>> 0);
  return Buffer.concat([local, central, endOf(1, local.length, [central])]);
}

function entry(sign: number, name: Buffer, content: Buffer, offset?: number, mode = 0): Buffer {
  const isCentral = offset !== undefined;
  const head = Buffer.alloc(isCentral ? 46 : 30);
  const at = isCentral ? 2 : 0;
  head.writeUInt32LE(sign, 0);
  if (isCentral) head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 4 + at);
  head.writeUInt16LE(content.length > 0 ? 8 : 0, 8 + at);
  head.writeUInt32LE(content.length > 0 ? crc32(content) : 0, 14 + at);
  head.writeUInt32LE(content.length > 0 ? deflateRawSync(content).length : 0, 18 + at);
  head.writeUInt32LE(content.length, 22 + at);
  head.writeUInt16LE(name.length, 26 + at);
  if (isCentral) {
    head.writeUInt32LE(mode, 38);
    head.writeUInt32LE(offset, 42);
  }
  return Buffer.concat([head, name]);
}

function endOf(count: number, start: number, central: readonly Buffer[]): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    central.reduce((sum, each) => sum + each.length, 0),
    12,
  );
  end.writeUInt32LE(start, 16);
  return end;
}
