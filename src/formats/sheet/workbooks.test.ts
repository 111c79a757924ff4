import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../open-source.ts';
import { mustOpen, readOut, tempFolder } from '../testing/files.ts';
import { writeZip } from '../testing/workbook.ts';
import { foreignWorkbook, type SheetOfCells } from '../testing/workbooks.ts';

/** What all workbooks owe, whatever their container; the files are those of an independent program (SheetJS). */

const folder = tempFolder();
afterAll(() => folder.remove());

const CONTAINERS = [
  ['biff8', 'xls'],
  ['ods', 'ods'],
  ['xlml', 'spreadsheetml'],
  ['xlsx', 'xlsx'],
] as const;

const HEADING = ['NO', 'NIP', 'NAMA', 'GOL', 'TGL LAHIR', 'GAJI'];
const ROWS = 60;
const people = Array.from({ length: ROWS }, (_, at) => [
  at + 1,
  `19850312201001${1000 + at}`,
  at % 7 === 0 ? `MA'RUF <DÉSIRÉE> & ${at}` : at % 11 === 0 ? `Wahyū “${at}” 日本` : `SITI ${at}`,
  at % 13 === 0 ? null : 'III/a',
  new Date(Date.UTC(1985, 2, 12 + at)),
  2_660_700 + at / 4,
]);
const expected = people.map((row) =>
  row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
);
const SHEETS: readonly SheetOfCells[] = [['Data', [HEADING, ...people]]];

describe.each(CONTAINERS)('%s', (bookType, container) => {
  const whole = foreignWorkbook(bookType, SHEETS);

  it('gives every cell: texts exact, dates as dates, numbers as digits', async () => {
    const source = await mustOpen(folder.write('salah.csv', whole));
    expect(source.container).toBe(container);
    expect(source.tables.map(({ name, columns }) => [name, columns])).toEqual([['Data', HEADING]]);
    const { rows, problems } = await readOut(structuredClone(source));
    expect(rows).toEqual(expected);
    expect(source.tables[0]?.sample).toEqual(expected.map((row) => row));
    expect(problems).toEqual([]);
  });

  it('the same in gzip and in a zip', async () => {
    for (const path of [
      folder.write('data.gz', gzipSync(whole)),
      await writeZip(folder.write('data.zip', ''), [['data.bin', whole]]),
    ]) {
      const source = await mustOpen(path);
      expect(source.container).toBe(container);
      expect((await readOut(source)).rows).toEqual(expected);
    }
  });

  it('finds the heading under a letterhead, in two rows, over several sheets', async () => {
    const unit = (at: number): SheetOfCells => [
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
    const codes: SheetOfCells = [
      'Kode',
      [
        ['KODE', 'NAMA'],
        [1, 'Islam'],
      ],
    ];
    const bytes = foreignWorkbook(bookType, [unit(1), codes, unit(2)], (book) => {
      for (const sheet of Object.values(book.Sheets)) {
        if (sheet['F4'] !== undefined) sheet['!merges'] = [{ s: { r: 3, c: 3 }, e: { r: 3, c: 4 } }];
      }
    });
    const source = await mustOpen(folder.write('kop.bin', bytes));
    expect(source.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['Unit 1', ['NO', 'NIP', 'NAMA', 'PANGKAT GOL', 'PANGKAT TMT', 'JABATAN']],
      ['Kode', ['KODE', 'NAMA']],
    ]);
    const out = await readOut(source);
    expect(out.rows.map((row) => row[1])).toEqual(['198503122010012001', '198503122010012002']);
    expect(out.numbers).toEqual([1, 2]);
    expect((await readOut(source, 'Kode')).rows).toEqual([['1', 'Islam']]);
  });

  it('reports errors of formulas and what stands right of the table; the row stays', async () => {
    const bytes = foreignWorkbook(
      bookType,
      [['A', [['NIP', 'NAMA'], ...Array.from({ length: 300 }, () => ['1', 'x'])]]],
      (book) => {
        const sheet = book.Sheets['A'];
        if (!sheet) return;
        sheet['B3'] = { t: 'e', v: 0x2a, w: '#N/A' };
        sheet['D290'] = { t: 's', v: 'catatan' };
        sheet['!ref'] = 'A1:D301';
      },
    );
    const { rows, problems } = await readOut(await mustOpen(folder.write('galat.bin', bytes)));
    expect(rows.length).toBe(300);
    // SheetJS leaves errors out of an .ods; those of LibreOffice are in ods.test.ts.
    const found = bookType === 'ods' ? [] : ['2:1 XLSX_SEL_GALAT'];
    expect(problems).toEqual([...found, '289:3 XLSX_SEL_DI_LUAR']);
  });

  it('damaged anywhere: refused in a sentence, or read to an end', async () => {
    const bytes = whole;
    let state = 11;
    const roll = (below: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below;
    for (let run = 0; run < 24; run++) {
      const copy = run % 3 === 0 ? Buffer.from(bytes.subarray(0, 4 + roll(bytes.length - 4))) : Buffer.from(bytes);
      for (let flips = run % 8; flips > 0; flips--) copy[roll(copy.length)] = roll(256);
      const path = folder.write('rusak.bin', copy);
      const source = await openSource(path);
      if (!source.ok) {
        expect([run, source.error.code]).toEqual([
          run,
          expect.stringMatching(/^(XLSX_|JENIS_|TANPA_TABEL|ZIP_|BERKAS_|BATAS_)/),
        ]);
        continue;
      }
      for (const { name } of source.value.tables) {
        const { numbers, problems } = await readOut(source.value, name);
        const all = [...numbers, ...problems.filter((one) => one.includes(':-1 ')).map((one) => Number.parseInt(one))];
        expect(all.toSorted((a, b) => a - b)).toEqual(all.map((_, at) => at + 1));
      }
    }
  });
});
