import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readTable } from '../read-table.ts';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';
import { type Parts, textRow, workbookParts, writeZip } from '../testing/workbook.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const CSV = 'NIP;NAMA\n198503122010012001;SITI\n';
const DUMP =
  'CREATE TABLE r_gol (kode int, nama text);\nINSERT INTO r_gol VALUES (1,"I/a");\nINSERT INTO t VALUES (2);\n';
const zip = (name: string, parts: Parts): Promise<string> => writeZip(folder.write(name, ''), parts);
const bytesOf = async (parts: Parts): Promise<Buffer> => readFileSync(await zip('bytes.zip', parts));
const workbook = (...texts: string[]): Parts =>
  workbookParts({ sheets: [{ rows: textRow('KODE', 'NAMA') + textRow(...texts) }] });

describe('a zip with one usable member just opens', () => {
  it.each<[string, Parts, string, string[]]>([
    ['csv', [['data/pegawai.csv', CSV]], 'csv', ['pegawai']],
    ['csv.gz', [['pegawai.csv.gz', gzipSync(CSV)]], 'csv', ['pegawai']],
    ['utf-16', [['pegawai.txt', Buffer.from(`\uFEFF${CSV}`, 'utf16le')]], 'csv', ['pegawai']],
    ['json', [['p.json', '[{"NIP":"198503122010012001","NAMA":"SITI"}]']], 'json', ['p']],
    [
      'letters and litter beside it',
      [
        ['pegawai.csv', CSV],
        ['surat.pdf', '%PDF-1.7'],
        ['kosong.txt', ''],
        ['~$pegawai.xlsx', Buffer.alloc(165, 'B \0')],
        ['petunjuk.html', '<html><body>Cara mengisi</body></html>'],
        ['__MACOSX/._pegawai.csv', 'x;y\n1;2\n'],
        ['map/', ''],
      ],
      'csv',
      ['pegawai'],
    ],
  ])('%s', async (_, parts, container, names) => {
    const source = await mustOpen(await zip('satu.zip', parts));
    expect(source.container).toBe(container);
    expect(source.tables.map(({ name }) => name)).toEqual(names);
    expect((await readOut(source)).rows).toEqual([['198503122010012001', 'SITI']]);
  });

  it('a workbook inside, or a workbook in gzip', async () => {
    const inner = await bytesOf(workbook('1', 'Islam'));
    const source = await mustOpen(await zip('satu.zip', [['agama.xlsx', inner]]));
    expect(source.tables.map(({ name }) => name)).toEqual(['agama']);
    expect((await readOut(source)).rows).toEqual([['1', 'Islam']]);
    expect((await readOut(await mustOpen(folder.write('agama.xlsx.gz', gzipSync(inner))))).rows).toEqual([
      ['1', 'Islam'],
    ]);
  });
});

describe('several members are tables of one source', () => {
  it('each under the name of its member, tables of a dump under their own', async () => {
    const path = await zip('banyak.zip', [
      ['pegawai.csv', CSV],
      ['kode/agama.xlsx', await bytesOf(workbook('1', 'Islam'))],
      ['dump.sql', DUMP],
    ]);
    const source = structuredClone(await mustOpen(path));
    expect(source.container).toBe('zip');
    expect(source.tables.map(({ name }) => name)).toEqual(['pegawai', 'agama', 'r_gol', 't']);
    const rows = await Promise.all(source.tables.map(async ({ name }) => (await readOut(source, name)).rows));
    expect(rows).toEqual([[['198503122010012001', 'SITI']], [['1', 'Islam']], [['1', 'I/a']], [['2']]]);
  });

  it('alike names get their folder or member', async () => {
    const source = await mustOpen(
      await zip('sama.zip', [
        ['a/p.csv', CSV],
        ['b/p.csv', CSV],
        ['x.sql', DUMP],
        ['y.sql', DUMP],
        ['t.csv', CSV],
      ]),
    );
    expect(source.tables.map(({ name }) => name)).toEqual(['a/p', 'b/p', 'x/r_gol', 'x/t', 'y/r_gol', 'y/t', 't']);
  });
});

