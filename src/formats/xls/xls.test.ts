import { afterAll, describe, expect, it } from 'vitest';
import { foreignWorkbook, type SheetOfCells } from '../testing/workbooks.ts';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const HEADING = ['NO', 'NIP', 'NAMA', 'GOL', 'TGL LAHIR', 'GAJI'];
const people = Array.from({ length: 100 }, (_, at) => [
  at + 1,
  `19850312201001${1000 + at}`,
  at % 7 === 0 ? `MA'RUF DÉSIRÉE ${at}` : at % 11 === 0 ? `Wahyū “${at}” 日本` : `SITI ${at}`,
  'III/a',
  new Date(Date.UTC(1985, 2, 12 + at)),
  2_660_700 + at / 10,
]);
const expected = people.map(([no, nip, nama, gol, lahir, gaji]) => [
  String(no),
  nip,
  nama,
  gol,
  (lahir as Date).toISOString().slice(0, 10),
  String(gaji),
]);
/** SheetJS writes old code pages for ASCII only. */
const isAscii = (at: number): boolean => at % 7 !== 0 && at % 11 !== 0;
const SHEETS: readonly SheetOfCells[] = [['Data', [HEADING, ...people]]];

describe.each(['biff8', 'biff5'] as const)('%s', (bookType) => {
  it('gives every cell: texts exact, dates as dates, numbers without dirt', async () => {
    const ascii: readonly SheetOfCells[] = [['Data', [HEADING, ...people.filter((_, at) => isAscii(at))]]];
    const source = await mustOpen(
      folder.write('a.csv', foreignWorkbook(bookType, bookType === 'biff8' ? SHEETS : ascii)),
    );
    expect(source.container).toBe('xls');
    expect(source.tables.map(({ name, columns }) => [name, columns])).toEqual([['Data', HEADING]]);
    const { rows, problems } = await readOut(structuredClone(source));
    expect(rows).toEqual(bookType === 'biff8' ? expected : expected.filter((_, at) => isAscii(at)));
    expect(problems).toEqual([]);
  });

  it('finds the heading under a letterhead, in two rows, over several sheets', async () => {
    const sheet = (at: number): SheetOfCells => [
      `Unit ${at}`,
      [
        ['PEMERINTAH KABUPATEN CONTOH'],
        ['DAFTAR NOMINATIF'],
        [],
        ['NO', 'NIP', 'NAMA', 'PANGKAT', null, 'JABATAN'],
        [null, null, null, 'GOL', 'TMT', null],
        [1, `19850312201001200${at}`, 'SITI', 'III/a', '01-04-2020', 'Guru'],
      ],
    ];
    const bytes = foreignWorkbook(
      bookType,
      [
        sheet(1),
        sheet(2),
        [
          'Kode',
          [
            ['KODE', 'NAMA'],
            [1, 'Islam'],
          ],
        ],
      ],
      (book) => {
        for (const one of Object.values(book.Sheets))
          if (one['F4']) one['!merges'] = [{ s: { r: 3, c: 3 }, e: { r: 3, c: 4 } }];
      },
    );
    const source = await mustOpen(folder.write('b.xls', bytes));
    expect(source.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['Unit 1', ['NO', 'NIP', 'NAMA', 'PANGKAT GOL', 'PANGKAT TMT', 'JABATAN']],
      ['Kode', ['KODE', 'NAMA']],
    ]);
    const out = await readOut(source);
    expect(out.rows.map((row) => row[1])).toEqual(['198503122010012001', '198503122010012002']);
    expect(out.numbers).toEqual([1, 2]);
  });
});

it('destroyed digits show as an exponent, which no rule takes for a NIP', async () => {
  const bytes = foreignWorkbook('biff8', [
    [
      'A',
      [
        ['NIP', 'NIK'],
        [Number('198503122010012001'), 3374010101850001],
      ],
    ],
  ]);
  expect((await readOut(await mustOpen(folder.write('c.xls', bytes)))).rows).toEqual([
    ['1.98503122010012E+17', '3374010101850001'],
  ]);
});

