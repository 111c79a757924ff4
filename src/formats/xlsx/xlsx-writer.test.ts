import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, tempFolder } from '../testing/files.ts';
import { type XlsxCell, XlsxWriter, type XlsxWriterOptions } from './xlsx-writer.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const HEADING = ['NAMA', 'UNIT', 'KET', 'GOL', 'TMT'];

async function write(
  name: string,
  rows: readonly (readonly XlsxCell[])[],
  options?: XlsxWriterOptions,
): Promise<string> {
  const path = folder.write(name, '');
  const writer = new XlsxWriter(path, options);
  await writer.startSheet('Data & "lain"');
  await writer.writeRow(HEADING);
  for (const row of rows) await writer.writeRow(row);
  await writer.close();
  return path;
}

describe('a written workbook', () => {
  it.each([{ sharedStrings: false }, { sharedStrings: true }])(
    'reads back text for text, $sharedStrings',
    async (options) => {
      const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.trim());
      const row = fc.array(text, { minLength: 5, maxLength: 5 });
      const person = row.map(([unit = '', ...rest]) => ['1985031220100120', unit, ...rest.slice(0, 3)]);
      await fc.assert(
        fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (rows) => {
          const source = await mustOpen(await write('round.xlsx', rows, options));
          expect((await readOut(source)).rows).toEqual(rows);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('keeps control characters and what looks like an escape', async () => {
    const text = 'a\u0001b_x0041_c\rd\te <&>"';
    const source = await mustOpen(await write('control.xlsx', [[text, 'x']]));
    expect((await readOut(source)).rows).toEqual([[text, 'x', '', '', '']]);
  });

  it('carries numbers digit by digit, dates under their format, and gaps', async () => {
    const rows = [
      [
        { number: '1.98503122010011E+17' },
        12.5,
        undefined,
        { serial: 31_118, format: 'm/d/yy' },
        { serial: 31_118, format: 'dd-mm-yyyy' },
      ],
    ];
    const source = await mustOpen(await write('kinds.xlsx', rows));
    expect(source.tables[0]?.name).toBe('Data & "lain"');
    expect((await readOut(source)).rows).toEqual([['1.98503122010011E+17', '12.5', '', '1985-03-12', '1985-03-12']]);
  });

  it('has the same bytes for the same calls', async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => [`N${row}`, 'x', { serial: row + 61, format: 'd/m/yyyy' }]);
    const [one, two] = [await write('one.xlsx', rows), await write('two.xlsx', rows)];
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('may have several sheets and merged cells', async () => {
    const path = folder.write('sheets.xlsx', '');
    const writer = new XlsxWriter(path);
    for (const name of ['Dinas A', 'Dinas B']) {
      await writer.startSheet(name, ['A1:E1', 'D3:E3']);
      await writer.writeRow(['DAFTAR NOMINATIF']);
      await writer.writeRow([]);
      await writer.writeRow(['NAMA', 'UNIT', 'KET', 'PANGKAT']);
      await writer.writeRow([undefined, undefined, undefined, 'GOL', 'TMT']);
      await writer.writeRow([`ORANG ${name}`, name, '-', 'III/a', '01-04-2020']);
    }
    await writer.close();
    const source = await mustOpen(path);
    expect(source.tables.map(({ columns }) => columns)).toEqual([
      ['NAMA', 'UNIT', 'KET', 'PANGKAT GOL', 'PANGKAT TMT'],
    ]);
    expect((await readOut(source)).rows.map(([name]) => name)).toEqual(['ORANG Dinas A', 'ORANG Dinas B']);
  });
});
