import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';
import { double, jetTextBytes, type JetTableParts, long, makeJet, short } from '../testing/jet.ts';
import { writeZip } from '../testing/workbook.ts';
import { jetText } from './jet-text.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const ROWS = 90;
const memo = (length: number, kind: number, pointer = 0): Buffer =>
  Buffer.concat([
    long(length + kind * 2 ** 24 > 0x7fff_ffff ? length + kind * 2 ** 24 - 2 ** 32 : length + kind * 2 ** 24),
    long(pointer),
    long(0),
  ]);
const inline = (text: string): Buffer => Buffer.concat([memo(jetTextBytes(text).length, 0x80), jetTextBytes(text)]);
const PEOPLE: JetTableParts = {
  name: 'pegawai',
  columns: [
    { name: 'ID', type: 4 },
    { name: 'NIP', type: 10 },
    { name: 'NAMA', type: 10 },
    { name: 'TGL_LAHIR', type: 8 },
    { name: 'AKTIF', type: 1 },
    { name: 'GAJI', type: 5 },
    { name: 'CATATAN', type: 12 },
    { name: 'FOTO', type: 11 },
  ],
  rows: Array.from({ length: ROWS }, (_, at) => [
    long(at + 1),
    jetTextBytes(`19850312201001${1000 + at}`),
    at % 5 === 4 ? undefined : jetTextBytes(at % 7 === 0 ? 'Wahyū 日本' : `DÉSIRÉE ${at}`),
    double(31_118 + at),
    at % 2 === 0 ? Buffer.alloc(1) : undefined,
    Buffer.concat([long(26_607_000), long(0)]),
    at === 0 ? inline('pendek') : at === 1 ? memo(12, 0x40, 3 << 8) : at === 2 ? memo(8, 0, (3 << 8) | 1) : undefined,
    undefined,
  ]),
  deleted: [3, 21],
};
const CODES: JetTableParts = {
  name: 'Kode Agama',
  columns: [
    { name: 'KODE', type: 3 },
    { name: 'NAMA', type: 10 },
  ],
  rows: [
    [short(1), jetTextBytes('Islam')],
    [short(2), undefined],
  ],
};
/** Long texts: one row, then a chain of two. */
const LONG_TEXTS = [
  Buffer.from('satu halaman').subarray(0, 12),
  Buffer.concat([long((3 << 8) | 2), Buffer.from('ab', 'utf16le')]),
  Buffer.concat([long(0), Buffer.from('cd', 'utf16le')]),
];
LONG_TEXTS[0] = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('satu halam')]);
const WHOLE = makeJet([PEOPLE, CODES], [LONG_TEXTS]);
const expected = Array.from({ length: ROWS }, (_, at) => [
  String(at + 1),
  `19850312201001${1000 + at}`,
  at % 5 === 4 ? '' : at % 7 === 0 ? 'Wahyū 日本' : `DÉSIRÉE ${at}`,
  new Date(Date.UTC(1985, 2, 12 + at)).toISOString().slice(0, 10),
  at % 2 === 0 ? 'TRUE' : 'FALSE',
  '2660.7',
  ['pendek', 'satu halam', 'abcd'][at] ?? '',
  '',
]).filter((_, at) => at !== 3 && at !== 21);

it('gives every row of every table that people made, deleted rows left out', async () => {
  const source = await mustOpen(folder.write('simpeg.csv', WHOLE));
  expect(source.container).toBe('mdb');
  expect(source.tables.map(({ name, columns }) => [name, columns])).toEqual([
    ['pegawai', PEOPLE.columns.map(({ name }) => name)],
    ['Kode Agama', ['KODE', 'NAMA']],
  ]);
  const { rows, numbers, problems } = await readOut(structuredClone(source));
  expect(rows).toEqual(expected);
  expect(numbers).toEqual(expected.map((_, at) => at + 1));
  expect(problems).toEqual([]);
  expect((await readOut(source, 'Kode Agama')).rows).toEqual([
    ['1', 'Islam'],
    ['2', ''],
  ]);
});