/** Records as small PHP applications pack them, without a container. */
function bare(cells: readonly (readonly [row: number, column: number, value: string | number])[]): Buffer {
  const records = cells.map(([row, column, value]) => {
    const head = Buffer.alloc(typeof value === 'string' ? 12 : 10);
    const text = typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(8);
    if (typeof value === 'number') text.writeDoubleLE(value);
    else head.writeUInt16LE(text.length, 10);
    head.writeUInt16LE(typeof value === 'string' ? 0x204 : 0x203, 0);
    head.writeUInt16LE(head.length - 4 + text.length, 2);
    head.writeUInt16LE(row, 4);
    head.writeUInt16LE(column, 6);
    return Buffer.concat([head, text]);
  });
  const begin = Buffer.from([0x09, 0x08, 8, 0, 0, 0, 0x10, 0, 0, 0, 0, 0]);
  return Buffer.concat([begin, ...records, Buffer.from([0x0a, 0, 0, 0])]);
}

it('a bare stream of records is read, whatever the order of its cells', async () => {
  const body = bare([
    [0, 0, 'NIP'],
    [1, 0, '198503122010012001'],
    [2, 0, '198503122010012002'],
    [0, 1, 'NAMA'],
    [1, 1, 'SITI DÉ'],
    [2, 1, 7],
  ]);
  const source = await mustOpen(folder.write('d.xls', body));
  expect(source.tables[0]?.columns).toEqual(['NIP', 'NAMA']);
  expect((await readOut(source)).rows).toEqual([
    ['198503122010012001', 'SITI DÉ'],
    ['198503122010012002', '7'],
  ]);
});

describe('a damaged or harmful workbook', () => {
  const good = foreignWorkbook('biff8', SHEETS);
  let state = 3;
  const roll = (below: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
  const outcome = async (bytes: Buffer): Promise<string> => {
    const path = folder.write('rusak.xls', bytes);
    const refusal = await refusalOf(path);
    if (refusal !== 'opened') return refusal;
    const source = await mustOpen(path);
    const { numbers, problems, refused } = await readOut(source);
    const reported = problems.filter((one) => one.includes(':-1 ')).length;
    return refused ?? `${numbers.length + reported} rows`;
  };

  it('cut at any of 30 places is refused', async () => {
    for (let run = 0; run < 30; run++) {
      const cut = 8 + roll(good.length - 600);
      expect([cut, await outcome(good.subarray(0, cut))]).toEqual([cut, expect.stringMatching(/^(XLSX_RUSAK|JENIS_)/)]);
    }
  });

  it('with 1 to 8 bytes changed, 80 times: refused in a sentence, or read', async () => {
    for (let run = 0; run < 80; run++) {
      const copy = Buffer.from(good);
      for (let flips = 1 + (run % 8); flips > 0; flips--) copy[roll(run % 2 ? copy.length : 2_048)] = roll(256);
      expect([run, await outcome(copy)]).toEqual([
        run,
        expect.stringMatching(/^(XLSX_|JENIS_|TANPA_TABEL|Berkas |\d+ rows)/),
      ]);
    }
  });

  it('encrypted, or another old document: a sentence of its own', async () => {
    const locked = Buffer.from(good);
    // The first record behind the beginning of the workbook becomes the one that says how it is encrypted.
    const bof = locked.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
    locked.writeUInt16LE(0x002f, bof + 20);
    expect(await outcome(locked)).toBe('JENIS_BERSANDI');
    const document = Buffer.from(good);
    const name = document.indexOf(Buffer.from('Workbook', 'utf16le'));
    Buffer.from('WordDocu', 'utf16le').copy(document, name);
    expect(await outcome(document)).toBe('JENIS_BUKAN_DATA');
  });

  it('a chain of sectors in a circle ends', async () => {
    const copy = Buffer.from(good);
    const table = 512 * (copy.readUInt32LE(76) + 1);
    for (let at = 0; at < 128; at++) copy.writeUInt32LE(0, table + 4 * at);
    expect(await outcome(copy)).toMatch(/^(XLSX_|JENIS_)/);
  });
});