describe('an archive is refused with its remedy', () => {
  it.each<[string, () => Promise<Parts>, string]>([
    ['zip in zip', async () => [['dalam.zip', await bytesOf([['p.csv', CSV]])]], 'ZIP_BERLAPIS'],
    [
      'nothing usable',
      async () => [
        ['a.pdf', '%PDF'],
        ['b.txt', ''],
      ],
      'ZIP_TANPA_TABEL',
    ],
    ['one letter', async () => [['a.pdf', '%PDF']], 'JENIS_BUKAN_DATA'],
    [
      'a RAR beside the data: its tables would be missed',
      async () => [
        ['p.csv', CSV],
        ['x.rar', 'Rar!\x1a\x07\0abc'],
      ],
      'ARSIP_BELUM_DIDUKUNG',
    ],
    [
      'a damaged workbook beside the data',
      async () => [
        ['p.csv', CSV],
        ['x.xlsx', (await bytesOf(workbook('a'))).subarray(0, 500)],
      ],
      'XLSX_RUSAK',
    ],
    ['a name outside', async () => [['../../etc/p.csv', CSV]], 'XLSX_TIDAK_AMAN'],
    ['an absolute name', async () => [['/etc/p.csv', CSV]], 'XLSX_TIDAK_AMAN'],
    [
      'one name twice',
      async () => [
        ['p.csv', CSV],
        ['P.CSV', CSV],
      ],
      'XLSX_TIDAK_AMAN',
    ],
    ['a bomb', async () => [['p.csv', CSV + '\n'.repeat(30_000_000)]], 'BATAS_RASIO'],
    [
      '201 members',
      async () => Array.from({ length: 201 }, (_, at) => [`${at}.csv`, CSV] as const),
      'XLSX_TERLALU_BANYAK',
    ],
    [
      '2,001 entries',
      async () => Array.from({ length: 2_001 }, (_, at) => [`${at}/`, ''] as const),
      'XLSX_TERLALU_BANYAK',
    ],
  ])('%s', async (_, parts, code) => {
    expect(await refusalOf(await zip('tolak.zip', await parts()))).toBe(code);
  });

  it('encrypted; a zip in gzip; entries laid over each other; sizes beyond the cap', async () => {
    const bytes = await bytesOf([
      ['p.csv', CSV],
      ['q.csv', CSV],
    ]);
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    const second = bytes.indexOf('PK\x01\x02', directory + 4, 'latin1');
    const changed = (at: number, value: number): string => {
      const copy = Buffer.from(bytes);
      copy.writeUInt32LE(value, at);
      return folder.write('ubah.zip', copy);
    };
    expect(await refusalOf(changed(directory + 8, 0x0008_0809))).toBe('JENIS_BERSANDI');
    expect(await refusalOf(folder.write('p.zip.gz', gzipSync(bytes)))).toBe('ZIP_BERLAPIS');
    expect(await refusalOf(changed(second + 20, bytes.length))).toBe('XLSX_TIDAK_AMAN');
    const claims = Buffer.from(bytes);
    for (const at of [directory, second]) claims.writeUInt32LE(0xf000_0000, at + 24);
    expect(await refusalOf(folder.write('besar.zip', claims))).toMatch('BATAS_RASIO');
  });
});

describe('damage', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at};${(at * 7_919) % 10_007}`);

  it('cut anywhere is refused', async () => {
    const bytes = await bytesOf([['p.csv', `a;b\n${rows.join('\n')}\n`]]);
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      const code = await refusalOf(folder.write('potong.zip', bytes.subarray(0, Math.floor(bytes.length * share))));
      expect(code).toMatch(/^(XLSX_RUSAK|JENIS_TIDAK_DIKENAL|BERKAS_)/);
    }
  });

  it('inside a member keeps the rows before it, reported', async () => {
    const bytes = await bytesOf([['p.csv', `a;b\n${rows.join('\n')}\n`]]);
    bytes.fill(0x55, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 40);
    const { rows: read, problems } = await readOut(await mustOpen(folder.write('rusak.zip', bytes)));
    expect(read.length).toBeGreaterThan(5_000);
    expect(problems.at(-1)).toContain('BERKAS_TERPOTONG');
  });

  it('any 1 to 8 bytes changed: refused, or read without another error', async () => {
    const bytes = await bytesOf([
      ['p.csv', CSV.repeat(50)],
      ['agama.xlsx', await bytesOf(workbook('1', 'Islam'))],
    ]);
    let state = 5;
    const roll = (below: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    for (let run = 0; run < 100; run++) {
      const copy = Buffer.from(bytes);
      for (let flips = 1 + (run % 8); flips > 0; flips--) copy[roll(copy.length)] = roll(256);
      const path = folder.write('ubah.zip', copy);
      if ((await refusalOf(path)) !== 'opened') continue;
      const source = await mustOpen(path);
      for (const { name } of source.tables) await readOut(source, name);
    }
  });
});

it('a member that is left half read is closed', async () => {
  const source = await mustOpen(
    await zip('besar.zip', [
      ['p.csv', 'a;b\n' + Array.from({ length: 200_000 }, (_, at) => `${at};${at * 3}\n`).join('')],
    ]),
  );
  for await (const block of readTable(source, 'p')) {
    expect(block.rows).toBeGreaterThan(0);
    break;
  }
});