it('the same in gzip and in a zip', async () => {
  for (const path of [
    folder.write('a.mdb.gz', gzipSync(WHOLE)),
    await writeZip(folder.write('a.zip', ''), [
      ['simpeg.mdb', WHOLE],
      ['baca.pdf', '%PDF-1'],
    ]),
  ]) {
    expect((await readOut(await mustOpen(path), 'pegawai')).rows).toEqual(expected);
  }
});

describe('values', () => {
  const numeric = (sign: number, ...groups: number[]): Buffer =>
    Buffer.concat([Buffer.from([sign]), ...groups.map(long)]);
  it.each<[string, number, Buffer, string]>([
    ['byte', 2, Buffer.from([200]), '200'],
    ['integer', 3, short(-5), '-5'],
    ['long', 4, long(-70_000), '-70000'],
    ['money', 5, Buffer.concat([long(-12_345), long(-1)]), '-1.2345'],
    ['double without dirt', 7, double(0.1 + 0.2), '0.3'],
    ['a number that lost digits', 7, double(Number('198503122010012001')), '1.98503122010012E+17'],
    ['a decimal of 18 digits', 16, numeric(0, 0, 0, 46217609, -1439270559), '198503122010012001'],
    ['a negative decimal', 16, numeric(0x80, 0, 0, 0, 125), '-1.25'],
    ['date and clock', 8, double(31_118.5), '1985-03-12 12:00:00'],
    ['a date before 1900', 8, double(-1), '1899-12-29'],
    ['text of numbers', 10, jetTextBytes('00123'), '00123'],
  ])('%s', async (_, type, value, text) => {
    const scale = text === '-1.25' ? 2 : 0;
    const bytes = makeJet([
      {
        name: 't',
        columns: [
          { name: 'A', type, scale },
          { name: 'B', type: 4 },
        ],
        rows: [[value, long(1)]],
      },
    ]);
    expect((await readOut(await mustOpen(folder.write('nilai.mdb', bytes)))).rows).toEqual([[text, '1']]);
  });

  it('texts switch between one byte and two', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x41, 0]),
      Buffer.from('日', 'utf16le'),
      Buffer.from([0, 0x42]),
    ]);
    expect(jetText(bytes)).toBe('A日B');
  });
});

describe('a database is refused with its remedy', () => {
  const changed = (at: number, value: number): Buffer => {
    const copy = Buffer.from(WHOLE);
    copy[at] = (copy[at] ?? 0) ^ value;
    return copy;
  };
  it.each<[string, Buffer, string]>([
    ['encrypted', changed(0x3e, 1), 'JENIS_BERSANDI'],
    ['a password', changed(0x42, 1), 'JENIS_BERSANDI'],
    ['Access 97', changed(0x14, 1), 'JENIS_BELUM_DIDUKUNG'],
    ['only its first bytes', WHOLE.subarray(0, 200), 'XLSX_RUSAK'],
    ['cut', WHOLE.subarray(0, 4 * 4096), 'XLSX_RUSAK'],
    ['no tables', makeJet([]), 'TANPA_TABEL'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(folder.write('tolak.mdb', bytes))).toBe(code);
  });

  it('damaged anywhere: refused in a sentence, or every row delivered or reported', async () => {
    let state = 17;
    const roll = (below: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    for (let run = 0; run < 150; run++) {
      const copy = Buffer.from(run % 5 === 0 ? WHOLE.subarray(0, 4096 + roll(WHOLE.length - 4096)) : WHOLE);
      for (let flips = 1 + (run % 16); flips > 0; flips--) copy[0x100 + roll(copy.length - 0x100)] = roll(256);
      const path = folder.write('rusak.mdb', copy);
      const refusal = await refusalOf(path);
      expect([run, refusal]).toEqual([run, expect.stringMatching(/^(opened|XLSX_RUSAK|TANPA_TABEL|BATAS_KOLOM)$/)]);
      if (refusal !== 'opened') continue;
      const source = await mustOpen(path);
      for (const { name } of source.tables) {
        const { numbers, problems } = await readOut(source, name);
        const all = [...numbers, ...problems.filter((one) => one.includes(':-1 ')).map((one) => Number.parseInt(one))];
        expect(all.toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
      }
    }
  });
});
